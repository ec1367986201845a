//! The page as a whole, its headings and landmarks: what people move by who do not see it.

use super::{Element, NodeId, Page, Role};

impl Element<'_> {
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
    /// The document element of the page itself, not of one in a frame. A drawing alone is no page.
    pub fn root(&self) -> Option<Element<'_>> {
        self.elements().next().filter(|element| element.parent().is_none() && !self.is_drawing())
    }

    /// Whether the source is an SVG document, which begins with `svg` in its namespace.
    fn is_drawing(&self) -> bool {
        let Some(source) = self.source() else { return false };
        let source = source.trim_start_matches('\u{feff}').trim_ascii_start();
        let is_xml = source.starts_with("<?xml");
        let first = source.split_once("?>").filter(|_| is_xml).map_or(source, |(_, rest)| rest.trim_ascii_start());
        let tag = first.split('>').next().unwrap_or_default();
        tag.starts_with("<svg") && tag.contains("http://www.w3.org/2000/svg")
    }

    /// The first `title` of the page, wherever it stands: what browsers call the page
    /// (HTML, <https://html.spec.whatwg.org/multipage/dom.html#the-title-element-2>).
    pub fn title(&self) -> Option<Element<'_>> {
        self.elements().find(|element| element.is("title") && element.is_of_page_itself())
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
