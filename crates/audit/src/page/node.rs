//! What the arena holds.

use super::strings::{AttributeRange, NameId, Signs, Stretch};
use super::style::StyleId;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;

/// A node of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NodeId(Place);

impl NodeId {
    /// The document itself.
    pub const DOCUMENT: NodeId = NodeId(Place(NonZeroU32::MIN));

    pub(super) fn from_index(index: usize) -> Self {
        Self(Place::from_index(index))
    }

    pub(super) fn index(self) -> usize {
        self.0.index()
    }
}

/// A place in an arena, counted from 1: an `Option` of it takes no more memory. A large page has a million of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) struct Place(NonZeroU32);

impl Place {
    pub fn from_index(index: usize) -> Self {
        let number = u32::try_from(index).ok().and_then(|index| NonZeroU32::MIN.checked_add(index));
        Self(number.expect("a builder refuses more nodes than u32 counts"))
    }

    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Which language an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Namespace {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// `MathML`.
    MathMl,
    /// Anything else.
    Other,
}

/// A box in CSS pixels from the top left corner of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width, not negative.
    pub width: f32,
    /// Height, not negative.
    pub height: f32,
}

impl Rect {
    /// Whether nothing can be seen in it.
    pub fn is_empty(self) -> bool {
        self.width <= 0.0 || self.height <= 0.0
    }

    /// Whether the two share any area.
    pub fn overlaps(self, other: Rect) -> bool {
        let meets = |a: f32, a_size: f32, b: f32, b_size: f32| a < b + b_size && b < a + a_size;
        let is_area = !self.is_empty() && !other.is_empty();
        is_area && meets(self.x, self.width, other.x, other.width) && meets(self.y, self.height, other.y, other.height)
    }

    /// What of it lies in `other`; all of `other` if nothing does.
    #[must_use]
    pub fn within(self, other: Rect) -> Rect {
        if !self.overlaps(other) {
            return other;
        }
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let right = (self.x + self.width).min(other.x + other.width);
        let bottom = (self.y + self.height).min(other.y + other.height);
        Rect { x, y, width: right - x, height: bottom - y }
    }

    /// Whether `other` lies in it, to half a pixel: layout rounds.
    pub fn contains(self, other: Rect) -> bool {
        const SLACK: f32 = 0.5;
        self.x <= other.x + SLACK
            && self.y <= other.y + SLACK
            && self.x + self.width + SLACK >= other.x + other.width
            && self.y + self.height + SLACK >= other.y + other.height
    }
}

/// Where something stands in the source: bytes, first and one behind the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One behind the last byte.
    pub end: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Node {
    pub parent: Option<NodeId>,
    // The other links follow from the parents and the order.
    #[serde(skip)]
    pub first_child: Option<NodeId>,
    #[serde(skip)]
    pub last_child: Option<NodeId>,
    #[serde(skip)]
    pub next_sibling: Option<NodeId>,
    pub kind: Kind,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Kind {
    /// The page, or the document in a frame.
    Document,
    ShadowRoot,
    Element(ElementNode),
    Text(TextNode),
}

/// Small, as a large page has a million of them: what it says stands among the page's strings.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ElementNode {
    pub namespace: Namespace,
    /// Lower case for HTML.
    pub name: NameId,
    pub attributes: AttributeRange,
    /// The signs of their names: most attributes that are asked for are not there, and need not be looked for.
    #[serde(skip)]
    pub signs: Signs,
    pub style: Option<StyleId>,
    /// Where it is painted, in [`Page::painted`](super::Page); `None` without a layout or when nothing is rendered.
    pub painted: Option<Place>,
    /// The start tag: first byte, one behind the last.
    pub span: Option<(u32, NonZeroU32)>,
    /// Its shadow root, or the document in the frame.
    #[serde(skip)]
    pub root: Option<NodeId>,
}

impl ElementNode {
    pub fn source_span(&self) -> Option<Span> {
        self.span.map(|(start, end)| Span { start: start as usize, end: end.get() as usize })
    }
}

/// What a layout knows of an element.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Painted {
    /// Border box.
    pub rect: Rect,
    /// Larger is nearer to the eye.
    pub order: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TextNode {
    pub text: Stretch,
    /// Its lines, in [`Page::lines_of_texts`](super::Page), where there is a layout.
    pub lines: Option<Place>,
}

/// What a layout knows of a text.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Lines {
    /// One box a line.
    pub boxes: Box<[Rect]>,
    /// Larger is nearer to the eye.
    pub order: Option<u32>,
}
