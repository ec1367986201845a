//! Headings and landmarks: what people move by who do not see the page.

use super::{Element, Page, Role};

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
}

impl Page {
    /// The headings that assistive technologies find, in the order of the document.
    pub fn headings(&self) -> impl Iterator<Item = Element<'_>> {
        self.elements().filter(|element| element.role() == Role::Heading && element.is_in_accessibility_tree())
    }

    /// The landmarks that assistive technologies find, in the order of the document.
    pub fn landmarks(&self) -> impl Iterator<Item = Element<'_>> {
        self.elements().filter(|element| element.role().is_landmark() && element.is_in_accessibility_tree())
    }
}
