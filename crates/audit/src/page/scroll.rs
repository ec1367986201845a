//! Areas that scroll by themselves.

use super::style::Unknown;
use super::{Certainty, Element, Property, Rect, Value};

/// A scroll distance that rounding may give.
const SLACK: f32 = 1.5;

/// Along which axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Axis {
    Across,
    Down,
}

impl Element<'_> {
    /// Whether it is a box of its own that a visitor can scroll: `overflow` is `auto` or `scroll`, and what stands in it
    /// reaches further than it does. The page itself is none (CSS Overflow 3,
    /// <https://www.w3.org/TR/css-overflow-3/#scrollable>).
    ///
    /// Without a layout it is taken not to be where the size follows what stands in it. Elsewhere it is unknown, unless
    /// there are more letters in it than its area can hold.
    pub fn scrolls(self) -> Certainty {
        let scrolls =
            |property| self.style().get(property).is_some_and(|value: Value| value.is("auto") || value.is("scroll"));
        let across = scrolls(Property::OverflowX);
        let down = scrolls(Property::OverflowY);
        if (!across && !down) || self.is("html") || self.is("body") || !self.is_visible() {
            return Certainty::No;
        }
        let Some(rect) = self.rect() else {
            let is_limited = (across && self.is_limited(Axis::Across)) || (down && self.is_limited(Axis::Down));
            return match is_limited {
                true if self.cannot_hold_its_text() => Certainty::Yes,
                true => Certainty::Unknown,
                false => Certainty::No,
            };
        };
        let goes_down = down && self.reaches_out(rect, Axis::Down);
        if goes_down || (across && self.reaches_out(rect, Axis::Across)) { Certainty::Yes } else { Certainty::No }
    }

    /// Whether the letters in it need more area than it has, however they are laid out: no text is set in letters that
    /// are narrower on average than three tenths of their size.
    fn cannot_hold_its_text(self) -> bool {
        const NARROWEST: f32 = 0.3;
        let pixels = |property| self.style().get(property).and_then(|value: Value| value.pixels());
        let size = |own, most| match (pixels(own), pixels(most)) {
            (Some(own), Some(most)) => Some(own.max(most)),
            (own, most) => own.or(most),
        };
        let (Some(width), Some(height)) =
            (size(Property::Width, Property::MaxWidth), size(Property::Height, Property::MaxHeight))
        else {
            return false;
        };
        let paddings = [Property::PaddingTop, Property::PaddingBottom].map(pixels);
        let [Some(top), Some(bottom)] = paddings else { return false };
        let mut needed = 0.0;
        let mut open: Vec<_> = vec![self.id()];
        while let Some(id) = open.pop() {
            let Some(element) = self.page().element(id) else { continue };
            if !element.lays_out_plainly() || (element != self && !element.is_in_plain_flow()) {
                continue;
            }
            let style = element.style();
            let line = match style.get(Property::LineHeight) {
                Some(Value::Number(times)) => times * style.font_size,
                Some(Value::Word(_)) => style.font_size,
                Some(other) => other.pixels().unwrap_or(0.0),
                None => 0.0,
            };
            for (text, words) in element.own_texts() {
                if element.shows(text) && !style.unknown.has(Unknown::FONT) {
                    let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
                    needed +=
                        f32::from(u16::try_from(letters).unwrap_or(u16::MAX)) * NARROWEST * style.font_size * line;
                }
            }
            open.extend(element.flat_children());
        }
        needed > width * (height + top + bottom)
    }

    /// Whether what stands in it is laid out line by line.
    fn lays_out_plainly(self) -> bool {
        const PLAIN: &[&str] = &["block", "inline", "list-item", "inline-block", "flow-root"];
        self.style().get(Property::Display).is_some_and(|display| PLAIN.iter().any(|plain| display.is(plain)))
    }

    /// Whether nothing else can lie where it lies.
    fn is_in_plain_flow(self) -> bool {
        let style = self.style();
        let spacing = style.get(Property::LetterSpacing).and_then(|spacing| spacing.pixels());
        spacing.is_some_and(|spacing| spacing >= 0.0)
            && !style.may_leave_parent
            && !style.is_out_of_flow()
            && !style.unknown.has(Unknown::PLACE)
            && style.get(Property::OverflowY).is_some_and(|value| value.is("visible"))
            && self.is_visible()
            && !self.may_be_hidden()
    }

    /// Whether its size along an axis does not follow what stands in it.
    fn is_limited(self, axis: Axis) -> bool {
        let sizes = match axis {
            Axis::Across => [Property::Width, Property::MaxWidth],
            Axis::Down => [Property::Height, Property::MaxHeight],
        };
        sizes.iter().any(|size| self.style().get(*size).is_some_and(|size| size.pixels().is_some()))
    }

    /// Whether anything that moves with its content ends beyond its border box, at the end or, from right to left, at
    /// the left.
    fn reaches_out(self, rect: Rect, axis: Axis) -> bool {
        let is_to_left = axis == Axis::Across && self.is_right_to_left();
        let is_out = |inner: Rect| match axis {
            _ if inner.is_empty() => false,
            Axis::Down => inner.y + inner.height > rect.y + rect.height + SLACK,
            Axis::Across if is_to_left => inner.x < rect.x - SLACK,
            Axis::Across => inner.x + inner.width > rect.x + rect.width + SLACK,
        };
        let mut open: Vec<_> = self.flat_children().collect();
        while let Some(id) = open.pop() {
            let Some(element) = self.page().element(id) else {
                if self.page().text_boxes(id).iter().any(|line| is_out(*line)) {
                    return true;
                }
                continue;
            };
            // What is taken out of the flow may hang on a box further out.
            if !element.is_rendered() || element.style().is_out_of_flow() {
                continue;
            }
            if element.is_visible() && element.rect().is_some_and(is_out) {
                return true;
            }
            // What is cut off or scrolls in there does not reach out.
            if element.style().get(Property::OverflowY).is_some_and(|value| value.is("visible")) {
                open.extend(element.flat_children());
            }
        }
        false
    }

    fn is_right_to_left(self) -> bool {
        let said = self.flat_lineage().find_map(|element| element.attribute("dir"));
        said.is_some_and(|direction| direction.eq_ignore_ascii_case("rtl"))
    }
}
