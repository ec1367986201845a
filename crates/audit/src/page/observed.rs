//! What was seen happening on a page while it was tried in a browser.

use super::{AfterClosing, AfterOpening, Change, Element, Fate, NodeId, Opened, Page, Shown, Turned};
use crate::rule::Need;
use serde::{Deserialize, Serialize};

/// Something that an element was seen to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What stands in it moved aside, came or went, though nobody did anything.
    Moves {
        /// At how many moments, a second apart.
        times: u32,
        /// How many seconds lie between the first and the last of them.
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
    /// In a window 320 CSS pixels wide, it reaches so many pixels beyond, so that it is read by scrolling two ways.
    SticksOut {
        /// CSS pixels beyond the window.
        pixels: u32,
        /// Whether one of its lines is wider than the window, so that each is read by scrolling to and fro.
        is_line: bool,
    },
    /// In a window of 320 × 256 CSS pixels, it and other bars that stay in place take so much of the height.
    BarsTake {
        /// Hundredths.
        percent: u8,
    },
    /// Of a document's root: when a phone is held this way, only so much of its text is shown.
    ShownWhenTurned {
        /// Hundredths of the letters that are shown when it is held the other way.
        percent: u32,
        /// The way in which less is shown.
        least_in: Turned,
    },
    /// Enter on this link, and Tab after it, lead to something that it should have skipped.
    SkipsNothing {
        /// What has the focus then.
        next: NodeId,
    },
    /// Of a document's root: moving the device changes the page.
    AnswersMotion,
    /// Of a document's root: nothing else that can be done on the page does so, and nothing stops it.
    AnswersMotionOnly,
    /// Of a document's root: pressing each control hides nothing from everybody.
    FoldsNothing,
    /// It plays, and no control is to be seen anywhere, not even while a pointer is over it.
    PlaysWithoutControls,
    /// A script of its own listens to clicks on it.
    ListensToClicks {
        /// Whether anything on the page listens to keys.
        page_hears_keys: bool,
    },
    /// Pressing it shows or hides something, or gives it another look; and what it says of that.
    StateSaid(Said),
    /// It flashes more than three times in a second.
    Flashes {
        /// How often.
        times: u32,
        /// Hundredths of ten degrees of the field of vision.
        percent: u32,
        /// Whether a saturated red comes and goes.
        is_red: bool,
    },
    /// The picture of this image consists of the words of its alternative, and of nothing else.
    ShowsItsWords,
    /// Letters aside, no two pixels of this control, of what is drawn around it and of what lies right beside it differ more.
    ControlContrast {
        /// Hundredths of a contrast ratio.
        hundredths: u32,
        /// Whether words in it say what it is for.
        has_words: bool,
    },
    /// No two pixels of any icon in this control differ more.
    IconContrast {
        /// Hundredths of a contrast ratio.
        hundredths: u32,
    },
    /// Letters aside, no two pixels of this link and of what lies right beside it differ more.
    SignContrast {
        /// Hundredths of a contrast ratio.
        hundredths: u32,
        /// The same of what lies beside it alone.
        beside: u32,
    },
    /// Of all pixels that a key's focus changes, none differs more from what it was, or from what lies right beside it.
    FocusContrast {
        /// Hundredths of a contrast ratio.
        hundredths: u32,
    },
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

/// What a widget says of its state when that is seen to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// The change, by an attribute or by its name.
    Yes,
    /// This attribute stays as it was.
    Unchanged(String),
    /// It has no such attribute: it shows something and hides it again.
    Nothing,
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

    /// Where arrow keys were pressed in it: whether one of them moved something, and whether Tab leads to each of its parts.
    pub fn arrows_pressed(self) -> Option<(bool, bool)> {
        self.observations().iter().find_map(|seen| match seen {
            Observation::Arrows { move_something, tab_reaches_all } => Some((*move_something, *tab_reaches_all)),
            _ => None,
        })
    }
}
