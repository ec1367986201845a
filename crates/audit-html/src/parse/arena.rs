//! The tree while it is being built: small nodes that know each other by number.

use sada_audit::{AttributeRange, Span, Stretch};
use std::num::NonZeroU32;

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NodeId(NonZeroU32);

impl NodeId {
    /// The document itself.
    pub const DOCUMENT: NodeId = NodeId(NonZeroU32::MIN);

    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

#[derive(Debug)]
pub(crate) struct Node {
    pub parent: Option<NodeId>,
    pub previous: Option<NodeId>,
    pub next: Option<NodeId>,
    pub first_child: Option<NodeId>,
    pub last_child: Option<NodeId>,
    pub kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// The document, or the contents of a template.
    Root,
    Element(Element),
    Text(Stretch),
    /// A text that grew after others were kept, by its place among those.
    LateText(u32),
    /// A comment, a doctype or a processing instruction: it only keeps texts apart.
    Nothing,
}

#[derive(Debug)]
pub(crate) struct Element {
    /// Its place among the names of the tree.
    pub name: u32,
    pub attributes: AttributeRange,
    /// Where its start tag stands. Elements nobody wrote have none.
    pub span: Option<(u32, NonZeroU32)>,
    /// Whether it is a template that becomes the shadow root of what it stands in, if that can have one.
    pub is_shadow_root: bool,
}

impl Element {
    pub fn span(&self) -> Option<Span> {
        self.span.map(|(start, end)| Span { start: start as usize, end: end.get() as usize })
    }
}

/// Nodes in the order they were made. The first is the document.
#[derive(Debug)]
pub(crate) struct Arena(Vec<Node>);

impl Arena {
    /// A document that will have so many nodes.
    pub fn with_room_for(nodes: usize) -> Self {
        let mut arena = Self(Vec::with_capacity(nodes));
        arena.make(Kind::Root);
        arena
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.0[id.index()]
    }

    pub fn kind_mut(&mut self, id: NodeId) -> &mut Kind {
        &mut self.0[id.index()].kind
    }

    /// The children of a node.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.node(id).first_child, |child| self.node(*child).next)
    }

    #[cfg(test)]
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.0.iter().filter_map(|node| match &node.kind {
            Kind::Element(element) => Some(element),
            _ => None,
        })
    }

    /// A node that stands nowhere yet.
    pub fn make(&mut self, kind: Kind) -> NodeId {
        let node = Node { parent: None, previous: None, next: None, first_child: None, last_child: None, kind };
        self.0.push(node);
        let number = u32::try_from(self.0.len()).ok().and_then(NonZeroU32::new);
        NodeId(number.expect("a page of fewer than 2³² bytes has fewer nodes"))
    }

    /// Puts a node behind the last child of `parent`, wherever it stood.
    pub fn append(&mut self, parent: NodeId, child: NodeId) {
        self.detach(child);
        let last = self.0[parent.index()].last_child.replace(child);
        match last {
            Some(last) => self.0[last.index()].next = Some(child),
            None => self.0[parent.index()].first_child = Some(child),
        }
        let node = &mut self.0[child.index()];
        (node.parent, node.previous) = (Some(parent), last);
    }

    /// Puts a node before one that has a parent, wherever it stood.
    pub fn insert_before(&mut self, sibling: NodeId, node: NodeId) {
        self.detach(node);
        let Some(parent) = self.node(sibling).parent else { return };
        let previous = self.0[sibling.index()].previous.replace(node);
        match previous {
            Some(previous) => self.0[previous.index()].next = Some(node),
            None => self.0[parent.index()].first_child = Some(node),
        }
        let inserted = &mut self.0[node.index()];
        (inserted.parent, inserted.previous, inserted.next) = (Some(parent), previous, Some(sibling));
    }

    /// Takes a node with all that stands in it from where it stands.
    pub fn detach(&mut self, id: NodeId) {
        let node = &mut self.0[id.index()];
        let Some(parent) = node.parent.take() else { return };
        let (previous, next) = (node.previous.take(), node.next.take());
        match previous {
            Some(previous) => self.0[previous.index()].next = next,
            None => self.0[parent.index()].first_child = next,
        }
        match next {
            Some(next) => self.0[next.index()].previous = previous,
            None => self.0[parent.index()].last_child = previous,
        }
    }

    /// Puts all children of a node behind those of another.
    pub fn move_children(&mut self, from: NodeId, to: NodeId) {
        let node = &mut self.0[from.index()];
        let (Some(first), Some(last)) = (node.first_child.take(), node.last_child.take()) else { return };
        let mut at = Some(first);
        while let Some(child) = at {
            let child = &mut self.0[child.index()];
            child.parent = Some(to);
            at = child.next;
        }
        let before = self.0[to.index()].last_child.replace(last);
        match before {
            Some(before) => self.0[before.index()].next = Some(first),
            None => self.0[to.index()].first_child = Some(first),
        }
        self.0[first.index()].previous = before;
    }
}
