//! A response as it travels: the wire format, and what of it is refused.

use crate::answer::{Answer, Answers};
use crate::check::is_name;
use crate::map::Map;
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

fn first_revision() -> u32 {
    1
}

fn yes() -> bool {
    true
}

impl Response {
    /// Most answers one response may hold.
    pub const MOST_ANSWERS: usize = 100;

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
        check_count("answers", self.answers.len())?;
        check_count("attributes", self.attributes.len())?;
        for (question, answer) in self.answers.iter() {
            check_text("answers", question, 64)?;
            if let Answer::Text(text) = answer {
                check_text(&format!("answers.{question}"), text, usize::MAX)?;
            }
        }
        for (name, value) in self.attributes.iter() {
            check_text("attributes", name, 64)?;
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

fn check_count(field: &str, length: usize) -> Result<(), ResponseError> {
    let limit = Response::MOST_ANSWERS;
    if length <= limit {
        return Ok(());
    }
    Err(ResponseError::TooLong { field: field.to_owned(), length, limit })
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
mod tests {
    use super::*;

    const WIRE: &str = r#"{"submission_id":"0192f0c1-7d3a-7000-8000-000000000001","rev":2,"complete":true,"survey":"checkout","survey_version":3,
        "site":"pk_demo","channel":"popup","touchpoint":"checkout","answers":{"nps":9,"why":"سريع"},"lang":"ar","dir":"rtl",
        "page":{"url":"https://shop.example/checkout?mail=a@b#x","title":"…"},"context":{"viewport":[390,844],"theme":"dark"},
        "attributes":{"plan":"pro"},"shown_at":"2026-11-22T10:00:00Z","client_time":"2026-11-22T10:00:09Z","sent_at":"2026-11-22T10:00:09Z",
        "sada":"0.1.0","added_next_year":[1]}"#;

    #[test]
    fn the_wire_format_reads() {
        let mut response: Response = serde_json::from_str(WIRE).unwrap();
        response.check().unwrap();
        response.strip_address();
        assert_eq!(response.page.unwrap().url, "https://shop.example/checkout");
        assert_eq!(response.answers.get("nps"), Some(&Answer::Number(9)));
    }

    #[test]
    fn what_cannot_be_stored_is_refused_by_name() {
        for (from, to, said) in [
            ("\"pk_demo\"", "\"pk demo\"", "`site` is `pk demo`"),
            ("\"rev\":2", "\"rev\":0", "counted from 1"),
            ("\"rtl\"", "\"up\"", "`dir` is `up`"),
            ("سريع", "\\u0000", "`answers.why` holds the character U+0000"),
            ("\"dark\"", "\"darkdarkdarkdarkdarkdarkdarkdarkdark\"", "`context.theme` has 36 characters"),
        ] {
            let response: Response = serde_json::from_str(&WIRE.replace(from, to)).unwrap();
            let error = response.check().unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
        assert!(serde_json::from_str::<Response>(&WIRE.replace("\"why\"", "\"nps\"")).is_err(), "a key said twice");
    }
}
