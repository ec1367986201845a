//! The properties that are looked at, and their values.

mod font;
mod font_shorthand;
mod keyword;
mod line;
mod longhand;
mod motion;
mod paint;
mod place;
mod plain;
mod shorthand;
mod shown;

pub(crate) use keyword::blockified;
pub(crate) use longhand::{INHERITED, Longhand, Set};
pub(crate) use sada_audit::Value as Plain;
pub(crate) use shorthand::Shorthand;

use super::value::{Context, Result, color, invalid};
use cssparser::{Parser, Token};
use sada_audit::{Color, Position};
use std::sync::Arc;

/// The value of one longhand, as far as it matters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Wide(Wide),
    Color(Color),
    CurrentColor,
    /// `opacity`, `font-weight`; a size in pixels, infinite where it is not small.
    Number(f32),
    /// Whether the property does what it is watched for: see [`Longhand`].
    Flag(bool),
    FontSize(FontSize),
    /// `bolder` (true) or `lighter`.
    Bolder(bool),
    Display(Display),
    Position(Position),
    Scheme(Scheme),
    /// The names of animations.
    Names(Arc<[Box<str>]>),
    /// A value that is kept as it is.
    Plain(Plain),
    /// What the longhand says itself, and its value as it is, where that is understood.
    Both(Arc<(Value, Option<Plain>)>),
    /// Browsers know it; this crate does not.
    Unknown,
    /// To be read again where it is computed: it depends on variables or on the element.
    Deferred(Arc<Deferred>),
}

/// Values that every property takes (CSS Cascade 5, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wide {
    Initial,
    Inherit,
    Unset,
    Revert,
    RevertLayer,
}

impl Wide {
    /// The name as CSS has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Inherit => "inherit",
            Self::Unset => "unset",
            Self::Revert => "revert",
            Self::RevertLayer => "revert-layer",
        }
    }

    /// The value of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "initial" => Self::Initial,
            "inherit" => Self::Inherit,
            "unset" => Self::Unset,
            "revert" => Self::Revert,
            "revert-layer" => Self::RevertLayer,
            _ => return None,
        })
    }
}

/// A value as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Deferred {
    pub property: Property,
    pub text: Box<str>,
    pub has_variables: bool,
}

/// A property by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Property {
    Longhand(Longhand),
    Shorthand(Shorthand),
}

impl Property {
    /// The property of this name, if it is looked at.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let longhand = Longhand::of_name(&name).map(Self::Longhand);
        longhand.or_else(|| Shorthand::of_name(&name).map(Self::Shorthand))
    }

    /// The longhands it sets.
    pub fn longhands(self) -> Vec<Longhand> {
        match self {
            Self::Longhand(longhand) => vec![longhand],
            Self::Shorthand(shorthand) => shorthand.longhands(),
        }
    }

    /// Reads the value, up to the end of `input`.
    pub fn parse(self, input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
        let values = match self {
            Self::Longhand(longhand) => vec![(longhand, longhand.parse(input, context)?)],
            Self::Shorthand(shorthand) => shorthand.parse(input, context)?,
        };
        input.expect_exhausted()?;
        Ok(values)
    }
}

/// `display`, as far as it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Display {
    None,
    Contents,
    /// Takes no size and cuts nothing.
    Inline,
    Block,
    /// Makes blocks of its children.
    Flex,
}

/// `color-scheme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// As the browser likes: light, unless the page's `meta` says otherwise.
    Normal,
    Light,
    Dark,
    /// Whichever the visitor prefers.
    Both,
}

/// `font-size` before it is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum FontSize {
    Pixels(f32),
    /// Times the parent's.
    Times(f32),
    /// `xx-small` (0) to `xxx-large` (7).
    Keyword(u8),
    Larger,
    Smaller,
}

impl Longhand {
    fn parse(self, input: &mut Parser<'_>, context: &Context) -> Result<Value> {
        input.skip_whitespace();
        let start = input.position();
        let value = match self {
            Self::ColorScheme | Self::Color | Self::TextFill | Self::BackgroundColor | Self::Opacity => {
                paint::parse(self, input, context)
            }
            Self::FontFamily | Self::FontSize | Self::FontWeight | Self::Zoom => font::parse(self, input, context),
            Self::TextStroke
            | Self::TextShadow
            | Self::BackgroundImage
            | Self::BackgroundClip
            | Self::BoxShadow
            | Self::Filter
            | Self::BackdropFilter
            | Self::MixBlendMode
            | Self::Mask => paint::parse_flag(self, input, context),
            Self::Display
            | Self::Visibility
            | Self::ContentVisibility
            | Self::Content
            | Self::Animation
            | Self::Clip
            | Self::ClipPath
            | Self::OverflowX
            | Self::OverflowY => shown::parse(self, input, context),
            _ if self as u8 > Self::Content as u8 => return plain::plain(self, input, context).map(Value::Plain),
            _ => place::parse(self, input, context),
        }?;
        Ok(self.with_plain(value, input.slice_from(start), context))
    }

    /// A value with its text, for longhands of which both are kept.
    fn with_plain(self, value: Value, text: &str, context: &Context) -> Value {
        if !self.is_plain() {
            return value;
        }
        let plain = plain::plain(self, &mut Parser::new(text), context).ok();
        Value::Both(Arc::new((value, plain)))
    }
}

/// Reads a colour as a value.
fn color_value(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    Ok(match color::color(input, context)? {
        color::Paint::Current => Value::CurrentColor,
        color::Paint::Of(paint) => color::to_srgb(paint).map_or(Value::Unknown, Value::Color),
    })
}

/// Reads one of `words`, all in lower case.
fn one_of(input: &mut Parser<'_>, words: &[&str]) -> Result<usize> {
    let word = input.expect_ident()?;
    match words.iter().position(|known| word.eq_ignore_ascii_case(known)) {
        Some(at) => Ok(at),
        None => invalid(),
    }
}

/// Reads whatever is left: what a browser makes of it does not matter.
pub(crate) fn skip(input: &mut Parser<'_>) -> Result<()> {
    while let Ok(token) = input.next() {
        if token.is_parse_error() {
            return invalid();
        }
    }
    Ok(())
}

/// Whether the next token is a function, without reading it.
fn next_function(input: &mut Parser<'_>) -> Option<String> {
    let start = input.state();
    let name = match input.next() {
        Ok(Token::Function(name)) => Some(name.to_ascii_lowercase()),
        _ => None,
    };
    input.reset(&start);
    name
}
