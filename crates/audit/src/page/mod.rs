//! A page as rules see it: an arena of elements and texts, whatever it was read from.

mod backdrop;
mod build;
mod color;
mod context;
mod declared;
mod effort;
mod element;
mod file;
mod flat;
mod focus;
mod hidden;
mod host;
mod index;
mod kept;
mod keyboard;
mod language;
mod lettering;
mod letters;
mod link;
mod media;
mod name;
mod neighbours;
mod node;
mod observed;
mod owned;
mod pixels;
mod pressed;
mod property;
mod refresh;
mod resource;
mod role;
mod roles;
mod script;
mod scroll;
mod selector;
mod state;
mod strings;
mod structure;
mod style;
mod table_headers;
mod table_model;
mod target;
mod target_exception;
mod text;
mod words;

pub use backdrop::Backdrop;
pub use build::PageBuilder;
pub use color::Color;
pub use declared::{Declared, Generated, Origin, Turned};
pub use element::Element;
pub use hidden::Certainty;
pub use host::Permitted;
pub use keyboard::{Exit, FocusStop, Keyboard};
pub(crate) use lettering::Lettering;
pub use letters::{folded, folded_words};
pub use link::Fragment;
pub use media::Media;
pub use neighbours::Neighbours;
pub use node::{Namespace, NodeId, Rect, Span};
pub use observed::{Observation, Said};
pub use pixels::{Contrasts, TextInDoubt};
pub use pressed::{AfterClosing, AfterOpening, Change, Fate, Opened, Shown, Trigger};
pub use property::{Properties, Property, Value};
pub use resource::Resource;
pub use roles::{AriaAttribute, Naming, Role, Scope, ValueType};
pub use strings::{AttributeRange, NameId, Stretch, Strings, ValueId};
pub use structure::Piece;
pub use style::{Display, Position, Style, StyleId, Unknown, Visibility};
pub use table_headers::{HeaderOf, TableHeaders};
pub use table_model::{TableCell, TableModel};
pub use target::Target;
pub use target_exception::Exceptions;
pub use text::{Gap, Seen};

use crate::rule::Need;
use backdrop::PaintList;
use effort::Effort;
use flat::Flat;
use hashbrown::HashMap;
use host::Tables;
use index::Index;
use lettering::Letterings;
use link::Links;
use name::Names;
use node::{Kind, Lines, Node, Painted};
use owned::Ownership;
use serde::{Deserialize, Serialize};
use state::State;
use std::cell::OnceCell;
use std::sync::Arc;
use words::Offer;

/// What a page was read with. It decides what can be known, never what is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Engine {
    /// From markup and style sheets alone: source positions, but no layout.
    Html,
    /// From a browser that has rendered it: boxes and paint order.
    Browser,
}

impl Engine {
    /// The name in reports and flags.
    pub fn as_str(self) -> &'static str {
        match self {
            Engine::Html => "html",
            Engine::Browser => "browser",
        }
    }
}

/// An immutable page. Made by a [`PageBuilder`].
///
/// It can be written with serde and read back, to be judged again without a browser: what was asked of it is found out anew.
/// What is read is checked, so that no page points at what it does not have.
#[derive(Debug, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Page {
    url: String,
    engine: Engine,
    /// In document order; a shadow root or a frame's document stands right behind its host.
    nodes: Vec<Node>,
    /// What they say.
    strings: Strings,
    styles: Vec<Style>,
    painted: Vec<Painted>,
    lines_of_texts: Vec<Lines>,
    source: Option<Arc<str>>,
    keyboard: Option<Keyboard>,
    not_checked: Vec<String>,
    /// In which ways it was tried in a browser, and what was seen.
    tried: Vec<Need>,
    observed: HashMap<NodeId, Vec<Observation>>,
    /// Contrasts of texts, where pictures had to tell.
    contrasts: HashMap<NodeId, Contrasts>,
    /// What addresses gave that were fetched, by address without fragment.
    resources: HashMap<Box<str>, Resource>,
    /// Boxes of `::before` and `::after` that paint, and when.
    generated: Vec<(Rect, u32)>,
    /// Declarations that apply, where a source keeps them.
    declared: HashMap<NodeId, Vec<Declared>>,
    /// What `::before` and `::after` say.
    generated_texts: HashMap<NodeId, Generated>,
    /// What is known of videos and sounds.
    media: HashMap<NodeId, Media>,
    #[serde(skip)]
    offer: OnceCell<Offer>,
    #[serde(skip)]
    targets: OnceCell<Vec<Target>>,
    /// What `::before` and `::after` add to the boxes of their elements; `None` if the source does not know.
    generated_reach: Option<HashMap<NodeId, Rect>>,
    #[serde(skip)]
    element_ids: OnceCell<Box<[NodeId]>>,
    #[serde(skip)]
    paint: OnceCell<PaintList>,
    #[serde(skip)]
    index: OnceCell<Index>,
    #[serde(skip)]
    lettering: OnceCell<Letterings>,
    #[serde(skip)]
    links: OnceCell<Links>,
    #[serde(skip)]
    flat: OnceCell<Flat>,
    #[serde(skip)]
    roots: OnceCell<Vec<NodeId>>,
    #[serde(skip)]
    states: OnceCell<Vec<State>>,
    #[serde(skip)]
    roles: OnceCell<Vec<Role>>,
    #[serde(skip)]
    tables: Tables,
    #[serde(skip)]
    ownership: OnceCell<Ownership>,
    #[serde(skip)]
    effort: Effort,
    #[serde(skip)]
    names: OnceCell<Names>,
    /// Where each line of the source begins.
    #[serde(skip)]
    lines: OnceCell<Vec<usize>>,
    /// Its place among siblings of its kind, and how many they are, by element.
    #[serde(skip)]
    places: OnceCell<Vec<(u32, u32)>>,
}

impl Page {
    /// Address or file path, as the user knows it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What it was read with.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Every element in document order, those in shadow roots and frames included.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.element_ids().iter().map(|id| {
            self.effort.count_next();
            Element { page: self, id: *id }
        })
    }

    /// The places of all elements: every rule goes through them.
    fn element_ids(&self) -> &[NodeId] {
        self.element_ids.get_or_init(|| {
            let is_element = |id: &NodeId| matches!(self.node(*id).kind, Kind::Element(_));
            (0..self.nodes.len()).map(NodeId::from_index).filter(is_element).collect()
        })
    }

    /// The element with this id, if it is one.
    pub fn element(&self, id: NodeId) -> Option<Element<'_>> {
        self.effort.count_step();
        matches!(self.node(id).kind, Kind::Element(_)).then_some(Element { page: self, id })
    }

    /// The markup, where the page was read from markup.
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// The line that a byte of the source is in, counted from 1, and where that line begins.
    pub(crate) fn line_at(&self, byte: usize) -> (usize, usize) {
        let starts = self.lines.get_or_init(|| {
            let newlines = self.source().unwrap_or_default().bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect()
        });
        let line = starts.partition_point(|start| *start <= byte);
        (line, starts[line - 1])
    }

    /// What pressing keys has shown; `None` where no keys were pressed.
    pub fn keyboard(&self) -> Option<&Keyboard> {
        self.keyboard.as_ref()
    }

    /// What could not be looked at, in words.
    pub fn not_checked(&self) -> &[String] {
        &self.not_checked
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }
}
