//! `animation` and `transition`: what moves, for how long, how often.

use super::{Longhand, Plain, Value, invalid, skip};
use crate::css::value::Result;
use cssparser::{Parser, Token};
use std::sync::Arc;

use Longhand as L;

/// Words in `animation` that are no name.
const WORDS: &[&str] = &[
    "linear",
    "ease",
    "ease-in",
    "ease-out",
    "ease-in-out",
    "step-start",
    "step-end",
    "normal",
    "reverse",
    "alternate",
    "alternate-reverse",
    "forwards",
    "backwards",
    "both",
    "running",
    "paused",
    "allow-discrete",
    "none",
    "auto",
    "replace",
    "add",
    "accumulate",
];

/// One item of either shorthand.
#[derive(Default)]
struct Item {
    name: Option<String>,
    duration: Option<f32>,
    has_delay: bool,
    count: Option<String>,
}

fn item(input: &mut Parser<'_>, is_animation: bool) -> Result<Item> {
    let mut item = Item::default();
    let mut used: Vec<String> = Vec::new();
    while !input.is_exhausted() {
        match input.next()?.clone() {
            Token::Dimension { value, unit, .. } => {
                let seconds = match unit.to_ascii_lowercase().as_str() {
                    "s" => value,
                    "ms" => value / 1000.0,
                    _ => return invalid(),
                };
                if item.duration.is_none() {
                    item.duration = Some(seconds);
                } else if std::mem::replace(&mut item.has_delay, true) {
                    return invalid();
                }
            }
            Token::Number { value, .. } if is_animation && value >= 0.0 && item.count.is_none() => {
                item.count = Some(value.to_string());
            }
            Token::Ident(word) if is_animation && word.eq_ignore_ascii_case("infinite") && item.count.is_none() => {
                item.count = Some("infinite".to_owned());
            }
            Token::Ident(word) => {
                let lower = word.to_ascii_lowercase();
                // A word that has been used for what it means is a name when it comes again.
                if WORDS.contains(&lower.as_str()) && !used.contains(&lower) && (lower != "none" || is_animation) {
                    used.push(lower);
                } else if item.name.is_none() {
                    item.name = Some(word.to_string());
                } else {
                    return invalid();
                }
            }
            Token::QuotedString(name) if is_animation && item.name.is_none() => item.name = Some(name.to_string()),
            Token::Function(_) => input.parse_nested_block(skip)?,
            _ => return invalid(),
        }
    }
    Ok(item)
}

fn joined(items: &[Item], one: impl Fn(&Item) -> String) -> Plain {
    Plain::Text(items.iter().map(one).collect::<Vec<_>>().join(", ").into())
}

/// `animation`.
pub(super) fn animation(input: &mut Parser<'_>) -> Result<Vec<(Longhand, Value)>> {
    let items = input.parse_comma_separated(|input| item(input, true))?;
    let name = |item: &Item| item.name.clone().unwrap_or_else(|| "none".to_owned());
    let names: Vec<Box<str>> = items.iter().filter_map(|item| item.name.as_deref().map(Box::from)).collect();
    let durations = joined(&items, |item| item.duration.map_or_else(|| "auto".to_owned(), |time| format!("{time}s")));
    let counts = joined(&items, |item| item.count.clone().unwrap_or_else(|| "1".to_owned()));
    Ok(vec![
        (L::Animation, Value::Both(Arc::new((Value::Names(names.into()), Some(joined(&items, name)))))),
        (L::AnimationDuration, Value::Plain(durations)),
        (L::AnimationIterationCount, Value::Plain(counts)),
    ])
}

/// `transition`.
pub(super) fn transition(input: &mut Parser<'_>) -> Result<Vec<(Longhand, Value)>> {
    let items = input.parse_comma_separated(|input| item(input, false))?;
    let names = joined(&items, |item| item.name.clone().unwrap_or_else(|| "all".to_owned()));
    let durations = joined(&items, |item| format!("{}s", item.duration.unwrap_or(0.0)));
    Ok(vec![(L::TransitionProperty, Value::Plain(names)), (L::TransitionDuration, Value::Plain(durations))])
}
