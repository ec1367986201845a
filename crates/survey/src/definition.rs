//! A survey: one document that every channel shows.

use crate::language::Language;
use crate::map::Map;

/// What is said, by language tag.
pub type Text = Map<String>;

impl Text {
    /// What is said in `language`; in English, else in whatever language comes first, where it is missing.
    pub fn in_language(&self, language: &Language) -> &str {
        self.get(language.tag)
            .or_else(|| self.get(Language::ENGLISH.tag))
            .or_else(|| self.iter().next().map(|(_, text)| text))
            .map_or("", String::as_str)
    }
}

/// What is asked, in which order, and what is said at the end.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Survey {
    /// Where the schema of this document is published. Editors read it, the product does not.
    #[cfg_attr(feature = "json", serde(rename = "$schema", default, skip_serializing_if = "Option::is_none"))]
    pub schema: Option<String>,
    /// Names the survey in addresses and responses: 1 to 64 of `a-z`, `0-9`, `-` and `_`.
    pub id: String,
    /// Raised whenever a question or a scale changes, so that answers before and after are never merged in silence.
    pub version: u32,
    /// What the survey is called where a page needs a title.
    pub title: Text,
    /// What is asked, in this order. At least one.
    pub questions: Vec<Question>,
    /// What is said once the answer is stored.
    pub thanks: Text,
}

impl Survey {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Question {
    /// Names the answer: 1 to 64 of `a-z`, `0-9`, `-` and `_`, unique in the survey.
    pub id: String,
    /// What kind of answer is asked for.
    pub kind: QuestionKind,
    /// The question itself.
    pub text: Text,
    /// Whether there is no sending without an answer.
    #[cfg_attr(feature = "json", serde(default))]
    pub required: bool,
    /// What the lowest value of a scale means. Only for scales.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub low: Text,
    /// What the highest value of a scale means. Only for scales.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub high: Text,
}

/// What kind of answer a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum QuestionKind {
    /// Net Promoter Score: how likely to recommend, 0 to 10 (Reichheld 2003).
    Nps,
    /// The visitor's own words, over several lines, at most [`QuestionKind::LONGEST_TEXT`] characters.
    LongText,
}

impl QuestionKind {
    /// How many characters (Unicode scalar values) a text answer may have.
    pub const LONGEST_TEXT: usize = 5_000;

    /// Every kind, as written in a survey file.
    pub const ALL: &'static [(&'static str, QuestionKind)] =
        &[("nps", QuestionKind::Nps), ("long-text", QuestionKind::LongText)];

    /// The kind as written in a survey file.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The values of a scale, lowest first; `None` where there is no scale.
    pub fn scale(self) -> Option<std::ops::RangeInclusive<i64>> {
        match self {
            QuestionKind::Nps => Some(0..=10),
            QuestionKind::LongText => None,
        }
    }
}
