//! What can take the focus.

use super::{Element, Namespace};

impl Element<'_> {
    /// Whether it can take the focus at all, by key, pointer or script (HTML, focusable area).
    pub fn is_focusable(self) -> bool {
        let is_inert = self.flat_lineage().any(|element| element.has_attribute("inert"));
        if is_inert || !self.is_rendered() || self.style().visibility == super::Visibility::Hidden {
            return false;
        }
        self.has_tabindex() || self.is_focusable_by_nature()
    }

    /// Whether pressing Tab leads there (HTML, sequential focus navigation).
    pub fn is_in_tab_order(self) -> bool {
        let is_taken_out = self.attribute("tabindex").and_then(integer).is_some_and(|index| index < 0);
        self.is_focusable() && !is_taken_out
    }

    fn has_tabindex(self) -> bool {
        self.attribute("tabindex").and_then(integer).is_some()
    }

    fn is_focusable_by_nature(self) -> bool {
        if self.namespace() == Namespace::Svg {
            return self.name() == "a" && (self.has_attribute("href") || self.has_attribute("xlink:href"));
        }
        match self.name() {
            "a" | "area" => self.has_attribute("href"),
            "button" | "select" | "textarea" => !self.is_disabled(),
            "input" => {
                let is_hidden = self.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                !is_hidden && !self.is_disabled()
            }
            "summary" => self.parent().is_some_and(|parent| parent.is("details")),
            "iframe" => true,
            "audio" | "video" => self.has_attribute("controls"),
            _ => self.attribute("contenteditable").is_some_and(|value| !value.eq_ignore_ascii_case("false")),
        }
    }

    /// Whether a form control is disabled, by itself or by its fieldset (HTML, disabled).
    pub fn is_disabled(self) -> bool {
        let is_control = matches!(self.name(), "button" | "input" | "select" | "textarea" | "fieldset");
        is_control && (self.has_attribute("disabled") || self.is_in_disabled_fieldset())
    }

    fn is_in_disabled_fieldset(self) -> bool {
        let mut at = self;
        while let Some(parent) = at.parent() {
            if parent.is("fieldset") && parent.has_attribute("disabled") {
                // What stands in the first legend stays usable.
                let first_legend = parent.children().find(|child| child.is("legend"));
                if first_legend != Some(at) {
                    return true;
                }
            }
            at = parent;
        }
        false
    }
}

/// HTML's rules for parsing integers.
fn integer(text: &str) -> Option<i32> {
    let text = text.trim_ascii_start();
    let digits_from = usize::from(text.starts_with(['-', '+']));
    let digits = text[digits_from..].bytes().take_while(u8::is_ascii_digit).count();
    text[..digits_from + digits].parse().ok()
}
