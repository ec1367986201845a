//! Contrast measured in pictures, where styles and boxes do not tell what lies behind a text.

use super::{Backdrop, Color, Element, NodeId, Page, Rect};
use serde::{Deserialize, Serialize};

/// A text whose contrast cannot be computed, and what to look for in a picture of it.
#[derive(Debug, Clone, PartialEq)]
pub struct TextInDoubt {
    /// The element whose own it is.
    pub element: NodeId,
    /// The text.
    pub text: NodeId,
    /// Where its lines are.
    pub lines: Vec<Rect>,
    /// What its letters are painted in, everything that fades them included; `None` where a filter or a blend mode changes
    /// it, or it cannot be told.
    pub letter: Option<Color>,
}

/// Contrasts of one text, measured pixel by pixel of what lies behind it; ratios, 1 to 21.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Contrasts {
    /// Where it is hardest to read.
    pub lowest: f32,
    /// Where it is easiest to read.
    pub highest: f32,
    /// Whether the letters' own colour is known. Otherwise it was read off their pixels, whose edges are mixed with what
    /// is behind, and the real contrasts may be higher.
    pub is_exact: bool,
}

impl Page {
    /// The visible texts whose contrast cannot be computed, in document order.
    pub fn texts_in_doubt(&self) -> Vec<TextInDoubt> {
        let mut doubts = Vec::new();
        for element in self.elements().filter(|element| element.has_visible_text()) {
            for (text, words) in element.own_texts() {
                let lines = self.text_boxes(text);
                let is_read = words.chars().any(char::is_alphanumeric) && !lines.is_empty();
                if is_read && matches!(element.backdrop(text), Backdrop::Unknown(_)) {
                    let (element, lines, letter) = (element.id(), lines.to_vec(), element.letter_color());
                    doubts.push(TextInDoubt { element, text, lines, letter });
                }
            }
        }
        doubts
    }
}

impl Element<'_> {
    /// What was measured in pictures of one of its own texts.
    pub fn measured_contrasts(self, text: NodeId) -> Option<Contrasts> {
        self.page().contrasts.get(&text).copied()
    }

    fn letter_color(self) -> Option<Color> {
        let style = self.style();
        let mut letter = style.color;
        let is_plain = |around: Element<'_>| {
            let style = around.style();
            !style.changes_paint && !style.unknown.has(super::Unknown::PAINT)
        };
        let is_known = !style.unknown.has(super::Unknown::COLOR) && !style.clips_background_to_text;
        if !is_known || !self.flat_lineage().all(is_plain) {
            return None;
        }
        for around in self.flat_lineage() {
            let opacity = around.style().opacity;
            if opacity < 1.0 {
                // What is faded together with its background is mixed before it is faded.
                let paints = around.style().has_background_image || around.style().background_color.alpha > 0.0;
                if paints {
                    return None;
                }
                letter = letter.faded(opacity);
            }
        }
        Some(letter)
    }
}
