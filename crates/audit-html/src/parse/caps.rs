//! Bounds at the tokens: html5ever has none, and looks through all open elements for each tag.

use crate::Limits;
use hashbrown::HashMap;
use html5ever::LocalName;
use html5ever::tokenizer::{TagKind, Token};

/// What was left out of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Start tags that would have nested too deep.
    pub too_deep: usize,
    /// Whether the rest of the page was left out, as there were elements enough.
    pub too_many: bool,
}

/// Whether a token goes to the tree builder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Take,
    LeaveOut,
}

/// Counts what is open, and decides.
#[derive(Debug)]
pub(super) struct Caps {
    depth: usize,
    elements: usize,
    cut: Cut,
    /// Elements open, and formatting elements that go on, when last counted.
    open: usize,
    /// Elements made until then. What is open now is at most `open` and what was made since.
    created: usize,
    /// Nothing fits until something is closed.
    is_full: bool,
    /// Start tags that were left out and not closed since: their end tags are left out too.
    unopened: HashMap<LocalName, usize>,
}

impl Caps {
    pub fn new(limits: &Limits) -> Self {
        let (depth, elements) = (limits.depth, limits.elements);
        Self { depth, elements, cut: Cut::default(), open: 0, created: 0, is_full: false, unopened: HashMap::new() }
    }

    /// `created` is the number of elements so far; `count` tells how many are open, which takes time.
    pub fn judge(&mut self, token: &Token, created: usize, count: impl FnOnce() -> usize) -> Verdict {
        if created >= self.elements && !matches!(token, Token::EOFToken) {
            self.cut.too_many = true;
            return Verdict::LeaveOut;
        }
        let Token::TagToken(tag) = token else { return Verdict::Take };
        if tag.kind == TagKind::StartTag {
            if nests(&tag.name) && !self.fits(created, count) {
                self.cut.too_deep += 1;
                *self.unopened.entry(tag.name.clone()).or_default() += 1;
                return Verdict::LeaveOut;
            }
        } else if let Some(left) = self.unopened.get_mut(&tag.name).filter(|left| **left > 0) {
            *left -= 1;
            return Verdict::LeaveOut;
        }
        self.is_full = false;
        Verdict::Take
    }

    fn fits(&mut self, created: usize, count: impl FnOnce() -> usize) -> bool {
        if !self.is_full && self.open + (created - self.created) >= self.depth {
            (self.open, self.created) = (count(), created);
            self.is_full = self.open >= self.depth;
        }
        !self.is_full
    }

    pub fn into_cut(self) -> Cut {
        self.cut
    }
}

/// Whether elements may stand in it. Those that hold nothing cannot nest, and those that hold text alone must reach
/// the tree builder, which tells the tokenizer to read text.
fn nests(name: &str) -> bool {
    !matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "iframe"
            | "img"
            | "image"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "noembed"
            | "noframes"
            | "noscript"
            | "param"
            | "plaintext"
            | "script"
            | "source"
            | "style"
            | "textarea"
            | "title"
            | "track"
            | "wbr"
            | "xmp"
    )
}
