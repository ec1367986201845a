//! The page as a whole, what it is made of in its order, and its headings and landmarks: what people move by who do not
//! see it.

use super::node::Kind;
use super::{Element, NodeId, Page, Role};

/// A part of a page.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'p> {
    /// An element; what stands in it follows.
    Element(Element<'p>),
    /// A text, and the element it stands in.
    Text(Element<'p>, &'p str),
}

impl<'p> Element<'p> {
    /// The frame whose document it stands in; `None` in the page itself.
    pub fn frame(self) -> Option<Element<'p>> {
        self.page().element(self.page().node(self.document()).parent?)
    }

    /// The document element of the document in a frame, where the source has read it.
    pub fn framed(self) -> Option<Element<'p>> {
        let document = self.frame_document()?;
        self.page().children(document).find_map(|id| self.page().element(id))
    }

    /// Whether it is a frame that shows a document which the source has not read.
    pub fn is_unread_frame(self) -> bool {
        let is_frame = self.is("iframe") || self.is("frame");
        is_frame && self.framed().is_none() && (self.has_attribute("src") || self.has_attribute("srcdoc"))
    }

    /// The nearest landmark around it, within its document.
    pub fn landmark(self) -> Option<Element<'p>> {
        let frame = self.frame();
        let around = self.flat_lineage().skip(1).take_while(|element| Some(*element) != frame);
        around.into_iter().find(|element| element.role().is_landmark())
    }

    /// The level of a heading: `aria-level` if it is a whole number of at least 1, else that of `h1` to `h6`, else 2
    /// (WAI-ARIA 1.2, <https://www.w3.org/TR/wai-aria-1.2/#heading>). `None` if it is no heading.
    pub fn heading_level(self) -> Option<u32> {
        if self.role() != Role::Heading {
            return None;
        }
        let said = self.attribute("aria-level").and_then(|level| level.trim_ascii().parse().ok());
        let of_element = self.name().strip_prefix('h').filter(|_| self.is(self.name())).and_then(|n| n.parse().ok());
        said.or(of_element).filter(|level| *level >= 1).or(Some(2))
    }

    /// Whether it stands in the document of the page, not in a frame or a shadow root.
    pub fn is_of_page_itself(self) -> bool {
        self.page().tree_of(self.id()) == NodeId::DOCUMENT
    }

    /// The document or shadow root it stands in: the same for two elements if ids of one mean something to the other.
    pub(crate) fn tree(self) -> NodeId {
        self.page().tree_of(self.id())
    }
}

impl Page {
    /// Its elements and texts, in the order of the document.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        (0..self.nodes.len()).filter_map(|at| self.piece(at))
    }

    /// Its elements and texts behind the start tag of an element, in the order of the document.
    pub fn pieces_after(&self, id: NodeId) -> impl Iterator<Item = Piece<'_>> {
        (id.index() + 1..self.nodes.len()).filter_map(|at| self.piece(at))
    }

    /// Its elements and texts before the start tag of an element, the nearest first.
    pub fn pieces_before(&self, id: NodeId) -> impl Iterator<Item = Piece<'_>> {
        (0..id.index()).rev().filter_map(|at| self.piece(at))
    }

    fn piece(&self, at: usize) -> Option<Piece<'_>> {
        let node = &self.nodes[at];
        match &node.kind {
            Kind::Element(_) => self.element(NodeId::from_index(at)).map(Piece::Element),
            Kind::Text(text) => {
                self.element(node.parent?).map(|parent| Piece::Text(parent, self.strings.get(text.text)))
            }
            Kind::Document | Kind::ShadowRoot => None,
        }
    }

    /// The document element of the page itself, not of one in a frame. A drawing alone is no page.
    pub fn root(&self) -> Option<Element<'_>> {
        self.elements().next().filter(|element| element.parent().is_none() && !self.is_drawing())
    }

    /// Whether the source is an SVG document, which begins with `svg` in its namespace.
    fn is_drawing(&self) -> bool {
        let Some(source) = self.source() else { return false };
        let source = source.trim_start_matches('\u{feff}').trim_ascii_start();
        // Most sources are long, and asked often: nothing is searched for unless it must be there.
        let declared = source.starts_with("<?xml").then(|| source.split_once("?>")).flatten();
        let first = declared.map_or(source, |(_, rest)| rest.trim_ascii_start());
        if !first.starts_with("<svg") {
            return false;
        }
        let tag = first.split('>').next().unwrap_or_default();
        tag.contains("http://www.w3.org/2000/svg")
    }

    /// The first `title` of the page, wherever it stands: what browsers call the page
    /// (HTML, <https://html.spec.whatwg.org/multipage/dom.html#the-title-element-2>).
    pub fn title(&self) -> Option<Element<'_>> {
        self.elements().find(|element| element.is("title") && element.is_of_page_itself())
    }

    /// Whether a frame that is not hidden from assistive technologies shows a document which the source has not read.
    pub fn has_unread_frame(&self) -> bool {
        self.elements().any(|element| element.is_unread_frame() && !element.is_programmatically_hidden())
    }

    /// The headings that assistive technologies find, in the order of the document.
    pub fn headings(&self) -> impl Iterator<Item = Element<'_>> {
        self.elements().filter(|element| element.role() == Role::Heading && element.is_in_accessibility_tree())
    }

    /// The landmarks that assistive technologies find, in the order of the document.
    pub fn landmarks(&self) -> impl Iterator<Item = Element<'_>> {
        self.elements().filter(|element| element.role().is_landmark() && element.is_in_accessibility_tree())
    }
}
