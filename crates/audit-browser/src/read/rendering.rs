//! How the nodes of a snapshot look: boxes, lines, styles.

use super::snapshot::{Document, Snapshot};
use super::style::Values;
use sada_audit::{Display, Generated, PageBuilder, Rect, Style, StyleId, Unknown, Visibility};
use std::collections::HashMap;

/// The looks of one document of a snapshot.
pub struct Rendering<'s> {
    snapshot: &'s Snapshot,
    document: &'s Document,
    /// The first box of a node.
    boxes: HashMap<usize, usize>,
    /// Nodes in which something has a box.
    holds_boxes: Vec<bool>,
    /// The lines of a text's box.
    lines: HashMap<usize, Vec<Rect>>,
}

impl<'s> Rendering<'s> {
    pub fn new(snapshot: &'s Snapshot, document: &'s Document) -> Self {
        let mut boxes = HashMap::new();
        for (at, node) in document.layout.node_index.iter().enumerate() {
            boxes.entry(*node).or_insert(at);
        }
        let mut holds_boxes = vec![false; document.nodes.parent_index.len()];
        for node in boxes.keys() {
            let mut at = parent(document, *node);
            while let Some(up) = at.filter(|up| !holds_boxes[*up]) {
                holds_boxes[up] = true;
                at = parent(document, up);
            }
        }
        let mut lines: HashMap<usize, Vec<Rect>> = HashMap::new();
        for (of, bounds) in document.text_boxes.layout_index.iter().zip(&document.text_boxes.bounds) {
            lines.entry(*of).or_default().push(rect(*bounds));
        }
        Self { snapshot, document, boxes, holds_boxes, lines }
    }

    /// The border box of an element, from the document's corner, and when it is painted.
    pub fn element_box(&self, node: usize) -> Option<(Rect, Option<u32>)> {
        let at = *self.boxes.get(&node)?;
        Some((rect(*self.document.layout.bounds.get(at)?), self.document.layout.paint_orders.get(at).copied()))
    }

    /// The lines of a text, from the document's corner, and when it is painted.
    pub fn text_lines(&self, node: usize) -> Option<(&[Rect], Option<u32>)> {
        let at = self.boxes.get(&node)?;
        Some((self.lines.get(at)?, self.document.layout.paint_orders.get(*at).copied()))
    }

    /// The boxes of `::before` and `::after` that paint something, from the document's corner, and when they are painted.
    pub fn generated_boxes(&self) -> impl Iterator<Item = (Rect, u32)> {
        self.boxes.iter().filter_map(|(node, at)| {
            self.document.nodes.pseudo_type.of(*node)?;
            let style = self.with_values(*at, |values| values.style(false));
            let paints = style.background_color.alpha > 0.0 || style.has_background_image;
            let is_seen = paints && style.opacity > 0.0 && style.visibility == Visibility::Visible;
            let order = self.document.layout.paint_orders.get(*at).copied().unwrap_or_default();
            is_seen.then(|| Some((rect(*self.document.layout.bounds.get(*at)?), order)))?
        })
    }

    /// What `::before` and `::after` of elements say, by element.
    pub fn generated_texts(&self) -> HashMap<usize, Generated> {
        let mut texts: HashMap<usize, Generated> = HashMap::new();
        let pseudo = &self.document.nodes.pseudo_type;
        for (node, kind) in pseudo.index.iter().zip(&pseudo.value) {
            let (Some(at), Some(element)) = (self.boxes.get(node), parent(self.document, *node)) else { continue };
            let said = self.with_values(*at, |values| {
                let is_visible = values.visibility() == Visibility::Visible;
                values.content().filter(|_| is_visible)
            });
            let Some(said) = said else { continue };
            let kind = i32::try_from(*kind).map_or("", |place| self.snapshot.string(place));
            let generated = texts.entry(element).or_default();
            match kind {
                "before" => generated.before = Some(said.text.into()),
                "after" => generated.after = Some(said.text.into()),
                _ => continue,
            }
            generated.is_uncertain |= said.is_uncertain;
        }
        texts
    }

    /// Where the content of a frame begins, from the document's corner.
    pub fn frame_corner(&self, node: usize) -> (f32, f32) {
        let Some(at) = self.boxes.get(&node) else { return (0.0, 0.0) };
        let [x, y, ..] = self.document.layout.bounds.get(*at).copied().unwrap_or_default();
        let border = self.document.layout.client_rects.get(*at).map_or(&[][..], Vec::as_slice);
        let side = |at: usize| border.get(at).copied().unwrap_or_default();
        let padding = |property| self.with_values(*at, |values| values.pixels(property));
        (x + side(0) + padding("padding-left"), y + side(1) + padding("padding-top"))
    }

    fn with_values<T>(&self, at: usize, read: impl FnOnce(Values<'_>) -> T) -> T {
        let places = self.document.layout.styles.get(at).map_or(&[][..], Vec::as_slice);
        let values: Vec<&str> = places.iter().map(|place| self.snapshot.string(*place)).collect();
        read(Values { values: &values })
    }

    /// What is known of an element without a box.
    fn boxless(&self, node: usize, name: &str) -> Boxless {
        let text = self.children_texts(node);
        if self.holds_boxes.get(node).copied().unwrap_or_default() {
            return Boxless::Contents(text);
        }
        let mut around = std::iter::successors(parent(self.document, node), |up| parent(self.document, *up));
        let name_of = |at: usize| self.snapshot.string(self.document.nodes.node_name[at]);
        let is_kept = match name {
            // The choices of a closed list, the parts of an image, the words in a canvas and those of an SVG are there
            // for assistive technologies.
            "option" | "optgroup" => {
                around.any(|up| matches!(name_of(up), "SELECT" | "DATALIST") && self.boxes.contains_key(&up))
            }
            "area" => around.any(|up| name_of(up) == "MAP"),
            "title" | "desc" | "metadata" => {
                around.next().is_some_and(|up| name_of(up) != "HEAD" && self.boxes.contains_key(&up))
            }
            _ => around.any(|up| name_of(up) == "CANVAS" && self.boxes.contains_key(&up)),
        };
        if is_kept { Boxless::Kept } else { Boxless::Hidden }
    }

    /// The box of a text right in this element: its style is the element's.
    fn children_texts(&self, node: usize) -> Option<usize> {
        let behind = self.document.nodes.parent_index.iter().enumerate().skip(node + 1);
        let mut children = behind.take(64).filter(|(_, parent)| usize::try_from(**parent) == Ok(node));
        children.find_map(|(at, _)| {
            (self.document.nodes.node_type[at] == super::snapshot::TEXT).then(|| self.boxes.get(&at).copied())?
        })
    }
}

/// An element without a box.
enum Boxless {
    /// `display: contents`; perhaps with the box of a text that has its style.
    Contents(Option<usize>),
    /// Not rendered, and still there for assistive technologies.
    Kept,
    /// Not there for anybody.
    Hidden,
}

/// Gives every style of a page one id.
#[derive(Default)]
pub struct Styles {
    known: HashMap<(Vec<i32>, bool), StyleId>,
    hidden: Option<StyleId>,
    kept: Option<StyleId>,
    contents: Option<StyleId>,
}

impl Styles {
    /// The style of an element that the snapshot has.
    pub fn of(&mut self, rendering: &Rendering<'_>, node: usize, name: &str, builder: &mut PageBuilder) -> StyleId {
        if let Some(&at) = rendering.boxes.get(&node) {
            let is_tiny = rendering
                .document
                .layout
                .bounds
                .get(at)
                .is_some_and(|[_, _, width, height]| *width <= 1.0 || *height <= 1.0);
            return self.of_box(rendering, at, is_tiny, builder);
        }
        match rendering.boxless(node, name) {
            Boxless::Contents(Some(text)) => self.of_box(rendering, text, false, builder),
            Boxless::Contents(None) => {
                *self.contents.get_or_insert_with(|| builder.style(unpainted(Display::Contents)))
            }
            Boxless::Kept => *self.kept.get_or_insert_with(|| builder.style(unpainted(Display::Shown))),
            Boxless::Hidden => self.hidden(builder),
        }
    }

    /// The style of an element that is not rendered.
    pub fn hidden(&mut self, builder: &mut PageBuilder) -> StyleId {
        *self.hidden.get_or_insert_with(|| builder.style(unpainted(Display::None)))
    }

    fn of_box(&mut self, rendering: &Rendering<'_>, at: usize, is_tiny: bool, builder: &mut PageBuilder) -> StyleId {
        let places = rendering.document.layout.styles.get(at).cloned().unwrap_or_default();
        *self
            .known
            .entry((places, is_tiny))
            .or_insert_with(|| builder.style(rendering.with_values(at, |values| values.style(is_tiny))))
    }
}

/// The style of an element without a box: of what is painted nothing is known.
fn unpainted(display: Display) -> Style {
    Style { display, unknown: Unknown::COLOR.and(Unknown::FONT), ..Style::INITIAL }
}

fn parent(document: &Document, node: usize) -> Option<usize> {
    document.nodes.parent_index.get(node).and_then(|parent| usize::try_from(*parent).ok())
}

fn rect([x, y, width, height]: [f32; 4]) -> Rect {
    Rect { x, y, width, height }
}
