//! Steps 2F to 2H: what stands in an element, as it is heard (`AccName` 1.2, name from content).

use super::walk::{Reason, Walk};
use crate::page::{Element, Namespace, Property, Value};

impl<'p> Walk<'p> {
    /// Adds what stands in an element: `::before`, its nodes with those it owns, `::after`.
    pub fn content(&mut self, element: Element<'p>, out: &mut String) {
        let generated = element.generated();
        if generated.is_some_and(|generated| generated.is_uncertain) {
            self.doubt();
        }
        out.push_str(generated.and_then(|generated| generated.before.as_deref()).unwrap_or_default());
        for id in element.owned_nodes() {
            if Self::is_long_enough(out) {
                break;
            }
            if let Some(text) = self.page().text_of(id) {
                out.push_str(text);
            } else if let Some(child) = self.page().element(id).filter(|child| !is_never_read(*child)) {
                self.child(child, out);
            }
        }
        out.push_str(generated.and_then(|generated| generated.after.as_deref()).unwrap_or_default());
    }

    fn child(&mut self, child: Element<'p>, out: &mut String) {
        let start = out.len();
        let space = if is_in_line(child) { "" } else { " " };
        out.push_str(space);
        let is_said = self.text(child, Reason::Content, out);
        if !is_said && out.len() == start + space.len() && !child.is("br") {
            // What is hidden leaves no gap.
            out.truncate(start);
        } else {
            out.push_str(space);
        }
    }
}

/// Code and data are no words, even where hidden things are read.
fn is_never_read(element: Element<'_>) -> bool {
    element.namespace() == Namespace::Html
        && matches!(element.name(), "script" | "style" | "template" | "noscript" | "datalist")
}

/// Whether it is part of the line it stands in, so that no space is heard around it.
fn is_in_line(element: Element<'_>) -> bool {
    /// Where styles do not say: what browsers put in lines.
    const IN_LINES: &[&str] = &[
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
        "kbd", "label", "mark", "picture", "q", "s", "samp", "slot", "small", "span", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr",
    ];
    if element.is("br") {
        return false;
    }
    match element.style().get(Property::Display) {
        Some(display) => display == Value::Word("inline") || display == Value::Word("contents"),
        None => element.namespace() == Namespace::Html && IN_LINES.binary_search(&element.name()).is_ok(),
    }
}
