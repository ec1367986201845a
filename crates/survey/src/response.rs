//! A response as it travels: the wire format, and what of it is refused.

use crate::answer::{Answer, Answers};
use crate::map::Map;
use crate::name::is_name;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a visitor answered, as posted to an endpoint.
///
/// Fields this version does not know are ignored, so that an older collector takes what a newer popup sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// Made and kept on the device before the first try (UUID version 7, RFC 9562), so that a second try is no second answer.
    pub submission_id: Uuid,
    /// Counts the revisions of one submission from 1; the highest stands.
    #[serde(default = "first_revision")]
    pub rev: u32,
    /// Whether the visitor sent it, or only left it behind half done.
    #[serde(default = "yes")]
    pub complete: bool,
    /// Id of the survey.
    pub survey: String,
    /// Version of the survey that was shown.
    #[serde(default)]
    pub survey_version: u32,
    /// The site's public key.
    pub site: String,
    /// Where it was asked: `popup`, `page`, …
    #[serde(default)]
    pub channel: String,
    /// Which moment of the journey it was asked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<String>,
    /// Answers by question id.
    pub answers: Answers,
    /// BCP 47 tag of the language it was shown in.
    #[serde(default)]
    pub lang: String,
    /// `ltr` or `rtl`.
    #[serde(default)]
    pub dir: String,
    /// The page it was asked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<PageVisited>,
    /// The device, as far as a layout depends on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
    /// What the site owner added.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attributes: Map<String>,
    /// When the question was shown, by the device's clock (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_at: Option<String>,
    /// When it was answered, by the device's clock (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_time: Option<String>,
    /// When this try was made, by the device's clock (RFC 3339). Not part of the content: tries differ in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<String>,
    /// Version of the popup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sada: Option<String>,
}

/// The page a question was asked on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageVisited {
    /// Its address, without query and fragment.
    pub url: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
}

/// The device, as far as a layout depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Width and height in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewport: Option<[u32; 2]>,
    /// `light` or `dark`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
}

/// Why a response cannot be stored. Sending it again will not help.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// A name with other letters than allowed, none, or more than 64.
    #[error("`{field}` is `{value}`: a name is 1 to 64 of a-z, 0-9, - and _")]
    Name {
        /// Which field.
        field: &'static str,
        /// What it says.
        value: String,
    },
    /// Longer than it may be.
    #[error("`{field}` has {length} characters: at most {limit} are taken")]
    TooLong {
        /// Which field.
        field: String,
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// More answers, attributes or parts than are taken.
    #[error("`{field}` has {count} entries: at most {most} are taken")]
    TooMany {
        /// Which field.
        field: String,
        /// How many entries it has.
        count: usize,
        /// How many it may have.
        most: usize,
    },
    /// An answer in an answer in an answer, deeper than any question asks.
    #[error("`{field}` is nested too deep: at most {deepest} levels are taken")]
    TooDeep {
        /// Which answer.
        field: String,
        /// How many levels it may have.
        deepest: usize,
    },
    /// U+0000, which databases cannot keep.
    #[error("`{0}` holds the character U+0000, which cannot be stored")]
    Nul(String),
    /// `rev` is 0.
    #[error("`rev` is 0: revisions are counted from 1")]
    Revision,
    /// Neither `ltr`, `rtl` nor empty.
    #[error("`dir` is `{0}`: it is ltr or rtl")]
    Direction(String),
}

/// Of answers, their parts and attributes, in characters.
const LONGEST_NAME: usize = 64;

fn first_revision() -> u32 {
    1
}

fn yes() -> bool {
    true
}

impl Response {
    /// Most answers one response may hold.
    pub const MOST_ANSWERS: usize = 100;
    /// Most parts one answer may have, at each level: choices, rows.
    pub const MOST_PARTS: usize = 100;
    /// Most levels one answer may have; own words among several choices are three.
    pub const DEEPEST: usize = 4;
    /// Most characters (Unicode scalar values) one text may have, whatever the survey asks; a question's own limit is lower.
    pub const LONGEST: usize = 10_000;

    /// Takes query and fragment off the page's address: they hold search words, e-mail addresses and tokens.
    pub fn strip_address(&mut self) {
        if let Some(page) = &mut self.page {
            let end = page.url.find(['?', '#']).unwrap_or(page.url.len());
            page.url.truncate(end);
        }
    }

    /// Checks what a stranger may have put into it, whatever the survey asks.
    ///
    /// # Errors
    /// The first field that cannot be stored.
    pub fn check(&self) -> Result<(), ResponseError> {
        check_name("survey", &self.survey)?;
        check_name("site", &self.site)?;
        if self.rev == 0 {
            return Err(ResponseError::Revision);
        }
        if !matches!(self.dir.as_str(), "" | "ltr" | "rtl") {
            return Err(ResponseError::Direction(self.dir.chars().take(20).collect()));
        }
        check_count("answers", self.answers.len(), Self::MOST_ANSWERS)?;
        check_count("attributes", self.attributes.len(), Self::MOST_ANSWERS)?;
        for (question, answer) in self.answers.iter() {
            check_text("answers", question, LONGEST_NAME)?;
            check_answer(&format!("answers.{question}"), answer, 1)?;
        }
        for (name, value) in self.attributes.iter() {
            check_text("attributes", name, LONGEST_NAME)?;
            check_text(&format!("attributes.{name}"), value, 500)?;
        }
        let page = self.page.as_ref();
        for (field, text, limit) in [
            ("channel", Some(&self.channel), 32),
            ("touchpoint", self.touchpoint.as_ref(), 64),
            ("lang", Some(&self.lang), 35),
            ("page.url", page.map(|page| &page.url), 2_048),
            ("page.title", page.map(|page| &page.title), 1_000),
            ("context.theme", self.context.as_ref().and_then(|context| context.theme.as_ref()), 32),
            ("shown_at", self.shown_at.as_ref(), 40),
            ("client_time", self.client_time.as_ref(), 40),
            ("sent_at", self.sent_at.as_ref(), 40),
            ("sada", self.sada.as_ref(), 32),
        ] {
            check_text(field, text.map_or("", String::as_str), limit)?;
        }
        Ok(())
    }
}

fn check_name(field: &'static str, value: &str) -> Result<(), ResponseError> {
    if is_name(value) {
        return Ok(());
    }
    Err(ResponseError::Name { field, value: value.chars().take(64).collect() })
}

/// `field` names the answer all the way down: its parts are named by strangers.
fn check_answer(field: &str, answer: &Answer, level: usize) -> Result<(), ResponseError> {
    if level > Response::DEEPEST {
        return Err(ResponseError::TooDeep { field: field.to_owned(), deepest: Response::DEEPEST });
    }
    match answer {
        Answer::Yes(_) | Answer::Number(_) => Ok(()),
        Answer::Text(text) => check_text(field, text, Response::LONGEST),
        Answer::Several(several) => {
            check_count(field, several.len(), Response::MOST_PARTS)?;
            several.iter().try_for_each(|answer| check_answer(field, answer, level + 1))
        }
        Answer::Parts(parts) => {
            check_count(field, parts.len(), Response::MOST_PARTS)?;
            parts.iter().try_for_each(|(name, answer)| {
                check_text(field, name, LONGEST_NAME)?;
                check_answer(field, answer, level + 1)
            })
        }
    }
}

fn check_count(field: &str, count: usize, most: usize) -> Result<(), ResponseError> {
    if count <= most {
        return Ok(());
    }
    Err(ResponseError::TooMany { field: field.to_owned(), count, most })
}

fn check_text(field: &str, text: &str, limit: usize) -> Result<(), ResponseError> {
    if text.contains('\0') {
        return Err(ResponseError::Nul(field.to_owned()));
    }
    let length = text.chars().count();
    if length > limit {
        return Err(ResponseError::TooLong { field: field.to_owned(), length, limit });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
