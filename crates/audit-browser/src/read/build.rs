//! Puts outline and looks together.

use super::outline::{Kind, Outline};
use super::rendering::{Rendering, Styles};
use super::snapshot::Snapshot;
use sada_audit::{Engine, Generated, Namespace, NodeId, PageBuilder, Rect};
use sada_devtools::{DevtoolsError, Tab};
use std::collections::HashMap;
use std::time::Duration;

/// A page that was read.
pub struct Reading {
    pub builder: PageBuilder,
    /// The browser's id of an element to ours.
    pub elements: HashMap<i64, NodeId>,
    /// Closed shadow roots by the browser's ids.
    pub closed_roots: Vec<i64>,
    /// What a visitor can read or hear: texts that are rendered and the attributes that name and describe, in order.
    pub words: String,
}

/// Reads the page that is open in a tab.
pub fn read(tab: &Tab, url: &str, limit: Duration) -> Result<Reading, DevtoolsError> {
    let snapshot = Snapshot::take(tab, limit)?;
    let outline = Outline::read(tab, &snapshot, limit)?;
    let renderings: Vec<Rendering<'_>> =
        snapshot.documents.iter().map(|document| Rendering::new(&snapshot, document)).collect();
    let mut writer = Writer {
        outline: &outline,
        generated: renderings.iter().map(Rendering::generated_texts).collect(),
        renderings: &renderings,
        snapshot: &snapshot,
        styles: Styles::default(),
        reading: Reading {
            builder: PageBuilder::new(url, Engine::Browser),
            elements: HashMap::new(),
            closed_roots: outline.closed_roots.clone(),
            words: String::new(),
        },
    };
    writer.write();
    let mut reading = writer.reading;
    match reading.builder.so_far().elements().filter(|element| element.is_unread_frame()).count() {
        0 => {}
        1 => reading.builder.not_checked("the document in a frame: it could not be loaded"),
        frames => reading.builder.not_checked(format!("the documents in {frames} frames: they could not be loaded")),
    }
    Ok(reading)
}

struct Writer<'s> {
    outline: &'s Outline,
    renderings: &'s [Rendering<'s>],
    /// What pseudo-elements say, by document and element.
    generated: Vec<HashMap<usize, Generated>>,
    snapshot: &'s Snapshot,
    styles: Styles,
    reading: Reading,
}

/// A node that waits to be written.
struct Waiting {
    node: usize,
    parent: NodeId,
    namespace: Namespace,
    /// Where the corner of its document lies on the page.
    corner: (f32, f32),
}

/// The attributes that are read out or shown.
const SPOKEN: &[&str] = &["alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title"];

impl Writer<'_> {
    /// Writes the nodes in document order, a shadow root or a frame's document right behind its host. The tree may be
    /// deeper than any stack, so the waiting nodes have a list of their own.
    fn write(&mut self) {
        let corner = self.corner(0, (0.0, 0.0));
        self.write_generated(0, corner);
        let mut waiting = Vec::new();
        put(&mut waiting, &self.outline.top, NodeId::DOCUMENT, Namespace::Html, corner);
        while let Some(next) = waiting.pop() {
            let node = &self.outline.nodes[next.node];
            let (name, attributes) = match &node.kind {
                Kind::Text(text) => {
                    self.write_text(&next, text);
                    continue;
                }
                Kind::Element { name, attributes } => (name, attributes),
            };
            let (namespace, inside) = namespaces(name, next.namespace);
            let name = if namespace == Namespace::Html { name.to_ascii_lowercase() } else { name.clone() };
            let id = self.write_element(&next, namespace, &name, attributes);
            put(&mut waiting, &node.children, id, inside, next.corner);
            if let Some(shadow) = &node.shadow {
                let root = self.reading.builder.shadow_root(id);
                put(&mut waiting, shadow, root, Namespace::Html, next.corner);
            }
            if let Some(frame) = &node.frame {
                let seen = frame.iter().find_map(|node| self.outline.nodes[*node].seen).map(|(document, _)| document);
                if seen.is_some_and(|document| self.snapshot.is_error_page(document)) {
                    continue;
                }
                let document = self.reading.builder.frame_document(id);
                let corner = self.frame_corner(node.seen, frame, next.corner);
                if let Some(seen) = seen {
                    self.write_generated(seen, corner);
                }
                put(&mut waiting, frame, document, Namespace::Html, corner);
            }
        }
    }

    fn write_element(
        &mut self,
        next: &Waiting,
        namespace: Namespace,
        name: &str,
        attributes: &[(Box<str>, Box<str>)],
    ) -> NodeId {
        let builder = &mut self.reading.builder;
        let node = &self.outline.nodes[next.node];
        let id = builder.element(next.parent, namespace, name, attributes.to_vec());
        self.reading.elements.insert(node.backend, id);
        let style = match node.seen {
            Some((document, at)) => self.styles.of(&self.renderings[document], at, name, builder),
            // It stands in a host that has no slot for it.
            None => self.styles.hidden(builder),
        };
        builder.set_style(id, style);
        if let Some((_, css)) = attributes.iter().find(|(name, _)| &**name == "style") {
            builder.set_declared(id, sada_audit_html::declared_in(css));
        }
        if let Some(generated) = node.seen.and_then(|(document, at)| self.generated[document].remove(&at)) {
            builder.set_generated(id, generated);
        }
        if let Some((document, at)) = node.seen
            && let Some((rect, order)) = self.renderings[document].element_box(at)
        {
            builder.set_box(id, moved(rect, next.corner), order);
            for (_, words) in attributes.iter().filter(|(name, _)| SPOKEN.contains(&&**name)) {
                self.say(words);
            }
        }
        id
    }

    fn write_text(&mut self, next: &Waiting, text: &str) {
        let id = self.reading.builder.text(next.parent, text);
        let Some((document, at)) = self.outline.nodes[next.node].seen else { return };
        if let Some((lines, order)) = self.renderings[document].text_lines(at) {
            let lines = lines.iter().map(|line| moved(*line, next.corner)).collect();
            self.reading.builder.set_text_boxes(id, lines, order);
            self.say(text);
        }
    }

    fn write_generated(&mut self, document: usize, corner: (f32, f32)) {
        for (rect, order) in self.renderings[document].generated_boxes() {
            self.reading.builder.generated_box(moved(rect, corner), order);
        }
    }

    fn say(&mut self, words: &str) {
        self.reading.words.push_str(words);
        self.reading.words.push(' ');
    }

    /// Where the corner of a frame's document lies on the page.
    fn frame_corner(&self, host: Option<(usize, usize)>, inside: &[usize], around: (f32, f32)) -> (f32, f32) {
        let Some((document, at)) = host else { return around };
        let (x, y) = self.renderings[document].frame_corner(at);
        let content = inside.iter().find_map(|node| self.outline.nodes[*node].seen).map(|(document, _)| document);
        match content {
            Some(content) => self.corner(content, (around.0 + x, around.1 + y)),
            None => around,
        }
    }

    /// Boxes are measured from the corner of the document, which is scrolled out of its frame. The page itself is
    /// measured from there too, so its own scrolling does not count.
    fn corner(&self, document: usize, (x, y): (f32, f32)) -> (f32, f32) {
        match self.snapshot.documents.get(document) {
            Some(content) if document > 0 => (x - content.scroll_offset_x, y - content.scroll_offset_y),
            _ => (x, y),
        }
    }
}

/// Lets nodes wait, the first on top.
fn put(waiting: &mut Vec<Waiting>, nodes: &[usize], parent: NodeId, namespace: Namespace, corner: (f32, f32)) {
    waiting.extend(nodes.iter().rev().map(|&node| Waiting { node, parent, namespace, corner }));
}

/// The namespace of an element and that of its children. The browser gives the qualified name only: upper case for
/// HTML in HTML documents, as written for everything else.
fn namespaces(name: &str, around: Namespace) -> (Namespace, Namespace) {
    let is_upper = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    match name {
        "svg" => (Namespace::Svg, Namespace::Svg),
        "math" => (Namespace::MathMl, Namespace::MathMl),
        // Where foreign content goes back to HTML (HTML, HTML integration points).
        "foreignObject" | "desc" | "title" if around == Namespace::Svg => (Namespace::Svg, Namespace::Html),
        _ if is_upper => (Namespace::Html, Namespace::Html),
        _ => (around, around),
    }
}

fn moved(rect: Rect, (x, y): (f32, f32)) -> Rect {
    Rect { x: rect.x + x, y: rect.y + y, ..rect }
}

#[cfg(test)]
mod tests {
    use super::{Namespace, namespaces};

    #[test]
    fn names_tell_the_namespace() {
        for (name, around, expected) in [
            ("DIV", Namespace::Html, (Namespace::Html, Namespace::Html)),
            ("svg", Namespace::Html, (Namespace::Svg, Namespace::Svg)),
            ("linearGradient", Namespace::Svg, (Namespace::Svg, Namespace::Svg)),
            ("foreignObject", Namespace::Svg, (Namespace::Svg, Namespace::Html)),
            ("A", Namespace::Svg, (Namespace::Html, Namespace::Html)),
            ("a", Namespace::Svg, (Namespace::Svg, Namespace::Svg)),
            ("mi", Namespace::MathMl, (Namespace::MathMl, Namespace::MathMl)),
            // An XHTML document has the names as they are written.
            ("div", Namespace::Html, (Namespace::Html, Namespace::Html)),
        ] {
            assert_eq!(namespaces(name, around), expected, "{name} in {around:?}");
        }
    }
}
