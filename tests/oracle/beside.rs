//! A page as the crate `accname` reads pages: its names are computed by strangers, from the same specification.

use a11y_dom::{Backdrop, ComputedStyle, Document, Node, NodeId, NodeKind, Rect, Rendering};
use accname::{IdIndex, name_rendered};
use sada_audit::{Display, Element, Page, Piece, Property, Visibility};
use std::collections::HashMap;

/// Elements and texts in the order of the document.
pub struct Read<'p>(Vec<Part<'p>>);

struct Part<'p> {
    piece: Piece<'p>,
    parent: Option<usize>,
    children: Vec<usize>,
}

impl<'p> Read<'p> {
    /// Everything below the document element; `None` if there is none.
    pub fn new(page: &'p Page) -> Option<Self> {
        let mut parts: Vec<Part<'p>> = Vec::new();
        let mut places = HashMap::new();
        for piece in page.pieces() {
            let parent = match piece {
                Piece::Element(element) => element.parent(),
                Piece::Text(element, _) => Some(element),
            };
            let parent: Option<usize> = parent.and_then(|parent| places.get(&parent.id()).copied());
            let at = parts.len();
            match (parent, piece) {
                (Some(parent), _) => parts[parent].children.push(at),
                (None, Piece::Element(_)) if at == 0 => {}
                // A second tree: of a shadow root or frame, or a text beside the document element.
                (None, _) => continue,
            }
            if let Piece::Element(element) = piece {
                places.insert(element.id(), at);
            }
            parts.push(Part { piece, parent, children: Vec::new() });
        }
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// Every element and what `accname` calls it.
    pub fn names(&self) -> Vec<(Element<'p>, String)> {
        let ids = IdIndex::build(self.root());
        let at = |index| At { read: self, index };
        let named = |index: usize| match self.0[index].piece {
            Piece::Element(element) => Some((element, name_rendered(self, at(index), &ids).unwrap_or_default())),
            Piece::Text(..) => None,
        };
        (0..self.0.len()).filter_map(named).collect()
    }
}

/// A part by its place.
#[derive(Clone, Copy)]
pub struct At<'r, 'p> {
    read: &'r Read<'p>,
    index: usize,
}

impl PartialEq for At<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl Eq for At<'_, '_> {}

impl<'r, 'p: 'r> At<'r, 'p> {
    fn part(self) -> &'r Part<'p> {
        &self.read.0[self.index]
    }

    fn element(self) -> Option<Element<'p>> {
        match self.part().piece {
            Piece::Element(element) => Some(element),
            Piece::Text(..) => None,
        }
    }
}

impl<'r, 'p: 'r> Node<'r> for At<'r, 'p> {
    fn id(self) -> NodeId {
        NodeId(u32::try_from(self.index).unwrap())
    }

    fn kind(self) -> NodeKind {
        if self.element().is_some() { NodeKind::Element } else { NodeKind::Text }
    }

    fn parent(self) -> Option<Self> {
        self.part().parent.map(|index| Self { index, ..self })
    }

    fn children(self) -> impl Iterator<Item = Self> + 'r {
        self.part().children.iter().map(move |index| Self { index: *index, ..self })
    }

    fn local_name(self) -> &'r str {
        self.element().map_or("", Element::name)
    }

    fn attributes(self) -> impl Iterator<Item = (&'r str, &'r str)> + 'r {
        self.element().into_iter().flat_map(Element::attributes)
    }

    fn text(self) -> &'r str {
        match self.part().piece {
            Piece::Text(_, text) => text,
            Piece::Element(_) => "",
        }
    }
}

impl<'p> Document for Read<'p> {
    type N<'r>
        = At<'r, 'p>
    where
        Self: 'r;

    fn root(&self) -> Self::N<'_> {
        At { read: self, index: 0 }
    }
}

impl Rendering for Read<'_> {
    fn computed_style<'n>(&'n self, node: Self::N<'n>) -> Option<ComputedStyle> {
        let style = node.element()?.style();
        let display = match style.display {
            Display::None => "none".to_owned(),
            Display::Contents => "contents".to_owned(),
            Display::Shown => style.get(Property::Display)?.to_string(),
        };
        let visibility = if style.visibility == Visibility::Hidden { "hidden" } else { "visible" };
        Some(ComputedStyle {
            display: Some(display),
            visibility: Some(visibility.to_owned()),
            ..ComputedStyle::default()
        })
    }

    fn bounds<'n>(&'n self, _: Self::N<'n>) -> Option<Rect> {
        None
    }

    fn sampled_backdrop<'n>(&'n self, _: Self::N<'n>) -> Option<Backdrop> {
        None
    }
}
