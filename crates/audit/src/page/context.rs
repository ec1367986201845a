//! What a link says together with what stands around it.

use super::{Element, NodeId, Role};

/// Nobody reads more than this many bytes to know where a link leads.
const LONGEST: usize = 4_000;

impl<'p> Element<'p> {
    /// The elements that tell more of a link: list items around it, the nearest paragraph and table cell around it, the
    /// header cells that may belong to that cell, and what `aria-describedby` points at (WCAG 2.2, programmatically
    /// determined link context, <https://www.w3.org/TR/WCAG22/#dfn-programmatically-determined-link-context>; ACT Rules
    /// glossary, <https://act-rules.github.io/glossary/#programmatically-determined-link-context>).
    pub fn link_context(self) -> Vec<Element<'p>> {
        let mut context = Vec::new();
        let (mut paragraph, mut cell) = (None, None);
        for around in self.flat_lineage().skip(1) {
            match around.role() {
                Role::ListItem => context.push(around),
                Role::Paragraph => paragraph = paragraph.or(Some(around)),
                role if role.is_a(Role::Cell) => cell = cell.or(Some(around)),
                _ => {}
            }
        }
        context.extend(paragraph);
        context.extend(cell);
        context.extend(self.referenced("aria-describedby"));
        context.retain(|element| !element.is_programmatically_hidden());
        context
    }

    /// The text in it that is heard, with the names of images, but for what stands in `except`.
    pub fn heard_text_but(self, except: Element<'_>) -> String {
        let mut text = String::new();
        let mut open: Vec<NodeId> = vec![self.id()];
        while let Some(id) = open.pop().filter(|_| text.len() < LONGEST) {
            let Some(element) = self.page().element(id) else {
                text.push_str(self.page().text_of(id).unwrap_or_default());
                continue;
            };
            if element == except || element.is_programmatically_hidden() {
                continue;
            }
            text.push(' ');
            if element.role() == Role::Img {
                text.push_str(element.accessible_name());
                text.push(' ');
                continue;
            }
            let at = open.len();
            open.extend(element.flat_children());
            open[at..].reverse();
        }
        super::name::collapse(&text)
    }
}
