//! Whether something is shown: `display`, `visibility`, clipping, `content`, animations.

use super::paint::is_none;
use super::{Display, Longhand, Value, invalid, one_of, skip};
use crate::css::value::math::{Quantity, quantity};
use crate::css::value::{Context, Result};
use cssparser::{Parser, Token};

pub(super) fn parse(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    Ok(match longhand {
        Longhand::Display => Value::Display(display(input)?),
        Longhand::Visibility => Value::Flag(one_of(input, &["visible", "hidden", "collapse"])? > 0),
        Longhand::ContentVisibility => Value::Flag(one_of(input, &["visible", "auto", "hidden"])? == 2),
        Longhand::Animation => Value::Names(animations(input)?.into()),
        Longhand::Clip => Value::Flag(clip(input, context)?),
        Longhand::ClipPath => Value::Flag(clip_path(input, context)?),
        Longhand::Content => {
            let is_nothing = input.try_parse(|input| one_of(input, &["none", "normal"])).is_ok();
            skip(input)?;
            Value::Flag(!is_nothing)
        }
        _ => Value::Flag(overflow(input)?),
    })
}

/// Whether it cuts or scrolls.
pub(super) fn overflow(input: &mut Parser<'_>) -> Result<bool> {
    Ok(one_of(
        input,
        &["visible", "hidden", "clip", "scroll", "auto", "overlay", "-webkit-paged-x", "-webkit-paged-y"],
    )? > 0)
}

fn display(input: &mut Parser<'_>) -> Result<Display> {
    let mut words: Vec<String> = Vec::new();
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        words.push(word.to_ascii_lowercase());
    }
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["none"] => Ok(Display::None),
        ["contents"] => Ok(Display::Contents),
        ["inline" | "ruby" | "ruby-text" | "ruby-base" | "math"] => Ok(Display::Inline),
        [
            "flex"
            | "grid"
            | "inline-flex"
            | "inline-grid"
            | "-webkit-flex"
            | "-webkit-inline-flex"
            | "-webkit-box"
            | "-webkit-inline-box"
            | "grid-lanes"
            | "inline-grid-lanes",
        ] => Ok(Display::Flex),
        [
            "block" | "inline-block" | "flow-root" | "flow" | "list-item" | "table" | "inline-table" | "table-row"
            | "table-row-group" | "table-header-group" | "table-footer-group" | "table-column" | "table-column-group"
            | "table-cell" | "table-caption",
        ] => Ok(Display::Block),
        words @ ([_, _] | [_, _, _]) => two_words(words),
        _ => invalid(),
    }
}

/// CSS Display 3, the multi-keyword syntax.
fn two_words(words: &[&str]) -> Result<Display> {
    let count = |known: &[&str]| words.iter().filter(|word| known.contains(word)).count();
    let outside = count(&["block", "inline", "run-in"]);
    let inside = count(&["flow", "flow-root", "table", "flex", "grid", "ruby", "math", "grid-lanes"]);
    let item = count(&["list-item"]);
    if outside > 1 || inside > 1 || item > 1 || outside + inside + item != words.len() {
        return invalid();
    }
    let is_inline = words.contains(&"inline");
    Ok(if count(&["flex", "grid", "grid-lanes"]) > 0 {
        Display::Flex
    } else if is_inline && count(&["flow-root", "table"]) == 0 {
        Display::Inline
    } else {
        Display::Block
    })
}

/// The names in `animation-name`.
fn animations(input: &mut Parser<'_>) -> Result<Vec<Box<str>>> {
    let names = input.parse_comma_separated(|input| Ok(input.expect_ident_or_string()?.clone()))?;
    Ok(names.iter().filter(|name| !name.eq_ignore_ascii_case("none")).map(|name| Box::from(&**name)).collect())
}

/// `rect()` that leaves nothing.
fn clip(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(false);
    }
    input.expect_function_matching("rect")?;
    input.parse_nested_block(|input| {
        let mut edges = Vec::new();
        while !input.is_exhausted() {
            let is_auto = input.try_parse(|input| input.expect_ident_matching("auto")).is_ok();
            edges.push(if is_auto { None } else { Some(quantity(input, context)?.value) });
            let _ = input.try_parse(Parser::expect_comma);
        }
        let [top, right, bottom, left] = edges.as_slice() else { return invalid() };
        let is_gone = |from: &Option<f32>, to: &Option<f32>| match (from, to) {
            (from, Some(to)) => to - from.unwrap_or(0.0) <= 1.0,
            _ => false,
        };
        Ok(is_gone(top, bottom) || is_gone(left, right))
    })
}

/// `inset()`, `circle()` and the like that leave nothing.
fn clip_path(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    if is_none(input) {
        return Ok(false);
    }
    let mut is_gone = false;
    while let Ok(token) = input.next() {
        match token.clone() {
            Token::Function(name) => {
                is_gone |= input.parse_nested_block(|input| match name.to_ascii_lowercase().as_str() {
                    "inset" => leaves_nothing(input, context),
                    "circle" | "ellipse" => {
                        let radius = input.try_parse(|input| quantity(input, context));
                        skip(input)?;
                        Ok(radius.is_ok_and(Quantity::is_zero))
                    }
                    "polygon" => is_a_point(input, context),
                    _ => skip(input).map(|()| false),
                })?;
            }
            Token::UnquotedUrl(_) => {}
            Token::Ident(word) if word.to_ascii_lowercase().ends_with("-box") => {}
            _ => return invalid(),
        }
    }
    Ok(is_gone)
}

fn leaves_nothing(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    let mut edges = Vec::new();
    while edges.len() < 4 {
        let Ok(edge) = input.try_parse(|input| quantity(input, context)) else { break };
        edges.push(edge.percent);
    }
    skip(input)?;
    let [top, right, bottom, left] = match edges.as_slice() {
        [all] => [*all; 4],
        [y, x] => [*y, *x, *y, *x],
        [top, x, bottom] => [*top, *x, *bottom, *x],
        [top, right, bottom, left] => [*top, *right, *bottom, *left],
        _ => return invalid(),
    };
    Ok(top + bottom >= 100.0 || left + right >= 100.0)
}

fn is_a_point(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    let mut is_point = true;
    while !input.is_exhausted() {
        match input.try_parse(|input| quantity(input, context)) {
            Ok(coordinate) => is_point &= coordinate.is_zero(),
            Err(_) => {
                input.next()?;
            }
        }
    }
    Ok(is_point)
}
