//! Elements without a type of their own.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

/// An attribute with its value; without one it is left out.
pub type Attribute = (&'static str, Option<String>);

/// Says that an attribute has a value.
pub fn is(name: &'static str, value: impl Into<String>) -> Attribute {
    (name, Some(value.into()))
}

/// Says that an attribute is there or not.
pub fn if_so(name: &'static str, is_there: bool) -> Attribute {
    (name, is_there.then(String::new))
}

/// An element with its attributes and what stands in it.
///
/// `view!` makes a type of every element, and the compiler code for each type; a popup has thirty. All elements made
/// here are of one type.
///
/// The price: when a view is drawn again, what stands in the same place must have the same tag and the same attributes
/// (with other values, or none). Parts that come and go stand last among their siblings, or stay and are empty.
pub fn element<const N: usize>(tag: &'static str, attributes: [Attribute; N], children: Vec<AnyView>) -> AnyView {
    of_one_type(tag, written(attributes.into()), children)
}

/// An `input`, which has no end tag.
pub fn input<const N: usize>(attributes: [Attribute; N]) -> AnyView {
    html::input().add_any_attr(written(attributes.into())).into_any()
}

/// A `textarea` with `text` in it.
///
/// Not like other elements: on the server leptos marks where children end (`<!>`), which here would be read as text, and
/// an empty text becomes a space.
pub fn textarea<const N: usize>(attributes: [Attribute; N], text: &str) -> AnyView {
    let area = html::custom("textarea").add_any_attr(written(attributes.into()));
    if text.is_empty() { area.into_any() } else { area.child(text.to_owned()).into_any() }
}

/// A text.
pub fn text(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

#[inline(never)]
fn of_one_type(tag: &'static str, attributes: Vec<AnyAttribute>, children: Vec<AnyView>) -> AnyView {
    html::custom(tag).add_any_attr(attributes).child(children).into_any()
}

#[inline(never)]
fn written(attributes: Vec<Attribute>) -> Vec<AnyAttribute> {
    attributes.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect()
}
