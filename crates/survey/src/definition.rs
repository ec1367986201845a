//! A survey: one document that every channel shows.

use crate::answer::Answer;
use crate::map::Map;
use std::ops::RangeInclusive;

/// What is said, by language tag. It may hold places such as `{name|fallback}`: see [`crate::fill`].
pub type Text = Map<String>;

impl Text {
    /// What is said in the language with this tag; in English, else in whatever language comes first, where it is missing.
    pub fn in_language(&self, tag: &str) -> &str {
        self.get(tag)
            .or_else(|| self.get("en"))
            .or_else(|| self.iter().next().map(|(_, text)| text))
            .map_or("", |text| text)
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
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Question {
    /// Names the answer: 1 to 64 of `a-z`, `0-9`, `-` and `_`, unique in the survey; not `end`.
    pub id: String,
    /// What kind of answer is asked for.
    pub kind: QuestionKind,
    /// The question itself.
    pub text: Text,
    /// A line below the question.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub help: Text,
    /// Whether there is no going on without an answer.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "is_default"))]
    pub required: bool,
    /// Whether it stands on the page of the question before it.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "is_default"))]
    pub same_page: bool,
    /// What the lowest value of a scale means.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub low: Text,
    /// What the highest value of a scale means.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub high: Text,
    /// How satisfaction is drawn.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "is_default"))]
    pub look: Look,
    /// What can be chosen; the columns of a matrix.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub choices: Vec<Choice>,
    /// Whether something else can be said in the visitor's own words.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "is_default"))]
    pub other: bool,
    /// The rows of a matrix, or the pairs of words.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub rows: Vec<Row>,
    /// What somebody who leaves an address agrees to; a line of the product's own where it is missing.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub agree: Text,
    /// How many characters (Unicode scalar values) a text may have, instead of [`Question::longest`]'s own.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Option::is_none"))]
    pub longest: Option<u32>,
    /// Where to go from here. The first that applies, of all questions of the page, is taken; else the next page.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub when: Vec<Branch>,
}

#[cfg(feature = "json")]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A list that names nothing would be no condition at all, which nobody means who writes one.
#[cfg(feature = "json")]
fn some<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Answer>, D::Error> {
    let values = <Vec<Answer> as serde::Deserialize>::deserialize(deserializer)?;
    if values.is_empty() {
        return Err(serde::de::Error::custom("an empty list is no condition: name the answers, or take it out"));
    }
    Ok(values)
}

impl Question {
    /// The longest text that is ever taken.
    pub const LONGEST: u32 = 5_000;
    /// The longest line: short texts, own words at a choice, addresses.
    pub const LONGEST_LINE: u32 = 200;
    /// The values between the two words of a pair (semantic differential).
    pub const PAIR: RangeInclusive<i64> = 1..=5;

    /// How many characters (Unicode scalar values) a text may have here.
    pub fn longest(&self) -> u32 {
        let usual = if self.kind == QuestionKind::LongText { Self::LONGEST } else { Self::LONGEST_LINE };
        self.longest.unwrap_or(usual)
    }
}

/// What kind of answer a question asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum QuestionKind {
    /// Net Promoter Score: how likely to recommend, 0 to 10 (Reichheld 2003).
    Nps,
    /// Satisfaction, 1 to 5.
    Csat,
    /// Customer Effort Score: agreement that it was easy, 1 to 7 (CES 2.0).
    Ces,
    /// One of some answers.
    SingleChoice,
    /// Any of some answers.
    MultipleChoice,
    /// The visitor's own words in one line.
    ShortText,
    /// The visitor's own words, over several lines.
    LongText,
    /// How it felt, between two words, for some pairs.
    WordPairs,
    /// One of the same answers for each of some rows.
    Matrix,
    /// An e-mail address, and leave to use it.
    Contact,
    /// Nothing: something is told.
    #[default]
    Statement,
    /// Agreement.
    Consent,
}

impl QuestionKind {
    /// Every kind, as written in a survey file.
    pub const ALL: &'static [(&'static str, QuestionKind)] = &[
        ("nps", QuestionKind::Nps),
        ("csat", QuestionKind::Csat),
        ("ces", QuestionKind::Ces),
        ("single-choice", QuestionKind::SingleChoice),
        ("multiple-choice", QuestionKind::MultipleChoice),
        ("short-text", QuestionKind::ShortText),
        ("long-text", QuestionKind::LongText),
        ("word-pairs", QuestionKind::WordPairs),
        ("matrix", QuestionKind::Matrix),
        ("contact", QuestionKind::Contact),
        ("statement", QuestionKind::Statement),
        ("consent", QuestionKind::Consent),
    ];

    /// The kind as written in a survey file.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The values of a scale, lowest first; `None` where there is no scale.
    pub fn scale(self) -> Option<RangeInclusive<i64>> {
        match self {
            QuestionKind::Nps => Some(0..=10),
            QuestionKind::Csat => Some(1..=5),
            QuestionKind::Ces => Some(1..=7),
            _ => None,
        }
    }
}

/// How satisfaction is drawn. The values and their meaning are the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Look {
    /// 1 to 5.
    #[default]
    Numbers,
    /// One star to five.
    Stars,
    /// Five faces, each with its word.
    Faces,
}

/// One answer to choose.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Choice {
    /// What is stored. 1 to 64 of `a-z`, `0-9`, `-` and `_`; not `other`.
    pub id: String,
    /// What is read.
    pub text: Text,
}

/// A row of a matrix (`text`), or a pair of words (`low` and `high`).
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Row {
    /// What its answer is stored under. 1 to 64 of `a-z`, `0-9`, `-` and `_`.
    pub id: String,
    /// What a row of a matrix is about.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub text: Text,
    /// The word at the value 1.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub low: Text,
    /// The word at the value 5.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Map::is_empty"))]
    pub high: Text,
}

/// Where to go after some answers. All conditions that are given must hold; without any it always applies.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Branch {
    /// The answer is, or holds, one of these.
    #[cfg_attr(feature = "json", serde(default, deserialize_with = "some", skip_serializing_if = "Vec::is_empty"))]
    pub is: Vec<Answer>,
    /// The answer is this number or a higher one.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Option::is_none"))]
    pub at_least: Option<i64>,
    /// The answer is this number or a lower one.
    #[cfg_attr(feature = "json", serde(default, skip_serializing_if = "Option::is_none"))]
    pub at_most: Option<i64>,
    /// The question that begins a later page, or [`Branch::END`].
    pub go_to: String,
}

impl Branch {
    /// Where nothing more is asked.
    pub const END: &'static str = "end";
}
