//! One element, and what can be asked of it.

use super::node::{ElementNode, Kind, Lines, Painted};
use super::strings::Sign;
use super::{Namespace, NodeId, Page, Rect, Span, Style};

/// An element of a page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Element<'p> {
    pub(super) page: &'p Page,
    pub(super) id: NodeId,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.page, other.page)
    }
}

impl std::fmt::Debug for Element<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} ({:?})", self.start_tag(), self.id)
    }
}

impl<'p> Element<'p> {
    /// Its page.
    pub fn page(self) -> &'p Page {
        self.page
    }

    /// Its id in the page.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// Its name; lower case for HTML.
    #[inline]
    pub fn name(self) -> &'p str {
        self.page.strings.name_of(self.node().name)
    }

    /// Which language it belongs to.
    pub fn namespace(self) -> Namespace {
        self.node().namespace
    }

    /// Whether it is the HTML element `name`.
    #[inline]
    pub fn is(self, name: &str) -> bool {
        self.namespace() == Namespace::Html && self.page.strings.is(self.node().name, name, Sign::of(name))
    }

    /// Whether it is the SVG element `name`.
    pub fn is_svg(self, name: &str) -> bool {
        self.namespace() == Namespace::Svg && self.page.strings.is(self.node().name, name, Sign::of(name))
    }

    /// Whether it is a custom element, which a script may fill and name in ways that markup does not show (HTML, valid
    /// custom element name).
    pub fn is_custom(self) -> bool {
        self.namespace() == Namespace::Html && (self.name().contains('-') || self.has_attribute("is"))
    }

    /// The value of an attribute. Names are lower case for HTML.
    #[inline]
    pub fn attribute(self, name: &str) -> Option<&'p str> {
        let sign = Sign::of(name);
        if self.node().signs.may_have(sign) { self.attribute_of(name, sign) } else { None }
    }

    /// The sign comes with the name, as the compiler knows both where a rule asks.
    fn attribute_of(self, name: &str, sign: Sign) -> Option<&'p str> {
        let strings = &self.page.strings;
        let mut attributes = strings.attributes_in(self.node().attributes).iter();
        let found = attributes.find(|(known, _)| strings.is(*known, name, sign));
        found.map(|(_, value)| strings.value_of(*value))
    }

    /// Its attributes with their values, in the order of the source.
    #[inline]
    pub fn attributes(self) -> impl Iterator<Item = (&'p str, &'p str)> {
        let strings = &self.page.strings;
        let attributes = strings.attributes_in(self.node().attributes).iter();
        attributes.map(|(name, value)| (strings.name_of(*name), strings.value_of(*value)))
    }

    /// Whether the attribute is there, with any value or none.
    #[inline]
    pub fn has_attribute(self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Whether an attribute of its own holds a script that answers to an event.
    pub fn has_handler(self) -> bool {
        self.attributes().any(|(name, _)| name.starts_with("on"))
    }

    /// Its computed style. Where the source knows none, the initial one with everything unknown.
    pub fn style(self) -> &'p Style {
        static UNKNOWN: Style = Style::UNKNOWN;
        self.node().style.map_or(&UNKNOWN, |id| &self.page.styles[id.index()])
    }

    /// Its border box, if it is rendered and the source knows.
    pub fn rect(self) -> Option<Rect> {
        self.painted().map(|painted| painted.rect)
    }

    /// When it is painted; larger is nearer to the eye.
    pub fn paint_order(self) -> Option<u32> {
        self.painted().and_then(|painted| painted.order)
    }

    /// Where its start tag stands in the source.
    pub fn span(self) -> Option<Span> {
        self.node().source_span()
    }

    /// The element around it in the markup, shadow roots and frames not crossed.
    pub fn parent(self) -> Option<Element<'p>> {
        self.page.element(self.page.node(self.id).parent?)
    }

    /// What hosts the shadow root it stands in as the outermost.
    pub fn shadow_host(self) -> Option<Element<'p>> {
        let root = self.page.node(self.page.node(self.id).parent?);
        matches!(root.kind, Kind::ShadowRoot).then_some(())?;
        self.page.element(root.parent?)
    }

    /// Whether it has a shadow root.
    pub fn is_shadow_host(self) -> bool {
        self.shadow_root().is_some()
    }

    /// Its child elements in the markup.
    pub fn children(self) -> impl Iterator<Item = Element<'p>> {
        self.page.children(self.id).filter_map(move |id| self.page.element(id))
    }

    /// The element that follows it with the same parent.
    pub fn next_sibling(self) -> Option<Element<'p>> {
        let after = |id: &NodeId| self.page.node(*id).next_sibling;
        std::iter::successors(after(&self.id), after).find_map(|id| self.page.element(id))
    }

    /// The texts that are its own children in the markup, with their ids.
    pub fn own_texts(self) -> impl Iterator<Item = (NodeId, &'p str)> {
        self.page.children(self.id).filter_map(move |id| Some((id, self.page.text_of(id)?)))
    }

    /// Its start tag as the source has it, else as it would be written; never longer than a line can show.
    pub fn start_tag(self) -> String {
        const LONGEST: usize = 300;
        let tag = match (self.page.source(), self.span()) {
            (Some(source), Some(span)) if source.is_char_boundary(span.start) && source.is_char_boundary(span.end) => {
                source[span.start..span.end].to_owned()
            }
            _ => self.written(),
        };
        match tag.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &tag[..end]),
            None => tag,
        }
    }

    fn written(self) -> String {
        let mut tag = format!("<{}", self.name());
        for (name, value) in self.attributes() {
            tag.push(' ');
            tag.push_str(name);
            if !value.is_empty() {
                tag.push_str("=\"");
                tag.push_str(&value.replace('&', "&amp;").replace('"', "&quot;"));
                tag.push('"');
            }
        }
        tag.push('>');
        tag
    }

    /// Itself, then every element around it in the flat tree, out of shadow roots and frames.
    pub fn flat_lineage(self) -> impl Iterator<Item = Element<'p>> {
        std::iter::successors(Some(self), |element| element.flat_parent())
    }

    /// Every element below it in the flat tree, in document order: shadow roots, slots and frames filled in.
    pub fn flat_descendants(self) -> impl Iterator<Item = Element<'p>> {
        let page = self.page;
        let push = move |open: &mut Vec<NodeId>, element: Element<'p>| {
            let at = open.len();
            open.extend(element.flat_children());
            open.extend(element.frame_document().into_iter().flat_map(|document| page.children(document)));
            open[at..].reverse();
        };
        let mut open: Vec<NodeId> = Vec::new();
        push(&mut open, self);
        std::iter::from_fn(move || {
            loop {
                if let Some(element) = page.element(open.pop()?) {
                    push(&mut open, element);
                    return Some(element);
                }
            }
        })
    }

    /// The root of what it shows in place of its children.
    pub(super) fn shadow_root(self) -> Option<NodeId> {
        self.node().root.filter(|root| matches!(self.page.node(*root).kind, Kind::ShadowRoot))
    }

    /// The document in the frame, where the source has read it.
    pub(super) fn frame_document(self) -> Option<NodeId> {
        self.node().root.filter(|root| matches!(self.page.node(*root).kind, Kind::Document))
    }

    fn painted(self) -> Option<&'p Painted> {
        self.node().painted.map(|place| &self.page.painted[place.index()])
    }

    #[inline]
    pub(super) fn node(self) -> &'p ElementNode {
        match &self.page.node(self.id).kind {
            Kind::Element(element) => element,
            _ => unreachable!("an Element is made for element nodes only"),
        }
    }
}

impl Page {
    /// The children of a node in the markup.
    pub(super) fn children(&self, parent: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.node(parent).first_child, |id| {
            self.effort.count_next();
            self.node(*id).next_sibling
        })
    }

    /// The text of a text node.
    pub(super) fn text_of(&self, id: NodeId) -> Option<&str> {
        match &self.node(id).kind {
            Kind::Text(text) => Some(self.strings.get(text.text)),
            _ => None,
        }
    }

    /// The lines of a text node, where there is a layout.
    pub(super) fn text_boxes(&self, id: NodeId) -> &[Rect] {
        self.lines_of_text(id).map_or(&[], |lines| &lines.boxes)
    }

    /// When a text node is painted; larger is nearer to the eye.
    pub(super) fn text_paint_order(&self, id: NodeId) -> Option<u32> {
        self.lines_of_text(id).and_then(|lines| lines.order)
    }

    fn lines_of_text(&self, id: NodeId) -> Option<&Lines> {
        let Kind::Text(text) = &self.node(id).kind else { return None };
        text.lines.map(|place| &self.lines_of_texts[place.index()])
    }
}
