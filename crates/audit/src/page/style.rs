//! The computed styles that rules need.

use super::color::Color;
use super::node::Place;
use super::property::{Properties, Property, Value, finite};
use serde::{Deserialize, Serialize};

/// A style of one page, shared by the elements that have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StyleId(Place);

impl StyleId {
    pub(super) fn from_index(index: usize) -> Self {
        Self(Place::from_index(index))
    }

    pub(super) fn index(self) -> usize {
        self.0.index()
    }
}

/// Computed values (CSS Cascade 5), as far as rules look at them. Lengths are CSS pixels.
///
/// A source that cannot know a value says so in `unknown` and leaves the initial value in the field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Style {
    /// `color`.
    pub color: Color,
    /// `background-color`.
    pub background_color: Color,
    /// Whether `background-image` is anything but `none`.
    pub has_background_image: bool,
    /// `background-clip: text`, which paints the letters with the background.
    pub clips_background_to_text: bool,
    /// `opacity`, 0 to 1. Not inherited, but it fades the whole subtree.
    pub opacity: f32,
    /// `font-size`.
    #[serde(serialize_with = "finite")]
    pub font_size: f32,
    /// `font-weight`, 1 to 1000.
    pub font_weight: f32,
    /// `display`, as far as it hides.
    pub display: Display,
    /// `visibility`.
    pub visibility: Visibility,
    /// `position`.
    pub position: Position,
    /// Whether `z-index` is below zero on a positioned element.
    pub has_negative_z_index: bool,
    /// Whether `float` is anything but `none`, a margin is negative, an offset moves a `relative` box, or `transform`,
    /// `translate`, `rotate` or `scale` is set: the box may lie outside its parent's.
    pub may_leave_parent: bool,
    /// Whether `filter`, `backdrop-filter`, `mix-blend-mode` or `mask` changes the colours that are painted.
    pub changes_paint: bool,
    /// Whether `text-shadow` is anything but `none`.
    pub has_text_shadow: bool,
    /// Whether `clip`, `clip-path`, or `overflow` with a size of at most one pixel cuts the box away.
    pub is_clipped_away: bool,
    /// `content-visibility: hidden`: what stands in it is not rendered.
    pub skips_contents: bool,
    /// The values of further properties: ask with [`Style::get`].
    pub properties: Properties,
    /// What the source could not find out.
    pub unknown: Unknown,
}

impl Style {
    /// Whether the box leaves the place it would have in the flow.
    pub fn is_out_of_flow(&self) -> bool {
        matches!(self.position, Position::Absolute | Position::Fixed | Position::Sticky)
    }

    /// Every property at its initial value (a block, black on transparent, 16 px).
    pub const INITIAL: Style = Style::initial(Unknown::NOTHING);

    /// Nothing is known.
    pub const UNKNOWN: Style = Style::initial(Unknown::EVERYTHING);

    const fn initial(unknown: Unknown) -> Style {
        Style {
            color: Color::BLACK,
            background_color: Color::TRANSPARENT,
            has_background_image: false,
            clips_background_to_text: false,
            opacity: 1.0,
            font_size: 16.0,
            font_weight: 400.0,
            display: Display::Shown,
            visibility: Visibility::Visible,
            position: Position::Static,
            has_negative_z_index: false,
            may_leave_parent: false,
            changes_paint: false,
            has_text_shadow: false,
            is_clipped_away: false,
            skips_contents: false,
            properties: Properties::UNKNOWN,
            unknown,
        }
    }

    /// The computed value of a property that has no field of its own; `None` if the source could not find it out.
    pub fn get(&self, property: Property) -> Option<Value> {
        self.properties.get(property)
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::INITIAL
    }
}

/// `display`, as far as it hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Display {
    /// Makes a box.
    Shown,
    /// `contents`: no box of its own, the children have theirs.
    Contents,
    /// `none`.
    None,
}

/// `visibility`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visibility {
    /// Can be seen.
    Visible,
    /// `hidden` or `collapse`.
    Hidden,
}

/// `position`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// In the flow.
    Static,
    /// In the flow, and perhaps moved.
    Relative,
    /// In the flow until it would scroll away.
    Sticky,
    /// Out of the flow.
    Absolute,
    /// Out of the flow, in the viewport.
    Fixed,
}

/// Values that could not be found out, one bit a group of properties.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown(u8);

impl Unknown {
    /// Everything is known.
    pub const NOTHING: Unknown = Unknown(0);
    /// `color`.
    pub const COLOR: Unknown = Unknown(1);
    /// `background-color` or `background-image`.
    pub const BACKGROUND: Unknown = Unknown(1 << 1);
    /// `display` or `visibility`.
    pub const VISIBILITY: Unknown = Unknown(1 << 2);
    /// `font-size` or `font-weight`.
    pub const FONT: Unknown = Unknown(1 << 3);
    /// Where the box lies: position, float, margins, transforms, clipping.
    pub const PLACE: Unknown = Unknown(1 << 4);
    /// `opacity`, filters, blending, shadows.
    pub const PAINT: Unknown = Unknown(1 << 5);
    /// All of them.
    pub const EVERYTHING: Unknown = Unknown((1 << 6) - 1);

    /// Whether any of `what` could not be found out.
    pub fn has(self, what: Unknown) -> bool {
        self.0 & what.0 != 0
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Unknown) -> Unknown {
        Unknown(self.0 | other.0)
    }
}
