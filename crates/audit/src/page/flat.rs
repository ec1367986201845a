//! The flat tree: what stands in what once shadow roots and slots are filled in (CSS Scoping 1, flattening,
//! <https://drafts.csswg.org/css-scoping-1/#flattening>).

use super::node::Kind;
use super::{Element, NodeId, Page};
use hashbrown::HashMap;

/// The flat tree of a page, made on first use.
#[derive(Debug)]
pub(super) struct Flat {
    /// The element each node stands in, by node.
    parents: Vec<Option<NodeId>>,
    /// Every element, each after the one it stands in.
    order: Vec<NodeId>,
    /// What a slot shows in place of its own children.
    slotted: HashMap<NodeId, Vec<NodeId>>,
    /// Nodes that nothing shows: their host has no slot for them, or their slot shows something else.
    left_out: Vec<NodeId>,
}

impl Flat {
    fn new(page: &Page) -> Self {
        let mut flat = Flat { parents: Vec::new(), order: Vec::new(), slotted: HashMap::new(), left_out: Vec::new() };
        flat.parents = (0..page.nodes.len()).map(|at| page.outer_element(NodeId::from_index(at))).collect();
        if page.nodes.iter().any(|node| matches!(node.kind, Kind::ShadowRoot)) {
            flat.fill_slots(page);
        }
        flat.sort(page);
        flat
    }

    /// DOM, find a slot (<https://dom.spec.whatwg.org/#find-a-slot>), for every child of every shadow host.
    fn fill_slots(&mut self, page: &Page) {
        let mut slots: HashMap<(NodeId, &str), NodeId> = HashMap::new();
        for element in page.elements().filter(|element| element.is("slot")) {
            let root = page.tree_of(element.id());
            if matches!(page.node(root).kind, Kind::ShadowRoot) {
                slots.entry((root, element.attribute("name").unwrap_or_default())).or_insert(element.id());
            }
        }
        for host in page.elements() {
            let Some(root) = host.shadow_root() else { continue };
            for child in page.children(host.id()) {
                // Texts ask for the slot without a name.
                let name = page.element(child).and_then(|element| element.attribute("slot")).unwrap_or_default();
                match slots.get(&(root, name)) {
                    Some(slot) => {
                        self.parents[child.index()] = Some(*slot);
                        self.slotted.entry(*slot).or_default().push(child);
                    }
                    None => self.left_out.push(child),
                }
            }
        }
        let fallbacks = self.slotted.keys().flat_map(|slot| page.children(*slot));
        self.left_out.extend(fallbacks);
        self.left_out.sort_unstable();
        self.left_out.dedup();
    }

    fn sort(&mut self, page: &Page) {
        let mut is_done = vec![false; page.nodes.len()];
        let mut waiting = Vec::new();
        for element in page.elements() {
            let mut at = Some(element.id());
            while let Some(id) = at.filter(|id| !is_done[id.index()]) {
                is_done[id.index()] = true;
                waiting.push(id);
                at = self.parents[id.index()];
            }
            self.order.extend(waiting.drain(..).rev());
        }
    }
}

impl<'p> Element<'p> {
    /// The element it stands in: through shadow roots and slots, and from a frame's document to the frame.
    pub fn flat_parent(self) -> Option<Element<'p>> {
        self.page().element(self.page().flat().parents[self.id().index()]?)
    }

    /// The nodes in it: the shadow root's in place of its own, a slot's assigned nodes in place of its fallback.
    pub(super) fn flat_children(self) -> impl Iterator<Item = NodeId> + 'p {
        let page = self.page();
        let slotted = page.flat().slotted.get(&self.id()).map_or(&[][..], Vec::as_slice);
        let parent = self.shadow_root().unwrap_or(self.id());
        let first = if slotted.is_empty() { page.node(parent).first_child } else { None };
        let own = std::iter::successors(first, move |id| page.node(*id).next_sibling);
        slotted.iter().copied().chain(own)
    }

    /// Whether nothing shows it: its host has no slot for it, or it is what a slot would show if nothing else came.
    pub(super) fn is_left_out(self) -> bool {
        self.page().flat().left_out.binary_search(&self.id()).is_ok()
    }
}

impl Page {
    fn flat(&self) -> &Flat {
        self.flat.get_or_init(|| Flat::new(self))
    }

    /// Every element, each after the one it stands in.
    pub(super) fn flat_order(&self) -> impl Iterator<Item = Element<'_>> {
        self.flat().order.iter().filter_map(|id| self.element(*id))
    }

    /// The parent, or the host of the tree it is in; slots are not looked at.
    fn outer_element(&self, id: NodeId) -> Option<NodeId> {
        let parent = self.node(id).parent?;
        match self.node(parent).kind {
            Kind::Element(_) => Some(parent),
            Kind::ShadowRoot | Kind::Document => self.node(parent).parent,
            Kind::Text(_) => None,
        }
    }
}
