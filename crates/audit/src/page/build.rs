//! How a source makes a page.

use super::effort::Effort;
use super::host::Tables;
use super::node::{ElementNode, Kind, Lines, Node, Painted, Place, TextNode};
use super::resource::without_fragment;
use super::{
    AttributeRange, Contrasts, Declared, Engine, Generated, Keyboard, Media, NameId, Namespace, NodeId, Observation,
    Page, Rect, Resource, Span, Stretch, Strings, Style, StyleId, ValueId,
};
use crate::rule::Need;
use hashbrown::HashMap;
use std::cell::OnceCell;
use std::num::NonZeroU32;
use std::sync::Arc;

/// Builds a [`Page`] in document order: a node is added after its parent and after all nodes before it.
#[derive(Debug)]
pub struct PageBuilder {
    page: Page,
}

impl PageBuilder {
    /// Begins a page. `url` is the address or path as the user knows it.
    pub fn new(url: impl Into<String>, engine: Engine) -> Self {
        Self::of(url, engine, Strings::default())
    }

    /// Begins a page of strings that are kept already.
    pub fn of(url: impl Into<String>, engine: Engine, strings: Strings) -> Self {
        let page = Page {
            url: url.into(),
            engine,
            nodes: Vec::new(),
            strings,
            styles: Vec::new(),
            painted: Vec::new(),
            lines_of_texts: Vec::new(),
            source: None,
            keyboard: None,
            not_checked: Vec::new(),
            tried: Vec::new(),
            observed: HashMap::new(),
            contrasts: HashMap::new(),
            resources: HashMap::new(),
            generated: Vec::new(),
            declared: HashMap::new(),
            generated_texts: HashMap::new(),
            media: HashMap::new(),
            offer: OnceCell::new(),
            targets: OnceCell::new(),
            generated_reach: None,
            element_ids: OnceCell::new(),
            paint: OnceCell::new(),
            index: OnceCell::new(),
            lettering: OnceCell::new(),
            links: OnceCell::new(),
            flat: OnceCell::new(),
            roots: OnceCell::new(),
            states: OnceCell::new(),
            roles: OnceCell::new(),
            tables: Tables::default(),
            ownership: OnceCell::new(),
            effort: Effort::default(),
            names: OnceCell::new(),
            lines: OnceCell::new(),
            places: OnceCell::new(),
        };
        let mut builder = Self { page };
        builder.push(None, Kind::Document);
        builder
    }

    /// Makes room for as many nodes.
    pub fn reserve(&mut self, nodes: usize) {
        self.page.nodes.reserve_exact(nodes);
    }

    /// Adds an element as the last child of `parent`. HTML names are given in lower case.
    pub fn element(
        &mut self,
        parent: NodeId,
        namespace: Namespace,
        name: &str,
        attributes: Vec<(Box<str>, Box<str>)>,
    ) -> NodeId {
        let strings = &mut self.page.strings;
        let name = strings.name(name);
        let attributes: Vec<(NameId, ValueId)> =
            attributes.into_iter().map(|(name, value)| (strings.name(&name), strings.value(&value))).collect();
        let attributes = strings.attributes(attributes);
        self.kept_element(parent, namespace, name, attributes)
    }

    /// Adds an element whose name and attributes are kept, as the last child of `parent`.
    pub fn kept_element(
        &mut self,
        parent: NodeId,
        namespace: Namespace,
        name: NameId,
        attributes: AttributeRange,
    ) -> NodeId {
        let signs = self.page.strings.signs_in(attributes);
        let element =
            ElementNode { namespace, name, attributes, signs, style: None, painted: None, span: None, root: None };
        self.push(Some(parent), Kind::Element(element))
    }

    /// Adds a text as the last child of `parent`.
    pub fn text(&mut self, parent: NodeId, text: &str) -> NodeId {
        let text = self.page.strings.text(text);
        self.kept_text(parent, text)
    }

    /// Adds a text that is kept, as the last child of `parent`.
    pub fn kept_text(&mut self, parent: NodeId, text: Stretch) -> NodeId {
        self.push(Some(parent), Kind::Text(TextNode { text, lines: None }))
    }

    /// Gives `host` a shadow root, open or closed, whose children are added next.
    pub fn shadow_root(&mut self, host: NodeId) -> NodeId {
        let root = self.push_apart(host, Kind::ShadowRoot);
        self.page.element_node(host).root = Some(root);
        root
    }

    /// Gives a frame its document, whose children are added next.
    pub fn frame_document(&mut self, frame: NodeId) -> NodeId {
        let document = self.push_apart(frame, Kind::Document);
        self.page.element_node(frame).root = Some(document);
        document
    }

    /// Keeps a style for any number of elements.
    pub fn style(&mut self, style: Style) -> StyleId {
        self.page.styles.push(style);
        StyleId::from_index(self.page.styles.len() - 1)
    }

    /// Says how an element is styled.
    pub fn set_style(&mut self, element: NodeId, style: StyleId) {
        self.page.element_node(element).style = Some(style);
    }

    /// Keeps the declarations that apply to an element, the weakest first.
    pub fn set_declared(&mut self, element: NodeId, declared: Vec<Declared>) {
        self.page.declared.insert(element, declared);
    }

    /// Adds a declaration that applies to an element, stronger than those before.
    pub fn add_declared(&mut self, element: NodeId, declared: Declared) {
        self.page.declared.entry(element).or_default().push(declared);
    }

    /// Says what `::before` and `::after` of an element say.
    pub fn set_generated(&mut self, element: NodeId, generated: Generated) {
        self.page.generated_texts.insert(element, generated);
    }

    /// Says what is known of a video or a sound once a browser has loaded it.
    pub fn set_media(&mut self, element: NodeId, media: Media) {
        self.page.media.insert(element, media);
    }

    /// Says where an element's border box is and when it is painted (larger is nearer to the eye).
    pub fn set_box(&mut self, element: NodeId, rect: Rect, paint_order: Option<u32>) {
        self.page.painted.push(Painted { rect, order: paint_order });
        self.page.element_node(element).painted = Some(Place::from_index(self.page.painted.len() - 1));
    }

    /// Says which boxes `::before` and `::after` add to those of their elements, painted or not.
    pub fn set_generated_reach(&mut self, reach: HashMap<NodeId, Rect>) {
        self.page.generated_reach = Some(reach);
    }

    /// Says that something CSS generates (`::before`, `::after`) paints a box, and when.
    pub fn generated_box(&mut self, rect: Rect, paint_order: u32) {
        self.page.generated.push((rect, paint_order));
    }

    /// Says where the lines of a text are and when it is painted.
    pub fn set_text_boxes(&mut self, text: NodeId, boxes: Vec<Rect>, paint_order: Option<u32>) {
        if let Kind::Text(node) = &mut self.page.nodes[text.index()].kind {
            self.page.lines_of_texts.push(Lines { boxes: boxes.into(), order: paint_order });
            node.lines = Some(Place::from_index(self.page.lines_of_texts.len() - 1));
        }
    }

    /// Says where an element's start tag stands in the source, within its first 4 GB.
    pub fn set_span(&mut self, element: NodeId, span: Span) {
        let end = u32::try_from(span.end).ok().and_then(NonZeroU32::new);
        self.page.element_node(element).span = u32::try_from(span.start).ok().zip(end);
    }

    /// Keeps the markup, so that findings can show it.
    pub fn set_source(&mut self, source: Arc<str>) {
        self.page.source = Some(source);
    }

    /// Keeps what pressing keys has shown.
    pub fn set_keyboard(&mut self, keyboard: Keyboard) {
        self.page.keyboard = Some(keyboard);
    }

    /// Says that the page was tried in this way, whatever was seen.
    pub fn tried(&mut self, need: Need) {
        if !self.page.tried.contains(&need) {
            self.page.tried.push(need);
        }
    }

    /// Keeps what an element was seen to do.
    pub fn observe(&mut self, element: NodeId, observation: Observation) {
        let known = self.page.observed.entry(element).or_default();
        if !known.contains(&observation) {
            known.push(observation);
        }
    }

    /// Keeps what pictures show of a text.
    pub fn set_contrasts(&mut self, text: NodeId, contrasts: Contrasts) {
        self.page.contrasts.insert(text, contrasts);
    }

    /// Keeps what an absolute address gave.
    pub fn set_resource(&mut self, address: &str, resource: Resource) {
        self.page.resources.insert(without_fragment(address).into(), resource);
    }

    /// The page as it is so far. After this no elements or texts may be added, and of styles and boxes only what nothing
    /// was asked about: answers are kept.
    pub fn so_far(&self) -> &Page {
        &self.page
    }

    /// Says what could not be looked at, and why.
    pub fn not_checked(&mut self, what: impl Into<String>) {
        self.page.not_checked.push(what.into());
    }

    /// The page, complete.
    pub fn finish(mut self) -> Page {
        self.page.strings.complete();
        self.page
    }

    fn push(&mut self, parent: Option<NodeId>, kind: Kind) -> NodeId {
        let id = self.push_node(parent, kind);
        if let Some(parent) = parent {
            self.page.append(parent, id);
        }
        id
    }

    /// A root that knows its host without being one of its children.
    fn push_apart(&mut self, host: NodeId, kind: Kind) -> NodeId {
        self.push_node(Some(host), kind)
    }

    fn push_node(&mut self, parent: Option<NodeId>, kind: Kind) -> NodeId {
        let id = NodeId::from_index(self.page.nodes.len());
        self.page.nodes.push(Node { parent, first_child: None, last_child: None, next_sibling: None, kind });
        id
    }
}

impl Page {
    /// Makes a node the last child of another.
    pub(super) fn append(&mut self, parent: NodeId, id: NodeId) {
        match self.nodes[parent.index()].last_child.replace(id) {
            Some(last) => self.nodes[last.index()].next_sibling = Some(id),
            None => self.nodes[parent.index()].first_child = Some(id),
        }
    }

    /// The node of an element; only what is one may be passed.
    pub(super) fn element_node(&mut self, id: NodeId) -> &mut ElementNode {
        match &mut self.nodes[id.index()].kind {
            Kind::Element(element) => element,
            _ => unreachable!("only ids that `element` gave are passed here"),
        }
    }
}
