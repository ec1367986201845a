//! scraper's tree to the page and to the tree for matching, in one walk.

use super::{Index, Node, Scope, Tree, Word};
use crate::parse::Parsed;
use ego_tree::NodeRef;
use hashbrown::HashMap;
use sada_audit::{Namespace, NodeId, PageBuilder};
use scraper::node::{Element, Node as Source};
use selectors::context::QuirksMode;
use std::cell::Cell;

/// As many elements a page is taken to have at least, when its matching is bounded.
const LEAST_ELEMENTS: usize = 100_000;

/// Copies a parsed page into `page`. For each element, `steps` of matching may follow.
pub(crate) fn copy<'h>(parsed: &'h Parsed, page: &mut PageBuilder, steps: u64) -> Tree<'h> {
    let tree = Tree {
        nodes: Vec::with_capacity(parsed.spans.len() + 8),
        classes: Vec::new(),
        scopes: vec![Scope { host: None }],
        quirks: quirks(parsed),
        default_language: None,
        has_link_color: false,
        steps: Cell::new(0),
    };
    page.reserve(parsed.html.tree.nodes().len());
    let mut copy = Copy { parsed, page, tree };
    copy.walk();
    copy.assign_slots();
    let elements = copy.tree.nodes.len().max(LEAST_ELEMENTS);
    copy.tree.steps.set(u64::try_from(elements).unwrap_or(u64::MAX).saturating_mul(steps));
    copy.tree
}

fn quirks(parsed: &Parsed) -> QuirksMode {
    match parsed.html.quirks_mode {
        html5ever::tree_builder::QuirksMode::Quirks => QuirksMode::Quirks,
        html5ever::tree_builder::QuirksMode::LimitedQuirks => QuirksMode::LimitedQuirks,
        html5ever::tree_builder::QuirksMode::NoQuirks => QuirksMode::NoQuirks,
    }
}

struct Copy<'h, 'b> {
    parsed: &'h Parsed,
    page: &'b mut PageBuilder,
    tree: Tree<'h>,
}

/// Siblings that are still to be copied.
struct Row<'h> {
    next: Option<NodeRef<'h, Source>>,
    /// The template among them that has become a shadow root.
    skipped: Option<ego_tree::NodeId>,
    /// Where they go in the page; a shadow root is made when its row begins.
    into: Into,
    parent: Option<Index>,
    previous: Option<Index>,
    scope: u32,
}

#[derive(Clone, Copy)]
enum Into {
    Node(NodeId),
    ShadowRootOf(NodeId),
}

impl<'h> Copy<'h, '_> {
    fn walk(&mut self) {
        let into = Into::Node(NodeId::DOCUMENT);
        let document = self.parsed.html.tree.root().first_child();
        let mut rows = vec![Row { next: document, skipped: None, into, parent: None, previous: None, scope: 0 }];
        while let Some(row) = rows.last_mut() {
            let Some(node) = row.next else {
                rows.pop();
                continue;
            };
            row.next = node.next_sibling();
            let into = match row.into {
                Into::Node(into) => into,
                Into::ShadowRootOf(host) => {
                    let root = self.page.shadow_root(host);
                    row.into = Into::Node(root);
                    root
                }
            };
            match node.value() {
                Source::Text(text) => {
                    self.page.text(into, text);
                    if let Some(parent) = row.parent {
                        self.tree.nodes[parent as usize].has_text |= !text.is_empty();
                    }
                }
                Source::Element(element) if row.skipped != Some(node.id()) => {
                    let index = self.element(node.id(), element, into, row);
                    self.open(node, element, index, &mut rows);
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, id: ego_tree::NodeId, element: &'h Element, into: NodeId, row: &mut Row<'h>) -> Index {
        let namespace = namespace_of(&element.name.ns);
        let attributes = element.attrs.iter().map(|(name, value)| (written(name), Box::from(&**value))).collect();
        let page = self.page.element(into, namespace, element.name(), attributes);
        if let Some(span) = self.parsed.span(id) {
            self.page.set_span(page, span);
        }
        let index = Index::try_from(self.tree.nodes.len()).expect("the page has as many nodes, and counts them in u32");
        let mut node = Node {
            source: element,
            origin: id,
            name: Word::new(element.name()),
            namespace,
            parent: row.parent,
            previous: row.previous,
            next: None,
            first_child: None,
            id: None,
            classes: 0..0,
            scope: row.scope,
            shadow: None,
            slot: None,
            is_left_out: false,
            has_text: false,
            page,
        };
        node.id = node.attribute("id").filter(|id| !id.is_empty()).map(Word::new);
        if let Some(classes) = node.attribute("class") {
            let start = self.tree.classes.len();
            self.tree.classes.extend(classes.split_ascii_whitespace().map(Word::new));
            let place = |at: usize| u32::try_from(at).expect("a page has fewer than 2³² bytes");
            node.classes = place(start)..place(self.tree.classes.len());
        }
        if node.is("meta")
            && node.attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-language"))
        {
            self.tree.default_language = self.tree.default_language.or(node.attribute("content"));
        }
        self.tree.has_link_color |= node.is("body") && node.has_attribute("link");
        self.tree.nodes.push(node);
        match (row.previous.replace(index), row.parent) {
            (Some(previous), _) => self.tree.nodes[previous as usize].next = Some(index),
            (None, Some(parent)) => self.tree.nodes[parent as usize].first_child = Some(index),
            (None, None) => {}
        }
        index
    }

    /// Puts what stands in an element on the stack: first its shadow root, then its children.
    fn open(&mut self, node: NodeRef<'h, Source>, element: &Element, index: Index, rows: &mut Vec<Row<'h>>) {
        let (page, scope) = (self.tree.node(index).page, self.tree.node(index).scope);
        if self.tree.node(index).is("template") {
            return; // Its contents are not part of the page.
        }
        let root = if can_host(element) { node.children().find(|child| is_shadow_root(*child)) } else { None };
        let skipped = root.map(|root| root.id());
        let (into, parent) = (Into::Node(page), Some(index));
        rows.push(Row { next: node.first_child(), skipped, into, parent, previous: None, scope });
        if let Some(contents) = root.and_then(|root| root.first_child()) {
            let scope = u32::try_from(self.tree.scopes.len()).expect("there are fewer shadow roots than elements");
            self.tree.scopes.push(Scope { host: Some(index) });
            self.tree.nodes[index as usize].shadow = Some(scope);
            // An empty root is made too: its host shows nothing.
            if !contents.has_children() {
                self.page.shadow_root(page);
            }
            let into = Into::ShadowRootOf(page);
            rows.push(Row { next: contents.first_child(), skipped: None, into, parent: None, previous: None, scope });
        }
    }

    /// Finds the slot for each child of a shadow host (DOM, find a slot).
    fn assign_slots(&mut self) {
        let tree = &mut self.tree;
        if tree.scopes.len() == 1 {
            return;
        }
        let mut slots: HashMap<(u32, &str), Index> = HashMap::new();
        for (index, node) in (0..).zip(&tree.nodes) {
            if node.is("slot") {
                slots.entry((node.scope, node.attribute("name").unwrap_or_default())).or_insert(index);
            }
        }
        let mut used = vec![false; tree.nodes.len()];
        for index in 0..tree.nodes.len() {
            let Some(parent) = tree.nodes[index].parent else { continue };
            let Some(shadow) = tree.node(parent).shadow else { continue };
            let name = tree.nodes[index].attribute("slot").unwrap_or_default();
            let slot = slots.get(&(shadow, name)).copied();
            tree.nodes[index].slot = slot;
            tree.nodes[index].is_left_out = slot.is_none();
            if let Some(slot) = slot {
                used[slot as usize] = true;
            }
        }
        for index in 0..tree.nodes.len() {
            let parent = tree.nodes[index].parent;
            tree.nodes[index].is_left_out |= parent.is_some_and(|parent| used[parent as usize]);
        }
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
