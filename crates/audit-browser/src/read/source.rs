//! Where the elements of a rendered page stand in the markup that was sent.
//!
//! The markup is read once more, without a browser, and both trees are walked together. An element that a script has made
//! or changed has no place: what would be shown of it is not what is there.

use sada_audit::{Element, NodeId, PageBuilder};
use sada_audit_html::{Input, NoStyleSheets, Reader};
use sada_devtools::{DevtoolsError, Tab};
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;

/// How many siblings may have gone before an element that is still there.
const MOST_SKIPPED: usize = 40;

/// Gives the elements of the page that is read their places, as far as they are in the markup.
///
/// # Errors
/// When the browser or the page has died.
pub fn locate(tab: &Tab, url: &str, builder: &mut PageBuilder, limit: Duration) -> Result<(), DevtoolsError> {
    let Some(markup) = markup(tab, url, limit)? else { return Ok(()) };
    let input = Input::new(url, markup.as_bytes());
    // What is not read is not shown: a page in another encoding than its text would have other places.
    let Ok(sent) =
        Reader::default().read(&Input { content_type: Some("text/html; charset=utf-8"), ..input }, &NoStyleSheets)
    else {
        return Ok(());
    };
    let places = {
        let shown = builder.so_far();
        let root = |page: &sada_audit::Page| page.elements().next().map(Element::id);
        match (root(shown), root(&sent)) {
            (Some(shown_root), Some(sent_root)) => pair(shown, shown_root, &sent, sent_root),
            _ => return Ok(()),
        }
    };
    for (element, place) in places {
        if let Some(span) = sent.element(place).and_then(Element::span) {
            builder.set_span(element, span);
        }
    }
    builder.set_source(markup.into());
    Ok(())
}

/// The markup of the page, as the browser has it: decoded. `None` where it kept none.
fn markup(tab: &Tab, url: &str, limit: Duration) -> Result<Option<String>, DevtoolsError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Tree {
        frame_tree: Top,
    }
    #[derive(Deserialize)]
    struct Top {
        frame: Frame,
    }
    #[derive(Deserialize)]
    struct Frame {
        id: String,
        url: String,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Content {
        content: String,
        base64_encoded: bool,
    }
    let frame = tab.call_within::<Tree>("Page.getFrameTree", &json!({}), limit)?.frame_tree.frame;
    let address = if frame.url.is_empty() { url } else { &frame.url };
    let params = json!({ "frameId": frame.id, "url": address });
    match tab.call_within::<Content>("Page.getResourceContent", &params, limit) {
        Ok(content) => Ok((!content.base64_encoded).then_some(content.content)),
        Err(DevtoolsError::Refused { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Elements that stand in both trees at the same place with the same attributes.
fn pair(
    shown: &sada_audit::Page,
    shown_root: NodeId,
    sent: &sada_audit::Page,
    sent_root: NodeId,
) -> Vec<(NodeId, NodeId)> {
    let mut found = Vec::new();
    let mut open = vec![(shown_root, sent_root)];
    while let Some((shown_id, sent_id)) = open.pop() {
        let (Some(one), Some(other)) = (shown.element(shown_id), sent.element(sent_id)) else { continue };
        if one.name() != other.name() || one.namespace() != other.namespace() {
            continue;
        }
        if is_alike(one, other) {
            found.push((shown_id, sent_id));
        }
        let candidates: Vec<Element<'_>> = other.children().collect();
        let mut next = 0;
        for child in one.children() {
            let ahead = candidates.iter().enumerate().skip(next).take(MOST_SKIPPED);
            let same = ahead.clone().find(|(_, candidate)| is_alike(child, **candidate));
            // Changed, and still the next of its kind: what is in it may be as it was.
            let is_it = |candidate: &Element<'_>| {
                child.name() == candidate.name() && child.attribute("id") == candidate.attribute("id")
            };
            let changed = || ahead.clone().find(|(_, candidate)| is_it(candidate));
            if let Some((at, candidate)) = same.or_else(changed) {
                open.push((child.id(), candidate.id()));
                next = at + 1;
            }
        }
    }
    found
}

fn is_alike(one: Element<'_>, other: Element<'_>) -> bool {
    one.name() == other.name() && one.namespace() == other.namespace() && one.attributes().eq(other.attributes())
}
