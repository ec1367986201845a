//! What a text is painted on.

use super::node::Rect;
use super::{Color, Element, Engine, NodeId, Page, Position, Property, Style, Unknown};

/// The two colours a reader has to tell apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Backdrop {
    /// Both are proved.
    Known {
        /// What a letter is painted in, everything over and under it mixed in.
        text: Color,
        /// What is seen beside it.
        behind: Color,
    },
    /// They cannot be told from styles and boxes alone, and why.
    Unknown(&'static str),
}

/// Everything with a paint of its own, for asking what else lies behind a text.
#[derive(Debug, Default)]
pub(super) struct PaintList {
    painters: Vec<Painter>,
    /// Something may lie between a text and the background of its ancestors, unseen by anybody without a layout.
    has_paint_below: bool,
    /// Something with a paint of its own is out of the flow.
    has_paint_anywhere: bool,
}

#[derive(Debug)]
struct Painter {
    /// `None` for what CSS generates (`::before`, `::after`).
    element: Option<NodeId>,
    rect: Rect,
    order: u32,
}

impl Page {
    fn paint(&self) -> &PaintList {
        self.paint.get_or_init(|| {
            let mut list = PaintList::default();
            for element in self.elements() {
                if !paints(element) {
                    continue;
                }
                let style = element.style();
                list.has_paint_below |= style.has_negative_z_index;
                list.has_paint_anywhere |= is_out_of_flow(style) || style.unknown.has(Unknown::PLACE);
                if let (Some(rect), Some(order)) = (element.rect(), element.paint_order())
                    && element.is_visible()
                {
                    list.painters.push(Painter { element: Some(element.id()), rect, order });
                }
            }
            let nameless =
                self.generated.iter().map(|(rect, order)| Painter { element: None, rect: *rect, order: *order });
            list.painters.extend(nameless);
            list
        })
    }
}

/// Whether it paints anything but its texts.
fn paints(element: Element<'_>) -> bool {
    let style = element.style();
    style.background_color.alpha > 0.0
        || style.has_background_image
        || style.unknown.has(Unknown::BACKGROUND)
        || matches!(element.name(), "img" | "video" | "canvas" | "iframe" | "object" | "embed" | "svg" | "input")
}

impl Element<'_> {
    /// What `text`, one of its own texts, is painted in and on.
    pub fn backdrop(self, text: NodeId) -> Backdrop {
        let own = self.style();
        if own.unknown.has(Unknown::COLOR) {
            return Backdrop::Unknown("the colour of the text cannot be told");
        }
        if own.has_text_shadow {
            return Backdrop::Unknown("the text has a shadow");
        }
        let mut lines = Lines { boxes: self.page().text_boxes(text).to_vec(), may_escape: false };
        let lineage: Vec<Element<'_>> = self.flat_lineage().collect();
        if lineage.iter().any(|element| changes_colors(element.style())) {
            return Backdrop::Unknown("a filter or blend mode changes the colours");
        }
        // What fades a whole part of the page fades its backgrounds too, and lets through what is behind them.
        let faded = lineage.iter().rposition(|element| element.style().opacity < 1.0).map_or(0, |last| last + 1);
        let mut stack = Stack { letter: own.color, beside: Color::TRANSPARENT };
        let mut provider = None;
        for (index, ancestor) in lineage.into_iter().enumerate() {
            if let Some(reason) = paint_in_doubt(ancestor.style()) {
                return Backdrop::Unknown(reason);
            }
            lines.are_cut_off_by(ancestor);
            match lies_on(ancestor, &lines.boxes) {
                Lies::On => stack.put_on(ancestor.style()),
                Lies::Beside => stack.fade(ancestor.style().opacity),
                Lies::Partly => return Backdrop::Unknown("the text lies only partly on the background around it"),
            }
            if index >= faded.saturating_sub(1) && stack.is_opaque() {
                provider = Some(ancestor);
                break;
            }
            // What is behind this box hangs on where it lies.
            if self.page().engine() == Engine::Html && place_in_doubt(ancestor.style()) {
                return Backdrop::Unknown("the text may lie outside the boxes around it, which only a browser shows");
            }
        }
        if let Some(reason) = self.something_else(text, &lines.boxes, provider) {
            return Backdrop::Unknown(reason);
        }
        Backdrop::Known { text: stack.letter.over(Color::WHITE), behind: stack.beside.over(Color::WHITE) }
    }

    /// Whether something that is no ancestor is painted between the text and what it lies on, or over it.
    fn something_else(self, text: NodeId, boxes: &[Rect], provider: Option<Element<'_>>) -> Option<&'static str> {
        let paint = self.page().paint();
        if self.page().engine() == Engine::Html {
            // Only what is positioned itself is painted over something else that is.
            let below = self.flat_lineage().take_while(|element| provider.is_none_or(|provider| provider != *element));
            let is_positioned = below.into_iter().any(|element| element.style().position != Position::Static);
            let is_in_doubt = paint.has_paint_below || (is_positioned && paint.has_paint_anywhere);
            return is_in_doubt.then_some("something out of the flow may lie behind the text");
        }
        let from = provider.and_then(Element::paint_order).unwrap_or(0);
        self.page().text_of(text)?;
        let own = self.page().text_paint_order(text).or(self.paint_order()).unwrap_or(u32::MAX);
        let lineage: Vec<NodeId> = self.flat_lineage().map(Element::id).collect();
        let others = paint.painters.iter().filter(|painter| {
            painter.order >= from
                && !painter.element.is_some_and(|element| lineage.contains(&element))
                && boxes.iter().any(|line| painter.rect.overlaps(*line))
        });
        others
            .map(|painter| {
                if painter.order > own {
                    "something is painted over the text"
                } else {
                    "something else is painted behind the text"
                }
            })
            .next()
    }
}

/// The colours at a letter and beside it, painted from the text outwards.
struct Stack {
    letter: Color,
    beside: Color,
}

impl Stack {
    fn put_on(&mut self, style: &Style) {
        self.letter = self.letter.over(style.background_color);
        self.beside = self.beside.over(style.background_color);
        self.fade(style.opacity);
    }

    fn fade(&mut self, opacity: f32) {
        self.letter = self.letter.faded(opacity);
        self.beside = self.beside.faded(opacity);
    }

    fn is_opaque(&self) -> bool {
        self.letter.is_opaque() && self.beside.is_opaque()
    }
}

/// Why what this box paints cannot be told.
fn paint_in_doubt(style: &Style) -> Option<&'static str> {
    if style.has_background_image || style.clips_background_to_text {
        return Some("a picture or gradient lies behind the text");
    }
    style.unknown.has(Unknown::BACKGROUND).then_some("the background cannot be told")
}

/// Whether it may lie elsewhere than in the box around it.
fn place_in_doubt(style: &Style) -> bool {
    is_out_of_flow(style) || style.may_leave_parent || style.unknown.has(Unknown::PLACE)
}

fn changes_colors(style: &Style) -> bool {
    style.changes_paint || style.unknown.has(Unknown::PAINT)
}

fn is_out_of_flow(style: &Style) -> bool {
    matches!(style.position, Position::Absolute | Position::Fixed | Position::Sticky)
}

/// The lines of a text, as far as the boxes around it let them be seen. What is scrolled away will be seen there as well.
struct Lines {
    boxes: Vec<Rect>,
    /// Whether something out of the flow may be cut off by none of the boxes around it (CSS Overflow 3, 3.1).
    may_escape: bool,
}

impl Lines {
    fn are_cut_off_by(&mut self, ancestor: Element<'_>) {
        let style = ancestor.style();
        let is_set = |axis| style.get(axis).is_some_and(|overflow| !overflow.is("visible"));
        let is_page = ancestor.is("html") || ancestor.is("body");
        let cuts = !is_page && is_set(Property::OverflowX) && is_set(Property::OverflowY);
        if let Some(rect) = ancestor.rect().filter(|rect| cuts && !self.may_escape && !rect.is_empty()) {
            self.boxes.iter_mut().for_each(|line| *line = line.within(rect));
        }
        self.may_escape |= matches!(style.position, Position::Absolute | Position::Fixed);
    }
}

enum Lies {
    On,
    Beside,
    Partly,
}

/// Where the lines of a text are, as seen from an ancestor. Without a layout they are taken to be on it.
fn lies_on(ancestor: Element<'_>, lines: &[Rect]) -> Lies {
    // The background of the root and of `body` covers the canvas (CSS Backgrounds 3, 2.11.2).
    let is_canvas = ancestor.is("html") || ancestor.is("body");
    let Some(rect) = ancestor.rect().filter(|_| !is_canvas && ancestor.style().background_color.alpha > 0.0) else {
        return Lies::On;
    };
    if lines.iter().all(|line| rect.contains(*line)) {
        Lies::On
    } else if lines.iter().any(|line| rect.overlaps(*line)) {
        Lies::Partly
    } else {
        Lies::Beside
    }
}
