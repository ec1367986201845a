//! The words of an element that eyes see.

use super::{Element, Engine, Namespace, NodeId, Property, Rect, Value};

/// A text that eyes see, and what stands between it and the one before.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'p> {
    /// The element whose own text it is.
    pub element: Element<'p>,
    /// The text as it was written.
    pub text: &'p str,
    /// What comes before it.
    pub gap: Gap,
}

/// What stands between two texts, the wider one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing, or what only eyes can judge: an element that stands in the line begins or ends.
    Line,
    /// A new line, or a box of its own.
    Box,
}

impl<'p> Element<'p> {
    /// On how many lines its own texts stand; `None` without a layout.
    pub fn lines_of_text(self) -> Option<usize> {
        let boxes: Vec<Rect> = self.own_texts().flat_map(|(id, _)| self.page().text_boxes(id)).copied().collect();
        if self.page().engine() == Engine::Html {
            return None;
        }
        let is_below = |pair: &[Rect]| pair[1].y >= pair[0].y + pair[0].height / 2.0;
        Some(usize::from(!boxes.is_empty()) + boxes.windows(2).filter(|pair| is_below(pair)).count())
    }

    /// How far apart the lines of its own texts are at least, in CSS pixels; `None` without a layout or a second line.
    pub fn line_distance(self) -> Option<f32> {
        let of_text = |id| {
            let boxes = self.page().text_boxes(id);
            let steps = boxes.windows(2).map(|pair| pair[1].y - pair[0].y);
            steps.filter(|step| *step > 1.0).reduce(f32::min)
        };
        self.own_texts().filter_map(|(id, _)| of_text(id)).reduce(f32::min)
    }

    /// The visible text in it and in what stands in it, white space collapsed: what is not rendered, not visible,
    /// transparent or cut away is left out (ACT Rules glossary, visible inner text,
    /// <https://act-rules.github.io/glossary/#visible-inner-text>). What CSS generates is not part of it.
    pub fn visible_inner_text(self) -> String {
        let mut text = String::new();
        for seen in self.seen_texts() {
            text.push_str(if seen.gap == Gap::Box { " " } else { "" });
            text.push_str(seen.text);
        }
        super::name::collapse(&text)
    }

    /// The texts in it, and in what stands in it, that eyes see, in the order of the flat tree.
    pub fn seen_texts(self) -> Vec<Seen<'p>> {
        let page = self.page();
        let mut found = Vec::new();
        let mut gap = Gap::Line;
        // Nodes to read with the element they stand in; `None` is where a box ends.
        let mut open: Vec<Option<(Element<'p>, NodeId)>> = vec![Some((self, self.id()))];
        while let Some(next) = open.pop() {
            let Some((around, id)) = next else {
                gap = Gap::Box;
                continue;
            };
            let Some(element) = page.element(id) else {
                if let Some(text) = page.text_of(id)
                    && around.shows(id)
                {
                    found.push(Seen { element: around, text, gap });
                    gap = Gap::Line;
                }
                continue;
            };
            if !element.is_rendered() {
                continue;
            }
            if !element.is_in_line() {
                gap = Gap::Box;
                open.push(None);
            }
            let at = open.len();
            open.extend(element.flat_children().map(|child| Some((element, child))));
            open[at..].reverse();
        }
        found
    }

    /// Whether it is part of the line it stands in, so that no space is seen or heard around it.
    pub(super) fn is_in_line(self) -> bool {
        /// Where styles do not say: what browsers put in lines.
        const IN_LINES: &[&str] = &[
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
            "ins", "kbd", "label", "mark", "picture", "q", "s", "samp", "slot", "small", "span", "strong", "sub",
            "sup", "time", "tt", "u", "var", "wbr",
        ];
        if self.is("br") {
            return false;
        }
        match self.style().get(Property::Display) {
            Some(display) => display == Value::word("inline") || display == Value::word("contents"),
            None => self.namespace() == Namespace::Html && IN_LINES.binary_search(&self.name()).is_ok(),
        }
    }
}
