//! The server's clock.

use time::OffsetDateTime;

/// Milliseconds since 1970-01-01 UTC.
pub(crate) fn now() -> i64 {
    i64::try_from(OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}
