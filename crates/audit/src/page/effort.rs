//! How much is looked at on a page, so that one made to be looked at forever is left at some point.

use super::Page;
use std::cell::Cell;

/// To find an element from another one; to go on to the next costs one.
const STEP: u64 = 8;
/// For each node on average. An ordinary page takes a fifth of it.
const MOST_FOR_A_NODE: u64 = 3_000;
/// A small page has as much as one of so many nodes.
const SMALL: usize = 40_000;
/// What part of it one rule may take.
const SHARE: u64 = 4;

/// What was spent on a page.
#[derive(Debug, Default)]
pub(super) struct Effort(Cell<u64>);

impl Effort {
    fn add(&self, more: u64) {
        self.0.set(self.0.get().saturating_add(more));
    }

    /// Counts an element that was asked for.
    #[inline]
    pub fn count_step(&self) {
        self.add(STEP);
    }

    /// Counts one of several that are gone through.
    #[inline]
    pub fn count_next(&self) {
        self.add(1);
    }

    /// Counts a text that is read again: each byte costs one.
    pub fn count_text(&self, text: &str) {
        self.add(text.len() as u64);
    }
}

impl Page {
    /// What looking at it has cost so far.
    pub(crate) fn effort(&self) -> u64 {
        self.effort.0.get()
    }

    /// Where [`effort`](Self::effort) must not be when a rule that begins now has ended.
    pub(crate) fn too_much_for_a_rule(&self) -> u64 {
        let most = self.most_effort();
        (self.effort() + most / SHARE).min(most)
    }

    /// Whether no more is to be looked at.
    pub(super) fn is_exhausted(&self) -> bool {
        self.effort() >= self.most_effort()
    }

    fn most_effort(&self) -> u64 {
        MOST_FOR_A_NODE * self.nodes.len().max(SMALL) as u64
    }
}
