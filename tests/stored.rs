//! What a collector has stored, whole.

use crate::Collector;
use serde_json::{Map, Value, from_str, json};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

/// One submission, as its highest revision stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The submission.
    pub id: String,
    /// How often it was sent.
    pub rev: i64,
    /// Whether the visitor came to the end.
    pub is_complete: bool,
    /// The survey.
    pub survey: String,
    /// The language it was asked in.
    pub lang: String,
    /// By question; what a scale gives is a number.
    pub answers: Value,
}

impl Collector {
    /// Every submission, the oldest first.
    pub fn stored(&self) -> Vec<Stored> {
        let of = "SELECT submission_id, rev, complete, survey, lang FROM responses ORDER BY received_at, submission_id";
        let answers = self.select("SELECT submission_id, question, number, words, parts FROM answers");
        let submission = |row: SqliteRow| {
            let id: String = row.get("submission_id");
            let own = answers.iter().filter(|answer| answer.get::<String, _>("submission_id") == id);
            Stored {
                rev: row.get("rev"),
                is_complete: row.get("complete"),
                survey: row.get("survey"),
                lang: row.get("lang"),
                answers: own.map(|answer| (answer.get("question"), value(answer))).collect::<Map<_, _>>().into(),
                id,
            }
        };
        self.select(of).into_iter().map(submission).collect()
    }
}

fn value(answer: &SqliteRow) -> Value {
    if let Some(parts) = answer.get::<Option<String>, _>("parts") {
        return from_str(&parts).unwrap();
    }
    let number: Option<i64> = answer.get("number");
    number.map_or_else(|| json!(answer.get::<Option<String>, _>("words")), Value::from)
}
