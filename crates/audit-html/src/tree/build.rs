//! The elements of a page, in the shape that selectors are matched on.

use super::link::Link;
use super::{Index, Node, Scope, Tree, Word, hash_of};
use hashbrown::HashMap;
use sada_audit::{Element, Namespace, Page};
use selectors::context::QuirksMode;
use std::cell::Cell;

/// As many elements a page is taken to have at least, when its matching is bounded.
const LEAST_ELEMENTS: usize = 100_000;

impl<'p> Tree<'p> {
    /// The elements of a page. For each, `steps` of matching may follow.
    pub fn of(page: &'p Page, quirks: QuirksMode, steps: u64) -> Self {
        let mut tree = Tree {
            nodes: Vec::with_capacity(page.elements().count()),
            classes: Vec::new(),
            scopes: vec![Scope { host: None }],
            quirks,
            default_language: None,
            has_link_color: false,
            steps: Cell::new(0),
        };
        let mut rows = Rows { open: Vec::new(), last: Vec::new(), last_of_scope: vec![None] };
        for element in page.elements() {
            tree.add(element, &mut rows);
        }
        tree.assign_slots();
        let elements = tree.nodes.len().max(LEAST_ELEMENTS);
        tree.steps.set(u64::try_from(elements).unwrap_or(u64::MAX).saturating_mul(steps));
        tree
    }

    fn add(&mut self, element: Element<'p>, rows: &mut Rows) {
        let index = Index::try_from(self.nodes.len()).expect("the page has as many nodes, and counts them in u32");
        let outer = element.parent().or_else(|| element.shadow_host());
        while let Some(last) = rows.open.last()
            && outer.is_none_or(|outer| self.node(*last).element != outer)
        {
            rows.open.pop();
        }
        let around = rows.open.last().copied();
        let parent = around.filter(|_| element.parent().is_some());
        let scope = match around {
            Some(around) if parent.is_none() => self.node(around).shadow().unwrap_or_default(),
            Some(around) => self.node(around).scope,
            None => 0,
        };
        let previous = match parent {
            Some(parent) => rows.last[parent as usize].replace(index),
            None => rows.last_of_scope[scope as usize].replace(index),
        };
        let id = element.attribute("id").filter(|id| !id.is_empty());
        let mut node = Node {
            element,
            name_hash: hash_of(element.name()),
            id_hash: id.map_or(0, hash_of),
            parent: parent.into(),
            previous: previous.into(),
            next: Link::NONE,
            first_child: Link::NONE,
            classes: 0..0,
            scope,
            shadow: Link::NONE,
            slot: Link::NONE,
            namespace: element.namespace(),
            has_id: id.is_some(),
            is_left_out: false,
            has_text: element.own_texts().any(|(_, text)| !text.is_empty()),
        };
        if let Some(classes) = element.attribute("class") {
            let start = self.classes.len();
            self.classes.extend(classes.split_ascii_whitespace().map(Word::new));
            let place = |at: usize| u32::try_from(at).expect("a page has fewer than 2³² bytes");
            node.classes = place(start)..place(self.classes.len());
        }
        if element.is_shadow_host() {
            node.shadow = Link::to(u32::try_from(self.scopes.len()).expect("there are fewer of them than elements"));
            self.scopes.push(Scope { host: Some(index) });
            rows.last_of_scope.push(None);
        }
        if node.is("meta")
            && node.attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-language"))
        {
            self.default_language = self.default_language.or(node.attribute("content"));
        }
        self.has_link_color |= node.is("body") && node.has_attribute("link");
        self.nodes.push(node);
        rows.last.push(None);
        rows.open.push(index);
        match (previous, parent) {
            (Some(previous), _) => self.nodes[previous as usize].next = Link::to(index),
            (None, Some(parent)) => self.nodes[parent as usize].first_child = Link::to(index),
            (None, None) => {}
        }
    }

    /// Finds the slot for each child of a shadow host (DOM, find a slot).
    fn assign_slots(&mut self) {
        if self.scopes.len() == 1 {
            return;
        }
        let mut slots: HashMap<(u32, &str), Index> = HashMap::new();
        for (index, node) in (0..).zip(&self.nodes) {
            if node.is("slot") {
                slots.entry((node.scope, node.attribute("name").unwrap_or_default())).or_insert(index);
            }
        }
        let mut used = vec![false; self.nodes.len()];
        for index in 0..self.nodes.len() {
            let Some(parent) = self.nodes[index].parent() else { continue };
            let Some(shadow) = self.node(parent).shadow() else { continue };
            let name = self.nodes[index].attribute("slot").unwrap_or_default();
            let slot = slots.get(&(shadow, name)).copied();
            self.nodes[index].slot = slot.into();
            self.nodes[index].is_left_out = slot.is_none();
            if let Some(slot) = slot {
                used[slot as usize] = true;
            }
        }
        for index in 0..self.nodes.len() {
            let parent = self.nodes[index].parent();
            self.nodes[index].is_left_out |= parent.is_some_and(|parent| used[parent as usize]);
        }
    }
}

/// Where the next element may go.
struct Rows {
    /// The last element, and those around it.
    open: Vec<Index>,
    /// The last child so far, by element.
    last: Vec<Option<Index>>,
    /// The last element of those without a parent, by scope.
    last_of_scope: Vec<Option<Index>>,
}

/// The namespace and the local name of an attribute (HTML, adjust foreign attributes).
pub(super) fn split(name: &str, element: Namespace) -> (&'static str, &str) {
    if !matches!(element, Namespace::Svg | Namespace::MathMl) {
        return ("", name);
    }
    match name.split_once(':') {
        Some(("xlink", local @ ("actuate" | "arcrole" | "href" | "role" | "show" | "title" | "type"))) => {
            ("http://www.w3.org/1999/xlink", local)
        }
        Some(("xml", local @ ("lang" | "space"))) => ("http://www.w3.org/XML/1998/namespace", local),
        Some(("xmlns", local @ "xlink")) => ("http://www.w3.org/2000/xmlns/", local),
        None if name == "xmlns" => ("http://www.w3.org/2000/xmlns/", name),
        _ => ("", name),
    }
}
