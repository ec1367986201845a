//! Elements without a type of their own.
#![expect(clippy::many_single_char_names, reason = "the places of eight attributes of one type have no other names")]

use leptos::html;
use leptos::prelude::*;

/// An attribute with its value; without one it is left out.
pub type Attribute = (&'static str, Option<String>);

/// The most attributes an element here may have.
const MOST: usize = 8;

/// Says that an attribute has a value.
pub fn is(name: &'static str, value: impl Into<String>) -> Attribute {
    (name, Some(value.into()))
}

/// Says that an attribute is there or not.
pub fn if_so(name: &'static str, is_there: bool) -> Attribute {
    (name, is_there.then(String::new))
}

/// An element with its attributes, eight at most, and what stands in it.
///
/// `view!` makes a type of every element, and the compiler code for each type; a popup has thirty. All elements made
/// here are of one type. The price: what stands in the same place when a view is drawn again must have the same
/// attributes, with other values or none.
pub fn element<const N: usize>(tag: &'static str, attributes: [Attribute; N], children: Vec<AnyView>) -> AnyView {
    of_one_type(tag, padded(attributes), children)
}

/// An `input`, which has no end tag.
pub fn input<const N: usize>(attributes: [Attribute; N]) -> AnyView {
    let [a, b, c, d, e, f, g, h] = padded(attributes);
    let input = html::input().attr(a.0, a.1).attr(b.0, b.1).attr(c.0, c.1).attr(d.0, d.1);
    input.attr(e.0, e.1).attr(f.0, f.1).attr(g.0, g.1).attr(h.0, h.1).into_any()
}

/// A `textarea` with `text` in it.
///
/// Not like other elements: on the server leptos marks where children end (`<!>`), which here would be read as text, and
/// an empty text becomes a space.
pub fn textarea<const N: usize>(attributes: [Attribute; N], text: &str) -> AnyView {
    let [a, b, c, d, e, f, g, h] = padded(attributes);
    let area = html::custom(tag_name("textarea")).attr(a.0, a.1).attr(b.0, b.1).attr(c.0, c.1).attr(d.0, d.1);
    let area = area.attr(e.0, e.1).attr(f.0, f.1).attr(g.0, g.1).attr(h.0, h.1);
    if text.is_empty() { area.into_any() } else { area.child(text.to_owned()).into_any() }
}

/// A text.
pub fn text(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

#[inline(never)]
fn of_one_type(tag: &'static str, attributes: [Attribute; MOST], children: Vec<AnyView>) -> AnyView {
    let [a, b, c, d, e, f, g, h] = attributes;
    let element = html::custom(tag_name(tag)).attr(a.0, a.1).attr(b.0, b.1).attr(c.0, c.1).attr(d.0, d.1);
    element.attr(e.0, e.1).attr(f.0, f.1).attr(g.0, g.1).attr(h.0, h.1).child(children).into_any()
}

fn padded<const N: usize>(attributes: [Attribute; N]) -> [Attribute; MOST] {
    const { assert!(N <= MOST, "an element has more attributes than its type has room for") };
    let mut attributes = attributes.into_iter();
    std::array::from_fn(|_| attributes.next().unwrap_or(("hidden", None)))
}

/// As `Element.tagName` gives it back: leptos compares the two, and makes the element anew where they differ.
#[cfg(feature = "csr")]
fn tag_name(tag: &'static str) -> String {
    tag.to_ascii_uppercase()
}

#[cfg(not(feature = "csr"))]
fn tag_name(tag: &'static str) -> &'static str {
    tag
}
