//! What can take the focus, and what the Tab key leads to (HTML, 6.6,
//! <https://html.spec.whatwg.org/multipage/interaction.html#focus>).

use super::state::State;
use super::{Certainty, Element, Namespace, Visibility};

impl<'p> Element<'p> {
    /// Whether it can take the focus at all, by key, pointer or script (HTML, focusable area): rendered, not inert, and
    /// focusable by nature or by `tabindex`. Boxes that only scroll are not counted: that takes a layout.
    pub fn is_focusable(self) -> bool {
        let is_away = self.state().has(State::NOT_RENDERED.and(State::INERT));
        if self.style().visibility == Visibility::Hidden || is_away {
            return false;
        }
        let is_off = self.is_control() && self.is_disabled();
        !is_off && !self.is_hidden_input() && (self.tabindex().is_some() || self.is_focusable_by_nature())
    }

    /// Whether pressing Tab or Shift+Tab leads there (HTML, sequential focus navigation): focusable, no negative
    /// `tabindex` here or on the frame or shadow host it stands in, and in a group of radio buttons the checked one, or
    /// the first and the last if none is.
    pub fn is_in_tab_order(self) -> bool {
        self.is_focusable()
            && !self.state().has(State::PASSED_BY)
            && !self.has_negative_tabindex()
            && (self.tabindex().is_some() || self.is_stop_of_group())
    }

    /// The first element in it that pressing Tab leads to, itself not counted, and whether that is proved: it may be
    /// hidden, or be a frame of which nobody knows what it holds. What is proved goes first.
    pub fn tab_stop_within(self) -> Option<(Element<'p>, Certainty)> {
        let mut doubtful = None;
        for stop in self.flat_descendants().filter(|element| element.is_in_tab_order()) {
            if !stop.may_be_hidden() && !stop.is("iframe") && !stop.is("frame") {
                return Some((stop, Certainty::Yes));
            }
            doubtful = doubtful.or(Some((stop, Certainty::Unknown)));
        }
        doubtful
    }

    /// The value of `tabindex`, if it is a number (HTML, rules for parsing integers).
    pub fn tabindex(self) -> Option<i32> {
        self.attribute("tabindex").and_then(integer)
    }

    pub(super) fn has_negative_tabindex(self) -> bool {
        self.tabindex().is_some_and(|index| index < 0)
    }

    fn is_focusable_by_nature(self) -> bool {
        if self.namespace() == Namespace::Svg {
            return self.name() == "a" && (self.has_attribute("href") || self.has_attribute("xlink:href"));
        }
        if self.namespace() != Namespace::Html {
            return false;
        }
        match self.name() {
            "a" | "area" => self.has_attribute("href") || self.is_editing_host(),
            "button" | "iframe" | "frame" | "select" | "textarea" | "input" => true,
            "summary" => self.is_summary_of_details(),
            "audio" | "video" => self.has_attribute("controls"),
            _ => self.is_editing_host(),
        }
    }

    /// Whether it is the summary that opens a `details` element: the first one, right in it.
    pub fn is_summary_of_details(self) -> bool {
        let is_first = |parent: Element<'p>| parent.children().find(|child| child.is("summary")) == Some(self);
        self.is("summary") && self.parent().is_some_and(|parent| parent.is("details") && is_first(parent))
    }

    fn is_editing_host(self) -> bool {
        let is_on = |value: &str| ["", "true", "plaintext-only"].iter().any(|on| value.eq_ignore_ascii_case(on));
        self.namespace() == Namespace::Html && self.attribute("contenteditable").is_some_and(is_on)
    }

    fn is_hidden_input(self) -> bool {
        self.is("input") && self.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
    }

    /// Whether it is a form control that `disabled` may stand on.
    pub(super) fn is_control(self) -> bool {
        self.namespace() == Namespace::Html
            && matches!(self.name(), "button" | "input" | "select" | "textarea" | "fieldset" | "option" | "optgroup")
    }

    /// Whether a form control is disabled, by itself, by its fieldset, or an option by its group (HTML, disabled,
    /// <https://html.spec.whatwg.org/multipage/semantics-other.html#concept-element-disabled>).
    pub fn is_disabled(self) -> bool {
        if !self.is_control() {
            return false;
        }
        let is_by_group =
            || self.is("option") && self.parent().is_some_and(|group| group.is("optgroup") && group.is_disabled());
        let is_choice = self.is("option") || self.is("optgroup");
        self.has_attribute("disabled") || is_by_group() || (!is_choice && self.state().has(State::DISABLED))
    }
}

/// HTML's rules for parsing integers.
pub(super) fn integer(text: &str) -> Option<i32> {
    let text = text.trim_ascii_start();
    let digits_from = usize::from(text.starts_with(['-', '+']));
    let digits = text[digits_from..].bytes().take_while(u8::is_ascii_digit).count();
    text[..digits_from + digits].parse().ok()
}
