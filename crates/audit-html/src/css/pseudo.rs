//! Pseudo-classes and pseudo-elements that browsers know.

use cssparser::{Parser, ToCss};
use selectors::parser::NonTSPseudoClass;
use std::fmt;

/// A pseudo-class that does not come from the tree's structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PseudoClass {
    /// `:link` and `:any-link`.
    Link,
    /// A state that a page at rest, never visited before, does not have: `:hover`, `:focus`, `:visited` …
    Never,
    Checked,
    Disabled,
    Enabled,
    Required,
    Optional,
    ReadOnly,
    ReadWrite,
    PlaceholderShown,
    Open,
    /// Custom elements are defined by scripts, which cannot be known.
    Defined,
    /// A state of a form control's value: `:valid`, `:in-range`, `:default` …
    OfControl,
    /// `:lang(…)`, with its ranges.
    Lang(Box<[Box<str>]>),
    /// `:dir(…)`.
    Dir(Box<str>),
    /// Something browsers know and markup does not decide.
    Undecided,
}

impl PseudoClass {
    /// The one of this name, if browsers know it.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "link" | "any-link" | "-webkit-any-link" => Self::Link,
            "hover"
            | "active"
            | "focus"
            | "focus-visible"
            | "focus-within"
            | "visited"
            | "target"
            | "target-within"
            | "fullscreen"
            | "-webkit-full-screen"
            | "modal"
            | "popover-open"
            | "picture-in-picture"
            | "autofill"
            | "-webkit-autofill"
            | "user-valid"
            | "user-invalid"
            | "current"
            | "past"
            | "future"
            | "playing"
            | "seeking"
            | "stalled"
            | "buffering"
            | "active-view-transition"
            | "-webkit-drag"
            | "window-inactive"
            | "xr-overlay" => Self::Never,
            "checked" => Self::Checked,
            "disabled" => Self::Disabled,
            "enabled" => Self::Enabled,
            "required" => Self::Required,
            "optional" => Self::Optional,
            "read-only" => Self::ReadOnly,
            "read-write" => Self::ReadWrite,
            "placeholder-shown" => Self::PlaceholderShown,
            "open" => Self::Open,
            "defined" => Self::Defined,
            "valid" | "invalid" | "in-range" | "out-of-range" | "default" | "indeterminate" => Self::OfControl,
            "paused" | "muted" | "volume-locked" | "has-slotted" | "horizontal" | "vertical" | "decrement"
            | "increment" | "start" | "end" | "double-button" | "single-button" | "no-button" | "corner-present"
            | "local-link" | "blank" => Self::Undecided,
            _ => return None,
        })
    }

    /// The one of this name with arguments, if browsers know it.
    pub fn of_function(name: &str, arguments: &mut Parser<'_>) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "lang" => {
                let ranges = arguments.parse_comma_separated(|range| {
                    range
                        .expect_ident_or_string()
                        .map(|range| Box::from(&**range))
                        .map_err(Into::<cssparser::ParseError<()>>::into)
                });
                Some(Self::Lang(ranges.ok()?.into()))
            }
            "dir" => arguments.expect_ident().ok().map(|direction| Self::Dir(direction.to_ascii_lowercase().into())),
            "state" | "host-context" | "active-view-transition-type" | "nth-col" | "nth-last-col" => {
                while arguments.next().is_ok() {}
                Some(Self::Undecided)
            }
            _ => None,
        }
    }

    /// Whether markup may leave open whether it matches.
    pub fn may_be_undecided(&self) -> bool {
        matches!(
            self,
            Self::Undecided
                | Self::Defined
                | Self::OfControl
                | Self::Checked
                | Self::Dir(_)
                | Self::Lang(_)
                | Self::Optional
        )
    }
}

impl NonTSPseudoClass for PseudoClass {
    fn is_active_or_hover(&self) -> bool {
        false
    }

    fn is_user_action_state(&self) -> bool {
        *self == Self::Never
    }
}

impl ToCss for PseudoClass {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        write!(dest, ":{self:?}")
    }
}

/// A pseudo-element, as far as it changes what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PseudoElement {
    Before,
    After,
    /// `::first-line` and `::first-letter`: some of the text looks different.
    FirstText,
    /// A box of its own, which is not looked at.
    Other,
}

impl PseudoElement {
    /// The one of this name, if browsers know it.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Some(match name.as_str() {
            "before" => Self::Before,
            "after" => Self::After,
            "first-line" | "first-letter" => Self::FirstText,
            "marker"
            | "selection"
            | "placeholder"
            | "backdrop"
            | "file-selector-button"
            | "cue"
            | "details-content"
            | "target-text"
            | "spelling-error"
            | "grammar-error"
            | "search-text"
            | "checkmark"
            | "picker-icon"
            | "view-transition"
            | "scroll-marker"
            | "scroll-marker-group"
            | "column" => Self::Other,
            name if name.starts_with("-webkit-") => Self::Other,
            _ => return None,
        })
    }

    /// The one of this name with arguments, if browsers know it.
    pub fn of_function(name: &str) -> Option<Self> {
        let is_known = matches!(
            name.to_ascii_lowercase().as_str(),
            "highlight"
                | "cue"
                | "picker"
                | "scroll-button"
                | "view-transition-group"
                | "view-transition-image-pair"
                | "view-transition-old"
                | "view-transition-new"
        );
        is_known.then_some(Self::Other)
    }
}

impl selectors::parser::PseudoElement for PseudoElement {
    fn accepts_state_pseudo_classes(&self) -> bool {
        *self == Self::Other
    }

    fn valid_after_slotted(&self) -> bool {
        matches!(self, Self::Before | Self::After)
    }

    fn valid_after_before_or_after(&self) -> bool {
        *self == Self::Other
    }

    fn is_before_or_after(&self) -> bool {
        matches!(self, Self::Before | Self::After)
    }
}

impl ToCss for PseudoElement {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        write!(dest, "::{self:?}")
    }
}
