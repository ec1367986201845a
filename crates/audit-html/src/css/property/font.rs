//! `font-size`, `font-weight`, `font-family` and `zoom`.

use super::{FontSize, Longhand, Value, invalid, skip};
use crate::css::value::math::{Kind, quantity};
use crate::css::value::{Context, Result, unknown};
use cssparser::{Parser, Token};

pub(super) fn parse(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    match longhand {
        Longhand::FontFamily => family(input),
        Longhand::FontSize => size(input, context),
        Longhand::FontWeight => weight(input, context),
        _ => zoom(input, context),
    }
}

const SIZES: &[&str] = &["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"];

pub(super) fn size(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    let start = input.state();
    let size = match input.next()?.clone() {
        Token::Ident(word) => match word.to_ascii_lowercase().as_str() {
            "larger" => FontSize::Larger,
            "smaller" => FontSize::Smaller,
            "math" | "-webkit-xxx-large" => return unknown(),
            word => match (0..).zip(SIZES).find(|(_, known)| **known == word) {
                Some((at, _)) => FontSize::Keyword(at),
                None => return invalid(),
            },
        },
        Token::Dimension { value, unit, .. } if unit.eq_ignore_ascii_case("em") && value >= 0.0 => {
            FontSize::Times(value)
        }
        Token::Percentage { unit_value, .. } if unit_value >= 0.0 => FontSize::Times(unit_value),
        token => {
            input.reset(&start);
            let size = quantity(input, context)?;
            if !size.is_length_percentage() {
                return invalid();
            }
            if size.percent != 0.0 {
                // A percentage is of the parent's font size, as `em` is.
                context.note(crate::css::value::Needs::EM);
            }
            let pixels = size.value + size.percent / 100.0 * context.em;
            // A function is brought into range; a plain length out of range is dropped.
            if pixels < 0.0 && !matches!(token, Token::Function(_)) {
                return invalid();
            }
            FontSize::Pixels(pixels.max(0.0))
        }
    };
    Ok(Value::FontSize(size))
}

pub(super) fn weight(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    let start = input.state();
    if let Token::Ident(word) = input.next()? {
        return match word.to_ascii_lowercase().as_str() {
            "normal" => Ok(Value::Number(400.0)),
            "bold" => Ok(Value::Number(700.0)),
            "bolder" => Ok(Value::Bolder(true)),
            "lighter" => Ok(Value::Bolder(false)),
            _ => invalid(),
        };
    }
    input.reset(&start);
    let is_function = super::next_function(input).is_some();
    let weight = quantity(input, context)?;
    let in_range = (1.0..=1000.0).contains(&weight.value);
    if weight.kind == Kind::Number && (is_function || in_range) {
        Ok(Value::Number(weight.value.clamp(1.0, 1000.0)))
    } else {
        invalid()
    }
}

/// Whether it is `monospace` and nothing else.
pub(super) fn family(input: &mut Parser<'_>) -> Result<Value> {
    let is_monospace = input.try_parse(|input| {
        input.expect_ident_matching("monospace")?;
        input.expect_exhausted()
    });
    if is_monospace.is_ok() {
        return Ok(Value::Flag(true));
    }
    match input.next()? {
        Token::Ident(_) | Token::QuotedString(_) => {}
        Token::Function(_) => return unknown(),
        _ => return invalid(),
    }
    skip(input)?;
    Ok(Value::Flag(false))
}

fn zoom(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    if input.try_parse(|input| super::one_of(input, &["normal", "reset", "document"])).is_ok() {
        return Ok(Value::Flag(false));
    }
    let zoom = quantity(input, context)?;
    match zoom.kind {
        Kind::Number => Ok(Value::Flag((zoom.value - 1.0).abs() > f32::EPSILON)),
        Kind::Percentage => Ok(Value::Flag((zoom.percent - 100.0).abs() > f32::EPSILON)),
        _ => invalid(),
    }
}
