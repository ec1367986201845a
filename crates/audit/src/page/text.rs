//! The words of an element that eyes see.

use super::node::Kind;
use super::{Display, Element, Engine, NodeId, Rect};

impl Element<'_> {
    /// On how many lines its own texts stand; `None` without a layout.
    pub fn lines_of_text(self) -> Option<usize> {
        let boxes: Vec<Rect> = self.own_texts().flat_map(|(id, _)| self.page().text_boxes(id)).copied().collect();
        if self.page().engine() == Engine::Html {
            return None;
        }
        let is_below = |pair: &[Rect]| pair[1].y >= pair[0].y + pair[0].height / 2.0;
        Some(usize::from(!boxes.is_empty()) + boxes.windows(2).filter(|pair| is_below(pair)).count())
    }

    /// The visible text in it and in what stands in it, white space collapsed: what is not rendered, not visible,
    /// transparent or cut away is left out (ACT Rules glossary, visible inner text,
    /// <https://act-rules.github.io/glossary/#visible-inner-text>). What CSS generates is not part of it.
    pub fn visible_inner_text(self) -> String {
        let mut text = String::new();
        // Nodes to read; `None` is where a block ends.
        let mut open: Vec<Option<NodeId>> = vec![Some(self.id())];
        while let Some(next) = open.pop() {
            let Some(id) = next else {
                text.push(' ');
                continue;
            };
            let Some(element) = self.page().element(id) else {
                if let Kind::Text(own) = &self.page().node(id).kind {
                    text.push_str(&own.text);
                }
                continue;
            };
            if !element.is_rendered() {
                continue;
            }
            if element.style().display == Display::Shown || element.is("br") {
                text.push(' ');
                open.push(None);
            }
            let at = open.len();
            let is_read = |child: &NodeId| self.page().element(*child).is_some() || element.shows(*child);
            open.extend(element.flat_children().filter(is_read).map(Some));
            open[at..].reverse();
        }
        super::name::collapse(&text)
    }
}
