//! A CSS selector that finds exactly one element again.

use super::node::Kind;
use super::{Element, Namespace, Page};
use std::collections::HashMap;
use std::fmt::Write;

impl Element<'_> {
    /// A selector for this element alone, from the nearest id that is unique. ` >>> ` crosses into a shadow root or frame.
    pub fn selector(self) -> String {
        let mut steps = Vec::new();
        let mut at = self;
        loop {
            if at.has_unique_id() {
                steps.push(format!("#{}", escape(at.attribute("id").unwrap_or_default())));
                break;
            }
            steps.push(at.step());
            match at.parent() {
                Some(parent) => at = parent,
                None => break,
            }
        }
        steps.reverse();
        let inside = steps.join(" > ");
        match at.outer() {
            Some(host) => format!("{} >>> {inside}", host.selector()),
            None => inside,
        }
    }

    /// What hosts the tree this element stands in: a shadow host or a frame.
    fn outer(self) -> Option<Self> {
        let page = self.page();
        let root = page.tree_of(self.id());
        matches!(page.node(root).kind, Kind::ShadowRoot | Kind::Document).then_some(())?;
        page.element(page.node(root).parent?)
    }

    fn step(self) -> String {
        let name = match self.namespace() {
            // SVG names keep their capitals, and are matched with them.
            Namespace::Html | Namespace::Svg | Namespace::MathMl => escape(self.name()),
            Namespace::Other => "*".to_owned(),
        };
        match self.page().places()[self.id().index()] {
            (place, alike) if alike > 1 => format!("{name}:nth-of-type({place})"),
            _ => name,
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

/// An identifier as CSS wants it (CSSOM, serialize an identifier).
fn escape(identifier: &str) -> String {
    let mut escaped = String::with_capacity(identifier.len());
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
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn identifiers_are_escaped_as_css_wants() {
        for (identifier, escaped) in
            [("main", "main"), ("1a", "\\31 a"), ("-1", "-\\31 "), ("-", "\\-"), ("a.b:c", "a\\.b\\:c"), ("قسم", "قسم")]
        {
            assert_eq!(escape(identifier), escaped);
        }
    }
}
