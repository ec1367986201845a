//! What was seen happening on a page while it was tried in a browser.

use super::{AfterClosing, AfterOpening, Change, Element, Fate, NodeId, Opened, Page, Shown};
use crate::rule::Need;

/// Something that an element was seen to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observation {
    /// While a key has put the focus on it, at least one pixel of the window is another.
    FocusSeen,
    /// While a key has put the focus on it, every pixel of the window is as without.
    FocusUnseen,
    /// In forced colours too, at least one pixel is another while it has the focus.
    FocusSeenInForcedColors,
    /// In forced colours every pixel of the window is as without the focus, though without them it is seen.
    FocusUnseenInForcedColors,
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
    /// Pointing at it, or the focus on it, shows something.
    ShowsContent(Shown),
    /// Getting the focus changes the context.
    OnFocus(Change),
    /// Getting another value changes the context.
    OnInput(Change),
    /// Arrow keys, Home and End were pressed in it.
    Arrows {
        /// Whether one of them moved the focus, the choice or the value.
        move_something: bool,
        /// Whether Tab leads to each of its parts.
        tab_reaches_all: bool,
    },
    /// Pressing it leaves the focus on nothing in the page.
    LosesFocus {
        /// What has become of it.
        fate: Fate,
        /// Whether Tab then begins at the start of the page, and not near where it was.
        starts_over: bool,
    },
    /// Pressing it opens something in the page.
    Opens {
        /// What.
        what: Opened,
        /// Where the focus is then.
        focus: AfterOpening,
    },
    /// What pressing it has opened can be closed by keyboard.
    Closes {
        /// What.
        what: Opened,
        /// Where the focus is then.
        focus: AfterClosing,
        /// Whether Escape closed it, and not a button in it.
        by_escape: bool,
    },
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
