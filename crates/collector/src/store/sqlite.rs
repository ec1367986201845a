//! `SQLite` in one file: one connection writes, a few read.

use super::migrate::{check_sqlite, migrate};
use super::{Added, Chosen, NewResponse, Store, StoreError, StoredResponse, SurveyAnswered, SurveyVersion};
use super::{read, write};
use crate::error::CollectorError;
use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use std::path::Path;
use std::time::Duration;

/// How long a write waits for a lock that something else holds. Short: the visitor is told to try again.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(1);
/// How long a reader waits for one of the connections.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);
const READERS: u32 = 4;

/// Responses in one `SQLite` file, with its `-wal` and `-shm` beside it.
pub struct SqliteStore {
    /// One connection: `SQLite` takes one writer at a time.
    writer: SqlitePool,
    readers: SqlitePool,
}

impl SqliteStore {
    /// Opens the file, makes it where it is missing, and brings its tables up to date.
    ///
    /// # Errors
    /// The file cannot be opened, is from a newer version, or the `SQLite` inside could lose commits.
    pub async fn open(path: &Path) -> Result<Self, CollectorError> {
        let unusable = |source| CollectorError::Database { path: path.to_owned(), source };
        // FULL: a commit is on the disk before it is acknowledged, also when the power goes (sqlite.org/pragma.html#pragma_synchronous).
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("secure_delete", "ON")
            .busy_timeout(WAIT_FOR_LOCK);
        let pool =
            |connections| SqlitePoolOptions::new().max_connections(connections).acquire_timeout(WAIT_FOR_CONNECTION);
        let writer = pool(1).connect_with(options.clone()).await.map_err(unusable)?;
        check_sqlite(&writer).await.map_err(unusable)??;
        migrate(&writer, path).await?;
        let readers = pool(READERS).connect_with(options.read_only(true)).await.map_err(unusable)?;
        Ok(Self { writer, readers })
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn add(&self, responses: &[NewResponse]) -> Result<Vec<Added>, StoreError> {
        let mut connection = self.writer.acquire().await?;
        let added = write::add(&mut connection, responses).await;
        if matches!(added, Err(StoreError::Failed(_))) {
            // After an I/O error the next batch gets a connection that has seen none.
            connection.close_on_drop();
        }
        added
    }

    async fn add_site(&self, site: &str, now: i64) -> Result<(), StoreError> {
        let insert = sqlx::query("INSERT INTO sites (site, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING");
        insert.bind(site).bind(now).execute(&self.writer).await?;
        Ok(())
    }

    async fn has_site(&self, site: &str) -> Result<bool, StoreError> {
        let found = sqlx::query_scalar::<_, i64>("SELECT 1 FROM sites WHERE site = ?").bind(site);
        Ok(found.fetch_optional(&self.readers).await?.is_some())
    }

    async fn sites(&self) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar("SELECT site FROM sites ORDER BY site").fetch_all(&self.readers).await?)
    }

    async fn surveys_answered(&self, site: &str) -> Result<Vec<SurveyAnswered>, StoreError> {
        Ok(read::surveys_answered(&self.readers, site).await?)
    }

    async fn distribution(&self, survey: &SurveyVersion<'_>, question: &str) -> Result<Vec<Chosen>, StoreError> {
        Ok(read::distribution(&self.readers, survey, question).await?)
    }

    async fn responses(
        &self,
        survey: &SurveyVersion<'_>,
        skip: u64,
        limit: u64,
    ) -> Result<Vec<StoredResponse>, StoreError> {
        Ok(read::responses(&self.readers, survey, skip, limit).await?)
    }

    async fn password_hash(&self) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("SELECT password_hash FROM owner").fetch_optional(&self.readers).await?)
    }

    async fn set_password_hash(&self, hash: &str) -> Result<(), StoreError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let set = sqlx::query(
            "INSERT INTO owner (id, password_hash) VALUES (1, ?)
             ON CONFLICT (id) DO UPDATE SET password_hash = excluded.password_hash",
        );
        set.bind(hash).execute(&mut *transaction).await?;
        sqlx::query("DELETE FROM sessions").execute(&mut *transaction).await?;
        Ok(transaction.commit().await?)
    }

    async fn add_session(&self, token_hash: &[u8], now: i64, expires_at: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE expires_at <= ?").bind(now).execute(&self.writer).await?;
        let insert = sqlx::query("INSERT INTO sessions (token_hash, expires_at) VALUES (?, ?)");
        insert.bind(token_hash).bind(expires_at).execute(&self.writer).await?;
        Ok(())
    }

    async fn has_session(&self, token_hash: &[u8], now: i64) -> Result<bool, StoreError> {
        let found = sqlx::query_scalar::<_, i64>("SELECT 1 FROM sessions WHERE token_hash = ? AND expires_at > ?");
        Ok(found.bind(token_hash).bind(now).fetch_optional(&self.readers).await?.is_some())
    }

    async fn forget_session(&self, token_hash: &[u8]) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE token_hash = ?").bind(token_hash).execute(&self.writer).await?;
        Ok(())
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Whether something else holds the lock (`SQLITE_BUSY`, 5, and its extended codes; sqlite.org/rescode.html#busy),
/// or the one writing connection is taken for too long.
pub(super) fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut => true,
        sqlx::Error::Database(error) => {
            error.code().and_then(|code| code.parse::<u32>().ok()).is_some_and(|code| code & 0xff == 5)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::contract::{NPS, contract, response};
    use super::*;

    #[tokio::test]
    async fn sqlite_keeps_the_promises_of_a_store() {
        let folder = tempfile::tempdir().unwrap();
        contract(&SqliteStore::open(&folder.path().join("sada.db")).await.unwrap()).await;
    }

    #[tokio::test]
    async fn commits_are_durable_and_deleted_text_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("sada.db")).await.unwrap();
        for (pragma, expected) in [
            ("PRAGMA journal_mode", "wal"),
            ("PRAGMA synchronous", "2"),
            ("PRAGMA foreign_keys", "1"),
            ("PRAGMA secure_delete", "1"),
        ] {
            let row = sqlx::query(pragma).fetch_one(&store.writer).await.unwrap();
            let value = sqlx::Row::try_get_unchecked::<String, _>(&row, 0).unwrap();
            assert_eq!(value, expected, "{pragma}");
        }
    }

    #[tokio::test]
    async fn a_database_of_a_newer_version_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sada.db");
        let store = SqliteStore::open(&path).await.unwrap();
        let step = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
            VALUES (9999, 'next year', 1, x'00', 0)";
        sqlx::query(step).execute(&store.writer).await.unwrap();
        store.close().await;
        let error = SqliteStore::open(&path).await.err().unwrap();
        assert!(matches!(error, CollectorError::NewerDatabase { found: 9999, known: 2, .. }), "{error:?}");
        assert!(error.to_string().contains("install the newer version again"), "{error}");
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.txt");
        std::fs::write(&path, "not a database, but long enough to have a header ".repeat(10)).unwrap();
        let error = SqliteStore::open(&path).await.err().unwrap();
        assert!(error.to_string().contains("notes.txt"), "{error}");
    }

    #[tokio::test]
    async fn a_lock_held_by_others_is_busy_and_passes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sada.db");
        let store = SqliteStore::open(&path).await.unwrap();
        store.add_site("shop", 0).await.unwrap();
        let other = SqliteStore::open(&path).await.unwrap();
        let lock = other.writer.begin_with("BEGIN IMMEDIATE").await.unwrap();
        assert!(matches!(store.add(&[response(1, 1, 9)]).await, Err(StoreError::Busy(_))));
        assert!(store.has_site("shop").await.unwrap(), "reading goes on");
        lock.rollback().await.unwrap();
        store.add(&[response(1, 1, 9)]).await.unwrap();
        assert_eq!(store.responses(&NPS, 0, 9).await.unwrap().len(), 1);
    }
}
