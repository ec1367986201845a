//! What a survey says, on a page in the owner's language.

use leptos::prelude::*;
use sada_survey::{Language, Text, fill};

/// A text of a survey in the language of the page; in another one, and marked so, where it is missing.
pub(super) fn said(language: &Language, text: &Text) -> AnyView {
    let (lang, words) = in_language(language, text);
    view! { <bdi lang=lang>{words}</bdi> }.into_any()
}

/// The words, their places filled with their fallbacks, and the tag of their language if it is not the page's.
pub(super) fn in_language(language: &Language, text: &Text) -> (Option<String>, String) {
    let words = text.in_language(language.tag);
    let is_other = text.get(language.tag).is_none();
    let tag = text.iter().find(|(_, other)| is_other && *other == words).map(|(tag, _)| tag.to_owned());
    (tag, fill(words, &|_| None))
}
