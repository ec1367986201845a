//! What can come of pressing a button.

/// What has become of a button that lost the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
