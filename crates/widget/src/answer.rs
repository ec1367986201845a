//! Answers as plain objects, and back.

use crate::config::Asked;
use crate::property::{entries, object, set};
use js_sys::Array;
use sada_survey::{Answer, Answers, Question};
use wasm_bindgen::JsValue;

pub(crate) fn from_answers(answers: &Answers) -> JsValue {
    let value = object();
    for (name, answer) in answers.iter() {
        set(&value, name, from_answer(answer));
    }
    value
}

fn from_answer(answer: &Answer) -> JsValue {
    match answer {
        Answer::Yes(agreed) => (*agreed).into(),
        #[expect(clippy::cast_precision_loss, reason = "values of a scale are small")]
        Answer::Number(value) => (*value as f64).into(),
        Answer::Text(text) => text.as_str().into(),
        Answer::Several(several) => several.iter().map(from_answer).collect::<Array>().into(),
        Answer::Parts(parts) => from_answers(parts),
    }
}

pub(crate) fn answers(value: &JsValue) -> Answers {
    entries(value).iter().map(|(name, value)| (name.clone(), answer(value))).collect()
}

/// What is neither text, number, truth nor list counts as parts.
pub(crate) fn answer(value: &JsValue) -> Answer {
    if let Some(text) = value.as_string() {
        return Answer::Text(text);
    }
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and any number will do")]
    if let Some(number) = value.as_f64() {
        return Answer::Number(number as i64);
    }
    if let Some(agreed) = value.as_bool() {
        return Answer::Yes(agreed);
    }
    if Array::is_array(value) {
        return Answer::Several(Array::from(value).iter().map(|value| answer(&value)).collect());
    }
    Answer::Parts(answers(value))
}

/// The visitor's own words and choices as they were read, a line each, for copying.
pub(crate) fn lines(asked: &Asked, answers: &Answers) -> String {
    let mut lines = Vec::new();
    for (id, answer) in answers.iter() {
        collect(asked, asked.survey().question(id), answer, &mut lines);
    }
    lines.join("\n")
}

fn collect(asked: &Asked, question: Option<&Question>, answer: &Answer, lines: &mut Vec<String>) {
    match answer {
        Answer::Yes(_) => {}
        Answer::Number(value) => lines.push(value.to_string()),
        Answer::Text(text) => {
            let choice = question.and_then(|question| question.choices.iter().find(|choice| choice.id == *text));
            let text = choice.map_or(text.as_str(), |choice| choice.text.in_language(&asked.messages().tag));
            lines.push(text.to_owned());
        }
        Answer::Several(several) => several.iter().for_each(|answer| collect(asked, question, answer, lines)),
        Answer::Parts(parts) => parts.iter().for_each(|(_, answer)| collect(asked, question, answer, lines)),
    }
}
