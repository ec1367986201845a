//! A survey as the loader has fetched it.

use crate::property::{entries, get, string};
use js_sys::Array;
use sada_survey::{Question, QuestionKind, Survey, Text};
use wasm_bindgen::JsValue;

/// Reads a survey. `Err` names the part that is missing or not what it should be.
pub(crate) fn survey(value: &JsValue) -> Result<Survey, String> {
    let questions = get(value, "questions").filter(Array::is_array).ok_or("questions")?;
    let questions: Vec<Question> =
        Array::from(&questions).iter().map(|asked| question(&asked)).collect::<Result<_, _>>()?;
    if questions.is_empty() {
        return Err("questions".into());
    }
    Ok(Survey {
        schema: None,
        id: string(value, "id").ok_or("id")?,
        version: get(value, "version").and_then(|version| version.as_f64()).map_or(0, whole),
        title: text(value, "title"),
        questions,
        thanks: text(value, "thanks"),
    })
}

fn question(value: &JsValue) -> Result<Question, String> {
    let id = string(value, "id").ok_or("questions.id")?;
    let kind = string(value, "kind").and_then(|name| QuestionKind::of_name(&name));
    Ok(Question {
        kind: kind.ok_or_else(|| ["kind of question ", &id].concat())?,
        text: text(value, "text"),
        required: get(value, "required").is_some_and(|required| required.is_truthy()),
        low: text(value, "low"),
        high: text(value, "high"),
        id,
    })
}

fn text(value: &JsValue, name: &str) -> Text {
    let texts = get(value, name).map(|texts| entries(&texts)).unwrap_or_default();
    texts.into_iter().filter_map(|(tag, text)| Some((tag, text.as_string()?))).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, and any number will do")]
fn whole(number: f64) -> u32 {
    number as u32
}
