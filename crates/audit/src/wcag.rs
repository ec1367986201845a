//! The success criteria of WCAG 2.2 that rules refer to.

use serde::Serialize;

/// A conformance level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Level {
    /// The least.
    A,
    /// What laws ask for.
    #[serde(rename = "AA")]
    Aa,
    /// The most.
    #[serde(rename = "AAA")]
    Aaa,
}

impl Level {
    /// As WCAG writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::A => "A",
            Level::Aa => "AA",
            Level::Aaa => "AAA",
        }
    }
}

/// A success criterion.
#[derive(Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its number: `1.1.1`.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its level.
    pub level: Level,
}

/// 1.1.1
pub const NON_TEXT_CONTENT: Criterion = Criterion { number: "1.1.1", name: "Non-text Content", level: Level::A };
/// 1.4.3
pub const CONTRAST_MINIMUM: Criterion = Criterion { number: "1.4.3", name: "Contrast (Minimum)", level: Level::Aa };
/// 2.1.2
pub const NO_KEYBOARD_TRAP: Criterion = Criterion { number: "2.1.2", name: "No Keyboard Trap", level: Level::A };
/// 4.1.2
pub const NAME_ROLE_VALUE: Criterion = Criterion { number: "4.1.2", name: "Name, Role, Value", level: Level::A };
