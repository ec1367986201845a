//! What is said around a survey, in every language of the product. A missing line does not compile.

mod ar;
mod en;
mod fa;

use sada_survey::{Language, Problem};

/// The lines of one language.
#[derive(Debug)]
pub struct Messages {
    /// Behind a question that may be left out.
    pub optional: &'static str,
    /// The button that sends.
    pub send: &'static str,
    /// The button that closes.
    pub close: &'static str,
    /// While the answer is on its way.
    pub sending: &'static str,
    /// The endpoint could not be reached: the answer is kept and will be sent.
    pub saved_on_device: &'static str,
    /// As before, where the device keeps nothing: only while the page is open.
    pub kept_in_page: &'static str,
    /// The endpoint will not take it, ever; the words follow, to be copied.
    pub refused: &'static str,
    /// Above the list of what is missing.
    pub problems: &'static str,
    /// A scale without an answer.
    pub choose: &'static str,
    /// A text without an answer.
    pub write: &'static str,
    /// A text that is too long; `{limit}` is how many characters are taken.
    too_long: &'static str,
    /// An answer that the question does not offer.
    not_an_answer: &'static str,
}

impl Messages {
    /// The lines of a language; English for one that has none yet.
    pub fn of(language: &Language) -> &'static Messages {
        match language.tag {
            "ar" => &ar::MESSAGES,
            "fa" => &fa::MESSAGES,
            _ => &en::MESSAGES,
        }
    }

    /// What a visitor is told about a problem: what is missing, and what to do.
    pub fn problem(&self, problem: Problem, is_scale: bool, language: &Language) -> String {
        match problem {
            Problem::Missing if is_scale => self.choose.to_owned(),
            Problem::Missing => self.write.to_owned(),
            Problem::TooLong => {
                let limit = i64::try_from(sada_survey::QuestionKind::LONGEST_TEXT).unwrap_or(i64::MAX);
                self.too_long.replace("{limit}", &language.number(limit))
            }
            _ => self.not_an_answer.to_owned(),
        }
    }
}
