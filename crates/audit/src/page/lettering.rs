//! The texts of a page that somebody has to read, and what each is painted on.

use super::{Backdrop, Element, Namespace, NodeId, Page};

/// A text that has to stand out from what is behind it.
#[derive(Debug)]
pub(crate) struct Lettering {
    element: NodeId,
    /// One of the element's own texts.
    pub text: NodeId,
    pub backdrop: Backdrop,
}

impl Page {
    /// In document order, elements with their own texts that say something and can be seen. What belongs to a disabled
    /// control is left out (WCAG 1.4.3, inactive components).
    pub(crate) fn lettering(&self) -> impl Iterator<Item = (Element<'_>, &[Lettering])> {
        let all = self.lettering.get_or_init(|| {
            let elements = self.elements().filter(|element| is_read(*element));
            elements.flat_map(of_element).collect()
        });
        let of_one = all.chunk_by(|a, b| a.element == b.element);
        of_one.map(|texts| (Element { page: self, id: texts[0].element }, texts))
    }
}

fn of_element(element: Element<'_>) -> impl Iterator<Item = Lettering> {
    let telling = element.own_texts().filter(|(_, text)| says_something(text));
    telling.map(move |(text, _)| Lettering { element: element.id(), text, backdrop: element.backdrop(text) })
}

fn is_read(element: Element<'_>) -> bool {
    element.namespace() == Namespace::Html
        && element.own_texts().any(|(_, text)| says_something(text))
        && !["option", "optgroup"].iter().any(|name| element.is(name))
        && element.has_visible_text()
        && !is_disabled(element)
}

/// Letters or digits of any script. Signs alone say nothing in any language.
fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Part of a control that cannot be used, or of its label.
fn is_disabled(element: Element<'_>) -> bool {
    let is_inactive =
        |element: Element<'_>| element.is_disabled() || element.attribute("aria-disabled") == Some("true");
    element.flat_lineage().any(|around| is_inactive(around) || around.names().any(is_inactive))
}
