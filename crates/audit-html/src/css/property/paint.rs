//! What is painted: colours, pictures, shadows, opacity, filters.

use super::{Longhand, Scheme, Value, color_value, invalid, next_function, one_of, skip};
use crate::css::value::math::{Kind, is_math, quantity};
use crate::css::value::{Context, Result, color, unknown};
use cssparser::{Parser, Token};

pub(super) fn parse(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    match longhand {
        Longhand::ColorScheme => scheme(input),
        Longhand::Opacity => opacity(input, context),
        _ => color_value(input, context),
    }
}

fn scheme(input: &mut Parser<'_>) -> Result<Value> {
    if input.try_parse(|input| input.expect_ident_matching("normal")).is_ok() {
        return Ok(Value::Scheme(Scheme::Normal));
    }
    let (mut light, mut dark) = (false, false);
    let mut is_empty = true;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        is_empty = false;
        match word.to_ascii_lowercase().as_str() {
            "light" => light = true,
            "dark" => dark = true,
            "normal" => return invalid(),
            _ => {}
        }
    }
    match (light, dark) {
        _ if is_empty => invalid(),
        (true, true) => Ok(Value::Scheme(Scheme::Both)),
        (true, false) => Ok(Value::Scheme(Scheme::Light)),
        (false, true) => Ok(Value::Scheme(Scheme::Dark)),
        (false, false) => Ok(Value::Scheme(Scheme::Normal)),
    }
}

fn opacity(input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    let opacity = quantity(input, context)?;
    match opacity.kind {
        Kind::Number => Ok(Value::Number(opacity.value.clamp(0.0, 1.0))),
        Kind::Percentage => Ok(Value::Number((opacity.percent / 100.0).clamp(0.0, 1.0))),
        _ => invalid(),
    }
}

pub(super) fn parse_flag(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Value> {
    let flag = match longhand {
        Longhand::BackgroundImage | Longhand::Mask => images(input)?,
        Longhand::BackgroundClip => clips_to_text(input)?,
        Longhand::MixBlendMode => {
            const MODES: &[&str] = &[
                "normal",
                "multiply",
                "screen",
                "overlay",
                "darken",
                "lighten",
                "color-dodge",
                "color-burn",
                "hard-light",
                "soft-light",
                "difference",
                "exclusion",
                "hue",
                "saturation",
                "color",
                "luminosity",
                "plus-lighter",
                "plus-darker",
            ];
            one_of(input, MODES)? > 0
        }
        Longhand::TextStroke => stroke_width(input, context)?,
        Longhand::BoxShadow => box_shadow(input, context)?,
        _ => !is_none(input) && functions(input)?,
    };
    Ok(Value::Flag(flag))
}

/// Reads `none` if it is there.
pub(super) fn is_none(input: &mut Parser<'_>) -> bool {
    input.try_parse(|input| input.expect_ident_matching("none")).is_ok()
}

/// Reads the rest of a filter or a text shadow: there is one.
fn functions(input: &mut Parser<'_>) -> Result<bool> {
    match input.next()? {
        Token::Function(_)
        | Token::UnquotedUrl(_)
        | Token::Dimension { .. }
        | Token::Number { .. }
        | Token::Hash(_)
        | Token::IDHash(_)
        | Token::Ident(_) => {}
        _ => return invalid(),
    }
    skip(input)?;
    Ok(true)
}

/// A list of images; whether there is one.
fn images(input: &mut Parser<'_>) -> Result<bool> {
    let images = input.parse_comma_separated(|input| if is_none(input) { Ok(false) } else { image(input) })?;
    Ok(images.into_iter().any(|is_image| is_image))
}

/// Whether a function of this name makes an image. New ones are taken for images.
pub(super) fn is_image_function(name: &str) -> bool {
    name.contains("gradient")
        || name.contains("image")
        || matches!(name, "url" | "src" | "element" | "paint" | "cross-fade" | "-webkit-cross-fade")
}

pub(super) fn image(input: &mut Parser<'_>) -> Result<bool> {
    match input.next()?.clone() {
        Token::UnquotedUrl(_) => Ok(true),
        Token::Function(name) if is_image_function(&name.to_ascii_lowercase()) => {
            input.parse_nested_block(skip)?;
            Ok(true)
        }
        Token::Function(_) => unknown(),
        _ => invalid(),
    }
}

/// Where the boxes of a background end.
pub(super) const BOXES: &[&str] = &["text", "border-area", "border-box", "padding-box", "content-box", "-webkit-text"];

fn clips_to_text(input: &mut Parser<'_>) -> Result<bool> {
    let layers = input.parse_comma_separated(|input| {
        let mut is_text = false;
        let mut count = 0;
        while let Ok(at) = input.try_parse(|input| one_of(input, BOXES)) {
            is_text |= matches!(BOXES[at], "text" | "-webkit-text" | "border-area");
            count += 1;
        }
        if count == 0 { invalid() } else { Ok(is_text) }
    })?;
    Ok(layers.into_iter().any(|is_text| is_text))
}

/// Whether letters are outlined.
pub(super) fn stroke_width(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    if input.try_parse(|input| one_of(input, &["thin", "medium", "thick"])).is_ok() {
        return Ok(true);
    }
    let width = quantity(input, context)?;
    if width.is_length_percentage() { Ok(!width.is_zero()) } else { invalid() }
}

/// How far an inner shadow may reach in and still lie beside the text, in pixels.
const NARROW: f32 = 4.0;

/// Whether one of the shadows lies inside the box, and reaches far.
fn box_shadow(input: &mut Parser<'_>, context: &Context) -> Result<bool> {
    if is_none(input) {
        return Ok(false);
    }
    let shadows = input.parse_comma_separated(|input| {
        let (mut is_inside, mut reach, mut lengths) = (false, 0.0_f32, 0);
        while !input.is_exhausted() {
            if input.try_parse(|input| input.expect_ident_matching("inset")).is_ok() {
                is_inside = true;
                continue;
            }
            let start = input.state();
            let is_length = match input.next()? {
                Token::Number { .. } | Token::Dimension { .. } => true,
                Token::Function(name) => is_math(name),
                _ => false,
            };
            input.reset(&start);
            if is_length {
                lengths += 1;
                reach += quantity(input, context)?.value.abs();
            } else {
                color::color(input, context)?;
            }
        }
        if (2..=4).contains(&lengths) { Ok(is_inside && reach > NARROW) } else { invalid() }
    })?;
    Ok(shadows.into_iter().any(|reaches| reaches))
}

/// What a whole `background` says: colour, whether there is an image, whether it is clipped to the text.
pub(super) struct Background {
    pub color: Value,
    pub has_image: bool,
    pub is_text: bool,
}

pub(super) fn background(input: &mut Parser<'_>, context: &Context) -> Result<Background> {
    const WORDS: &[&str] = &[
        "left",
        "right",
        "top",
        "bottom",
        "center",
        "repeat",
        "no-repeat",
        "repeat-x",
        "repeat-y",
        "space",
        "round",
        "scroll",
        "fixed",
        "local",
        "cover",
        "contain",
        "auto",
        "none",
        "x-start",
        "x-end",
        "y-start",
        "y-end",
    ];
    let mut all = Background { color: Value::Color(sada_audit::Color::TRANSPARENT), has_image: false, is_text: false };
    let mut has_color = false;
    input.parse_comma_separated(|input| {
        if has_color || input.is_exhausted() {
            return invalid(); // Only the last layer has a colour.
        }
        while !input.is_exhausted() {
            if input.try_parse(|input| one_of(input, WORDS)).is_ok()
                || input.try_parse(|input| input.expect_delim('/')).is_ok()
            {
                continue;
            }
            if let Ok(at) = input.try_parse(|input| one_of(input, BOXES)) {
                all.is_text |= matches!(BOXES[at], "text" | "-webkit-text" | "border-area");
                continue;
            }
            let start = input.state();
            let is_length = match input.next()? {
                Token::Number { .. } | Token::Dimension { .. } | Token::Percentage { .. } => true,
                Token::Function(name) => is_math(name),
                _ => false,
            };
            input.reset(&start);
            let is_url = matches!(input.next()?, Token::UnquotedUrl(_));
            input.reset(&start);
            if is_length {
                // Where a picture lies does not matter, nor what its place depends on.
                skip_one(input)?;
            } else if is_url || next_function(input).is_some_and(|name| is_image_function(&name)) {
                all.has_image |= image(input)?;
            } else if has_color {
                return invalid();
            } else {
                has_color = true;
                all.color = color_value(input, context)?;
            }
        }
        Ok(())
    })?;
    Ok(all)
}

fn skip_one(input: &mut Parser<'_>) -> Result<()> {
    if let Token::Function(_) = input.next()? {
        return input.parse_nested_block(skip);
    }
    Ok(())
}
