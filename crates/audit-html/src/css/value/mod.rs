//! Values and what they depend on.

mod arithmetic;
pub(crate) mod color;
mod color_function;
mod color_mix;
pub(crate) mod math;
mod system;

use crate::Visitor;
use cssparser::ParseError;
use sada_audit::Color;
use std::cell::Cell;

/// Why a value could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Browsers drop the declaration.
    Invalid,
    /// Browsers know what it is, or may; this crate does not.
    Unknown,
}

pub(crate) type Result<T> = std::result::Result<T, ParseError<Trouble>>;

/// The error for what browsers drop.
pub(crate) fn invalid<T>() -> Result<T> {
    Err(ParseError::custom(Trouble::Invalid))
}

/// The error for what cannot be told.
pub(crate) fn unknown<T>() -> Result<T> {
    Err(ParseError::custom(Trouble::Unknown))
}

/// Which of the two an error is.
pub(crate) fn trouble(error: &ParseError<Trouble>) -> Trouble {
    match error.kind {
        cssparser::ParseErrorKind::Custom(trouble) => trouble,
        cssparser::ParseErrorKind::Basic(_) => Trouble::Invalid,
    }
}

/// What a value may depend on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Needs(u8);

impl Needs {
    pub const NOTHING: Needs = Needs(0);
    /// The font size of the element (of its parent, for `font-size` itself).
    pub const EM: Needs = Needs(1);
    /// The font size of the root.
    pub const REM: Needs = Needs(1 << 1);
    /// The size of the window.
    pub const WINDOW: Needs = Needs(1 << 2);
    /// `currentcolor`.
    pub const COLOR: Needs = Needs(1 << 3);
    /// Whether the element is dark or light.
    pub const SCHEME: Needs = Needs(1 << 4);

    pub fn has(self, other: Needs) -> bool {
        self.0 & other.0 != 0
    }
}

/// What values are computed against.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub visitor: Visitor,
    pub em: f32,
    pub rem: f32,
    pub color: Color,
    pub is_dark: bool,
    used: Cell<Needs>,
}

impl Context {
    pub fn new(visitor: Visitor, em: f32, rem: f32, color: Color, is_dark: bool) -> Self {
        Self { visitor, em, rem, color, is_dark, used: Cell::default() }
    }

    /// For reading a style sheet, which is not read for any page. What depends on the page is read again there.
    pub fn of_no_page() -> Self {
        Self::new(Visitor::default(), 16.0, 16.0, Color::BLACK, false)
    }

    /// Remembers that a value depends on `need`.
    pub fn note(&self, need: Needs) {
        self.used.set(Needs(self.used.get().0 | need.0));
    }

    /// What values read since the last call depend on.
    pub fn take_used(&self) -> Needs {
        self.used.replace(Needs::NOTHING)
    }
}
