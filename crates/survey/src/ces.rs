//! Customer effort (CES 2.0): agreement that it was made easy, 1 to 7. High is easy.

use crate::statistics::{Interval, count, mean, mean_interval, wilson};

/// How many people chose each value, 1 to 7. Who dismissed or skipped the question is not in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ces([u64; 7]);

impl Ces {
    /// Counts `people` who gave the same answer, 1 to 7. Other values are no answer and change nothing.
    pub fn count(&mut self, answer: i64, people: u64) {
        let place = usize::try_from(answer).ok().and_then(|answer| answer.checked_sub(1));
        if let Some(chosen) = place.and_then(|place| self.0.get_mut(place)) {
            *chosen += people;
        }
    }

    /// How many people answered.
    pub fn n(self) -> u64 {
        self.0.iter().sum()
    }

    /// The mean, 1 to 7. `None` while nobody has answered.
    pub fn mean(self) -> Option<f64> {
        mean(&self.0)
    }

    /// Student's interval of the mean, 1 to 7. `None` with fewer than two answers.
    pub fn interval(self) -> Option<Interval> {
        mean_interval(&self.0)
    }

    /// The share of 5, 6 and 7, who agree, 0 to 1. `None` while nobody has answered.
    pub fn share(self) -> Option<f64> {
        (self.n() > 0).then(|| count(self.agreeing()) / count(self.n()))
    }

    /// Wilson's interval of that share, 0 to 1. `None` while nobody has answered.
    pub fn share_interval(self) -> Option<Interval> {
        wilson(self.agreeing(), self.n())
    }

    fn agreeing(self) -> u64 {
        let [.., five, six, seven] = self.0;
        five + six + seven
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_mean() {
        let mut ces = Ces::default();
        assert_eq!((ces.mean(), ces.interval(), ces.share(), ces.share_interval()), (None, None, None, None));
        for answer in [7, 6, 7, 5, 4, 6, 7, 2, 6, 5, 0, 8] {
            ces.count(answer, 1);
        }
        assert_eq!((ces.n(), ces.mean(), ces.share()), (10, Some(5.5), Some(0.8)));
        let interval = ces.interval().unwrap();
        assert!((interval.low - 4.369).abs() < 0.000_5 && (interval.high - 6.631).abs() < 0.000_5, "{interval:?}");
        let share = ces.share_interval().unwrap();
        assert!((share.low - 0.4902).abs() < 0.000_1 && (share.high - 0.9433).abs() < 0.000_1, "{share:?}");
    }
}
