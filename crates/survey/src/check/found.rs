//! What is found while a survey is checked, and what is checked everywhere: ids, texts and lists.

use super::error::{DefinitionError, Fault};
use super::place::Place;
use crate::definition::{Question, Text};
use crate::language::LANGUAGES;
use crate::name::is_name;
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Found(pub(super) Vec<DefinitionError>);

impl Found {
    pub(super) fn add(&mut self, place: Place, fault: Fault) {
        self.0.push(DefinitionError { place, fault });
    }

    pub(super) fn id(&mut self, place: Place, id: &str) {
        if !is_name(id) {
            self.add(place, Fault::Name(id.to_owned()));
        }
    }

    /// The ids of a list's entries: names, each there once, none of them `reserved`.
    pub(super) fn ids<'a>(&mut self, list: &Place, ids: impl Iterator<Item = &'a str>, reserved: Option<&'static str>) {
        let mut seen = HashMap::new();
        for (index, id) in ids.enumerate() {
            let place = list.item(index).field("id");
            if let Some(earlier) = seen.get(id) {
                let earlier = list.item(*earlier).field("id");
                self.add(place, Fault::SameId { id: id.to_owned(), earlier });
                continue;
            }
            seen.insert(id, index);
            match reserved.filter(|reserved| *reserved == id) {
                Some(reserved) => self.add(place, Fault::Reserved(reserved)),
                None => self.id(place, id),
            }
        }
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, place: &Place, text: &Text) {
        if text.is_empty() {
            self.add(place.clone(), Fault::NoText);
        }
        self.text_if_given(place, text);
    }

    pub(super) fn text_if_given(&mut self, place: &Place, text: &Text) {
        let longest = Question::LONGEST as usize;
        for (tag, words) in text.iter() {
            let place = place.field(tag);
            let length = words.chars().count();
            if !LANGUAGES.iter().any(|language| language.tag == tag) {
                self.add(place, Fault::Language { known: known_tags() });
            } else if words.trim().is_empty() {
                self.add(place, Fault::Blank);
            } else if length > longest {
                self.add(place, Fault::TooLong { length, longest });
            }
        }
    }

    pub(super) fn count(&mut self, place: Place, count: usize, least: usize, most: usize) {
        if count < least {
            self.add(place, Fault::TooFew { count, least });
        } else if count > most {
            self.add(place, Fault::TooMany { count, most });
        }
    }
}

fn known_tags() -> String {
    LANGUAGES.iter().map(|language| language.tag).collect::<Vec<_>>().join(", ")
}
