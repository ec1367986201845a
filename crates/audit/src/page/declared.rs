//! Declarations as they were written, for rules that ask who said something and how strongly.

use super::Element;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A declaration that applies to an element, whether or not another wins over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// The property, in lower case.
    pub property: Box<str>,
    /// The value, without `!important`.
    pub value: Box<str>,
    /// Whether it says `!important`.
    pub is_important: bool,
    /// Where it stands.
    pub origin: Origin,
    /// Which way the window must be turned, where a media query asks for that.
    pub turned: Option<Turned>,
}

/// Where a declaration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// In a style sheet of the page.
    Sheet,
    /// In a `style` attribute.
    Attribute,
}

/// `orientation` in a media query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Turned {
    /// Higher than wide.
    Portrait,
    /// Wider than high.
    Landscape,
}

/// What `::before` and `::after` say, for names and for what is read aloud (CSS Content 3, alternative text included).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generated {
    /// The text of `::before`; `None` if there is no such box.
    pub before: Option<Arc<str>>,
    /// The text of `::after`.
    pub after: Option<Arc<str>>,
    /// Whether either may be another text, or not be there.
    pub is_uncertain: bool,
}

impl<'p> Element<'p> {
    /// What was declared for it, the weakest first: spacing, line height, transforms and writing modes, which rules look
    /// at as they were written. Of sheets only where one of them asks how the window is turned. Nothing where the source
    /// keeps no declarations.
    pub fn declared(self) -> &'p [Declared] {
        self.page().declared.get(&self.id()).map_or(&[], Vec::as_slice)
    }

    /// What its `::before` and `::after` say, if there is either and the source knows.
    pub fn generated(self) -> Option<&'p Generated> {
        self.page().generated_texts.get(&self.id())
    }
}
