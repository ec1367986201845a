//! Accessible names and descriptions (Accessible Name and Description Computation 1.2, <https://www.w3.org/TR/accname-1.2/>,
//! with HTML-AAM 1.0 and SVG-AAM 1.0 for what elements call a label).

mod content;
mod control;
mod description;
mod native;
mod walk;

use super::{Element, Naming, NodeId, Page};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use walk::Walk;

/// The names of a page, each found when it is first asked for.
#[derive(Debug)]
pub(super) struct Names {
    /// By node.
    known: Vec<OnceCell<Name>>,
    /// Which nodes the computation under way has been at, by node.
    visited: Vec<Cell<bool>>,
    /// What elements contribute to the names of others, where that is the same for all: so that a page of headings in
    /// headings, or of a thousand references to one long text, is read once.
    parts: RefCell<HashMap<(NodeId, Part), Box<str>>>,
}

#[derive(Debug)]
struct Name {
    text: Box<str>,
    is_certain: bool,
}

/// How an element comes to contribute to another one's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    /// It stands in it.
    Content,
    /// It stands in something that `aria-labelledby` or `aria-describedby` points at.
    ContentOfReferenced,
    /// One of these points at it.
    Referenced,
}

impl Names {
    fn new(page: &Page) -> Self {
        let mut names = Self { known: Vec::new(), visited: Vec::new(), parts: RefCell::default() };
        names.known.resize_with(page.nodes.len(), OnceCell::new);
        names.visited.resize_with(page.nodes.len(), Cell::default);
        names
    }
}

impl Page {
    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self))
    }
}

impl<'p> Element<'p> {
    /// What assistive technologies call it; empty if they have nothing to call it by, if it is hidden from them, or if
    /// its role must not be named. White space is collapsed.
    ///
    /// What a browser says of its own accord where nothing is said ("Submit", "Choose file") is not part of it.
    pub fn accessible_name(self) -> &'p str {
        &self.name_of_page().text
    }

    /// Whether its name is all there is: false where CSS may add words that the source could not find out.
    pub fn has_certain_name(self) -> bool {
        self.name_of_page().is_certain
    }

    /// What `aria-describedby`, `aria-description`, its language or a `title` that is not its name say of it; empty if
    /// nothing does, or if it is hidden from assistive technologies.
    pub fn accessible_description(self) -> String {
        description::of(self)
    }

    fn name_of_page(self) -> &'p Name {
        self.page().names().known[self.id().index()].get_or_init(|| {
            if self.base_role().naming() == Naming::Prohibited {
                return Name { text: Box::default(), is_certain: true };
            }
            let mut walk = Walk::new(self.page());
            let text = walk.name(self);
            Name { text: collapse(&text).into(), is_certain: walk.is_certain() }
        })
    }
}

/// White space as it is heard: runs of it are one space, and none at the ends.
pub(super) fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}
