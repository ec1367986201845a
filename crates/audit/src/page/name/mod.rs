//! Accessible names and descriptions (Accessible Name and Description Computation 1.2, <https://www.w3.org/TR/accname-1.2/>,
//! with HTML-AAM 1.0 and SVG-AAM 1.0 for what elements call a label).

mod content;
mod control;
mod description;
mod native;
mod walk;

use super::{Certainty, Element, Naming, NodeId, Page};
use hashbrown::HashMap;
use std::cell::{Cell, OnceCell, RefCell};
use walk::Walk;

/// The names of a page, each found when it is first asked for.
#[derive(Debug)]
pub(super) struct Names {
    /// By node.
    known: Vec<OnceCell<Box<Name>>>,
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
        let name = &self.name_of_page().text;
        self.page().effort.count_text(name);
        name
    }

    /// Whether its name is all there is: false where CSS may add words that the source could not find out.
    pub fn has_certain_name(self) -> bool {
        self.name_of_page().is_certain
    }

    /// Whether it has a name that can be heard. What nobody hears is no name: signs that fonts of icons have for
    /// themselves, characters that only steer how a text is set. Unknown where there is none so far and CSS or a script
    /// may add one.
    pub fn named(self) -> Certainty {
        match self.accessible_name().chars().any(is_heard) {
            true => Certainty::Yes,
            false if self.has_certain_name() => Certainty::No,
            false => Certainty::Unknown,
        }
    }

    /// What `aria-describedby`, `aria-description`, its language or a `title` that is not its name say of it; empty if
    /// nothing does, or if it is hidden from assistive technologies.
    pub fn accessible_description(self) -> String {
        description::of(self)
    }

    fn name_of_page(self) -> &'p Name {
        self.page().names().known[self.id().index()].get_or_init(|| {
            if self.base_role().naming() == Naming::Prohibited {
                return Box::new(Name { text: Box::default(), is_certain: true });
            }
            let mut walk = Walk::new(self.page());
            let text = walk.name(self);
            if self.is_custom() {
                walk.doubt();
            }
            Box::new(Name { text: collapse(&text).into(), is_certain: walk.is_certain() })
        })
    }
}

/// Whether a character is more than a sign for private use, an invisible one or a control (Unicode 16, 23.5; 23.2 to 23.4).
fn is_heard(character: char) -> bool {
    let is_private = matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    let is_invisible = matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}'
    );
    !is_private && !is_invisible && !character.is_control() && !character.is_whitespace()
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
