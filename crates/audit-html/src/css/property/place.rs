//! Where a box lies and how large it is.

use super::paint::is_none;
use super::{Longhand, Value, invalid, one_of, skip};
use crate::css::value::math::{Kind, Quantity, is_math, quantity};
use crate::css::value::{Context, Result, Trouble, trouble, unknown};
use cssparser::{Parser, Token};
use sada_audit::Position;

pub(super) fn parse(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    Ok(match longhand {
        Longhand::Position => {
            const WORDS: &[&str] = &["static", "relative", "absolute", "fixed", "sticky"];
            Value::Position(match one_of(input, WORDS)? {
                0 => Position::Static,
                1 => Position::Relative,
                2 => Position::Absolute,
                3 => Position::Fixed,
                _ => Position::Sticky,
            })
        }
        Longhand::ZIndex => Value::Flag(z_index(input, context)?),
        Longhand::Float => Value::Flag(one_of(input, &["none", "left", "right", "inline-start", "inline-end"])? > 0),
        Longhand::MarginTop | Longhand::MarginRight | Longhand::MarginBottom | Longhand::MarginLeft => {
            margin(input, context)?
        }
        Longhand::Top | Longhand::Right | Longhand::Bottom | Longhand::Left => inset(input, context)?,
        Longhand::TextIndent => text_indent(input, context)?,
        Longhand::Transform | Longhand::Translate | Longhand::Rotate | Longhand::Scale => {
            Value::Flag(!is_none(input) && moves(longhand, input, context)?)
        }
        Longhand::OffsetPath => {
            let is_there = !is_none(input);
            skip(input)?;
            Value::Flag(is_there)
        }
        Longhand::PaddingTop | Longhand::PaddingRight | Longhand::PaddingBottom | Longhand::PaddingLeft => {
            padding(input, context)?
        }
        _ => size(input, context)?,
    })
}

/// One side of `margin`.
pub(super) fn margin(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(Value::Flag(false));
    }
    let margin = length(input, context)?;
    // What cannot be told counts as negative: it is asked about, not failed.
    Ok(Value::Flag(margin.is_none_or(|margin| margin.is_negative().unwrap_or(true))))
}

/// One side of `inset`.
pub(super) fn inset(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(Value::Flag(false));
    }
    Ok(Value::Flag(length(input, context)?.is_none_or(|inset| !inset.is_zero())))
}

/// One side of `padding`, in pixels.
pub(super) fn padding(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    let padding = length(input, context)?;
    Ok(Value::Number(padding.map_or(f32::INFINITY, |padding| padding.value.max(padding.percent))))
}

/// A length or percentage; `None` if it cannot be told.
fn length(input: &mut Parser<'_>, context: &Context) -> Result<Option<Quantity>> {
    let start = input.state();
    match quantity(input, context) {
        Ok(length) if length.is_length_percentage() => Ok(Some(length)),
        Ok(_) => invalid(),
        Err(error) if trouble(&error) == Trouble::Unknown => {
            input.reset(&start);
            if let Token::Function(_) = input.next()? {
                input.parse_nested_block(skip)?;
            }
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn z_index(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(false);
    }
    let start = input.state();
    let is_whole = matches!(input.next()?, Token::Number { int_value: Some(_), .. } | Token::Function(_));
    input.reset(&start);
    let index = quantity(input, context)?;
    if is_whole && index.kind == Kind::Number { Ok(index.value < 0.0) } else { invalid() }
}

fn text_indent(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    let mut indent = None;
    while !input.is_exhausted() {
        if input.try_parse(|input| one_of(input, &["hanging", "each-line"])).is_err() {
            indent = Some(length(input, context)?);
        }
    }
    match indent {
        Some(indent) => Ok(Value::Flag(indent.is_none_or(|indent| indent.is_negative().unwrap_or(true)))),
        None => invalid(),
    }
}

/// A width or height: pixels, or infinite where it is not certainly small.
fn size(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    if let Some(name) = super::next_function(input)
        && !is_math(&name)
    {
        return match name.as_str() {
            "fit-content" | "calc-size" | "-webkit-fit-content" | "anchor-size" => {
                skip(input)?;
                Ok(Value::Number(f32::INFINITY))
            }
            _ => unknown(),
        };
    }
    if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        const WORDS: &[&str] = &[
            "auto",
            "none",
            "min-content",
            "max-content",
            "fit-content",
            "stretch",
            "-webkit-fill-available",
            "-webkit-fit-content",
            "-webkit-min-content",
            "-webkit-max-content",
            "contain",
            "min-intrinsic",
            "intrinsic",
        ];
        return if WORDS.contains(&word.to_ascii_lowercase().as_str()) {
            Ok(Value::Number(f32::INFINITY))
        } else {
            invalid()
        };
    }
    let size = length(input, context)?;
    if size.is_some_and(|size| size.is_negative() == Some(true) && !size.is_zero()) {
        return invalid();
    }
    let pixels = size.map_or(f32::INFINITY, |size| if size.percent > 0.0 { f32::INFINITY } else { size.value });
    Ok(Value::Number(pixels))
}

/// Whether a transform moves anything: `translateZ(0)` and its like are written to make browsers faster.
fn moves(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    let mut moves = false;
    let mut is_empty = true;
    while !input.is_exhausted() {
        is_empty = false;
        if longhand == Longhand::Transform {
            let name = input.expect_function()?.to_ascii_lowercase();
            moves |= input.parse_nested_block(|input| {
                let neutral = if name.starts_with("scale") { 1.0 } else { 0.0 };
                let is_simple = ["translate", "rotate", "skew", "scale"].iter().any(|start| name.starts_with(start));
                Ok(!(all_are(neutral, input, context)? && is_simple))
            })?;
        } else {
            let neutral = if longhand == Longhand::Scale { 1.0 } else { 0.0 };
            moves |= !all_are(neutral, input, context)?;
        }
    }
    if is_empty { invalid() } else { Ok(moves) }
}

/// Whether every number up to the end is `neutral`.
fn all_are(neutral: f32, input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    let mut are = true;
    while !input.is_exhausted() {
        match input.try_parse(|input| quantity(input, context)) {
            Ok(number) => are &= (number.value - neutral).abs() < f32::EPSILON && number.percent == 0.0,
            Err(_) => match input.next()?.clone() {
                Token::Comma => {}
                Token::Ident(_) => are = false,
                Token::Function(_) => {
                    input.parse_nested_block(skip)?;
                    are = false;
                }
                _ => return invalid(),
            },
        }
    }
    Ok(are)
}
