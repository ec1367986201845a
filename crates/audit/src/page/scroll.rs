//! Areas that scroll by themselves.

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
    /// Without a layout it is unknown where the size is fixed, and taken not to be elsewhere.
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
            return if is_limited { Certainty::Unknown } else { Certainty::No };
        };
        let goes_down = down && self.reaches_out(rect, Axis::Down);
        if goes_down || (across && self.reaches_out(rect, Axis::Across)) { Certainty::Yes } else { Certainty::No }
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
