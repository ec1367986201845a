//! What the page says about its survey.

use crate::definition;
use crate::messages::messages;
use crate::property::{entries, get, string};
use sada_survey::{Map, Messages, Survey};
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// For how long nobody is asked twice, unless the site owner says otherwise.
const QUIET_DAYS: f64 = 90.0;

/// What is asked, and what is said around it. Does not change while the popup lives.
#[derive(Clone)]
pub(crate) struct Asked(pub(crate) Arc<(Survey, Messages, Map<String>)>);

pub(crate) struct Config {
    pub(crate) site: String,
    pub(crate) endpoint: String,
    pub(crate) touchpoint: Option<String>,
    /// The packed lines: what the browser counts with.
    pub(crate) words: JsValue,
    /// Sent with the response.
    pub(crate) attributes: JsValue,
    /// Whether what was answered is sent page by page.
    pub(crate) is_partial_sent: bool,
    /// For how many days no trigger asks again after an answer, or after being sent away.
    pub(crate) quiet_days: f64,
}

impl Config {
    pub(crate) fn read(value: &JsValue) -> Self {
        Self {
            site: string(value, "site").unwrap_or_default(),
            endpoint: string(value, "endpoint").unwrap_or_default(),
            touchpoint: string(value, "touchpoint"),
            words: get(value, "words").unwrap_or(JsValue::NULL),
            attributes: get(value, "attributes").unwrap_or(JsValue::NULL),
            is_partial_sent: get(value, "partial").is_none_or(|partial| partial.is_truthy()),
            quiet_days: get(value, "quiet_days").and_then(|days| days.as_f64()).unwrap_or(QUIET_DAYS),
        }
    }
}

impl Asked {
    /// `Err` names the part of the survey that is missing or not what it should be.
    pub(crate) fn read(value: &JsValue) -> Result<Self, String> {
        let part = |name| get(value, name).unwrap_or(JsValue::NULL);
        let survey = definition::survey(&part("survey"))?;
        let messages = messages(string(value, "lang").unwrap_or_default(), &part("words"));
        let values = entries(&part("values"));
        let values = values.into_iter().filter_map(|(name, value)| Some((name, value.as_string()?))).collect();
        Ok(Self(Arc::new((survey, messages, values))))
    }

    pub(crate) fn survey(&self) -> &Survey {
        &self.0.0
    }

    pub(crate) fn messages(&self) -> &Messages {
        &self.0.1
    }

    pub(crate) fn value(&self, name: &str) -> Option<String> {
        self.0.2.get(name).cloned()
    }
}
