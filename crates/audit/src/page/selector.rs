//! A CSS selector that finds exactly one element again.

use super::node::Kind;
use super::{Element, Namespace, Page};
use hashbrown::HashMap;
use std::fmt::Write;

impl Element<'_> {
    /// A selector for this element alone, from the nearest id that is unique. ` >>> ` crosses into a shadow root or frame.
    pub fn selector(self) -> String {
        let mut path = vec![self];
        while let Some(last) = path.last().filter(|last| !last.has_unique_id())
            && let Some(around) = last.parent()
        {
            path.push(around);
        }
        let mut selector = String::with_capacity(path.len() * 16);
        if let Some(host) = self.outer() {
            selector.push_str(&host.selector());
            selector.push_str(" >>> ");
        }
        for (at, element) in path.iter().rev().enumerate() {
            selector.push_str(if at > 0 { " > " } else { "" });
            match element.attribute("id").filter(|_| at == 0 && element.has_unique_id()) {
                Some(id) => {
                    selector.push('#');
                    escape(id, &mut selector);
                }
                None => element.step(&mut selector),
            }
        }
        selector
    }

    /// What hosts the tree this element stands in: a shadow host or a frame.
    fn outer(self) -> Option<Self> {
        let page = self.page();
        let root = page.tree_of(self.id());
        matches!(page.node(root).kind, Kind::ShadowRoot | Kind::Document).then_some(())?;
        page.element(page.node(root).parent?)
    }

    fn step(self, selector: &mut String) {
        match self.namespace() {
            // SVG names keep their capitals, and are matched with them.
            Namespace::Html | Namespace::Svg | Namespace::MathMl => escape(self.name(), selector),
            Namespace::Other => selector.push('*'),
        }
        let (place, alike) = self.page().places()[self.id().index()];
        if alike > 1 {
            // Writing to a String cannot fail.
            let _ = write!(selector, ":nth-of-type({place})");
        }
    }
}

impl Page {
    /// For every node, if it is an element, its place among the siblings of its kind, counted from 1, and how many they
    /// are. Counted for all at once: a page may have ten thousand findings among ten thousand siblings.
    fn places(&self) -> &[(u32, u32)] {
        self.places.get_or_init(|| {
            let mut alike: HashMap<_, u32> = HashMap::new();
            let mut places = vec![(0, 0); self.nodes.len()];
            let kind = |element: Element<'_>| (self.node(element.id()).parent, element.namespace());
            for element in self.elements() {
                let count = alike.entry((kind(element), element.name())).or_default();
                *count += 1;
                places[element.id().index()].0 = *count;
            }
            for element in self.elements() {
                places[element.id().index()].1 = alike[&(kind(element), element.name())];
            }
            places
        })
    }
}

/// Writes an identifier as CSS wants it (CSSOM, serialize an identifier).
fn escape(identifier: &str, escaped: &mut String) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || !byte.is_ascii();
    if identifier.bytes().all(is_plain) && identifier.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return escaped.push_str(identifier);
    }
    for (index, c) in identifier.chars().enumerate() {
        let is_digit_in_front = c.is_ascii_digit() && (index == 0 || (index == 1 && identifier.starts_with('-')));
        match c {
            '\0' => escaped.push('\u{fffd}'),
            _ if c.is_control() || is_digit_in_front => {
                // Writing to a String cannot fail.
                let _ = write!(escaped, "\\{:x} ", u32::from(c));
            }
            '-' if identifier.len() == 1 => escaped.push_str("\\-"),
            _ if c.is_ascii_alphanumeric() || c == '-' || c == '_' || !c.is_ascii() => escaped.push(c),
            _ => {
                escaped.push('\\');
                escaped.push(c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn identifiers_are_escaped_as_css_wants() {
        for (identifier, expected) in
            [("main", "main"), ("1a", "\\31 a"), ("-1", "-\\31 "), ("-", "\\-"), ("a.b:c", "a\\.b\\:c"), ("قسم", "قسم")]
        {
            let mut escaped = String::new();
            escape(identifier, &mut escaped);
            assert_eq!(escaped, expected);
        }
    }
}
