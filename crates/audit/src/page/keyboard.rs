//! What pressing real keys has shown.

use super::NodeId;
use serde::{Deserialize, Serialize};

/// The walk through a page with the keyboard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyboard {
    /// Every element that took the focus, in the order they were found.
    pub stops: Vec<FocusStop>,
    /// What Tab led to from the start of the page, in that order, as far as the walk went.
    pub order: Vec<NodeId>,
}

/// One element that took the focus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FocusStop {
    /// The element.
    pub element: NodeId,
    /// How the focus gets from there to the browser's own controls.
    pub exit: Exit,
}

/// How the focus leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exit {
    /// By Tab or Shift+Tab, as everywhere.
    Standard,
    /// By other keys only.
    Other {
        /// The keys that did it, such as `Escape, Tab`.
        keys: String,
        /// Whether the page says so in words a visitor can find.
        is_advised: bool,
    },
    /// By none of the keys tried: a trap.
    None {
        /// The keys that were tried, in words.
        tried: String,
    },
}
