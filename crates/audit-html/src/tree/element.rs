//! What selectors ask of an element.

use super::state::is_link;
use super::{Index, Node, Tree};
use crate::certainty::Certainty;
use crate::css::name::Name;
use crate::css::pseudo::{PseudoClass, PseudoElement};
use crate::css::selector::{Asked, Selectors};
use sada_audit::Namespace;
use selectors::OpaqueElement;
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::MatchingContext;
use selectors::matching::ElementSelectorFlags;
use std::fmt;

/// An element of a tree. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Handle<'t, 'h> {
    pub tree: &'t Tree<'h>,
    pub index: Index,
}

impl fmt::Debug for Handle<'_, '_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "<{}> #{}", self.node().name(), self.index)
    }
}

impl<'t, 'h> Handle<'t, 'h> {
    pub fn node(&self) -> &'t Node<'h> {
        self.tree.node(self.index)
    }

    fn step_to(&self, index: Option<Index>) -> Option<Self> {
        let index = index?;
        self.tree.step().then_some(Self { tree: self.tree, index })
    }

    /// What ancestors are known by: calls `add` with each hash.
    pub fn for_each_hash(&self, mut add: impl FnMut(u32)) {
        let node = self.node();
        add(node.name_hash);
        if let Some(id) = node.id_hash() {
            add(id);
        }
        for class in self.tree.classes_of(node) {
            add(class.hash);
        }
    }
}

impl selectors::Element for Handle<'_, '_> {
    type Impl = Selectors;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.node())
    }

    fn parent_element(&self) -> Option<Self> {
        self.step_to(self.node().parent())
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        let node = self.node();
        node.parent().is_none() && self.tree.scopes[node.scope as usize].host.is_some()
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        // Matching relies on it, so it is not counted as a step that may be refused.
        let index = self.tree.scopes[self.node().scope as usize].host?;
        Some(Self { tree: self.tree, index })
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.step_to(self.node().previous())
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.step_to(self.node().next())
    }

    fn first_element_child(&self) -> Option<Self> {
        self.step_to(self.node().first_child())
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.node().namespace == Namespace::Html
    }

    fn has_local_name(&self, name: &Name) -> bool {
        let own = self.node();
        self.tree.step() && own.name_hash == name.hash() && own.name() == name.as_str()
    }

    fn has_namespace(&self, url: &Name) -> bool {
        self.tree.step() && url_of(self.node().namespace) == url.as_str()
    }

    fn is_same_type(&self, other: &Self) -> bool {
        let (own, other) = (self.node(), other.node());
        own.name_hash == other.name_hash && own.name() == other.name() && own.namespace == other.namespace
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Name>,
        name: &Name,
        operation: &AttrSelectorOperation<&Name>,
    ) -> bool {
        self.tree.step()
            && self.node().attributes().any(|(space, local, value)| {
                let is_there = match namespace {
                    NamespaceConstraint::Any => true,
                    NamespaceConstraint::Specific(url) => space == url.as_str(),
                };
                is_there && local == name.as_str() && operation.eval_str(value)
            })
    }

    fn match_non_ts_pseudo_class(&self, class: &PseudoClass, context: &mut MatchingContext<'_, Selectors>) -> bool {
        if !self.tree.step() {
            return false;
        }
        match self.tree.has_state(self.index, class) {
            Certainty::Yes => true,
            Certainty::No => false,
            // In `:not()` the other answer is the generous one.
            Certainty::Perhaps => (context.extra_data == Asked::MayMatch) != context.in_negation(),
        }
    }

    fn match_pseudo_element(&self, _: &PseudoElement, _: &mut MatchingContext<'_, Selectors>) -> bool {
        false
    }

    fn apply_selector_flags(&self, _: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        is_link(self.node())
    }

    fn is_html_slot_element(&self) -> bool {
        self.node().is("slot")
    }

    fn assigned_slot(&self) -> Option<Self> {
        self.step_to(self.node().slot())
    }

    fn has_id(&self, id: &Name, case: CaseSensitivity) -> bool {
        let is_it = |own: &str| case.eq(own.as_bytes(), id.as_str().as_bytes());
        self.tree.step() && self.node().id_hash() == Some(id.hash()) && self.node().attribute("id").is_some_and(is_it)
    }

    fn has_class(&self, name: &Name, case: CaseSensitivity) -> bool {
        self.tree.step()
            && self
                .tree
                .classes_of(self.node())
                .iter()
                .any(|own| own.hash == name.hash() && case.eq(own.text.as_bytes(), name.as_str().as_bytes()))
    }

    fn has_custom_state(&self, _: &Name) -> bool {
        false
    }

    fn imported_part(&self, _: &Name) -> Option<Name> {
        None
    }

    fn is_part(&self, name: &Name) -> bool {
        self.node()
            .attribute("part")
            .is_some_and(|parts| parts.split_ascii_whitespace().any(|part| part == name.as_str()))
    }

    fn is_empty(&self) -> bool {
        self.node().first_child().is_none() && !self.node().has_text
    }

    fn is_root(&self) -> bool {
        self.node().parent().is_none() && self.node().scope == 0
    }

    fn add_element_unique_hashes(&self, filter: &mut BloomFilter) -> bool {
        self.for_each_hash(|hash| filter.insert_hash(hash & selectors::bloom::BLOOM_HASH_MASK));
        true
    }
}

/// Another one comes from no parser of HTML.
fn url_of(namespace: Namespace) -> &'static str {
    match namespace {
        Namespace::Html => "http://www.w3.org/1999/xhtml",
        Namespace::Svg => "http://www.w3.org/2000/svg",
        Namespace::MathMl => "http://www.w3.org/1998/Math/MathML",
        Namespace::Other => "",
    }
}
