//! A response in the making: the wire format, written by the browser's own JSON.

use crate::answer::from_answers;
use crate::browser;
use crate::config::Config;
use crate::property::{object, set};
use sada_survey::{Answers, Messages, Survey};
use wasm_bindgen::JsValue;

/// One submission, kept from its first answer to its last revision.
#[derive(Clone, Default)]
pub(crate) struct Submission {
    /// Empty before there is one.
    pub(crate) id: String,
    /// How often it has been sent.
    pub(crate) rev: u32,
    pub(crate) shown_at: String,
}

/// The response to `survey`, complete but for the time of the try.
pub(crate) fn response(
    config: &Config,
    survey: &Survey,
    messages: &Messages,
    submission: &Submission,
    answers: &Answers,
    is_complete: bool,
) -> JsValue {
    let body = object();
    set(&body, "submission_id", submission.id.as_str());
    set(&body, "rev", submission.rev);
    set(&body, "complete", is_complete);
    set(&body, "survey", survey.id.as_str());
    set(&body, "survey_version", survey.version);
    set(&body, "site", config.site.as_str());
    set(&body, "channel", "popup");
    if let Some(touchpoint) = &config.touchpoint {
        set(&body, "touchpoint", touchpoint.as_str());
    }
    set(&body, "answers", from_answers(answers));
    set(&body, "lang", messages.tag.as_str());
    set(&body, "dir", messages.direction.as_str());
    browser::add_surroundings(&body, &config.attributes);
    set(&body, "shown_at", submission.shown_at.as_str());
    set(&body, "sada", env!("CARGO_PKG_VERSION"));
    body
}
