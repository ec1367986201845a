//! What rules say of an element that should have a name, and why it has none.

use crate::page::{Certainty, Element, Namespace, Naming};
use crate::rule::Outcome;
use std::borrow::Cow;

/// What is asked where CSS or a script may give a name that the source does not show.
pub(crate) const QUESTION: &str = "Does a screen reader say what this is for? A style sheet or a script may name it.";

/// Passed with a name that can be heard, failed without; `nothing` says what is missing where no other cause is found.
pub(crate) fn outcome(element: Element<'_>, nothing: &'static str) -> Outcome {
    match element.named() {
        Certainty::Yes => Outcome::Passed,
        Certainty::Unknown => Outcome::needs_review(QUESTION),
        // Behind a sign that nobody hears, the description is heard.
        Certainty::No if !element.accessible_name().is_empty() && !element.accessible_description().is_empty() => {
            Outcome::needs_review(QUESTION)
        }
        Certainty::No => Outcome::failed(cause(element).unwrap_or(Cow::Borrowed(nothing))),
    }
}

/// Whether anything at all stands in it. A dialog or a tooltip that is still empty is filled, and named, when it is shown.
pub(crate) fn is_filled(element: Element<'_>) -> bool {
    element.children().next().is_some() || element.own_texts().any(|(_, text)| !text.trim().is_empty())
}

/// Why it has no name, where that can be seen.
fn cause(element: Element<'_>) -> Option<Cow<'static, str>> {
    if let Some(sign) = element.accessible_name().chars().next() {
        let code = u32::from(sign);
        return Some(format!("its name is nothing but `U+{code:04X}`, which nobody hears").into());
    }
    if let Some(ids) = element.attribute("aria-labelledby").filter(|ids| !ids.trim().is_empty()) {
        let is_found = element.referenced("aria-labelledby").next().is_some();
        let found = if is_found { "which says nothing" } else { "which is nowhere on the page" };
        return Some(format!("`aria-labelledby` points at `{}`, {found}", ids.trim()).into());
    }
    if element.role().naming() != Naming::Contents && !element.is("a") && !element.is("area") {
        return None;
    }
    let image = element.descendants().take(FEW).find(|part| part.is("img"));
    if let Some(image) = image {
        return Some(Cow::Borrowed(match image.attribute("alt") {
            _ if image.is_programmatically_hidden() => "the image in it is hidden from assistive technologies",
            None => "the image in it has no `alt`",
            Some(_) => "the image in it has an empty `alt`",
        }));
    }
    let drawing = |part: Element<'_>| part.namespace() == Namespace::Svg;
    if element.namespace() == Namespace::Html && element.descendants().take(FEW).any(drawing) {
        return Some(Cow::Borrowed("the drawing in it has no `<title>`, and nothing else names it"));
    }
    let has_words = |part: Element<'_>| part.own_texts().any(|(_, text)| !text.trim().is_empty());
    let hides = |part: Element<'_>| part.is_programmatically_hidden() && has_words(part);
    let is_hidden = element.descendants().take(FEW).any(hides);
    is_hidden
        .then_some(Cow::Borrowed("the text in it is hidden from assistive technologies, and nothing else names it"))
}

/// As many parts are looked at for a cause.
const FEW: usize = 50;
