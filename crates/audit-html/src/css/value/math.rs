//! Numbers, lengths, percentages and angles, with `calc()` and its kin (CSS Values 4, 10).

use super::arithmetic::{add, apply, scale};
use super::{Context, Needs, Result, invalid, unknown};
use cssparser::{Parser, Token};

/// What kind of quantity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    /// Pixels, and perhaps a percentage to be added.
    Length,
    Percentage,
    /// Degrees.
    Angle,
    /// Times, resolutions, fractions: valid somewhere, and of no interest.
    Other,
}

/// A number with its kind. A percentage is kept apart: what it is of depends on the property.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quantity {
    pub kind: Kind,
    pub value: f32,
    /// 50 for `50%`.
    pub percent: f32,
}

impl Quantity {
    pub const fn number(value: f32) -> Self {
        Self { kind: Kind::Number, value, percent: 0.0 }
    }

    pub(super) fn of(kind: Kind, value: f32) -> Self {
        Self { kind, value, percent: 0.0 }
    }

    /// Whether it is below zero whatever its percentage is of; `None` if that cannot be told.
    pub fn is_negative(self) -> Option<bool> {
        match (self.value, self.percent) {
            (value, percent) if value >= 0.0 && percent >= 0.0 => Some(false),
            (value, percent) if value <= 0.0 && percent <= 0.0 => Some(true),
            _ => None,
        }
    }

    pub fn is_zero(self) -> bool {
        self.value == 0.0 && self.percent == 0.0
    }

    /// Whether it can stand for a length: `0` can.
    pub fn is_length_percentage(self) -> bool {
        matches!(self.kind, Kind::Length | Kind::Percentage) || (self.kind == Kind::Number && self.is_zero())
    }
}

/// Names that stand for numbers inside `calc()`: the channels of a relative colour.
pub(crate) type Names<'a> = &'a [(&'static str, f32)];

/// Reads one quantity.
pub(crate) fn quantity(input: &mut Parser<'_>, context: &Context) -> Result<Quantity> {
    Math { context, names: &[] }.outside(input)
}

/// Reads one quantity, with names for channels.
pub(crate) fn quantity_with(input: &mut Parser<'_>, context: &Context, names: Names<'_>) -> Result<Quantity> {
    Math { context, names }.outside(input)
}

/// Whether a function of this name makes a number.
pub(crate) fn is_math(name: &str) -> bool {
    FUNCTIONS.contains(&name.to_ascii_lowercase().as_str())
}

const FUNCTIONS: &[&str] = &[
    "abs",
    "acos",
    "asin",
    "atan",
    "atan2",
    "calc",
    "-webkit-calc",
    "clamp",
    "cos",
    "exp",
    "hypot",
    "log",
    "max",
    "min",
    "mod",
    "pow",
    "rem",
    "round",
    "sign",
    "sin",
    "sqrt",
    "tan",
];

struct Math<'a> {
    context: &'a Context,
    names: Names<'a>,
}

impl Math<'_> {
    /// A number, dimension, percentage or function; outside of `calc()` nothing else.
    fn outside(&self, input: &mut Parser<'_>) -> Result<Quantity> {
        match input.next()?.clone() {
            Token::Number { value, .. } => Ok(Quantity::number(value)),
            Token::Percentage { unit_value, .. } => {
                Ok(Quantity { kind: Kind::Percentage, value: 0.0, percent: unit_value * 100.0 })
            }
            Token::Dimension { value, unit, .. } => self.dimension(value, &unit),
            Token::Function(name) => self.function(&name, input),
            Token::Ident(name) => match self.names.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)) {
                Some((_, value)) => Ok(Quantity::number(*value)),
                None => invalid(),
            },
            _ => invalid(),
        }
    }

    fn dimension(&self, value: f32, unit: &str) -> Result<Quantity> {
        let pixels = |each: f32| Ok(Quantity::of(Kind::Length, value * each));
        let degrees = |each: f32| Ok(Quantity::of(Kind::Angle, value * each));
        let window = &self.context.visitor;
        let of_window = |size: f32| {
            self.context.note(Needs::WINDOW);
            Ok(Quantity::of(Kind::Length, value * size / 100.0))
        };
        match unit.to_ascii_lowercase().as_str() {
            "px" => pixels(1.0),
            "pt" => pixels(96.0 / 72.0),
            "pc" => pixels(16.0),
            "in" => pixels(96.0),
            "cm" => pixels(96.0 / 2.54),
            "mm" => pixels(96.0 / 25.4),
            "q" => pixels(96.0 / 101.6),
            "em" => {
                self.context.note(Needs::EM);
                pixels(self.context.em)
            }
            "rem" => {
                self.context.note(Needs::REM);
                pixels(self.context.rem)
            }
            "vw" | "svw" | "lvw" | "dvw" | "vi" | "svi" | "lvi" | "dvi" => of_window(window.width),
            "vh" | "svh" | "lvh" | "dvh" | "vb" | "svb" | "lvb" | "dvb" => of_window(window.height),
            "vmin" | "svmin" | "lvmin" | "dvmin" => of_window(window.width.min(window.height)),
            "vmax" | "svmax" | "lvmax" | "dvmax" => of_window(window.width.max(window.height)),
            "deg" => degrees(1.0),
            "grad" => degrees(0.9),
            "rad" => degrees(180.0 / std::f32::consts::PI),
            "turn" => degrees(360.0),
            "s" | "ms" | "hz" | "khz" | "dpi" | "dpcm" | "dppx" | "x" | "fr" => Ok(Quantity::of(Kind::Other, value)),
            // They depend on the font or on a container.
            "ex" | "ch" | "cap" | "ic" | "lh" | "rlh" | "rex" | "rch" | "rcap" | "ric" | "cqw" | "cqh" | "cqi"
            | "cqb" | "cqmin" | "cqmax"
                if value != 0.0 =>
            {
                unknown()
            }
            "ex" | "ch" | "cap" | "ic" | "lh" | "rlh" | "rex" | "rch" | "rcap" | "ric" | "cqw" | "cqh" | "cqi"
            | "cqb" | "cqmin" | "cqmax" => pixels(0.0),
            _ => invalid(),
        }
    }

    fn function(&self, name: &str, input: &mut Parser<'_>) -> Result<Quantity> {
        if !is_math(name) {
            return unknown();
        }
        let name = name.to_ascii_lowercase();
        input.parse_nested_block(|input| {
            if name == "round"
                && let Ok(strategy) = input.try_parse(Parser::expect_ident_cloned)
            {
                input.expect_comma()?;
                // The other strategies are rare, and rounding half up is what nobody asks for by name.
                if !strategy.eq_ignore_ascii_case("nearest") {
                    return unknown();
                }
            }
            if name == "clamp" {
                return self.clamp(input);
            }
            let arguments = input.parse_comma_separated(|input| self.sum(input))?;
            apply(&name, &arguments)
        })
    }

    fn clamp(&self, input: &mut Parser<'_>) -> Result<Quantity> {
        let mut bounds = input.parse_comma_separated(|input| {
            let is_none = input.try_parse(|input| input.expect_ident_matching("none")).is_ok();
            if is_none { Ok(None) } else { self.sum(input).map(Some) }
        })?;
        let [low, Some(value), high] = bounds.as_mut_slice() else { return invalid() };
        let capped = match high {
            Some(high) => apply("min", &[*value, *high])?,
            None => *value,
        };
        match low {
            Some(low) => apply("max", &[*low, capped]),
            None => Ok(capped),
        }
    }

    fn sum(&self, input: &mut Parser<'_>) -> Result<Quantity> {
        let mut total = self.product(input)?;
        loop {
            let start = input.state();
            let sign = match input.next() {
                Ok(Token::Delim('+')) => 1.0,
                Ok(Token::Delim('-')) => -1.0,
                _ => {
                    input.reset(&start);
                    return Ok(total);
                }
            };
            total = add(total, scale(self.product(input)?, sign))?;
        }
    }

    fn product(&self, input: &mut Parser<'_>) -> Result<Quantity> {
        let mut total = self.inside(input)?;
        loop {
            let start = input.state();
            match input.next() {
                Ok(Token::Delim('*')) => {
                    let factor = self.inside(input)?;
                    total = match (total.kind, factor.kind) {
                        (_, Kind::Number) => scale(total, factor.value),
                        (Kind::Number, _) => scale(factor, total.value),
                        _ => return unknown(),
                    };
                }
                Ok(Token::Delim('/')) => {
                    let divisor = self.inside(input)?;
                    if divisor.kind == Kind::Number {
                        total = scale(total, 1.0 / divisor.value);
                    } else if divisor.kind == total.kind && total.percent == 0.0 && divisor.percent == 0.0 {
                        total = Quantity::number(total.value / divisor.value);
                    } else {
                        return unknown();
                    }
                }
                _ => {
                    input.reset(&start);
                    return Ok(total);
                }
            }
        }
    }

    fn inside(&self, input: &mut Parser<'_>) -> Result<Quantity> {
        let start = input.state();
        match input.next()?.clone() {
            Token::ParenthesisBlock => input.parse_nested_block(|input| self.sum(input)),
            Token::Ident(name) => {
                let constant = match name.to_ascii_lowercase().as_str() {
                    "e" => std::f32::consts::E,
                    "pi" => std::f32::consts::PI,
                    "infinity" => f32::INFINITY,
                    "-infinity" => f32::NEG_INFINITY,
                    "nan" => return unknown(),
                    _ => {
                        input.reset(&start);
                        return self.outside(input);
                    }
                };
                Ok(Quantity::number(constant))
            }
            _ => {
                input.reset(&start);
                self.outside(input)
            }
        }
    }
}
