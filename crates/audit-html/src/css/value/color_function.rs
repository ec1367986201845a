//! `rgb()`, `hsl()`, `lab()` and the other functions that make a colour from three channels, relative ones included.

use super::color::{color, legacy, of_space};
use super::math::{Kind, Names, Quantity, quantity_with};
use super::{Context, Result, invalid, unknown};
use color::{ColorSpaceTag, DynamicColor, Flags, Missing};
use cssparser::Parser;

/// How one function writes its channels.
struct Form {
    space: ColorSpaceTag,
    names: [&'static str; 3],
    /// What 100 % of each channel is; a hue has no percentage.
    whole: [f32; 3],
    /// What the function's numbers are divided by to get those of `space`.
    divisor: [f32; 3],
}

const ONE: [f32; 3] = [1.0; 3];
const RGB: Form = Form { space: ColorSpaceTag::Srgb, names: ["r", "g", "b"], whole: [255.0; 3], divisor: [255.0; 3] };
const HSL: Form = Form { space: ColorSpaceTag::Hsl, names: ["h", "s", "l"], whole: [0.0, 100.0, 100.0], divisor: ONE };
const HWB: Form = Form { space: ColorSpaceTag::Hwb, names: ["h", "w", "b"], whole: [0.0, 100.0, 100.0], divisor: ONE };
const LAB: Form =
    Form { space: ColorSpaceTag::Lab, names: ["l", "a", "b"], whole: [100.0, 125.0, 125.0], divisor: ONE };
const LCH: Form = Form { space: ColorSpaceTag::Lch, names: ["l", "c", "h"], whole: [100.0, 150.0, 0.0], divisor: ONE };
const OKLAB: Form = Form { space: ColorSpaceTag::Oklab, names: ["l", "a", "b"], whole: [1.0, 0.4, 0.4], divisor: ONE };
const OKLCH: Form = Form { space: ColorSpaceTag::Oklch, names: ["l", "c", "h"], whole: [1.0, 0.4, 0.0], divisor: ONE };

/// The inside of a function of this name.
pub(super) fn function(name: &str, input: &mut Parser<'_>, context: &Context) -> Result<DynamicColor> {
    let origin = match input.try_parse(|input| input.expect_ident_matching("from")) {
        Ok(()) => Some(color(input, context)?.resolve(context)),
        Err(_) => None,
    };
    match name {
        "rgb" | "rgba" => channels(&RGB, true, origin, input, context),
        "hsl" | "hsla" => channels(&HSL, true, origin, input, context),
        "hwb" => channels(&HWB, false, origin, input, context),
        "lab" => channels(&LAB, false, origin, input, context),
        "lch" => channels(&LCH, false, origin, input, context),
        "oklab" => channels(&OKLAB, false, origin, input, context),
        "oklch" => channels(&OKLCH, false, origin, input, context),
        "color" => {
            let name = input.expect_ident_cloned()?;
            let Some((space, is_xyz)) = predefined(&name) else {
                return if name.starts_with("--") { unknown() } else { invalid() };
            };
            let names = if is_xyz { ["x", "y", "z"] } else { ["r", "g", "b"] };
            channels(&Form { space, names, whole: ONE, divisor: ONE }, false, origin, input, context)
        }
        // `contrast-color()`, `device-cmyk()`, and what is still to come.
        _ => unknown(),
    }
}

/// The colour spaces of `color()`, and whether their channels are x, y, z.
fn predefined(name: &str) -> Option<(ColorSpaceTag, bool)> {
    Some(match name.to_ascii_lowercase().as_str() {
        "srgb" => (ColorSpaceTag::Srgb, false),
        "srgb-linear" => (ColorSpaceTag::LinearSrgb, false),
        "display-p3" => (ColorSpaceTag::DisplayP3, false),
        "a98-rgb" => (ColorSpaceTag::A98Rgb, false),
        "prophoto-rgb" => (ColorSpaceTag::ProphotoRgb, false),
        "rec2020" => (ColorSpaceTag::Rec2020, false),
        "xyz" | "xyz-d65" => (ColorSpaceTag::XyzD65, true),
        "xyz-d50" => (ColorSpaceTag::XyzD50, true),
        _ => return None,
    })
}

fn channels(
    form: &Form,
    may_have_commas: bool,
    origin: Option<DynamicColor>,
    input: &mut Parser<'_>,
    context: &Context,
) -> Result<DynamicColor> {
    let origin = origin.map(|origin| origin.convert(form.space).components);
    let names: Vec<(&str, f32)> = origin.map_or_else(Vec::new, |values| {
        let named = (0..3).map(|at| (form.names[at], values[at] * form.divisor[at]));
        named.chain([("alpha", values[3])]).collect()
    });
    let mut missing = Missing::default();
    let mut components = [0.0, 0.0, 0.0, origin.map_or(1.0, |values| values[3])];
    let mut has_commas = false;
    let mut kinds = [Kind::Number; 3];
    for at in 0..3 {
        if at == 1 {
            has_commas = may_have_commas && origin.is_none() && input.try_parse(Parser::expect_comma).is_ok();
        } else if at == 2 && has_commas {
            input.expect_comma()?;
        }
        match channel(input, context, &names)? {
            Some(value) => {
                kinds[at] = value.kind;
                components[at] = number(value, form.whole[at], at, form)? / form.divisor[at];
            }
            None if has_commas => return invalid(),
            None => missing.insert(at),
        }
    }
    // With commas, `rgb()` takes three of a kind, and `hsl()` percentages.
    let is_alike = if form.names[0] == "r" { kinds[0] == kinds[1] } else { kinds[1] == Kind::Percentage };
    if has_commas && !(is_alike && kinds[1] == kinds[2]) {
        return invalid();
    }
    let has_alpha = if has_commas {
        input.try_parse(Parser::expect_comma).is_ok()
    } else {
        input.try_parse(|input| input.expect_delim('/')).is_ok()
    };
    if has_alpha {
        match channel(input, context, &names)? {
            Some(Quantity { kind: Kind::Number, value, .. }) => components[3] = value.clamp(0.0, 1.0),
            Some(Quantity { kind: Kind::Percentage, percent, .. }) => components[3] = (percent / 100.0).clamp(0.0, 1.0),
            Some(_) => return invalid(),
            None => {
                components[3] = 0.0;
                missing.insert(3);
            }
        }
    }
    input.expect_exhausted()?;
    if components.iter().any(|component| component.is_nan()) {
        return unknown();
    }
    Ok(finish(form, components, missing, origin.is_some()))
}

/// One channel; `None` for `none`.
fn channel(input: &mut Parser<'_>, context: &Context, names: Names<'_>) -> Result<Option<Quantity>> {
    if input.try_parse(|input| input.expect_ident_matching("none")).is_ok() {
        return Ok(None);
    }
    quantity_with(input, context, names).map(Some)
}

fn number(quantity: Quantity, whole: f32, at: usize, form: &Form) -> Result<f32> {
    let is_hue = form.names[at] == "h";
    match quantity.kind {
        Kind::Number => Ok(quantity.value),
        Kind::Angle if is_hue => Ok(quantity.value),
        Kind::Percentage if !is_hue => Ok(quantity.percent / 100.0 * whole),
        _ => invalid(),
    }
}

/// Brings what lies outside a space to its edge, as each function says.
fn finish(form: &Form, components: [f32; 4], missing: Missing, is_relative: bool) -> DynamicColor {
    let [a, b, c, alpha] = components;
    match form.space {
        ColorSpaceTag::Srgb if form.whole[0] > 1.0 && !is_relative && missing == Missing::default() => {
            legacy([a * 255.0, b * 255.0, c * 255.0], alpha)
        }
        // What is missing is kept for mixing.
        space if missing != Missing::default() && form.divisor == ONE => {
            DynamicColor { cs: space, flags: Flags::from_missing(missing), components: [a, b, c, alpha] }
        }
        ColorSpaceTag::Hsl if !is_relative => legacy(from_hsl(a, b.clamp(0.0, 100.0), c.clamp(0.0, 100.0)), alpha),
        ColorSpaceTag::Hwb if !is_relative => legacy(from_hwb(a, b.clamp(0.0, 100.0), c.clamp(0.0, 100.0)), alpha),
        ColorSpaceTag::Hsl => srgb(from_hsl(a, b.max(0.0), c), alpha),
        ColorSpaceTag::Hwb => srgb(from_hwb(a, b, c), alpha),
        space => {
            let (a, b) = match space {
                ColorSpaceTag::Lab => (a.clamp(0.0, 100.0), b),
                ColorSpaceTag::Lch => (a.clamp(0.0, 100.0), b.max(0.0)),
                ColorSpaceTag::Oklab => (a.clamp(0.0, 1.0), b),
                ColorSpaceTag::Oklch => (a.clamp(0.0, 1.0), b.max(0.0)),
                _ => (a, b),
            };
            DynamicColor { cs: space, flags: Flags::from_missing(missing), components: [a, b, c, alpha] }
        }
    }
}

fn srgb(channels: [f32; 3], alpha: f32) -> DynamicColor {
    let [red, green, blue] = channels.map(|channel| channel / 255.0);
    of_space(ColorSpaceTag::Srgb, [red, green, blue, alpha])
}

/// CSS Color 4, 7.1: hue in degrees, saturation and lightness in percent; channels 0 to 255.
fn from_hsl(hue: f32, saturation: f32, lightness: f32) -> [f32; 3] {
    let (saturation, lightness) = (saturation / 100.0, lightness / 100.0);
    [0.0, 8.0, 4.0].map(|offset| {
        let k = (offset + hue.rem_euclid(360.0) / 30.0) % 12.0;
        let a = saturation * lightness.min(1.0 - lightness);
        255.0 * (lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0))
    })
}

/// CSS Color 4, 8.1.
fn from_hwb(hue: f32, white: f32, black: f32) -> [f32; 3] {
    let (white, black) = (white / 100.0, black / 100.0);
    if white + black >= 1.0 {
        return [255.0 * white / (white + black); 3];
    }
    from_hsl(hue, 100.0, 50.0).map(|channel| channel * (1.0 - white - black) + 255.0 * white)
}

/// The colour spaces in which colours are mixed (CSS Color 4, 12.1).
pub(super) fn space_of_mixing(name: &str) -> Option<ColorSpaceTag> {
    Some(match name.to_ascii_lowercase().as_str() {
        "hsl" => ColorSpaceTag::Hsl,
        "hwb" => ColorSpaceTag::Hwb,
        "lab" => ColorSpaceTag::Lab,
        "lch" => ColorSpaceTag::Lch,
        "oklab" => ColorSpaceTag::Oklab,
        "oklch" => ColorSpaceTag::Oklch,
        name => predefined(name)?.0,
    })
}
