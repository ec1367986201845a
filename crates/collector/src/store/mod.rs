//! Where responses are kept.

#[cfg(test)]
pub(crate) mod contract;
mod migrate;
mod read;
mod sqlite;
mod write;

use async_trait::async_trait;
use sada_survey::{Answers, Response};
pub use sqlite::SqliteStore;

/// Where responses are kept. Every implementation passes `store::contract`.
///
/// Times are milliseconds since 1970-01-01 UTC. Unique is the pair of site and submission.
#[async_trait]
pub trait Store: Send + Sync {
    /// Keeps all of them in one transaction; on return they survive a power cut. One outcome each, in order.
    async fn add(&self, responses: &[NewResponse]) -> Result<Vec<Added>, StoreError>;

    /// Makes a site, unless it exists.
    async fn add_site(&self, site: &str, now: i64) -> Result<(), StoreError>;
    /// Whether there is such a site.
    async fn has_site(&self, site: &str) -> Result<bool, StoreError>;
    /// Every site, by key.
    async fn sites(&self) -> Result<Vec<String>, StoreError>;

    /// What was answered on a site: newest survey version first within each survey, surveys by id.
    async fn surveys_answered(&self, site: &str) -> Result<Vec<SurveyAnswered>, StoreError>;
    /// How often each value of a scale was chosen, lowest value first. What is held back is not in it.
    async fn distribution(&self, survey: &SurveyVersion<'_>, question: &str) -> Result<Vec<Chosen>, StoreError>;
    /// Responses, newest first; those held back among them.
    async fn responses(
        &self,
        survey: &SurveyVersion<'_>,
        skip: u64,
        limit: u64,
    ) -> Result<Vec<StoredResponse>, StoreError>;

    /// The hash of the owner's password, if one was made.
    async fn password_hash(&self) -> Result<Option<String>, StoreError>;
    /// Sets the owner's password and ends every session.
    async fn set_password_hash(&self, hash: &str) -> Result<(), StoreError>;
    /// Begins a session, known by the hash of its token. Forgets those that ended before `now`.
    async fn add_session(&self, token_hash: &[u8], now: i64, expires_at: i64) -> Result<(), StoreError>;
    /// Whether a session lives.
    async fn has_session(&self, token_hash: &[u8], now: i64) -> Result<bool, StoreError>;
    /// Ends a session.
    async fn forget_session(&self, token_hash: &[u8]) -> Result<(), StoreError>;

    /// Lets go of the database, everything written.
    async fn close(&self);
}

/// A response on its way into the store.
#[derive(Debug, Clone)]
pub struct NewResponse {
    /// What was sent, checked.
    pub response: Response,
    /// Which revision it is; `None` for the one after whatever is stored, for a form without a memory.
    pub rev: Option<u32>,
    /// SHA-256 of the content: two tries of one revision have the same.
    pub content_hash: Vec<u8>,
    /// SHA-256 of the receipt its author gets, if it becomes stored.
    pub receipt_hash: Option<Vec<u8>>,
    /// Why it is kept out of the scores, if it is.
    pub held_back: Option<HeldBack>,
    /// When it arrived, by the server's clock.
    pub received_at: i64,
}

/// What became of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It stands in the store now.
    Stored,
    /// It, or a later revision, stood there already.
    Duplicate,
    /// The same revision stands there with other content.
    Conflict,
}

/// Why a response is kept out of the scores: visible, and reversible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBack {
    /// It filled the field that no visitor sees.
    Honeypot,
}

impl HeldBack {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            HeldBack::Honeypot => "honeypot",
        }
    }
}

/// One version of a survey on a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SurveyVersion<'a> {
    /// The site's key.
    pub site: &'a str,
    /// Id of the survey.
    pub survey: &'a str,
    /// Its version.
    pub version: u32,
}

/// How much was answered of one version of a survey. Every response is in exactly one of the three counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyAnswered {
    /// Id of the survey.
    pub survey: String,
    /// Its version.
    pub version: u32,
    /// Sent by visitors.
    pub complete: u64,
    /// Left behind half done.
    pub partial: u64,
    /// Kept out of the scores.
    pub held_back: u64,
}

/// How many people chose one value of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The value.
    pub value: i64,
    /// In responses that were sent.
    pub complete: u64,
    /// In responses left behind half done.
    pub partial: u64,
}

/// A response as the dashboard shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredResponse {
    /// Its id (UUID).
    pub submission_id: String,
    /// Which revision stands.
    pub rev: u32,
    /// Whether it was sent, or left behind half done.
    pub complete: bool,
    /// What was answered, by question id.
    pub answers: Answers,
    /// Where it was asked: `popup`, `page`, …
    pub channel: String,
    /// BCP 47 tag of the language it was shown in.
    pub lang: String,
    /// Address of the page it was asked on.
    pub page_url: Option<String>,
    /// Whether it is kept out of the scores.
    pub is_held_back: bool,
    /// When it arrived, by the server's clock.
    pub received_at: i64,
}

/// Why the store did not do what was asked. Nothing of it was done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Something else is writing. Trying again helps.
    #[error("the database is locked by something else")]
    Busy(#[source] sqlx::Error),
    /// Reading or writing failed.
    #[error("the database failed")]
    Failed(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if sqlite::is_busy(&error) { StoreError::Busy(error) } else { StoreError::Failed(error) }
    }
}
