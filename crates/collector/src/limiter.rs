//! How often somebody may do something. Kept in memory only.

use crate::config::Rate;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Above this many, everybody starts anew: memory stays bounded, and no newcomer is turned away for the crowd.
const MOST_KEYS: usize = 50_000;

/// A token bucket for each key.
pub(crate) struct Limiter<K> {
    rate: Rate,
    buckets: Mutex<HashMap<K, Bucket>>,
}

#[derive(Clone, Copy)]
struct Bucket {
    tokens: f64,
    filled_at: Instant,
}

/// Not now. Trying again helps after this long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait(pub(crate) Duration);

impl<K: Eq + Hash> Limiter<K> {
    pub(crate) fn new(rate: Rate) -> Self {
        Self { rate, buckets: Mutex::default() }
    }

    /// Takes one of what `key` may do.
    pub(crate) fn take(&self, key: K, now: Instant) -> Result<(), Wait> {
        let full = f64::from(self.rate.burst);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_KEYS && !buckets.contains_key(&key) {
            buckets.clear();
        }
        let bucket = buckets.entry(key).or_insert(Bucket { tokens: full, filled_at: now });
        let passed = now.saturating_duration_since(bucket.filled_at).as_secs_f64();
        bucket.tokens = (bucket.tokens + passed * self.rate.per_second).min(full);
        bucket.filled_at = now;
        if bucket.tokens < 1.0 {
            let seconds = (1.0 - bucket.tokens) / self.rate.per_second;
            return Err(Wait(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_hours(1))));
        }
        bucket.tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_held_and_told_how_long() {
        let limiter = Limiter::new(Rate { burst: 3, per_second: 0.5 });
        let start = Instant::now();
        let taken = (0..30).filter(|_| limiter.take("flood", start).is_ok()).count();
        assert_eq!(taken, 3);
        assert_eq!(limiter.take("flood", start), Err(Wait(Duration::from_secs(2))));
        assert_eq!(limiter.take("somebody else", start), Ok(()));
        let later = start + Duration::from_secs(2);
        assert_eq!(limiter.take("flood", later), Ok(()));
        assert!(limiter.take("flood", later).is_err());
    }

    #[test]
    fn a_pause_does_not_save_up_more_than_the_burst() {
        let limiter = Limiter::new(Rate { burst: 2, per_second: 1.0 });
        let start = Instant::now();
        limiter.take((), start).unwrap();
        let later = start + Duration::from_hours(1);
        assert_eq!((0..9).filter(|_| limiter.take((), later).is_ok()).count(), 2);
    }

    #[test]
    fn memory_is_bounded_whoever_comes() {
        let limiter = Limiter::new(Rate { burst: 1, per_second: 0.001 });
        let start = Instant::now();
        for visitor in 0..3 * MOST_KEYS {
            limiter.take(visitor, start).unwrap();
        }
        assert!(limiter.buckets.lock().unwrap().len() <= MOST_KEYS);
    }
}
