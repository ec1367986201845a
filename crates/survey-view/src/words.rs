//! Texts, addresses and agreement.

use crate::node::{Node, element, if_so, is, said, text};
use crate::option::Choosable;
use crate::question::field_id;
use crate::shown::Shown;
use sada_survey::{Answer, Line, Problem, Question, QuestionKind};

/// A field for the visitor's own words. It takes more than it may have, and says so: what is pasted is never cut in silence.
pub(crate) fn field(
    shown: Shown<'_>,
    question: &Question,
    has_problem: bool,
    described_by: Option<&str>,
    parts: &mut Vec<Node>,
) {
    let written = shown.answer(question).and_then(Answer::text).unwrap_or_default();
    let is_long = question.kind == QuestionKind::LongText;
    let (id, longest) = (field_id(&question.id), question.longest().to_string());
    let attributes = [
        is("id", &id),
        is("name", &question.id),
        is("dir", "auto"),
        ("rows", is_long.then_some("3")),
        ("value", (!is_long).then_some(written)),
        is("data-longest", &longest),
        ("aria-required", question.required.then_some("true")),
        ("aria-invalid", has_problem.then_some("true")),
        ("aria-describedby", described_by),
    ];
    let inside = if is_long { vec![text(written)] } else { Vec::new() };
    parts.push(element(if is_long { "textarea" } else { "input" }, &attributes, inside));
    // The popup says here how much room is left.
    parts.push(said("p", &[is("class", "left"), is("role", "status")], ""));
}

/// `problem` comes with the `id` of what is said about it.
pub(crate) fn contact(shown: Shown<'_>, question: &Question, problem: Option<(Problem, &str)>, parts: &mut Vec<Node>) {
    let name = question.part_field(Answer::EMAIL);
    let id = field_id(&name);
    let contact = shown.answer(question);
    let given = contact.and_then(|contact| contact.part(Answer::EMAIL)?.text()).unwrap_or_default();
    let (without_leave, address) = match problem {
        Some((Problem::NotAgreed, said)) => (Some(said), None),
        problem => (None, problem.map(|(_, said)| said)),
    };
    let label = said("label", &[is("for", &id)], &shown.messages[Line::EmailLabel]);
    let attributes = [
        is("type", "email"),
        is("id", &id),
        is("name", &name),
        is("autocomplete", "email"),
        is("dir", "ltr"),
        is("value", given),
        ("aria-required", question.required.then_some("true")),
        ("aria-invalid", address.map(|_| "true")),
        ("aria-describedby", address),
    ];
    parts.push(element("div", &[is("class", "address")], vec![label, element("input", &attributes, Vec::new())]));
    let own = shown.said(&question.agree);
    let agree = if own.is_empty() { &shown.messages[Line::Agree] } else { &own };
    let agreed = contact.and_then(|contact| contact.part(Answer::CONSENT)) == Some(&Answer::Yes(true));
    let choosable = Choosable {
        kind: "checkbox",
        class: "choice",
        name: &question.part_field(Answer::CONSENT),
        value: "yes",
        is_first: true,
        is_chosen: agreed,
        problem: without_leave,
    };
    parts.push(choosable.labelled(vec![text(agree)]));
}

/// The question itself is what is agreed to: it becomes the label.
pub(crate) fn consent(
    shown: Shown<'_>,
    question: &Question,
    has_problem: bool,
    described_by: Option<&str>,
    parts: &mut Vec<Node>,
) {
    let id = field_id(&question.id);
    let attributes = [
        is("type", "checkbox"),
        is("id", &id),
        is("name", &question.id),
        is("value", "yes"),
        ("aria-required", question.required.then_some("true")),
        ("aria-invalid", has_problem.then_some("true")),
        if_so("checked", shown.answer(question) == Some(&Answer::Yes(true))),
        ("aria-describedby", described_by),
    ];
    let asked = parts.remove(0);
    let label = vec![element("input", &attributes, Vec::new()), asked];
    parts.push(element("label", &[is("class", "choice")], label));
}
