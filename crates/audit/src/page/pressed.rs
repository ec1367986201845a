//! What can come of pressing a key, or of the focus alone.

use super::NodeId;
use serde::{Deserialize, Serialize};

/// What has become of a button that lost the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// It is no longer in the page.
    Removed,
    /// It is no longer shown.
    Hidden,
    /// It is disabled.
    Disabled,
    /// It is there, and a script took the focus from it.
    There,
}

/// What a button opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opened {
    /// A dialog that makes the rest of the page inert, or says so.
    ModalDialog,
    /// Another dialog.
    Dialog,
    /// A menu.
    Menu,
}

impl Opened {
    /// As a sentence names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Opened::ModalDialog | Opened::Dialog => "dialog",
            Opened::Menu => "menu",
        }
    }
}

/// Where the focus is once something has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AfterOpening {
    /// In it.
    Inside,
    /// Elsewhere, and Tab leads into it.
    Next,
    /// Elsewhere, and Tab does not lead into it.
    Elsewhere,
    /// Elsewhere, and nothing in it can take the focus.
    NothingToFocus,
}

/// Where the focus is once something has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AfterClosing {
    /// On what had opened it.
    Opener,
    /// On nothing, and Shift+Tab leads to what had opened it.
    Beside,
    /// On something else.
    Other,
    /// On nothing, and Shift+Tab leads elsewhere.
    Nowhere,
}

/// A change of context that nobody asked for (WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-change-of-context>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The page would have led to another one.
    Leaves,
    /// A form would have been sent.
    SendsForm,
    /// A window would have opened.
    OpensWindow,
    /// The focus went to another element.
    MovesFocus {
        /// Which.
        to: NodeId,
    },
    /// The focus went on to some other element.
    MovesOn,
    /// The focus went to nothing, though the element is still there.
    DropsFocus,
}

/// What shows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trigger {
    /// The pointer on it.
    Pointer,
    /// The focus on it.
    Focus,
}

/// Something that was shown by pointing at an element, or by the focus on it (WCAG 2.2, 1.4.13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own, and those of the criterion")]
pub struct Shown {
    /// How.
    pub by: Trigger,
    /// Whether it lies over words, pictures or controls.
    pub obscures: bool,
    /// Whether there is a button in it.
    pub has_button: bool,
    /// Whether it stays as long as the pointer or the focus does.
    pub is_persistent: bool,
    /// Whether Escape takes it away, or pressing what it belongs to.
    pub is_dismissible: bool,
    /// Whether it stays while the pointer goes onto it.
    pub is_hoverable: bool,
}
