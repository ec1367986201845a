//! What is half answered. It outlives a reload, for a day.

use crate::answer::{answers, from_answers};
use crate::browser;
use crate::property::{get, object, set, string, whole};
use crate::response::Submission;
use sada_survey::{Answers, Survey};
use wasm_bindgen::JsValue;

/// Longer, and somebody else may sit at the device.
const DAY_MS: f64 = 86_400_000.0;

pub(crate) struct Draft {
    pub(crate) submission: Submission,
    pub(crate) answers: Answers,
    /// Where one stood: the first question of a page.
    pub(crate) page: usize,
}

fn key(site: &str, survey: &Survey) -> String {
    ["sada:draft:", site, ":", &survey.id].concat()
}

impl Draft {
    /// What was half answered of this version of the survey.
    pub(crate) fn read(site: &str, survey: &Survey) -> Option<Self> {
        let value = browser::load(&key(site, survey));
        let age = js_sys::Date::now() - get(&value, "at")?.as_f64()?;
        if !(0.0..DAY_MS).contains(&age) || whole(&value, "version") != Some(survey.version) {
            return None;
        }
        let (id, rev, shown_at) = (string(&value, "id")?, whole(&value, "rev")?, string(&value, "shown_at")?);
        let page = (whole(&value, "page")? as usize).min(survey.questions.len() - 1);
        Some(Self { submission: Submission { id, rev, shown_at }, answers: answers(&get(&value, "answers")?), page })
    }

    /// Keeps it; a device that keeps nothing loses it with the page.
    pub(crate) fn keep(&self, site: &str, survey: &Survey) {
        let value = object();
        set(&value, "id", self.submission.id.as_str());
        set(&value, "rev", self.submission.rev);
        set(&value, "shown_at", self.submission.shown_at.as_str());
        set(&value, "version", survey.version);
        set(&value, "at", js_sys::Date::now());
        set(&value, "page", u32::try_from(self.page).unwrap_or_default());
        set(&value, "answers", from_answers(&self.answers));
        browser::store(&key(site, survey), &value);
    }

    pub(crate) fn forget(site: &str, survey: &Survey) {
        browser::store(&key(site, survey), &JsValue::NULL);
    }
}
