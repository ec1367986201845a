//! The style sheets of a page: where they are named, and who fetches them.

use crate::Visitor;
use crate::cascade::{Gather, ScopeSheets, media};
use crate::certainty::Certainty;
use crate::css::sheet::Sheet;
use crate::tree::{Node, Tree};
use std::sync::Arc;
use url::Url;

/// Fetches linked and imported style sheets: from files, over HTTP, from a cache.
pub trait StyleSheets {
    /// The sheet at `address`: resolved against the page where that has an absolute address, as written where it has
    /// none. `None` if there is none; then colours and visibility on the page become questions.
    ///
    /// Called for each page anew, so keep what was parsed: one [`Sheet`] serves all pages and threads.
    fn load(&self, address: &str) -> Option<Arc<Sheet>>;
}

/// Has no sheets at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoStyleSheets;

impl StyleSheets for NoStyleSheets {
    fn load(&self, _: &str) -> Option<Arc<Sheet>> {
        None
    }
}

/// Every element asks every sheet, so the sheets of one document or shadow root have a limit. Generated pages have some
/// hundreds.
const MOST_SHEETS: usize = 4_000;

/// Puts together the sheets of the document and of each shadow root. What could not be had is added to `missing`.
pub(crate) fn gather(
    tree: &Tree<'_>,
    base: Option<&Url>,
    loader: &dyn StyleSheets,
    visitor: &Visitor,
    missing: &mut Vec<String>,
) -> Vec<ScopeSheets> {
    let preferred = tree.nodes.iter().filter(|node| is_sheet_link(node)).find_map(|node| title(node));
    let mut scopes = Vec::with_capacity(tree.scopes.len());
    for scope in (0..).take(tree.scopes.len()) {
        let mut gather = Gather::new(loader, visitor, missing);
        let mut sheets = 0;
        for node in tree.nodes.iter().filter(|node| node.scope == scope && (is_style(node) || is_sheet_link(node))) {
            sheets += 1;
            if sheets > MOST_SHEETS {
                gather.leave_out_the_rest();
                break;
            }
            if is_style(node) {
                let holds = media(node.attribute("media"), visitor);
                let text: String = node.element.own_texts().map(|(_, text)| text).collect();
                gather.add(Arc::new(Sheet::parse(&text)), base, holds);
            } else if is_sheet_link(node)
                && title(node).is_none_or(|title| Some(title) == preferred)
                && let Some(href) = node.attribute("href").map(str::trim).filter(|href| !href.is_empty())
            {
                gather.load(href, base, media_of_link(node, visitor));
            }
        }
        scopes.push(gather.finish());
    }
    scopes
}

fn is_style(node: &Node<'_>) -> bool {
    let is_css = |kind: &str| kind.is_empty() || kind.eq_ignore_ascii_case("text/css");
    node.name() == "style" && node.attribute("type").is_none_or(is_css)
}

/// A `link` whose sheet applies. One that a script of its own attribute turns on once it is loaded applies too.
fn is_sheet_link(node: &Node<'_>) -> bool {
    if !node.is("link") || node.has_attribute("disabled") {
        return false;
    }
    let rel = node.attribute("rel").unwrap_or_default().to_ascii_lowercase();
    let has = |word: &str| rel.split_ascii_whitespace().any(|known| known == word);
    let is_switched_on = has("preload")
        && node.attribute("as").is_some_and(|kind| kind.eq_ignore_ascii_case("style"))
        && node.attribute("onload").is_some_and(|script| script.contains("stylesheet"));
    let is_css =
        node.attribute("type").is_none_or(|kind| kind.is_empty() || kind.to_ascii_lowercase().starts_with("text/css"));
    is_css && ((has("stylesheet") && !has("alternate")) || is_switched_on)
}

/// The name of the set of sheets it belongs to (HTML, preferred sheets).
fn title<'h>(node: &Node<'h>) -> Option<&'h str> {
    node.attribute("title").filter(|title| !title.is_empty())
}

fn media_of_link(node: &Node<'_>, visitor: &Visitor) -> Certainty {
    let is_switched_on = node.attribute("onload").is_some_and(|script| script.contains("media"));
    if is_switched_on { Certainty::Yes } else { media(node.attribute("media"), visitor) }
}
