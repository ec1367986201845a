//! The elements of a page in the shape that selectors are matched on.

mod build;
mod copy;
mod element;
mod link;
mod state;

pub(crate) use copy::page_of;
pub(crate) use element::Handle;
pub(crate) use state::{is_link, is_unboxed};

use crate::css::name::hash_of;
use build::split;
use link::Link;
use sada_audit::{Element, Namespace};
use selectors::context::QuirksMode;
use std::cell::Cell;
use std::ops::Range;

/// The place of an element in [`Tree::nodes`].
pub(crate) type Index = u32;

/// The elements of a page, those in shadow roots included, in document order.
pub(crate) struct Tree<'h> {
    pub nodes: Vec<Node<'h>>,
    /// The class names of all elements, each element's in a row.
    pub classes: Vec<Word<'h>>,
    /// The document first, then every shadow root.
    pub scopes: Vec<Scope>,
    pub quirks: QuirksMode,
    /// `lang` for elements that have none around them, from `<meta http-equiv=content-language>`.
    pub default_language: Option<&'h str>,
    /// Whether `<body link>` colours the links.
    pub has_link_color: bool,
    /// Steps of matching that are left. At zero nothing matches any more, and styles are unknown.
    pub steps: Cell<u64>,
}

/// A tree that styles do not leave: the document or a shadow root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    /// The element the shadow root belongs to.
    pub host: Option<Index>,
}

/// A word of an attribute and its hash.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'h> {
    pub hash: u32,
    pub text: &'h str,
}

impl<'h> Word<'h> {
    pub fn new(text: &'h str) -> Self {
        Self { hash: hash_of(text), text }
    }
}

/// One element. It fills one line of a processor's cache, as selectors go from one to another.
pub(crate) struct Node<'h> {
    /// The same element in the page.
    pub element: Element<'h>,
    pub name_hash: u32,
    /// Means something only where there is an id.
    id_hash: u32,
    parent: Link,
    previous: Link,
    next: Link,
    first_child: Link,
    pub classes: Range<u32>,
    /// Which of [`Tree::scopes`] it stands in.
    pub scope: u32,
    /// The scope of its own shadow root.
    shadow: Link,
    /// The slot it is shown in, if its parent has a shadow root.
    slot: Link,
    pub namespace: Namespace,
    has_id: bool,
    /// Whether nothing shows it: its parent has a shadow root without a slot for it, or it is what a slot would show
    /// if nothing else came.
    pub is_left_out: bool,
    /// Whether there is text in it, white space included.
    pub has_text: bool,
}

impl<'h> Node<'h> {
    pub fn name(&self) -> &'h str {
        self.element.name()
    }

    /// The hash of its id, unless that is empty.
    pub fn id_hash(&self) -> Option<u32> {
        self.has_id.then_some(self.id_hash)
    }

    pub fn parent(&self) -> Option<Index> {
        self.parent.get()
    }

    pub fn previous(&self) -> Option<Index> {
        self.previous.get()
    }

    pub fn next(&self) -> Option<Index> {
        self.next.get()
    }

    pub fn first_child(&self) -> Option<Index> {
        self.first_child.get()
    }

    /// The scope of its own shadow root.
    pub fn shadow(&self) -> Option<u32> {
        self.shadow.get()
    }

    /// The slot it is shown in, if its parent has a shadow root.
    pub fn slot(&self) -> Option<Index> {
        self.slot.get()
    }

    /// The value of an attribute without a namespace.
    pub fn attribute(&self, name: &str) -> Option<&'h str> {
        self.element.attribute(name)
    }

    /// Its attributes: namespace, local name and value.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &'h str, &'h str)> + use<'h> {
        let namespace = self.namespace;
        self.element.attributes().map(move |(name, value)| {
            let (space, local) = split(name, namespace);
            (space, local, value)
        })
    }

    pub fn has_attribute(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Whether it is the HTML element `name`.
    pub fn is(&self, name: &str) -> bool {
        self.element.is(name)
    }
}

impl<'h> Tree<'h> {
    pub fn node(&self, index: Index) -> &Node<'h> {
        &self.nodes[index as usize]
    }

    /// The class names of an element.
    pub fn classes_of(&self, node: &Node<'h>) -> &[Word<'h>] {
        &self.classes[node.classes.start as usize..node.classes.end as usize]
    }

    /// What an element inherits from: through slots and shadow roots (CSS Scoping 1, flattening).
    pub fn flat_parent(&self, node: &Node<'h>) -> Option<Index> {
        match node.parent() {
            Some(parent) => node.slot().or(Some(parent)),
            None => self.scopes[node.scope as usize].host,
        }
    }

    /// The children of an element.
    pub fn children(&self, parent: Index) -> impl Iterator<Item = Index> {
        std::iter::successors(self.node(parent).first_child(), |child| self.node(*child).next())
    }

    /// The element and what stands around it in its scope.
    pub fn lineage(&self, element: Index) -> impl Iterator<Item = Index> {
        std::iter::successors(Some(element), |index| self.node(*index).parent())
    }

    /// Whether a step of matching may be taken.
    pub fn step(&self) -> bool {
        let left = self.steps.get();
        self.steps.set(left.saturating_sub(1));
        left > 0
    }

    /// Whether matching was given up.
    pub fn is_exhausted(&self) -> bool {
        self.steps.get() == 0
    }
}
