//! Pages written down and read back.

use super::node::{ElementNode, Kind, Place};
use super::{Change, NodeId, Observation, Page, Span};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// All attributes together, and all bytes of all texts, however often nodes share them. Sources give far less.
const MOST: usize = 1 << 28;

impl Serialize for Page {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, to)
    }
}

impl<'d> Deserialize<'d> for Page {
    fn deserialize<D: Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        let mut page = Self::deserialize(from)?;
        page.link().and_then(|()| page.check()).map_err(D::Error::custom)?;
        Ok(page)
    }
}

impl Page {
    /// Finds the links between nodes again, which follow from parents and order.
    fn link(&mut self) -> Result<(), String> {
        for at in 0..self.nodes.len() {
            let id = NodeId::from_index(at);
            let parent = self.nodes[at].parent;
            let is_in_order = match parent {
                Some(parent) => parent < id,
                None => at == 0 && matches!(self.nodes[at].kind, Kind::Document),
            };
            if !is_in_order {
                return Err(format!("node {at} stands in no node before it"));
            }
            if let Kind::Element(element) = &self.nodes[at].kind {
                let signs = self.strings.signs_in(element.attributes);
                self.element_node(id).signs = signs;
            }
            let Some(parent) = parent else { continue };
            match (&self.nodes[parent.index()].kind, &self.nodes[at].kind) {
                (Kind::Element(ElementNode { root: None, .. }), Kind::Document | Kind::ShadowRoot) => {
                    self.element_node(parent).root = Some(id);
                }
                (Kind::Document | Kind::ShadowRoot | Kind::Element(_), Kind::Element(_) | Kind::Text(_)) => {
                    self.append(parent, id);
                }
                _ => return Err(format!("node {at} may not stand in node {}", parent.index())),
            }
        }
        if self.nodes.is_empty() { Err("there is no document".to_owned()) } else { Ok(()) }
    }

    /// Whether everything that is pointed at is there.
    fn check(&self) -> Result<(), String> {
        let (mut attributes, mut letters) = (0_usize, 0_usize);
        for (at, node) in self.nodes.iter().enumerate() {
            match &node.kind {
                Kind::Element(element) => {
                    attributes = attributes.saturating_add(self.strings.attributes_in(element.attributes).len());
                }
                Kind::Text(text) => letters = letters.saturating_add(text.text.len()),
                Kind::Document | Kind::ShadowRoot => {}
            }
            if attributes > MOST || letters > MOST {
                return Err(format!("the nodes up to {at} say the same again and again: that is too much"));
            }
            let is_whole = match &node.kind {
                Kind::Element(element) => self.is_whole(element),
                Kind::Text(text) => {
                    self.strings.has_text(text.text) && is_within(text.lines, self.lines_of_texts.len())
                }
                Kind::Document | Kind::ShadowRoot => true,
            };
            if !is_whole {
                return Err(format!("node {at} points at what is not there"));
            }
        }
        let observed = self.observed.values().flatten().filter_map(Observation::other_node);
        let keyboard = self
            .keyboard
            .iter()
            .flat_map(|keyboard| keyboard.stops.iter().map(|stop| stop.element).chain(keyboard.order.iter().copied()));
        match observed.chain(keyboard).find(|id| id.index() >= self.nodes.len()) {
            Some(id) => Err(format!("something was seen of node {}, which is not there", id.index())),
            None => Ok(()),
        }
    }

    fn is_whole(&self, element: &ElementNode) -> bool {
        let has_style = element.style.is_none_or(|style| style.index() < self.styles.len());
        let is_in_source = |span: Span| match self.source() {
            Some(source) => source.get(span.start..span.end).is_some(),
            None => span.start <= span.end,
        };
        has_style
            && is_within(element.painted, self.painted.len())
            && self.strings.has_name(element.name)
            && self.strings.has_attributes(element.attributes)
            && element.source_span().is_none_or(is_in_source)
    }
}

fn is_within(place: Option<Place>, length: usize) -> bool {
    place.is_none_or(|place| place.index() < length)
}

impl Observation {
    /// The node it speaks of beside the one it was made at.
    fn other_node(&self) -> Option<NodeId> {
        match self {
            Self::FocusCovered { by: node }
            | Self::CutOffAtZoom { by: node }
            | Self::CutOffBySpacing { by: node }
            | Self::SkipsNothing { next: node }
            | Self::OnFocus(Change::MovesFocus { to: node })
            | Self::OnInput(Change::MovesFocus { to: node }) => Some(*node),
            _ => None,
        }
    }
}
