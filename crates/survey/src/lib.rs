//! What is asked and what is answered: survey definitions, answers, languages and scores.
//!
//! No input or output, no clock: the popup (WebAssembly), the hosted page and the collector share this crate.
//! With the feature `json`, definitions and responses are read from and written to JSON.

mod answer;
mod ces;
#[cfg(feature = "json")]
mod check;
mod csat;
mod definition;
mod field;
mod fill;
mod flow;
#[cfg(feature = "json")]
mod json;
mod language;
mod map;
mod messages;
mod name;
mod nps;
#[cfg(feature = "json")]
mod response;
mod statistics;

pub use answer::{Answer, Answers, Problem};
pub use ces::Ces;
#[cfg(feature = "json")]
pub use check::{DefinitionError, Fault, Place};
pub use csat::Csat;
pub use definition::{Branch, Choice, Look, Question, QuestionKind, Row, Survey, Text};
pub use fill::{fill, put};
#[cfg(feature = "json")]
pub use json::{Mistake, SurveyFileError};
pub use language::{Direction, LANGUAGES, Language};
pub use map::Map;
pub use messages::{Line, Messages};
pub use name::is_name;
pub use nps::Nps;
#[cfg(feature = "json")]
pub use response::{Context, PageVisited, Response, ResponseError};
pub use statistics::{FEW_ANSWERS, Interval, Z_95};
