//! A response in the making: the wire format, written by the browser's own JSON.

use crate::outbox::now;
use crate::property::{object, set};
use js_sys::Array;
use sada_survey::{Answer, Answers, Language, Survey};
use wasm_bindgen::JsValue;

/// What the snippet says.
pub(crate) struct Snippet {
    pub(crate) site: String,
    pub(crate) endpoint: String,
    pub(crate) touchpoint: Option<String>,
}

/// The response to `survey`, complete but for the time of the try. Also its id.
pub(crate) fn response(
    snippet: &Snippet,
    survey: &Survey,
    answers: &Answers,
    language: &Language,
    shown_at: &str,
) -> (String, JsValue) {
    let id = submission_id();
    let body = object();
    set(&body, "submission_id", id.as_str());
    set(&body, "rev", 1);
    set(&body, "complete", true);
    set(&body, "survey", survey.id.as_str());
    set(&body, "survey_version", survey.version);
    set(&body, "site", snippet.site.as_str());
    set(&body, "channel", "popup");
    if let Some(touchpoint) = &snippet.touchpoint {
        set(&body, "touchpoint", touchpoint.as_str());
    }
    let given = object();
    for (question, answer) in answers.iter() {
        match answer {
            #[expect(clippy::cast_precision_loss, reason = "values of a scale are small")]
            Answer::Number(value) => set(&given, question, *value as f64),
            Answer::Text(text) => set(&given, question, text.as_str()),
        }
    }
    set(&body, "answers", given);
    set(&body, "lang", language.tag);
    set(&body, "dir", language.direction.as_str());
    set_surroundings(&body);
    set(&body, "shown_at", shown_at);
    set(&body, "client_time", now());
    set(&body, "sada", env!("CARGO_PKG_VERSION"));
    (id, body)
}

/// The page without query and fragment, which hold search words and tokens; and what a layout depends on.
fn set_surroundings(body: &JsValue) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let page = object();
    set(&page, "url", [location.origin().unwrap_or_default(), location.pathname().unwrap_or_default()].concat());
    set(&page, "title", window.document().map(|document| document.title()).unwrap_or_default());
    set(body, "page", page);
    let context = object();
    let sizes = [window.inner_width(), window.inner_height()];
    set(&context, "viewport", sizes.into_iter().flatten().collect::<Array>());
    let dark = window.match_media("(prefers-color-scheme: dark)").ok().flatten();
    set(&context, "theme", if dark.is_some_and(|query| query.matches()) { "dark" } else { "light" });
    set(body, "context", context);
}

/// A UUID of version 7: 48 bits of time, the rest random (RFC 9562, 5.7).
fn submission_id() -> String {
    let mut bytes = [0_u8; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 fit in 48 bits"
    )]
    let time = (js_sys::Date::now() as u64).to_be_bytes();
    bytes[..6].copy_from_slice(&time[2..]);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    let mut id = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        id.push(digit(byte >> 4));
        id.push(digit(byte & 0x0f));
    }
    id
}
