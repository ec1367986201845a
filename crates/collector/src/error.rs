//! Why the collector does not start.

use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the collector does not start, or ended.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CollectorError {
    /// The address is taken, or not ours.
    #[error("cannot listen on {address}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The file cannot be read, written, or is no database.
    #[error("cannot open the database {}", path.display())]
    Database {
        /// Which file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        source: sqlx::Error,
    },
    /// The `SQLite` inside can lose commits when two connections write.
    #[error("this program carries SQLite {version}, which can lose answers: build it with SQLite 3.51.3 or newer")]
    SqliteTooOld {
        /// Which one is inside.
        version: String,
    },
    /// Somebody went back to an older version.
    #[error(
        "the database {} was made by a newer version of Sada (its tables are at step {found}, this version knows {known}): \
         install the newer version again, or name another database",
        path.display()
    )]
    NewerDatabase {
        /// Which file.
        path: PathBuf,
        /// Step of the newest table.
        found: i64,
        /// Newest step that this version knows.
        known: i64,
    },
    /// The tables are not what a Sada made, or could not be changed.
    #[error("cannot bring the tables of {} up to date", path.display())]
    Migration {
        /// Which file.
        path: PathBuf,
        /// What went wrong.
        #[source]
        source: sqlx::migrate::MigrateError,
    },
    /// Reading or writing failed while starting.
    #[error("the database does not work")]
    Store(#[from] crate::store::StoreError),
    /// Two surveys with one id: one would hide the other.
    #[error("two surveys are named `{0}`: give each an id of its own")]
    SameSurvey(String),
    /// The key of a site cannot stand in an address.
    #[error("the site is named `{0}`: a name is 1 to 64 of a-z, 0-9, - and _")]
    SiteName(String),
    /// The address that people use cannot be one.
    #[error("{0} cannot be where people reach the collector: write https:// and the host, without a path")]
    PublicUrl(url::Url),
    /// The password could not be hashed.
    #[error("cannot make a password: {0}")]
    Password(argon2::password_hash::Error),
}
