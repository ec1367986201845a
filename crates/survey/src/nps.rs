//! Net Promoter Score, with an interval that can be trusted when answers are few.

use crate::statistics::{Interval, Z_95, count};

/// How many people answered what. Who dismissed or skipped the question is not in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Nps {
    /// Answered 9 or 10.
    pub promoters: u64,
    /// Answered 7 or 8.
    pub passives: u64,
    /// Answered 0 to 6.
    pub detractors: u64,
}

impl Nps {
    /// Counts `people` who gave the same answer, 0 to 10. Other values are no answer and change nothing.
    pub fn count(&mut self, answer: i64, people: u64) {
        match answer {
            9..=10 => self.promoters += people,
            7..=8 => self.passives += people,
            0..=6 => self.detractors += people,
            _ => {}
        }
    }

    /// How many people answered.
    pub fn n(self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// Share of promoters less share of detractors, −100 to 100. `None` while nobody has answered.
    pub fn score(self) -> Option<f64> {
        let n = self.n();
        (n > 0).then(|| 100.0 * (count(self.promoters) - count(self.detractors)) / count(n))
    }

    /// Adjusted Wald interval: ¾ of an answer is added to promoters and detractors, 1½ to passives. Its centre is
    /// therefore not the score itself. −100 to 100. `None` while nobody has answered.
    pub fn interval(self) -> Option<Interval> {
        if self.n() == 0 {
            return None;
        }
        let n = count(self.n()) + 3.0;
        let promoters = (count(self.promoters) + 0.75) / n;
        let detractors = (count(self.detractors) + 0.75) / n;
        let centre = promoters - detractors;
        let variance = promoters + detractors - centre * centre;
        let margin = Z_95 * (variance / n).sqrt();
        let end = |value: f64| (100.0 * value).clamp(-100.0, 100.0);
        Some(Interval { low: end(centre - margin), high: end(centre + margin) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(promoters: u64, detractors: u64, n: u64) -> Nps {
        Nps { promoters, detractors, passives: n - promoters - detractors }
    }

    #[test]
    fn golden_intervals() {
        for (nps, low, high) in [
            (of(50, 20, 100), 14.05, 44.20),
            (of(5, 0, 5), 17.49, 100.0),
            (of(7, 2, 12), -5.50, 72.17),
            (of(450, 200, 1000), 20.18, 29.67),
            (of(0, 0, 5), -30.006, 30.006),
        ] {
            let interval = nps.interval().unwrap();
            assert!((interval.low - low).abs() < 0.005, "{nps:?}: {interval:?}");
            assert!((interval.high - high).abs() < 0.005, "{nps:?}: {interval:?}");
        }
    }

    #[test]
    fn zero_counts_and_nobody_is_not_zero() {
        let mut nps = Nps::default();
        assert_eq!((nps.score(), nps.interval()), (None, None));
        nps.count(0, 1);
        assert_eq!((nps.score(), nps.n()), (Some(-100.0), 1));
        nps.count(11, 1);
        assert_eq!(nps.n(), 1);
        assert_eq!(of(10, 0, 10).score(), Some(100.0));
    }
}
