//! Steps 2F to 2H: what stands in an element, as it is heard (`AccName` 1.2, name from content).

use super::walk::{Reason, Walk};
use crate::page::{Element, Engine, Namespace};

impl<'p> Walk<'p> {
    /// Adds what stands in an element: `::before`, its nodes with those it owns, `::after`.
    pub fn content(&mut self, element: Element<'p>, out: &mut String) {
        let generated = element.generated();
        if generated.is_some_and(|generated| generated.is_uncertain) || may_say_more(element) {
            self.doubt();
        }
        out.push_str(generated.and_then(|generated| generated.before.as_deref()).unwrap_or_default());
        for id in element.owned_nodes() {
            if Self::is_long_enough(out) || self.is_exhausted() {
                break;
            }
            if let Some(text) = self.page().text_of(id) {
                out.push_str(if element.hides_own_texts() && !self.reads_hidden() { "" } else { text });
            } else if let Some(child) = self.page().element(id).filter(|child| !is_never_read(*child)) {
                self.child(child, out);
            }
        }
        out.push_str(generated.and_then(|generated| generated.after.as_deref()).unwrap_or_default());
    }

    fn child(&mut self, child: Element<'p>, out: &mut String) {
        let start = out.len();
        let space = if child.is_in_line() { "" } else { " " };
        out.push_str(space);
        let is_said = self.text(child, Reason::Content, out);
        if !is_said && out.len() == start + space.len() && !child.is("br") {
            // What is hidden leaves no gap.
            out.truncate(start);
        } else {
            out.push_str(space);
        }
    }
}

/// Code and data are no words, even where hidden things are read; nor is a description of a drawing part of its name.
fn is_never_read(element: Element<'_>) -> bool {
    match element.namespace() {
        Namespace::Html => matches!(element.name(), "script" | "style" | "template" | "noscript" | "datalist"),
        Namespace::Svg => matches!(element.name(), "desc" | "metadata" | "script" | "style"),
        Namespace::MathMl => matches!(element.name(), "annotation" | "annotation-xml"),
        Namespace::Other => false,
    }
}

/// As many parts of a drawing are looked at.
const FEW: usize = 50;

/// Whether it may say more than the source shows: a custom element that a script is going to fill, or a copy of a drawing
/// with words in it (SVG 2, the use-element shadow tree), which some assistive technologies hear and some do not.
fn may_say_more(element: Element<'_>) -> bool {
    if element.is_svg("use") {
        let link = element.attribute("href").or_else(|| element.attribute("xlink:href"));
        let copied = link.and_then(|link| link.strip_prefix('#')).and_then(|id| element.by_id(id));
        let has_words = |part: Element<'_>| part.is_svg("title") || part.is_svg("text");
        return copied.is_some_and(|copied| copied.descendants().take(FEW).any(has_words));
    }
    element.is_custom() && element.page().engine() == Engine::Html && !element.is_shadow_host()
}
