//! Which databases this version works on.

use crate::error::CollectorError;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::SqlitePool;
use std::path::Path;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Until 3.51.2 two connections could lose a commit when the write-ahead log was reset (sqlite.org/wal.html#walresetbug).
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// Refuses an `SQLite` that can lose commits.
pub(super) async fn check_sqlite(pool: &SqlitePool) -> Result<Result<(), CollectorError>, sqlx::Error> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(pool).await?;
    Ok(if is_safe(&version) { Ok(()) } else { Err(CollectorError::SqliteTooOld { version }) })
}

fn is_safe(version: &str) -> bool {
    let numbers: Result<Vec<u32>, _> = version.split('.').map(str::parse).collect();
    numbers.is_ok_and(|numbers| numbers.as_slice() >= OLDEST_SQLITE.as_slice())
}

/// Brings the tables up to date. Each step is one transaction: after a crash it is done or not begun.
pub(super) async fn migrate(pool: &SqlitePool, path: &Path) -> Result<(), CollectorError> {
    let path = path.to_owned();
    MIGRATIONS.run(pool).await.map_err(|error| match error {
        MigrateError::VersionMissing(found) => CollectorError::NewerDatabase { path, found, known: newest() },
        source => CollectorError::Migration { path, source },
    })
}

fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (String, Option<i64>, Option<String>, Option<String>);

    #[tokio::test]
    async fn answers_outlive_the_step_to_every_kind() {
        let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        MIGRATIONS.run_to(1, &pool).await.unwrap();
        let fill = "INSERT INTO sites VALUES ('shop', 0);
            INSERT INTO responses (site, submission_id, rev, complete, survey, survey_version, channel, lang, dir, content_hash, received_at)
            VALUES ('shop', 'a', 1, 1, 'nps', 1, 'popup', 'ar', 'rtl', x'00', 0);
            INSERT INTO answers VALUES ('shop', 'a', 'nps', 9, NULL), ('shop', 'a', 'why', NULL, 'سريع');";
        sqlx::raw_sql(fill).execute(&pool).await.unwrap();
        MIGRATIONS.run(&pool).await.unwrap();
        let kept = "SELECT question, number, words, parts FROM answers ORDER BY question";
        let kept: Vec<Row> = sqlx::query_as(kept).fetch_all(&pool).await.unwrap();
        let words = Some("سريع".to_owned());
        assert_eq!(kept, [("nps".to_owned(), Some(9), None, None), ("why".to_owned(), None, words, None)]);
        assert!(
            sqlx::query("INSERT INTO answers VALUES ('shop', 'a', 'x', 1, 'two', NULL)").execute(&pool).await.is_err()
        );
    }

    #[test]
    fn sqlite_that_can_lose_commits_is_refused() {
        for (version, safe) in [
            ("3.51.2", false),
            ("3.51.3", true),
            ("3.52.0", true),
            ("4.0.0", true),
            ("3.7.17", false),
            ("3.51", false),
            ("", false),
        ] {
            assert_eq!(is_safe(version), safe, "{version}");
        }
    }
}
