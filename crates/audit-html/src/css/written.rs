//! Pieces of CSS that another source has read off an element: computed values as text.

use super::declaration::{Block, Declaration};
use super::property::{Plain, Value};
use sada_audit::Property;

/// A computed value of `property` as a browser writes it; `None` if it is not understood.
///
/// ```
/// use sada_audit::{Property, Value};
///
/// let width = sada_audit_html::computed_value(Property::Width, "12.5px");
/// assert_eq!(width, Some(Value::Length { pixels: 12.5, percent: 0.0 }));
/// ```
pub fn computed_value(property: Property, text: &str) -> Option<Plain> {
    let block = Block::parse(&format!("{}:{text}", property.name()));
    block.normal.into_iter().find_map(|declaration| match declaration {
        Declaration::Longhand(longhand, value) if longhand.property() == Some(property) => match value {
            Value::Plain(plain) => Some(plain),
            Value::Both(both) => both.1.clone(),
            Value::Color(color) => Some(Plain::Color(color)),
            _ => None,
        },
        _ => None,
    })
}
