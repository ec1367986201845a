//! One question: native radio buttons for a scale, a text area for words.

use crate::element::{element, if_so, input, is, text, textarea};
use crate::messages::Messages;
use crate::questions::Shown;
use leptos::prelude::AnyView;
use sada_survey::{Answer, Question, QuestionKind};

/// The `id` of what asks a question, for naming a dialog by it.
pub fn legend_id(question: &str) -> String {
    ["sada-", question, "-asked"].concat()
}

/// The `id` of the field an answer goes into; the first one of a scale.
pub fn answer_id(question: &str) -> String {
    ["sada-", question].concat()
}

/// The `id` of what is said about a problem.
pub fn problem_id(question: &str) -> String {
    ["sada-", question, "-problem"].concat()
}

pub(crate) fn question(shown: Shown<'_>, question: &Question) -> AnyView {
    let messages = Messages::of(shown.language);
    let problem = shown.problem.filter(|(id, _)| *id == question.id).map(|(_, problem)| problem);
    let is_scale = question.kind.scale().is_some();
    let id = question.id.as_str();
    let mut asked = vec![text(question.text.in_language(shown.language))];
    if !question.required {
        asked.push(text(" "));
        asked.push(element("span", [is("class", "optional")], vec![text(messages.optional)]));
    }
    let described_by = ("aria-describedby", problem.map(|_| problem_id(id)));
    let mut parts = Vec::new();
    if is_scale {
        parts.push(element("legend", [is("id", legend_id(id))], asked));
    } else {
        parts.push(element("label", [is("id", legend_id(id)), is("for", answer_id(id))], asked));
    }
    // Always there, if only empty: see `element`.
    let said = problem.map(|problem| messages.problem(problem, is_scale, shown.language)).unwrap_or_default();
    parts.push(element("p", [is("class", "problem"), is("id", problem_id(id))], vec![text(said)]));
    if is_scale {
        scale(shown, question, &mut parts);
        return element("fieldset", [is("class", "question"), described_by], parts);
    }
    let written = match shown.answers.get(id) {
        Some(Answer::Text(written)) => written.as_str(),
        _ => "",
    };
    let attributes = [
        is("id", answer_id(id)),
        is("name", id),
        is("rows", "3"),
        is("dir", "auto"),
        is("maxlength", QuestionKind::LONGEST_TEXT.to_string()),
        if_so("required", question.required),
        ("aria-invalid", problem.map(|_| "true".to_owned())),
        described_by,
    ];
    parts.push(textarea(attributes, written));
    element("div", [is("class", "question")], parts)
}

/// The values of a scale. What its ends mean is heard with the first and the last, and seen below them.
fn scale(shown: Shown<'_>, question: &Question, parts: &mut Vec<AnyView>) {
    let (low, high) = (question.low.in_language(shown.language), question.high.in_language(shown.language));
    let range = question.kind.scale().unwrap_or(0..=0);
    let (first, last) = (*range.start(), *range.end());
    let mut values = Vec::new();
    for value in range {
        let mut id = answer_id(&question.id);
        if value != first {
            id.push('-');
            id.push_str(&value.to_string());
        }
        let meaning = if value == first { low } else { high };
        let mut said = vec![text(shown.language.number(value))];
        if (value == first || value == last) && !meaning.is_empty() {
            said.push(text(" "));
            said.push(element("span", [is("class", "heard")], vec![text(meaning)]));
        }
        let radio = input([
            is("type", "radio"),
            is("id", id),
            is("name", question.id.as_str()),
            is("value", value.to_string()),
            if_so("required", question.required),
            if_so("checked", shown.answers.get(&question.id) == Some(&Answer::Number(value))),
        ]);
        values.push(element("label", [is("class", "value")], vec![radio, element("span", [], said)]));
    }
    parts.push(element("div", [is("class", "scale")], values));
    if !(low.is_empty() && high.is_empty()) {
        let ends = [low, high].map(|end| element("span", [], vec![text(end)]));
        parts.push(element("div", [is("class", "ends"), is("aria-hidden", "true")], ends.into()));
    }
}
