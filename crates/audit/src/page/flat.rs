//! The flat tree: what stands in what once shadow roots and slots are filled in (CSS Scoping 1, flattening).

use super::node::Kind;
use super::{Element, NodeId, Page};

impl<'p> Element<'p> {
    /// The element it stands in: through shadow roots and slots, and from a frame's document to the frame.
    pub fn flat_parent(self) -> Option<Element<'p>> {
        let page = self.page();
        let parent = page.node(self.id()).parent?;
        match &page.node(parent).kind {
            Kind::Element(_) => {
                let parent = page.element(parent)?;
                match parent.node().shadow_root {
                    Some(root) => page.slot_for(root, page.slot_name(self.id())).or(Some(parent)),
                    None => Some(parent),
                }
            }
            Kind::ShadowRoot | Kind::Document => page.node(parent).parent.and_then(|host| page.element(host)),
            Kind::Text(_) => None,
        }
    }

    /// The nodes in it: the shadow root's in place of its own, a slot's assigned nodes in place of its fallback.
    pub(super) fn flat_children(self) -> Vec<NodeId> {
        let page = self.page();
        if let Some(root) = self.node().shadow_root {
            return page.children(root).collect();
        }
        if self.is("slot")
            && let Some(host) = page.host_of(self.id())
        {
            let name = self.attribute("name").unwrap_or_default();
            let assigned: Vec<NodeId> = page.children(host).filter(|child| page.slot_name(*child) == name).collect();
            if !assigned.is_empty() {
                return assigned;
            }
        }
        page.children(self.id()).collect()
    }
}

impl Page {
    /// Which slot a child of a shadow host asks for; texts ask for the one without a name.
    fn slot_name(&self, child: NodeId) -> &str {
        self.element(child).and_then(|element| element.attribute("slot")).unwrap_or_default()
    }

    /// The host of the shadow root that `node` stands in, if it stands in one.
    fn host_of(&self, node: NodeId) -> Option<NodeId> {
        let mut at = self.node(node);
        loop {
            let parent = at.parent?;
            at = self.node(parent);
            match at.kind {
                Kind::ShadowRoot => return at.parent,
                Kind::Document => return None,
                _ => {}
            }
        }
    }

    fn slot_for(&self, root: NodeId, name: &str) -> Option<Element<'_>> {
        let mut open: Vec<NodeId> = self.children(root).collect();
        open.reverse();
        while let Some(id) = open.pop() {
            let Some(element) = self.element(id) else { continue };
            if element.is("slot") && element.attribute("name").unwrap_or_default() == name {
                return Some(element);
            }
            let at = open.len();
            open.extend(self.children(id));
            open[at..].reverse();
        }
        None
    }
}
