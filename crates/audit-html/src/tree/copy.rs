//! What the parser has built, as a page.

use crate::parse::{Built, Kind, NodeId as Source};
use sada_audit::{Engine, Namespace, NodeId, PageBuilder};

/// A page of what the parser has built.
pub(crate) fn page_of(mut built: Built, url: &str) -> PageBuilder {
    let mut page = PageBuilder::of(url, Engine::Html, std::mem::take(&mut built.strings));
    page.reserve(built.arena.len());
    let first = built.arena.node(Source::DOCUMENT).first_child;
    let mut rows = vec![Row { next: first, skipped: None, into: Into::Node(NodeId::DOCUMENT) }];
    while let Some(row) = rows.last_mut() {
        let Some(source) = row.next else {
            rows.pop();
            continue;
        };
        let node = built.arena.node(source);
        row.next = node.next;
        let into = match row.into {
            Into::Node(into) => into,
            Into::ShadowRootOf(host) => {
                let root = page.shadow_root(host);
                row.into = Into::Node(root);
                root
            }
        };
        match &node.kind {
            Kind::Text(text) => drop(page.kept_text(into, *text)),
            Kind::LateText(place) => drop(page.text(into, &built.late_texts[*place as usize])),
            Kind::Element(element) if row.skipped != Some(source) => {
                let (namespace, name) = (built.names.namespace(element.name), built.names.id(element.name));
                let id = page.kept_element(into, namespace, name, element.attributes);
                if let Some(span) = element.span() {
                    page.set_span(id, span);
                }
                open(&built, source, id, &mut page, &mut rows);
            }
            Kind::Element(_) | Kind::Root | Kind::Nothing => {}
        }
    }
    page
}

/// Siblings that are still to be copied.
struct Row {
    next: Option<Source>,
    /// The template among them that has become a shadow root.
    skipped: Option<Source>,
    /// Where they go in the page; a shadow root is made when its row begins.
    into: Into,
}

#[derive(Clone, Copy)]
enum Into {
    Node(NodeId),
    ShadowRootOf(NodeId),
}

/// Puts what stands in an element on the stack: first its shadow root, then its children.
fn open(built: &Built, source: Source, id: NodeId, page: &mut PageBuilder, rows: &mut Vec<Row>) {
    let Built { arena, .. } = built;
    let name = html_name(built, source);
    if name == Some("template") {
        return; // Its contents are not part of the page.
    }
    let is_shadow_root = |node: &Source| matches!(&arena.node(*node).kind, Kind::Element(one) if one.is_shadow_root);
    let root = if name.is_some_and(can_host) { arena.children(source).find(is_shadow_root) } else { None };
    rows.push(Row { next: arena.node(source).first_child, skipped: root, into: Into::Node(id) });
    if let Some(contents) = root.and_then(|root| arena.node(root).first_child) {
        let first = arena.node(contents).first_child;
        // An empty root is made too: its host shows nothing.
        if first.is_none() {
            page.shadow_root(id);
        }
        rows.push(Row { next: first, skipped: None, into: Into::ShadowRootOf(id) });
    }
}

/// The name of an HTML element.
fn html_name(built: &Built, source: Source) -> Option<&str> {
    let Kind::Element(element) = &built.arena.node(source).kind else { return None };
    let is_html = built.names.namespace(element.name) == Namespace::Html;
    is_html.then(|| &*built.names.get(element.name).local)
}

/// Whether elements of a name can have a shadow root (DOM, valid shadow host name).
fn can_host(name: &str) -> bool {
    matches!(
        name,
        "article"
            | "aside"
            | "blockquote"
            | "body"
            | "div"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "main"
            | "nav"
            | "p"
            | "section"
            | "span"
    ) || name.contains('-')
}
