//! A survey as the loader has fetched it. `sada survey check` is strict with its author; here what is missing is left out.

use crate::answer::answer;
use crate::property::{entries, get, list, string, whole};
use sada_survey::{Branch, Choice, Look, Question, QuestionKind, Row, Survey, Text};
use wasm_bindgen::JsValue;

/// Reads a survey. `Err` names the part that is missing or not what it should be.
pub(crate) fn survey(value: &JsValue) -> Result<Survey, String> {
    let questions = listed(value, "questions").iter().map(question).collect::<Result<Vec<_>, _>>()?;
    if questions.is_empty() {
        return Err("questions".into());
    }
    Ok(Survey {
        schema: None,
        id: id(value),
        version: whole(value, "version").unwrap_or_default(),
        title: text(value, "title"),
        questions,
        thanks: text(value, "thanks"),
    })
}

fn question(value: &JsValue) -> Result<Question, String> {
    let id = id(value);
    let kind = string(value, "kind").and_then(|name| QuestionKind::of_name(&name));
    let is = |name| get(value, name).is_some_and(|value| value.is_truthy());
    Ok(Question {
        kind: kind.ok_or_else(|| ["kind of question ", &id].concat())?,
        text: text(value, "text"),
        help: text(value, "help"),
        required: is("required"),
        same_page: is("same_page"),
        low: text(value, "low"),
        high: text(value, "high"),
        look: match string(value, "look").as_deref() {
            Some("stars") => Look::Stars,
            Some("faces") => Look::Faces,
            _ => Look::Numbers,
        },
        choices: listed(value, "choices").iter().map(choice).collect(),
        other: is("other"),
        rows: listed(value, "rows").iter().map(row).collect(),
        agree: text(value, "agree"),
        longest: whole(value, "longest"),
        when: listed(value, "when").iter().map(branch).collect(),
        id,
    })
}

fn choice(value: &JsValue) -> Choice {
    Choice { id: id(value), text: text(value, "text") }
}

fn row(value: &JsValue) -> Row {
    Row { id: id(value), text: text(value, "text"), low: text(value, "low"), high: text(value, "high") }
}

fn branch(value: &JsValue) -> Branch {
    Branch {
        is: listed(value, "is").iter().map(answer).collect(),
        at_least: whole(value, "at_least").map(i64::from),
        at_most: whole(value, "at_most").map(i64::from),
        go_to: string(value, "go_to").unwrap_or_default(),
    }
}

fn id(value: &JsValue) -> String {
    string(value, "id").unwrap_or_default()
}

fn listed(value: &JsValue, name: &str) -> Vec<JsValue> {
    get(value, name).map(|value| list(&value)).unwrap_or_default()
}

fn text(value: &JsValue, name: &str) -> Text {
    let texts = get(value, name).map(|texts| entries(&texts)).unwrap_or_default();
    texts.into_iter().filter_map(|(tag, text)| Some((tag, text.as_string()?))).collect()
}
