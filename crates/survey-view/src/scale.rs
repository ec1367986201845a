//! A scale: native radio buttons, which every screen reader knows; one tab stop, arrows from value to value.

use crate::node::{Node, element, is, said, text};
use crate::option::Choosable;
use crate::shown::Shown;
use sada_survey::{Answer, Line, Look, Question, QuestionKind};
use std::ops::RangeInclusive;

/// Faces from unhappy to happy, of those that the oldest fonts have too. Each has its word beside it: a face alone means different things to different people.
const FACES: [&str; 5] = ["😞", "😕", "😐", "😊", "😄"];

pub(crate) fn fields(shown: Shown<'_>, question: &Question, parts: &mut Vec<Node>) {
    let Some(range) = question.kind.scale() else { return };
    let is_satisfaction = question.kind == QuestionKind::Csat;
    let end = |text: &_, value| {
        let said = shown.said(text);
        if said.is_empty() && is_satisfaction { shown.messages[Line::satisfaction(value)].to_owned() } else { said }
    };
    let (low, high) = (end(&question.low, *range.start()), end(&question.high, *range.end()));
    let look = if is_satisfaction { question.look } else { Look::Numbers };
    let chosen = shown.answer(question);
    let values = match look {
        Look::Numbers => numbers(shown, &question.id, range, (&low, &high), chosen),
        Look::Stars => values(&question.id, range, chosen, &|value| vec![heard(&shown.messages[Line::stars(value)])]),
        Look::Faces => values(&question.id, range, chosen, &|value| {
            let face = FACES.get(usize::try_from(value - 1).unwrap_or_default()).copied().unwrap_or_default();
            let face = said("span", &[is("class", "face"), is("aria-hidden", "true")], face);
            vec![face, text(&shown.messages[Line::satisfaction(value)])]
        }),
    };
    let class = match look {
        Look::Stars => "scale stars",
        Look::Faces => "scale faces",
        Look::Numbers if question.kind == QuestionKind::Nps => "scale",
        Look::Numbers => "scale few",
    };
    parts.push(element("div", &[is("class", class)], values));
    if look != Look::Faces && !(low.is_empty() && high.is_empty()) {
        let ends = vec![said("span", &[], &low), said("span", &[], &high)];
        parts.push(element("div", &[is("class", "ends"), is("aria-hidden", "true")], ends));
    }
}

/// The values of a scale as numbers. What its ends mean is heard with the first and the last.
pub(crate) fn numbers(
    shown: Shown<'_>,
    name: &str,
    range: RangeInclusive<i64>,
    ends: (&str, &str),
    chosen: Option<&Answer>,
) -> Vec<Node> {
    let (first, last) = (*range.start(), *range.end());
    values(name, range, chosen, &|value| {
        let meaning = if value == first {
            ends.0
        } else if value == last {
            ends.1
        } else {
            ""
        };
        vec![text(&shown.messages.number(u32::try_from(value).unwrap_or_default())), heard(meaning)]
    })
}

fn values(
    name: &str,
    range: RangeInclusive<i64>,
    chosen: Option<&Answer>,
    label: &dyn Fn(i64) -> Vec<Node>,
) -> Vec<Node> {
    let first = *range.start();
    let value = |value: i64| {
        let choosable = Choosable {
            kind: "radio",
            class: "value",
            name,
            value: &value.to_string(),
            is_first: value == first,
            is_chosen: chosen == Some(&Answer::Number(value)),
            problem: None,
        };
        choosable.labelled(label(value))
    };
    range.map(value).collect()
}

/// What is heard and not seen, because it is seen elsewhere.
fn heard(what: &str) -> Node {
    if what.is_empty() {
        return text("");
    }
    said("span", &[is("class", "heard")], &[" ", what].concat())
}
