//! The browser's own sheets.

use super::sheets::{Gather, ScopeSheets};
use crate::certainty::Certainty;
use crate::css::sheet::Sheet;
use crate::tree::Tree;
use crate::{NoStyleSheets, Visitor};
use selectors::context::QuirksMode;
use std::sync::{Arc, LazyLock};

static BROWSER: LazyLock<Arc<Sheet>> = LazyLock::new(|| Arc::new(Sheet::parse(include_str!("../browser.css"))));
static QUIRKS: LazyLock<Arc<Sheet>> = LazyLock::new(|| Arc::new(Sheet::parse(include_str!("../quirks.css"))));

/// What applies before the page says anything.
pub(super) fn browser(tree: &Tree<'_>, visitor: &Visitor) -> ScopeSheets {
    let mut missing = Vec::new();
    let mut gather = Gather::new(&NoStyleSheets, visitor, &mut missing);
    gather.add(Arc::clone(&BROWSER), None, Certainty::Yes);
    if tree.quirks == QuirksMode::Quirks {
        gather.add(Arc::clone(&QUIRKS), None, Certainty::Yes);
    }
    gather.finish()
}
