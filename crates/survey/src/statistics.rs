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
