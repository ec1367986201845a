//! What is asked and what is answered: survey definitions, answers, languages and scores.
//!
//! No input or output, no clock: the popup (WebAssembly), the hosted page and the collector share this crate.
//! With the feature `json`, definitions and responses are read from and written to JSON.

mod answer;
mod check;
mod definition;
#[cfg(feature = "json")]
mod json;
mod language;
mod map;
mod nps;
#[cfg(feature = "json")]
mod response;
mod statistics;

pub use answer::{Answer, Answers, Problem};
pub use check::{DefinitionError, is_name};
pub use definition::{Question, QuestionKind, Survey, Text};
#[cfg(feature = "json")]
pub use json::SurveyFileError;
pub use language::{Direction, LANGUAGES, Language};
pub use map::Map;
pub use nps::Nps;
#[cfg(feature = "json")]
pub use response::{Context, PageVisited, Response, ResponseError};
pub use statistics::{FEW_ANSWERS, Interval, Z_95};
