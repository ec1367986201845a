//! `color-mix()` (CSS Color 5, 2).

use super::color::{Paint, color};
use super::color_function::space_of_mixing;
use super::math::{Kind, quantity};
use super::{Context, Result, invalid, unknown};
use color::{ColorSpaceTag, DynamicColor, HueDirection};
use cssparser::{Parser, Token};

/// The inside of `color-mix()`.
pub(super) fn mix(input: &mut Parser<'_>, context: &Context) -> Result<DynamicColor> {
    if input.try_parse(|input| input.expect_ident_matching("in")).is_err() {
        return unknown(); // A default space is new, and browsers differ.
    }
    let name = input.expect_ident_cloned()?;
    let Some(space) = space_of_mixing(&name) else { return if name.starts_with("--") { unknown() } else { invalid() } };
    let direction = hue_direction(input, space)?;
    input.expect_comma()?;
    let (first, first_share) = part(input, context)?;
    input.expect_comma()?;
    let (second, second_share) = part(input, context)?;
    if !input.is_exhausted() {
        return unknown(); // More than two colours are new.
    }
    let (first_share, second_share) = match (first_share, second_share) {
        (None, None) => (50.0, 50.0),
        (Some(first), None) => (first, 100.0 - first),
        (None, Some(second)) => (100.0 - second, second),
        (Some(first), Some(second)) => (first, second),
    };
    let sum = first_share + second_share;
    if sum <= 0.0 {
        return invalid();
    }
    let (first, second) = (first.resolve(context), second.resolve(context));
    let mixed = first.interpolate(second, space, direction).eval(second_share / sum);
    Ok(if sum < 100.0 { mixed.multiply_alpha(sum / 100.0) } else { mixed })
}

fn hue_direction(input: &mut Parser<'_>, space: ColorSpaceTag) -> Result<HueDirection> {
    let Ok(name) = input.try_parse(Parser::expect_ident_cloned) else { return Ok(HueDirection::Shorter) };
    input.expect_ident_matching("hue")?;
    let is_polar = matches!(space, ColorSpaceTag::Hsl | ColorSpaceTag::Hwb | ColorSpaceTag::Lch | ColorSpaceTag::Oklch);
    match name.to_ascii_lowercase().as_str() {
        _ if !is_polar => invalid(),
        "shorter" => Ok(HueDirection::Shorter),
        "longer" => Ok(HueDirection::Longer),
        "increasing" => Ok(HueDirection::Increasing),
        "decreasing" => Ok(HueDirection::Decreasing),
        _ => invalid(),
    }
}

/// A colour and its share in percent, in either order.
fn part(input: &mut Parser<'_>, context: &Context) -> Result<(Paint, Option<f32>)> {
    let before = share(input, context)?;
    let paint = color(input, context)?;
    let after = if before.is_none() { share(input, context)? } else { None };
    Ok((paint, before.or(after)))
}

fn share(input: &mut Parser<'_>, context: &Context) -> Result<Option<f32>> {
    let start = input.state();
    let is_share = match input.next() {
        Ok(Token::Percentage { .. }) => true,
        Ok(Token::Function(name)) => super::math::is_math(name),
        _ => false,
    };
    input.reset(&start);
    if !is_share {
        return Ok(None);
    }
    match quantity(input, context)? {
        share if share.kind == Kind::Percentage && (0.0..=100.0).contains(&share.percent) => Ok(Some(share.percent)),
        _ => invalid(),
    }
}
