//! What every score is shown with.

/// z of the 95 % intervals.
pub const Z_95: f64 = 1.959_964;

/// Under this many answers a score is marked "few answers".
pub const FEW_ANSWERS: u64 = 30;

/// A 95 % confidence interval, in the unit of its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Wilson's interval of a share, 0 to 1: `part` of `n` people (Wilson 1927). `None` while nobody has answered.
pub(crate) fn wilson(part: u64, n: u64) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (share, n) = (count(part) / count(n), count(n));
    let z2 = Z_95 * Z_95;
    let centre = share + z2 / (2.0 * n);
    let margin = Z_95 * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let end = |value: f64| (value / (1.0 + z2 / n)).clamp(0.0, 1.0);
    Some(Interval { low: end(centre - margin), high: end(centre + margin) })
}

/// The mean of a scale that begins at 1, of how many people chose each value. `None` while nobody has answered.
pub(crate) fn mean(chosen: &[u64]) -> Option<f64> {
    let n = count(chosen.iter().sum());
    let sum: f64 = values(chosen).map(|(value, people)| value * people).sum();
    (n > 0.0).then(|| sum / n)
}

/// Student's interval of that mean, within the scale. `None` with fewer than two answers: one says nothing of the spread.
pub(crate) fn mean_interval(chosen: &[u64]) -> Option<Interval> {
    let people: u64 = chosen.iter().sum();
    let mean = mean(chosen).filter(|_| people > 1)?;
    let n = count(people);
    let squares: f64 = values(chosen).map(|(value, people)| people * (value - mean).powi(2)).sum();
    let margin = t_95(people - 1) * (squares / (n - 1.0) / n).sqrt();
    let highest = values(chosen).last().map_or(1.0, |(value, _)| value);
    let end = |value: f64| value.clamp(1.0, highest);
    Some(Interval { low: end(mean - margin), high: end(mean + margin) })
}

/// Each value of a scale that begins at 1, and how many people chose it.
fn values(chosen: &[u64]) -> impl Iterator<Item = (f64, f64)> {
    (1..).zip(chosen).map(|(value, people): (i32, _)| (f64::from(value), count(*people)))
}

/// The 97.5 % quantile of Student's t. Above 12 degrees of freedom by its expansion around the normal one
/// (Abramowitz and Stegun, 26.7.5), which is right there to five places.
fn t_95(degrees: u64) -> f64 {
    const FEW: [f64; 12] = [
        12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004, 2.262_157, 2.228_139,
        2.200_985, 2.178_813,
    ];
    let few = usize::try_from(degrees).ok().and_then(|degrees| FEW.get(degrees.saturating_sub(1)));
    if let Some(quantile) = few {
        return *quantile;
    }
    let (z, n) = (Z_95, count(degrees));
    let terms = [
        (z.powi(3) + z) / 4.0,
        (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0,
        (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0,
    ];
    z + terms.iter().rev().fold(0.0, |sum, term| (sum + term) / n)
}

#[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^52")]
pub(crate) fn count(people: u64) -> f64 {
    people as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_shares() {
        for (part, n, low, high) in
            [(81, 263, 0.25529, 0.36621), (0, 10, 0.0, 0.27753), (10, 100, 0.05523, 0.17437), (10, 10, 0.72247, 1.0)]
        {
            let interval = wilson(part, n).unwrap();
            assert!((interval.low - low).abs() < 0.000_01, "{part} of {n}: {interval:?}");
            assert!((interval.high - high).abs() < 0.000_01, "{part} of {n}: {interval:?}");
        }
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn quantiles_of_student_are_those_of_the_tables() {
        for (degrees, expected) in
            [(1, 12.706), (2, 4.303), (9, 2.262), (12, 2.179), (13, 2.160), (30, 2.042), (120, 1.980), (100_000, 1.960)]
        {
            assert!((t_95(degrees) - expected).abs() < 0.000_6, "{degrees}: {}", t_95(degrees));
        }
    }

    #[test]
    fn one_answer_has_a_mean_and_no_interval() {
        assert_eq!((mean(&[0, 0, 1]), mean_interval(&[0, 0, 1])), (Some(3.0), None));
        assert_eq!((mean(&[0, 0]), mean_interval(&[0, 0])), (None, None));
        let wide = mean_interval(&[1, 0, 0, 0, 1]).unwrap();
        assert_eq!((wide.low, wide.high), (1.0, 5.0), "not beyond the scale");
    }
}
