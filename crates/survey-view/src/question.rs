//! One question: what is asked, what is wrong with the answer, and the fields.

use crate::node::{Node, element, is, said, text};
use crate::shown::Shown;
use crate::{choices, rows, scale, words};
use sada_survey::{Line, Problem, Question, QuestionKind};
use std::ops::Range;

/// The fields of a page, without the form.
pub fn questions(shown: Shown<'_>, page: Range<usize>) -> Vec<Node> {
    shown.page(page).iter().map(|asked| question(shown, asked)).collect()
}

/// The `id` of what asks a question, for naming a dialog by it.
pub fn legend_id(question: &str) -> String {
    id_of(question, "-asked")
}

/// The `id` of the field with this name; the first of those that share one.
pub fn field_id(name: &str) -> String {
    id_of(name, "")
}

#[inline(never)]
fn id_of(name: &str, part: &str) -> String {
    ["sada-", name, part].concat()
}

fn question(shown: Shown<'_>, question: &Question) -> Node {
    let id = question.id.as_str();
    let problem = shown.problem.filter(|(asked, _)| *asked == id).map(|(_, problem)| problem);
    // Some problems are those of one field, which says so itself; the question keeps its help.
    let is_of_part =
        question.kind == QuestionKind::Contact && problem.is_some() || problem == Some(Problem::OtherWords);
    let help = shown.said(&question.help);
    let (problem_id, help_id) = (id_of(id, "-problem"), id_of(id, "-help"));
    let both = [&problem_id, " ", &help_id].concat();
    let is_wrong = problem.is_some() && !is_of_part;
    let described_by = match (is_wrong, !help.is_empty()) {
        (true, true) => Some(both.as_str()),
        (true, false) => Some(problem_id.as_str()),
        (false, true) => Some(help_id.as_str()),
        (false, false) => None,
    };
    let (legend_id, field_id) = (legend_id(id), field_id(id));
    let named = is("id", &legend_id);
    // What asks, around which, and what belongs to it.
    let (tag, is_group) = match question.kind {
        QuestionKind::Statement => ("p", false),
        QuestionKind::Consent => ("span", false),
        QuestionKind::ShortText | QuestionKind::LongText => ("label", false),
        _ => ("legend", true),
    };
    let labels = ("for", (tag == "label").then_some(field_id.as_str()));
    // Nothing on it can be filled in: where a page begins with it, it is read because it has the focus.
    let reachable = ("tabindex", (question.kind == QuestionKind::Statement).then_some("-1"));
    let asked = element(tag, &[named, labels, reachable], asked(shown, question));
    let mut parts = vec![asked];
    if !help.is_empty() {
        parts.push(said("p", &[is("class", "help"), is("id", &help_id)], &help));
    }
    let wrong = problem.map(|problem| shown.messages.problem(question, problem)).unwrap_or_default();
    // Always there, if only empty: it is announced when it says something, and the fields after it stay the same elements.
    parts.push(said("p", &[is("class", "problem"), is("id", &problem_id), is("aria-live", "polite")], &wrong));
    // What radio buttons cannot say themselves: one is required, or is wrong.
    let is_radios = question.kind == QuestionKind::SingleChoice || question.kind.scale().is_some();
    match question.kind {
        QuestionKind::ShortText | QuestionKind::LongText => {
            words::field(shown, question, problem.is_some(), described_by, &mut parts);
        }
        QuestionKind::SingleChoice | QuestionKind::MultipleChoice => {
            choices::fields(shown, question, is_of_part.then_some(problem_id.as_str()), &mut parts);
        }
        QuestionKind::Matrix => rows::matrix(shown, question, &mut parts),
        QuestionKind::WordPairs => rows::pairs(shown, question, &mut parts),
        QuestionKind::Contact => words::contact(shown, question, problem.zip(Some(problem_id.as_str())), &mut parts),
        QuestionKind::Consent => words::consent(shown, question, problem.is_some(), described_by, &mut parts),
        QuestionKind::Statement => {}
        _ => scale::fields(shown, question, &mut parts),
    }
    let attributes = [
        is("class", "question"),
        ("role", is_radios.then_some("radiogroup")),
        ("aria-required", (is_radios && question.required).then_some("true")),
        ("aria-invalid", (is_radios && is_wrong).then_some("true")),
        ("aria-describedby", described_by.filter(|_| is_group)),
    ];
    element(if is_group { "fieldset" } else { "div" }, &attributes, parts)
}

/// The question, and whether it may be left out.
fn asked(shown: Shown<'_>, question: &Question) -> Vec<Node> {
    let mut asked = vec![text(&shown.said(&question.text))];
    if !question.required && question.kind != QuestionKind::Statement {
        asked.push(text(" "));
        asked.push(said("span", &[is("class", "optional")], &shown.messages[Line::Optional]));
    }
    asked
}
