//! Which targets may be small (WCAG 2.2, 2.5.5 and 2.5.8: equivalent, inline, user agent control).

use super::{Element, NodeId, Page, Position};
use hashbrown::{HashMap, HashSet};

/// The targets of a page that may be small.
#[derive(Debug)]
pub struct Exceptions {
    elements: HashSet<NodeId>,
}

impl Exceptions {
    /// Whether this target is one.
    pub fn has(&self, target: Element<'_>) -> bool {
        self.elements.contains(&target.id())
    }
}

impl Page {
    /// The targets that may be less than `side` CSS pixels wide or high: another link leads to the same place and is
    /// large enough, they stand in a line of text, or their size is the browser's own.
    pub fn target_exceptions(&self, side: f32) -> Exceptions {
        let targets = self.targets();
        let owners: HashSet<NodeId> = targets.iter().map(|target| target.element).collect();
        let address = |id: NodeId| self.element(id).and_then(|element| element.attribute("href"));
        let large = targets.iter().filter(|target| target.fits(side));
        let reached: HashSet<&str> = large.filter_map(|target| address(target.element)).collect();
        // By block: whether a text stands in it that is no part of a target.
        let mut blocks: HashMap<NodeId, bool> = HashMap::new();
        let small =
            targets.iter().filter(|target| !target.fits(side)).filter_map(|target| self.element(target.element));
        let mut elements = HashSet::new();
        for element in small {
            let has_other = || element.attribute("href").is_some_and(|address| reached.contains(address));
            let mut is_in_text = || {
                let block = element.flat_lineage().skip(1).find(|around| !around.is_in_line());
                let block = block.filter(|_| element.is_in_line());
                block.is_some_and(|block| *blocks.entry(block.id()).or_insert_with(|| block.has_line_text(&owners)))
            };
            if element.has_browsers_size() || has_other() || is_in_text() {
                elements.insert(element.id());
            }
        }
        Exceptions { elements }
    }
}

impl Element<'_> {
    /// Whether the pointer may hit it outside of all boxes the source knows: through what CSS generates, which may be put
    /// anywhere in the nearest positioned box.
    pub fn may_reach_farther(self) -> bool {
        let is_positioned = |element: Element<'_>| element.style().position != Position::Static;
        !self.page().knows_generated_reach() && self.flat_lineage().any(is_positioned)
    }

    /// Whether a text that can be seen stands in its lines and in none of the targets.
    fn has_line_text(self, targets: &HashSet<NodeId>) -> bool {
        let mut open = vec![self];
        while let Some(element) = open.pop() {
            if element.own_texts().any(|(id, text)| !text.trim().is_empty() && element.shows(id)) {
                return true;
            }
            open.extend(element.children().filter(|child| child.is_in_line() && !targets.contains(&child.id())));
        }
        false
    }

    /// Whether its size is what browsers give it: that of Chromium's and Firefox's own sheets at the size of letters
    /// they choose.
    fn has_browsers_size(self) -> bool {
        let (Some(rect), font) = (self.rect(), self.style().font_size) else { return false };
        let is_near = |value: f32, size: f32| (value - size).abs() <= 0.7;
        let kind = self.attribute("type").unwrap_or_default().to_ascii_lowercase();
        match (self.name(), kind.as_str()) {
            ("input", "checkbox" | "radio") => is_near(rect.width, 13.0) && is_near(rect.height, 13.0),
            ("input", "range") => is_near(rect.height, 16.0),
            ("input", "image") => false,
            ("button" | "input" | "select", _) => is_near(font, 13.333) && (18.0..=29.0).contains(&rect.height),
            ("summary", _) => is_near(font, 16.0) && (17.0..=21.0).contains(&rect.height),
            _ => false,
        }
    }
}
