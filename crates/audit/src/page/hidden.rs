//! Whether an element is there: for assistive technologies, for eyes, for both. They are different questions.

use super::state::State;
use super::style::{Unknown, Visibility};
use super::{Element, Engine, NodeId, Role};

/// What can be said of something that only a browser knows for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Proved.
    Yes,
    /// Proved not to be so.
    No,
    /// The source cannot tell.
    Unknown,
}

impl<'p> Element<'p> {
    /// Whether it has a box of its own or its children have (CSS Display 3): no `display: none` here or around it, no
    /// `content-visibility: hidden` around it, and a slot for it where its parent has a shadow root.
    pub fn is_rendered(self) -> bool {
        !self.state().has(State::NOT_RENDERED)
    }

    /// Hidden from assistive technologies: not rendered, not `visibility: visible`, or `aria-hidden` or `inert` here or
    /// around it (ACT Rules glossary, <https://act-rules.github.io/glossary/#programmatically-hidden>; `inert` by HTML,
    /// <https://html.spec.whatwg.org/multipage/interaction.html#inert>).
    pub fn is_programmatically_hidden(self) -> bool {
        const HIDES: State = State::NOT_RENDERED.and(State::ARIA_HIDDEN).and(State::INERT);
        self.style().visibility == Visibility::Hidden || self.state().has(HIDES)
    }

    /// Whether assistive technologies find it in the accessibility tree (WAI-ARIA 1.2, 7,
    /// <https://www.w3.org/TR/wai-aria-1.2/#accessibility_tree>): not programmatically hidden, not presentational, and
    /// not in something whose children are presentational. Elements with the role `generic` are in it, though browsers
    /// leave most of them out: nothing is lost with them.
    pub fn is_in_accessibility_tree(self) -> bool {
        !self.is_programmatically_hidden() && self.role() != Role::None && !self.is_in_leaf()
    }

    /// Whether something around it has presentational children, such as a button.
    fn is_in_leaf(self) -> bool {
        self.flat_lineage().skip(1).any(|around| around.base_role().has_presentational_children())
    }

    /// Whether a visitor who sees can see it: rendered, not transparent, not cut away. Without a layout this is what
    /// the styles say; with one, its box must have an area.
    pub fn is_visible(self) -> bool {
        self.is_shown() && self.rect().is_none_or(|rect| !rect.is_empty())
    }

    /// Whether a visitor who sees can see it, where that can be proved. With a layout a box must have an area that is
    /// not left of or above the page. Without one, what may be moved or cut away is unknown, and so is what the styles
    /// could not tell.
    pub fn visible(self) -> Certainty {
        if !self.is_visible() {
            return if self.may_be_hidden() { Certainty::Unknown } else { Certainty::No };
        }
        if let Some(rect) = self.rect() {
            let is_off = rect.x + rect.width <= 0.0 || rect.y + rect.height <= 0.0;
            return if is_off { Certainty::No } else { Certainty::Yes };
        }
        let may_be_off = |element: Element<'p>| {
            let style = element.style();
            let is_moved = style.may_leave_parent || style.is_out_of_flow();
            is_moved || style.unknown.has(Unknown::PLACE.and(Unknown::PAINT))
        };
        if self.may_be_hidden() || self.flat_lineage().any(may_be_off) { Certainty::Unknown } else { Certainty::Yes }
    }

    /// Whether a text of its own can be seen.
    pub fn has_visible_text(self) -> bool {
        self.own_texts().any(|(id, _)| self.shows(id))
    }

    /// Whether a text that stands in it can be seen. A text may stick out of a box without an area.
    pub(super) fn shows(self, text: NodeId) -> bool {
        let has_place = self.page().engine() == Engine::Html || !self.page().text_boxes(text).is_empty();
        // Letters of no size are a common way to hide the words of an icon.
        let is_outside = self.hides_own_texts() || self.is("canvas");
        has_place && !is_outside && self.style().font_size > 0.0 && self.is_shown()
    }

    fn is_shown(self) -> bool {
        self.style().visibility == Visibility::Visible && !self.state().has(State::NOT_RENDERED.and(State::UNSEEN))
    }

    /// Whether the source could not tell if it is shown at all.
    pub fn may_be_hidden(self) -> bool {
        self.state().has(State::IN_DOUBT)
    }
}
