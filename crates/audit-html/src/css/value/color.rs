//! Colours as they are written (CSS Color 5).

use super::color_function::function;
use super::color_mix::mix;
use super::system::{self, SystemColor};
use super::{Context, Needs, Result, invalid, unknown};
use color::{ColorSpaceTag, DynamicColor};
use cssparser::color::{parse_hash_color, parse_named_color};
use cssparser::{Parser, Token};
use sada_audit::Color;

/// A colour in the space it was written in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Paint {
    Of(DynamicColor),
    /// `currentcolor`, not computed yet.
    Current,
}

impl Paint {
    /// The colour, `currentcolor` taken from the context.
    pub fn resolve(self, context: &Context) -> DynamicColor {
        match self {
            Paint::Of(color) => color,
            Paint::Current => {
                context.note(Needs::COLOR);
                from_srgb(context.color)
            }
        }
    }
}

/// Reads one colour.
pub(crate) fn color(input: &mut Parser<'_>, context: &Context) -> Result<Paint> {
    match input.next()?.clone() {
        Token::Hash(digits) | Token::IDHash(digits) => match parse_hash_color(digits.as_bytes()) {
            Ok((red, green, blue, alpha)) => Ok(Paint::Of(legacy([red, green, blue].map(f32::from), alpha))),
            Err(()) => invalid(),
        },
        Token::Ident(name) => of_name(&name, context),
        Token::Function(name) => {
            let name = name.to_ascii_lowercase();
            input.parse_nested_block(|input| match name.as_str() {
                "color-mix" => mix(input, context).map(Paint::Of),
                "light-dark" => {
                    let light = color(input, context)?;
                    input.expect_comma()?;
                    let dark = color(input, context)?;
                    context.note(Needs::SCHEME);
                    Ok(Paint::Of((if context.is_dark { dark } else { light }).resolve(context)))
                }
                name => function(name, input, context).map(Paint::Of),
            })
        }
        _ => invalid(),
    }
}

fn of_name(name: &str, context: &Context) -> Result<Paint> {
    if name.eq_ignore_ascii_case("currentcolor") {
        return Ok(Paint::Current);
    }
    if name.eq_ignore_ascii_case("transparent") {
        return Ok(Paint::Of(legacy([0.0; 3], 0.0)));
    }
    if let Ok((red, green, blue)) = parse_named_color(name) {
        return Ok(Paint::Of(legacy([red, green, blue].map(f32::from), 1.0)));
    }
    match system::of_name(name, context.is_dark) {
        Some(SystemColor::Known(color)) => {
            context.note(Needs::SCHEME);
            Ok(Paint::Of(from_srgb(color)))
        }
        Some(SystemColor::Chosen) => unknown(),
        None => invalid(),
    }
}

/// A colour of whole steps in sRGB, 0 to 255, as `rgb()` and `#` have them.
pub(super) fn legacy(channels: [f32; 3], alpha: f32) -> DynamicColor {
    let [red, green, blue] = channels.map(|channel| channel.round().clamp(0.0, 255.0) / 255.0);
    of_space(ColorSpaceTag::Srgb, [red, green, blue, alpha.clamp(0.0, 1.0)])
}

pub(super) fn of_space(cs: ColorSpaceTag, components: [f32; 4]) -> DynamicColor {
    DynamicColor { cs, flags: color::Flags::default(), components }
}

fn from_srgb(color: Color) -> DynamicColor {
    let [red, green, blue] = [color.red, color.green, color.blue].map(|channel| channel / 255.0);
    of_space(ColorSpaceTag::Srgb, [red, green, blue, color.alpha])
}

/// How far a colour may lie outside sRGB and still be shown the same on every screen, about.
const SLACK: f32 = 0.02;

/// The colour as screens show it. `None` where that depends on the screen, or is no number.
pub(crate) fn to_srgb(color: DynamicColor) -> Option<Color> {
    let [red, green, blue, alpha] = color.convert(ColorSpaceTag::Srgb).components;
    let channels = [red, green, blue];
    let fits = |channel: f32| (-SLACK..=1.0 + SLACK).contains(&channel);
    if !channels.into_iter().all(fits) || !alpha.is_finite() {
        return None;
    }
    let [red, green, blue] = channels.map(|channel| channel.clamp(0.0, 1.0) * 255.0);
    Some(Color { red, green, blue, alpha: alpha.clamp(0.0, 1.0) })
}
