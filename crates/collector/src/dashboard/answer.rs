//! One answer, so that a person can read it. Visitors' words are text, whatever they contain.

use super::said::said;
use crate::messages::Messages;
use leptos::prelude::*;
use sada_survey::{Answer, Choice, Language, Line, Map, Question, QuestionKind, Row};

/// What was answered; with the words of `question` where it is still asked.
pub(super) fn answer(language: &'static Language, question: Option<&Question>, answer: &Answer) -> AnyView {
    match answer {
        Answer::Number(number) => view! { <dd class="number">{language.number(*number)}</dd> }.into_any(),
        Answer::Text(text) if !is_choice(question) => {
            view! { <dd class="words" dir="auto">{text.clone()}</dd> }.into_any()
        }
        _ => view! { <dd>{part(language, question, answer)}</dd> }.into_any(),
    }
}

fn is_choice(question: Option<&Question>) -> bool {
    question.is_some_and(|question| matches!(question.kind, QuestionKind::SingleChoice | QuestionKind::MultipleChoice))
}

/// An answer within another, or one in few words.
fn part(language: &'static Language, question: Option<&Question>, answer: &Answer) -> AnyView {
    match answer {
        Answer::Yes(yes) => yes_or_no(language, *yes).into_any(),
        Answer::Number(number) => language.number(*number).into_any(),
        Answer::Text(id) => match question.and_then(|question| choice(question, id)) {
            Some(choice) => said(language, &choice.text),
            None => words(id),
        },
        Answer::Several(chosen) => {
            let chosen = chosen.iter().map(|chosen| view! { <li>{part(language, question, chosen)}</li> });
            view! { <ul>{chosen.collect::<Vec<_>>()}</ul> }.into_any()
        }
        Answer::Parts(parts) => match parts.get(Answer::OTHER) {
            Some(Answer::Text(own)) if parts.len() == 1 => labelled(line(language, Line::Other), words(own)),
            _ => list(language, question, parts),
        },
    }
}

fn list(language: &'static Language, question: Option<&Question>, parts: &Map<Answer>) -> AnyView {
    let parts = in_order(question, parts).into_iter().map(|(name, answer)| {
        let name = part_name(language, question, name);
        view! { <li>{labelled(name, part(language, question, answer))}</li> }
    });
    view! { <ul>{parts.collect::<Vec<_>>()}</ul> }.into_any()
}

fn words(words: &str) -> AnyView {
    view! { <bdi class="words">{words.to_owned()}</bdi> }.into_any()
}

fn yes_or_no(language: &'static Language, yes: bool) -> &'static str {
    let messages = Messages::of(language);
    if yes { messages.yes } else { messages.no }
}

fn labelled(label: AnyView, value: AnyView) -> AnyView {
    view! { <span class="label">{label}":"</span>" "{value} }.into_any()
}

fn line(language: &'static Language, line: Line) -> AnyView {
    let line = sada_survey::Messages::of(language)[line].to_owned();
    view! { <bdi>{line}</bdi> }.into_any()
}

/// What a part is called: a row, what a contact consists of, else its name as sent.
fn part_name(language: &'static Language, question: Option<&Question>, name: &str) -> AnyView {
    let row = question.and_then(|question| question.rows.iter().find(|row| row.id == name));
    let is_contact = question.is_some_and(|question| question.kind == QuestionKind::Contact);
    match row {
        Some(Row { text, low, high, .. }) if text.is_empty() => {
            view! { {said(language, low)}" – "{said(language, high)} }.into_any()
        }
        Some(Row { text, .. }) => said(language, text),
        None if is_contact && name == Answer::EMAIL => line(language, Line::EmailLabel),
        None if is_contact && name == Answer::CONSENT => Messages::of(language).agreed.into_any(),
        None => words(name),
    }
}

/// In the order of the rows; of a contact the address comes first.
fn in_order<'a>(question: Option<&Question>, parts: &'a Map<Answer>) -> Vec<(&'a str, &'a Answer)> {
    let rows = question.map(|question| question.rows.as_slice()).unwrap_or_default();
    let place = |name: &str| match rows.iter().position(|row| row.id == name) {
        Some(row) => row,
        None if name == Answer::EMAIL => rows.len(),
        None => rows.len() + 1,
    };
    let mut parts: Vec<_> = parts.iter().collect();
    parts.sort_by_key(|(name, _)| place(name));
    parts
}

fn choice<'q>(question: &'q Question, id: &str) -> Option<&'q Choice> {
    question.choices.iter().find(|choice| choice.id == id)
}
