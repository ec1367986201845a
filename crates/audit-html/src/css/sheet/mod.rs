//! A style sheet, read once and used for any number of pages.

mod at_rule;
mod collect;
mod index;
mod layer;
mod scope;

pub(crate) use index::{Index, Lookup};
pub(crate) use layer::{LayerId, Layers};
pub(crate) use scope::Scope;

use super::condition::Condition;
use super::declaration::Block;
use super::name::Name;
use super::property::Set;
use super::pseudo::PseudoElement;
use super::selector::Selector;
use crate::certainty::Certainty;
use crate::decode::decode;
use sada_audit::Turned;
use selectors::parser::AncestorHashes;
use std::sync::Arc;

/// A parsed style sheet: its rules sorted for looking up. It belongs to no page, so one sheet serves all pages that
/// link to it, on any thread.
#[derive(Debug, Default)]
pub struct Sheet {
    pub(crate) rules: Vec<Rule>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) conditions: Vec<Nested>,
    pub(crate) layers: Layers,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) imports: Vec<Import>,
    pub(crate) keyframes: Vec<(Box<str>, Set)>,
    pub(crate) registered: Vec<Registered>,
    /// Rules for elements.
    pub(crate) elements: Index,
    /// Rules for pseudo-elements, by the element they belong to.
    pub(crate) pseudos: Index,
    /// Rules with `:host`, for the host of the shadow root the sheet stands in.
    pub(crate) hosts: Vec<u32>,
    /// Rules with `::slotted()`.
    pub(crate) slotted: Vec<u32>,
    /// Rules with `::part()`.
    pub(crate) parts: Vec<u32>,
    /// Why not all of it was read.
    pub(crate) cut: Option<&'static str>,
}

/// One selector and what it applies.
#[derive(Debug)]
pub(crate) struct Rule {
    pub selector: Selector,
    pub hashes: AncestorHashes,
    pub block: u32,
    /// The innermost condition around it.
    pub condition: Option<u32>,
    pub layer: Option<LayerId>,
    /// The innermost `@scope` around it.
    pub scope: Option<u32>,
    pub pseudo: Option<PseudoElement>,
    /// Whether markup alone may not decide whether it matches.
    pub is_undecided: bool,
}

/// A condition inside another.
#[derive(Debug)]
pub(crate) struct Nested {
    pub parent: Option<u32>,
    pub condition: Condition,
}

/// `@import`.
#[derive(Debug)]
pub(crate) struct Import {
    pub href: Box<str>,
    pub condition: Option<u32>,
    pub layer: Option<LayerId>,
}

/// `@property`.
#[derive(Debug, Clone)]
pub(crate) struct Registered {
    pub name: Name,
    pub is_inherited: bool,
    pub initial: Option<Arc<str>>,
    pub condition: Option<u32>,
}

impl Sheet {
    /// Reads a style sheet. What is no CSS in it is dropped as browsers drop it.
    ///
    /// Sheets beyond 16 MB or 250,000 selectors are read up to there; pages that use them have unknown styles.
    pub fn parse(css: &str) -> Self {
        collect::sheet(css)
    }

    /// Reads a style sheet from bytes. A byte order mark decides the encoding, then `content_type` (the header's
    /// value), then `@charset`, then it is UTF-8.
    pub fn from_bytes(bytes: &[u8], content_type: Option<&str>) -> Self {
        match content_type.is_none().then(|| charset_rule(bytes)).flatten() {
            Some(label) => Self::parse(&decode(bytes, Some(&format!("text/css; charset={label}")))),
            None => Self::parse(&decode(bytes, Some(content_type.unwrap_or("text/css; charset=utf-8")))),
        }
    }

    /// Which way the window must be turned for each of [`Self::conditions`] to hold, where one asks for that.
    pub(crate) fn turned(&self, visitor: &crate::Visitor) -> Vec<Option<Turned>> {
        let asks = |nested: &Nested| matches!(&nested.condition, Condition::Media(list) if list.asks_for_orientation());
        if !self.conditions.iter().any(asks) {
            return Vec::new();
        }
        let (short, long) = (visitor.width.min(visitor.height), visitor.width.max(visitor.height));
        let portrait = self.evaluate(&crate::Visitor { width: short, height: long, ..*visitor });
        let landscape = self.evaluate(&crate::Visitor { width: long, height: short, ..*visitor });
        let mut all = Vec::with_capacity(self.conditions.len());
        for (at, nested) in self.conditions.iter().enumerate() {
            let is_asked = asks(nested) || nested.parent.is_some_and(|parent| asks(&self.conditions[parent as usize]));
            all.push(match (portrait[at], landscape[at]) {
                _ if !is_asked => None,
                (Certainty::Yes, Certainty::No) => Some(Turned::Portrait),
                (Certainty::No, Certainty::Yes) => Some(Turned::Landscape),
                _ => None,
            });
        }
        all
    }

    /// Whether a condition and all around it hold for a visitor, for each of [`Self::conditions`].
    pub(crate) fn evaluate(&self, visitor: &crate::Visitor) -> Vec<Certainty> {
        let mut results: Vec<Certainty> = Vec::with_capacity(self.conditions.len());
        for nested in &self.conditions {
            // A condition stands behind the one around it.
            let around = nested.parent.map_or(Certainty::Yes, |parent| results[parent as usize]);
            results.push(around.and(nested.condition.evaluate(visitor)));
        }
        results
    }
}

/// CSS Syntax 3, 3.2: exactly `@charset "…";` at the very start.
fn charset_rule(bytes: &[u8]) -> Option<&str> {
    let rest = bytes.strip_prefix(b"@charset \"")?;
    let end = rest.windows(2).take(100).position(|pair| pair == b"\";")?;
    std::str::from_utf8(&rest[..end]).ok().filter(|label| !label.to_ascii_lowercase().starts_with("utf-16"))
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn a_sheet_serves_all_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Sheet>();
    }

    #[test]
    fn what_does_not_matter_is_left_out() {
        for (css, rules) in [
            ("p { color: red }", 1),
            ("p, .a, #b { color: red }", 3),
            ("p { border-radius: 1px; grid-area: a }", 0),
            ("p { color: nonsense }", 0),
            ("p:nonsense { color: red } q { color: red }", 1),
            ("p::nonsense, q { color: red }", 0),
            ("p::selection { color: red }", 0),
            ("@media print { p { color: red } }", 1),
            ("p { &:hover { color: red } .a & { color: blue } b { color: green } }", 3),
            ("p { a:hover { color: red } color: blue; }", 2),
            ("@charset 'x'; @import 'y'; p { color: red } @import 'z';", 1),
            ("@font-face { color: red } @page { color: red } @nonsense { p { color: red } }", 0),
            ("<!-- p { color: red } -->", 1),
            ("p { color: red", 1),
            ("p { color: red; } } q { color: red }", 1),
        ] {
            assert_eq!(Sheet::parse(css).rules.len(), rules, "{css}");
        }
    }

    #[test]
    fn the_encoding_of_a_sheet_is_found() {
        let sheet = Sheet::from_bytes(b"@charset \"latin1\";.\xe9{color:red}", None);
        assert_eq!(format!("{:?}", sheet.rules[0].selector.iter_raw_match_order().next().unwrap()), ".é");
    }
}
