//! Pages that go away by themselves.

use super::{Element, NodeId, Page};
use hashbrown::HashSet;

impl Page {
    /// The `meta` elements that refresh a document or lead elsewhere, with the seconds they wait: the first of each
    /// document, as browsers act on no other.
    pub fn refreshes(&self) -> Vec<(Element<'_>, u64)> {
        let mut seen: HashSet<NodeId> = HashSet::new();
        let mut found = Vec::new();
        for meta in self.elements().filter(|element| element.is("meta")) {
            if let Some(seconds) = meta.refresh_delay()
                && meta.is_in_document_tree()
                && seen.insert(self.tree_of(meta.id()))
            {
                found.push((meta, seconds));
            }
        }
        found
    }
}

impl Element<'_> {
    /// The seconds after which a `meta` refreshes the page, if it does (HTML, shared declarative refresh steps,
    /// <https://html.spec.whatwg.org/multipage/document-lifecycle.html#shared-declarative-refresh-steps>).
    fn refresh_delay(self) -> Option<u64> {
        self.attribute("http-equiv").filter(|state| state.eq_ignore_ascii_case("refresh"))?;
        let content = self.attribute("content")?.trim_ascii_start();
        let digits = content.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = content.split_at(digits);
        if number.is_empty() && !rest.starts_with('.') {
            return None;
        }
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        if !rest.is_empty() && !rest.starts_with([';', ',']) && !rest.starts_with(|c: char| c.is_ascii_whitespace()) {
            return None;
        }
        // A number that is too large to be counted is longer than anybody waits.
        Some(if number.is_empty() { 0 } else { number.parse().unwrap_or(u64::MAX) })
    }

    /// In a document, and not in a `noscript` of it, which is no markup where scripts run.
    fn is_in_document_tree(self) -> bool {
        let mut at = self;
        while let Some(parent) = at.parent() {
            if parent.is("noscript") {
                return false;
            }
            at = parent;
        }
        at.is("html")
    }
}
