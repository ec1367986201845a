//! Where in the text of a file something stands.

use super::Mistake;
use crate::check::{Place, Step};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::ops::Range;

/// A JSON text, taken apart with its places.
pub(super) struct Source<'a> {
    json: &'a str,
    tree: Option<Value<'a>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(json: &'a str) -> Self {
        let tree = parse_to_ast(json, &CollectOptions::default(), &ParseOptions::default());
        Self { json, tree: tree.ok().and_then(|parsed| parsed.value) }
    }

    /// A field with its name, or an entry of a list; of what is not there, the beginning of what it would be in.
    pub(super) fn find(&self, place: &Place) -> Range<usize> {
        let Some(mut value) = self.tree.as_ref() else { return 0..0 };
        let mut found = value.start()..value.end();
        for step in place.steps() {
            let next = match step {
                Step::Field(name) => {
                    value.as_object().and_then(|object| object.get(name)).map(|field| (field.start(), &field.value))
                }
                Step::Item(index) => {
                    value.as_array().and_then(|array| array.elements.get(*index)).map(|item| (item.start(), item))
                }
            };
            let Some((start, next)) = next else {
                let start = value.start();
                return start..start + 1;
            };
            value = next;
            found = start..value.end();
        }
        let line_ends =
            self.json[found.start..].find(['\r', '\n']).map_or(self.json.len(), |length| found.start + length);
        found.start..found.end.min(line_ends)
    }
}

/// The character that the parser stopped at. It counts columns in bytes, and from 0 where a line is empty.
pub(super) fn of_parser(json: &str, error: &serde_json::Error) -> Range<usize> {
    let before: usize = json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let start = (before + error.column().saturating_sub(1)).min(json.len());
    let start = (0..=start).rev().find(|index| json.is_char_boundary(*index)).unwrap_or_default();
    let length = json[start..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    start..start + length
}

pub(super) fn mistake(json: &str, bytes: Range<usize>, message: String) -> Mistake {
    let before = &json[..bytes.start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Mistake { line, column, bytes, message }
}
