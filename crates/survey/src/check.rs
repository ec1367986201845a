//! Whether a survey can be asked at all.

use crate::definition::{Question, Survey, Text};
use crate::language::{LANGUAGES, Language};

/// Why a survey cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DefinitionError {
    /// An id with other letters than allowed, none, or more than 64.
    #[error("{place} is named `{id}`: a name is 1 to 64 of a-z, 0-9, - and _")]
    Name {
        /// Which id.
        place: String,
        /// What it says.
        id: String,
    },
    /// No question.
    #[error("there is no question: `questions` needs at least one")]
    NoQuestion,
    /// Two questions with one id: one answer would overwrite the other.
    #[error("two questions are named `{0}`: give each a name of its own")]
    SameName(String),
    /// Nothing to read.
    #[error("{0} has no text: write it in at least one language, such as {{\"en\": \"…\"}}")]
    NoText(String),
    /// A language the product cannot write: its buttons would be in another one.
    #[error("{place} is in `{tag}`: the languages are {known}")]
    Language {
        /// Which text.
        place: String,
        /// The tag it was given.
        tag: String,
        /// The tags that work.
        known: String,
    },
    /// `low` or `high` on a question without a scale.
    #[error("question `{0}` has no scale, so `low` and `high` mean nothing there: take them out")]
    NotAScale(String),
}

impl Survey {
    /// Checks what types cannot say.
    ///
    /// # Errors
    /// The first thing that is wrong, in the order of the document.
    pub fn check(&self) -> Result<(), DefinitionError> {
        check_name("the survey", &self.id)?;
        check_text("`title`", &self.title)?;
        if self.questions.is_empty() {
            return Err(DefinitionError::NoQuestion);
        }
        for (index, question) in self.questions.iter().enumerate() {
            check_question(question)?;
            if self.questions.iter().take(index).any(|earlier| earlier.id == question.id) {
                return Err(DefinitionError::SameName(question.id.clone()));
            }
        }
        check_text("`thanks`", &self.thanks)
    }
}

fn check_question(question: &Question) -> Result<(), DefinitionError> {
    check_name("a question", &question.id)?;
    let place = |what: &str| format!("`{what}` of question `{}`", question.id);
    check_text(&place("text"), &question.text)?;
    if question.kind.scale().is_none() && !(question.low.is_empty() && question.high.is_empty()) {
        return Err(DefinitionError::NotAScale(question.id.clone()));
    }
    for (what, text) in [("low", &question.low), ("high", &question.high)] {
        if !text.is_empty() {
            check_text(&place(what), text)?;
        }
    }
    Ok(())
}

/// Whether `id` can stand in an address, a file name and a column without being quoted.
pub fn is_name(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    !id.is_empty() && id.len() <= 64 && id.bytes().all(allowed)
}

fn check_name(place: &str, id: &str) -> Result<(), DefinitionError> {
    if is_name(id) {
        return Ok(());
    }
    Err(DefinitionError::Name { place: place.to_owned(), id: id.to_owned() })
}

fn check_text(place: &str, text: &Text) -> Result<(), DefinitionError> {
    if text.is_empty() || text.iter().any(|(_, words)| words.trim().is_empty()) {
        return Err(DefinitionError::NoText(place.to_owned()));
    }
    match text.iter().find(|(tag, _)| !LANGUAGES.iter().any(|language| language.tag == *tag)) {
        None => Ok(()),
        Some((tag, _)) => {
            Err(DefinitionError::Language { place: place.to_owned(), tag: tag.to_owned(), known: known_tags() })
        }
    }
}

fn known_tags() -> String {
    LANGUAGES.iter().map(|Language { tag, .. }| *tag).collect::<Vec<_>>().join(", ")
}
