//! scraper's tree to the page.

use crate::parse::Parsed;
use ego_tree::NodeRef;
use sada_audit::{Namespace, NodeId, PageBuilder};
use scraper::node::{Element, Node as Source};

/// Copies a parsed page into `page`.
pub(crate) fn copy(parsed: &Parsed, page: &mut PageBuilder) {
    page.reserve(parsed.html.tree.nodes().len());
    let into = Into::Node(NodeId::DOCUMENT);
    let mut rows = vec![Row { next: parsed.html.tree.root().first_child(), skipped: None, into }];
    while let Some(row) = rows.last_mut() {
        let Some(node) = row.next else {
            rows.pop();
            continue;
        };
        row.next = node.next_sibling();
        let into = match row.into {
            Into::Node(into) => into,
            Into::ShadowRootOf(host) => {
                let root = page.shadow_root(host);
                row.into = Into::Node(root);
                root
            }
        };
        match node.value() {
            Source::Text(text) => drop(page.text(into, text)),
            Source::Element(element) if row.skipped != Some(node.id()) => {
                let attributes =
                    element.attrs.iter().map(|(name, value)| (written(name), Box::from(&**value))).collect();
                let id = page.element(into, namespace_of(&element.name.ns), element.name(), attributes);
                if let Some(span) = parsed.span(node.id()) {
                    page.set_span(id, span);
                }
                open(node, element, id, page, &mut rows);
            }
            _ => {}
        }
    }
}

/// Siblings that are still to be copied.
struct Row<'h> {
    next: Option<NodeRef<'h, Source>>,
    /// The template among them that has become a shadow root.
    skipped: Option<ego_tree::NodeId>,
    /// Where they go in the page; a shadow root is made when its row begins.
    into: Into,
}

#[derive(Clone, Copy)]
enum Into {
    Node(NodeId),
    ShadowRootOf(NodeId),
}

/// Puts what stands in an element on the stack: first its shadow root, then its children.
fn open<'h>(node: NodeRef<'h, Source>, element: &Element, id: NodeId, page: &mut PageBuilder, rows: &mut Vec<Row<'h>>) {
    if element.name() == "template" && namespace_of(&element.name.ns) == Namespace::Html {
        return; // Its contents are not part of the page.
    }
    let root = if can_host(element) { node.children().find(|child| is_shadow_root(*child)) } else { None };
    rows.push(Row { next: node.first_child(), skipped: root.map(|root| root.id()), into: Into::Node(id) });
    if let Some(contents) = root.and_then(|root| root.first_child()) {
        // An empty root is made too: its host shows nothing.
        if !contents.has_children() {
            page.shadow_root(id);
        }
        rows.push(Row { next: contents.first_child(), skipped: None, into: Into::ShadowRootOf(id) });
    }
}

fn namespace_of(url: &str) -> Namespace {
    match url {
        "http://www.w3.org/1999/xhtml" => Namespace::Html,
        "http://www.w3.org/2000/svg" => Namespace::Svg,
        "http://www.w3.org/1998/Math/MathML" => Namespace::MathMl,
        _ => Namespace::Other,
    }
}

/// The name of an attribute with its prefix, as in `xlink:href`.
fn written(name: &html5ever::QualName) -> Box<str> {
    match &name.prefix {
        Some(prefix) if !prefix.is_empty() => format!("{prefix}:{}", name.local).into(),
        _ => (&*name.local).into(),
    }
}

/// Whether an element can have a shadow root (DOM, valid shadow host name).
fn can_host(element: &Element) -> bool {
    let name = element.name();
    let is_custom = name.contains('-');
    &*element.name.ns == "http://www.w3.org/1999/xhtml"
        && (is_custom
            || matches!(
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
            ))
}

fn is_shadow_root(node: NodeRef<'_, Source>) -> bool {
    let Source::Element(element) = node.value() else { return false };
    let mode = element.attrs.iter().find(|(name, _)| &*name.local == "shadowrootmode").map(|(_, mode)| &**mode);
    element.name() == "template"
        && mode.is_some_and(|mode| mode.eq_ignore_ascii_case("open") || mode.eq_ignore_ascii_case("closed"))
}
