//! From one element to another.

use super::Index;
use std::num::NonZeroU32;

/// The place of an element, or none, in four bytes: a large page has a million of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Link(Option<NonZeroU32>);

impl Link {
    pub const NONE: Link = Link(None);

    pub fn to(index: Index) -> Self {
        Self(Some(NonZeroU32::MIN.checked_add(index).expect("the page counts its nodes in u32, from 1")))
    }

    pub fn get(self) -> Option<Index> {
        self.0.map(|number| number.get() - 1)
    }
}

impl From<Option<Index>> for Link {
    fn from(index: Option<Index>) -> Self {
        index.map_or(Link::NONE, Link::to)
    }
}
