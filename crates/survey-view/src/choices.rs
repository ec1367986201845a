//! One or any of some answers, and something else.

use crate::node::{Node, element, is, said, text};
use crate::option::Choosable;
use crate::question::field_id;
use crate::shown::Shown;
use sada_survey::{Answer, Line, Question, QuestionKind};

/// `problem` is the `id` of what is wrong with the words for something else, if that is what is wrong.
pub(crate) fn fields(shown: Shown<'_>, question: &Question, problem: Option<&str>, parts: &mut Vec<Node>) {
    let is_single = question.kind == QuestionKind::SingleChoice;
    let chosen = match shown.answer(question) {
        Some(Answer::Several(chosen)) => chosen.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let words = chosen.iter().find_map(|chosen| chosen.part(Answer::OTHER)?.text());
    let one = |value: &str, label: &str, is_first, is_chosen| {
        let choosable = Choosable {
            kind: if is_single { "radio" } else { "checkbox" },
            class: "choice",
            name: &question.id,
            value,
            is_first,
            is_chosen,
            problem: None,
        };
        choosable.labelled(vec![text(label)])
    };
    let mut options = Vec::new();
    for choice in &question.choices {
        let is_chosen = chosen.iter().any(|chosen| chosen.text() == Some(&choice.id));
        options.push(one(&choice.id, &shown.said(&choice.text), options.is_empty(), is_chosen));
    }
    if question.other {
        options.push(one(Answer::OTHER, &shown.messages[Line::Other], false, words.is_some()));
    }
    parts.push(element("div", &[is("class", "choices")], options));
    if question.other {
        // The style sheet shows it once something else is chosen.
        let name = question.part_field(Answer::OTHER);
        let id = field_id(&name);
        let label = said("label", &[is("for", &id)], &shown.messages[Line::OtherWords]);
        let attributes = [
            is("id", &id),
            is("name", &name),
            is("dir", "auto"),
            is("value", words.unwrap_or_default()),
            ("aria-invalid", problem.map(|_| "true")),
            ("aria-describedby", problem),
        ];
        parts.push(element("div", &[is("class", "other")], vec![label, element("input", &attributes, Vec::new())]));
    }
}
