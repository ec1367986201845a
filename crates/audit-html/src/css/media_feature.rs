//! The features of media queries, and what a visitor has of them.

use crate::certainty::Certainty;
use crate::{Contrast, Pointer, Visitor};

/// How a feature is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

/// What it is compared with.
#[derive(Debug, Clone)]
pub(super) enum Operand {
    Number(f32),
    Word(Box<str>),
}

impl Comparison {
    /// As seen from the other side.
    pub fn turned(self) -> Self {
        match self {
            Self::Less => Self::More,
            Self::AtMost => Self::AtLeast,
            Self::Equal => Self::Equal,
            Self::AtLeast => Self::AtMost,
            Self::More => Self::Less,
        }
    }

    pub fn holds(self, left: f32, right: f32) -> bool {
        match self {
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::Equal => (left - right).abs() < 0.001,
            Self::AtLeast => left >= right,
            Self::More => left > right,
        }
    }
}

/// What a feature of the visitor is, in numbers.
fn measured(name: &str, visitor: &Visitor) -> Option<f32> {
    Some(match name {
        "width" | "device-width" => visitor.width,
        "height" | "device-height" => visitor.height,
        "aspect-ratio" | "device-aspect-ratio" => visitor.width / visitor.height,
        "resolution" | "-webkit-device-pixel-ratio" | "-webkit-transform-3d" => 1.0,
        "color" => 8.0,
        "color-index" | "monochrome" | "grid" | "horizontal-viewport-segments" => 0.0,
        _ => return None,
    })
}

/// What a feature of the visitor is, in words. An empty word stands for "something else".
fn word(name: &str, visitor: &Visitor) -> Option<&'static str> {
    Some(match name {
        "orientation" if visitor.width > visitor.height => "landscape",
        "orientation" => "portrait",
        "prefers-color-scheme" if visitor.prefers_dark => "dark",
        "prefers-color-scheme" => "light",
        "prefers-reduced-motion" if visitor.prefers_reduced_motion => "reduce",
        "prefers-contrast" if visitor.forces_colors => "custom",
        "prefers-contrast" => match visitor.contrast {
            Contrast::NoPreference => "no-preference",
            Contrast::More => "more",
            Contrast::Less => "less",
        },
        "prefers-reduced-motion" | "prefers-reduced-transparency" | "prefers-reduced-data" => "no-preference",
        "forced-colors" if visitor.forces_colors => "active",
        "forced-colors" | "inverted-colors" => "none",
        "hover" | "any-hover" => match visitor.pointer {
            Pointer::Mouse => "hover",
            Pointer::Finger | Pointer::None => "none",
        },
        "pointer" | "any-pointer" => match visitor.pointer {
            Pointer::Mouse => "fine",
            Pointer::Finger => "coarse",
            Pointer::None => "none",
        },
        "update" if visitor.is_print => "none",
        "update" => "fast",
        "scripting" => "enabled",
        "display-mode" => "browser",
        "scan" => "progressive",
        "overflow-block" | "overflow-inline" => "scroll",
        "dynamic-range" | "video-dynamic-range" => "standard",
        "color-gamut" => "srgb",
        _ => return None,
    })
}

/// Features of other browsers, which Chromium takes for false.
fn is_foreign(name: &str) -> bool {
    name.starts_with("-ms-") || name.starts_with("-moz-") || name.starts_with("-o-")
}

/// Whether a feature that stands alone holds.
pub(super) fn present(name: &str, visitor: &Visitor) -> Certainty {
    if let Some(value) = measured(name, visitor) {
        return (value != 0.0).into();
    }
    match word(name, visitor) {
        Some(word) => (!matches!(word, "none" | "no-preference")).into(),
        None if is_foreign(name) => Certainty::No,
        None => Certainty::Perhaps,
    }
}

/// Whether a comparison holds.
pub(super) fn check(name: &str, comparison: Comparison, value: &Operand, visitor: &Visitor) -> Certainty {
    match (measured(name, visitor), word(name, visitor), value) {
        (Some(own), _, Operand::Number(value)) => comparison.holds(own, *value).into(),
        (Some(own), _, Operand::Word(word)) if &**word == "infinite" => comparison.holds(own, f32::INFINITY).into(),
        (Some(_), ..) | (_, Some(_), Operand::Number(_)) => Certainty::No,
        // A wide gamut cannot be excluded.
        (_, Some("srgb"), Operand::Word(word)) if &**word != "srgb" => Certainty::Perhaps,
        (_, Some(own), Operand::Word(word)) => (own == &**word).into(),
        _ if is_foreign(name) => Certainty::No,
        _ => Certainty::Perhaps,
    }
}
