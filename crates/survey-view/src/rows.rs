//! The same question for some rows. Each row is a group with a name of its own: a screen reader says it where a table
//! would leave somebody counting columns.

use crate::node::{Node, element, is, said, text};
use crate::option::Choosable;
use crate::scale::numbers;
use crate::shown::Shown;
use sada_survey::Question;

pub(crate) fn matrix(shown: Shown<'_>, question: &Question, parts: &mut Vec<Node>) {
    for row in &question.rows {
        let name = question.part_field(&row.id);
        let chosen = shown.answer(question).and_then(|rows| rows.part(&row.id)?.text());
        let mut cells = Vec::new();
        for column in &question.choices {
            let choosable = Choosable {
                kind: "radio",
                class: "cell",
                name: &name,
                value: &column.id,
                is_first: cells.is_empty(),
                is_chosen: chosen == Some(column.id.as_str()),
                problem: None,
            };
            cells.push(choosable.labelled(vec![text(&shown.said(&column.text))]));
        }
        let legend = said("legend", &[], &shown.said(&row.text));
        let cells = element("div", &[is("class", "cells")], cells);
        parts.push(row_of(question, legend, cells));
    }
}

pub(crate) fn pairs(shown: Shown<'_>, question: &Question, parts: &mut Vec<Node>) {
    for row in &question.rows {
        let name = question.part_field(&row.id);
        let chosen = shown.answer(question).and_then(|rows| rows.part(&row.id));
        let (low, high) = (shown.said(&row.low), shown.said(&row.high));
        let legend = said("legend", &[is("class", "heard")], &[&low, " – ", &high].concat());
        let end = |word: &str| said("span", &[is("class", "end"), is("aria-hidden", "true")], word);
        let mut cells = numbers(shown, &name, Question::PAIR, (&low, &high), chosen);
        cells.insert(0, end(&low));
        cells.push(end(&high));
        let cells = element("div", &[is("class", "pair")], cells);
        parts.push(row_of(question, legend, cells));
    }
}

fn row_of(question: &Question, legend: Node, cells: Node) -> Node {
    let required = ("aria-required", question.required.then_some("true"));
    element("fieldset", &[is("class", "row"), is("role", "radiogroup"), required], vec![legend, cells])
}
