//! scraper's tree sink, and which element the start tag being read has become.

use ego_tree::Tree;
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, QualName};
use sada_audit::Span;
use scraper::{Html, HtmlTreeSink};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

pub(crate) type NodeId = ego_tree::NodeId;

/// Builds scraper's tree and remembers where start tags stand.
pub(super) struct SpannedSink {
    tree: HtmlTreeSink,
    /// Ascending by node: ids are given in the order of creation.
    spans: RefCell<Vec<(NodeId, Span)>>,
    /// The name of the start tag that is being read.
    awaited: RefCell<Option<LocalName>>,
    /// The last element of that name made for it.
    made: Cell<Option<NodeId>>,
    created: Cell<usize>,
}

impl SpannedSink {
    /// A document that will have so many nodes.
    pub fn with_room_for(nodes: usize) -> Self {
        let empty = Html::new_document();
        let tree = Tree::with_capacity(empty.tree.root().value().clone(), nodes);
        Self {
            tree: HtmlTreeSink::new(Html { tree, ..empty }),
            spans: RefCell::default(),
            awaited: RefCell::default(),
            made: Cell::default(),
            created: Cell::default(),
        }
    }

    /// A start tag is about to be read.
    pub fn expect(&self, name: &LocalName) {
        *self.awaited.borrow_mut() = Some(name.clone());
        self.made.set(None);
    }

    /// The start tag has been read, and stands there.
    ///
    /// What the parser makes on its way (`tbody` before `tr`, formatting elements that go on) comes first, so the last
    /// element of the name is the one that was written.
    pub fn settle(&self, span: Option<Span>) {
        *self.awaited.borrow_mut() = None;
        if let (Some(element), Some(span)) = (self.made.take(), span) {
            self.spans.borrow_mut().push((element, span));
        }
    }

    /// How many elements there are so far.
    pub fn created(&self) -> usize {
        self.created.get()
    }

    fn is_awaited(&self, name: &LocalName) -> bool {
        // `viewbox` becomes `viewBox` names in SVG, and `image` becomes `img` in HTML.
        self.awaited
            .borrow()
            .as_ref()
            .is_some_and(|awaited| awaited.eq_ignore_ascii_case(name) || (&**awaited == "image" && &**name == "img"))
    }
}

impl TreeSink for SpannedSink {
    type Handle = NodeId;
    type Output = (Html, Vec<(NodeId, Span)>);
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self::Output {
        (self.tree.finish(), self.spans.into_inner())
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let is_awaited = self.is_awaited(&name.local);
        let element = self.tree.create_element(name, attributes, flags);
        self.created.set(self.created.get() + 1);
        if is_awaited {
            self.made.set(Some(element));
        }
        element
    }

    /// Pages are full of them and nobody reads them.
    fn parse_error(&self, _message: Cow<'static, str>) {}

    /// Declarative shadow roots are found later, as templates.
    fn allow_declarative_shadow_roots(&self, _parent: &NodeId) -> bool {
        false
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.set_quirks_mode(mode);
    }

    fn get_document(&self) -> NodeId {
        self.tree.get_document()
    }

    fn same_node(&self, a: &NodeId, b: &NodeId) -> bool {
        a == b
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.tree.elem_name(target)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.tree.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.tree.create_pi(target, data)
    }

    fn append_doctype_to_document(&self, name: StrTendril, public_id: StrTendril, system_id: StrTendril) {
        self.tree.append_doctype_to_document(name, public_id, system_id);
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.tree.append(parent, child);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.tree.append_before_sibling(sibling, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        self.tree.append_based_on_parent_node(element, previous, child);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.reparent_children(node, new_parent);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.add_attrs_if_missing(target, attributes);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.tree.get_template_contents(target)
    }

    fn mark_script_already_started(&self, node: &NodeId) {
        self.tree.mark_script_already_started(node);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &NodeId) -> bool {
        self.tree.is_mathml_annotation_xml_integration_point(handle)
    }
}
