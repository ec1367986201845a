//! Satisfaction: the share of people who are satisfied, with the mean beside it.

use crate::statistics::{Interval, count, mean, wilson};

/// How many people chose each value, 1 to 5. Who dismissed or skipped the question is not in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Csat([u64; 5]);

impl Csat {
    /// Counts `people` who gave the same answer, 1 to 5. Other values are no answer and change nothing.
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

    /// The share of 4 and 5 (top-2-box), 0 to 1. `None` while nobody has answered.
    pub fn share(self) -> Option<f64> {
        (self.n() > 0).then(|| count(self.satisfied()) / count(self.n()))
    }

    /// Wilson's interval of that share, 0 to 1. `None` while nobody has answered.
    pub fn interval(self) -> Option<Interval> {
        wilson(self.satisfied(), self.n())
    }

    /// The mean, 1 to 5. `None` while nobody has answered.
    pub fn mean(self) -> Option<f64> {
        mean(&self.0)
    }

    fn satisfied(self) -> u64 {
        let [.., four, five] = self.0;
        four + five
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_upper_two_are_satisfied() {
        let mut csat = Csat::default();
        assert_eq!((csat.share(), csat.interval(), csat.mean()), (None, None, None));
        for (answer, people) in [(1, 100), (3, 82), (4, 41), (5, 40), (0, 7), (6, 7), (i64::MIN, 7)] {
            csat.count(answer, people);
        }
        assert_eq!(csat.n(), 263);
        let interval = csat.interval().unwrap();
        assert!((csat.share().unwrap() - 81.0 / 263.0).abs() < 1e-12);
        assert!((interval.low - 0.25529).abs() < 0.000_01 && (interval.high - 0.36621).abs() < 0.000_01);
        assert!((csat.mean().unwrap() - (100.0 + 246.0 + 164.0 + 200.0) / 263.0).abs() < 1e-12);
    }
}
