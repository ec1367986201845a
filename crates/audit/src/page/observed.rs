//! What was seen happening on a page while it was tried in a browser.

use super::{Element, NodeId, Page};
use crate::rule::Need;

/// Something that an element was seen to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observation {
    /// While a key has put the focus on it, at least one pixel of the window is another.
    FocusSeen,
    /// While a key has put the focus on it, every pixel of the window is as without.
    FocusUnseen,
    /// While it has the focus, this lies over all of it that is in the window.
    FocusCovered {
        /// What lies over it.
        by: NodeId,
    },
    /// Of a document's root: typing this character changes the page, though nothing has the focus.
    Shortcut(char),
    /// A text of its own became another one, though nobody did anything.
    TextChanged {
        /// How often.
        times: u32,
        /// Within how many seconds.
        seconds: u32,
    },
    /// At twice the size of everything, a text of its own is cut off by this.
    CutOffAtZoom {
        /// What hides the rest.
        by: NodeId,
    },
    /// With more space between lines, words and letters, a text of its own is cut off by this.
    CutOffBySpacing {
        /// What hides the rest.
        by: NodeId,
    },
    /// In a window 320 CSS pixels wide, it reaches so many pixels beyond, so that lines are read by scrolling two ways.
    SticksOut {
        /// CSS pixels beyond the window.
        pixels: u32,
    },
    /// Of a document's root: moving the device changes the page.
    AnswersMotion,
    /// Of a document's root: nothing else that can be done on the page does so, and nothing stops it.
    AnswersMotionOnly,
    /// Of a document's root: pressing each control hides nothing from everybody.
    FoldsNothing,
    /// It plays, and no control is to be seen anywhere, not even while a pointer is over it.
    PlaysWithoutControls,
}

impl Page {
    /// Whether the page was tried in this way.
    pub fn was_tried(&self, need: Need) -> bool {
        self.tried.contains(&need)
    }
}

impl<'p> Element<'p> {
    /// What it was seen to do.
    pub fn observations(self) -> &'p [Observation] {
        self.page().observed.get(&self.id()).map_or(&[], Vec::as_slice)
    }
}
