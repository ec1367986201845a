//! The shorthand `font`.

use super::plain::plain;
use super::{Deferred, FontSize, Longhand, Plain, Property, Value, font, invalid, one_of, skip};
use crate::css::value::math::quantity;
use crate::css::value::{Context, Needs, Result, unknown};
use cssparser::{Parser, Token};
use std::sync::Arc;

use Longhand as L;

/// `font`: what stands before the size, the size, the family.
pub(super) fn whole_font(input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
    const SYSTEM: &[&str] = &["caption", "icon", "menu", "message-box", "small-caption", "status-bar"];
    const BEFORE: &[&str] = &[
        "normal",
        "italic",
        "oblique",
        "small-caps",
        "ultra-condensed",
        "extra-condensed",
        "condensed",
        "semi-condensed",
        "semi-expanded",
        "expanded",
        "extra-expanded",
        "ultra-expanded",
    ];
    if input.try_parse(|input| one_of(input, SYSTEM)).is_ok() {
        return unknown();
    }
    let mut weight = Value::Number(400.0);
    let mut style = Plain::word("normal");
    loop {
        if let Ok(at) = input.try_parse(|input| one_of(input, BEFORE)) {
            if BEFORE[at] == "italic" || BEFORE[at] == "oblique" {
                style = Plain::word(BEFORE[at]);
            }
            if BEFORE[at] == "oblique" {
                let _ = input.try_parse(|input| {
                    let angle = quantity(input, context)?;
                    if angle.kind == crate::css::value::math::Kind::Angle { Ok(()) } else { invalid() }
                });
            }
            continue;
        }
        match input.try_parse(|input| font::weight(input, context)) {
            Ok(found) => weight = found,
            Err(_) => break,
        }
    }
    let size = font::size(input, context)?;
    let mut height = Value::Plain(Plain::word("normal"));
    if input.try_parse(|input| input.expect_delim('/')).is_ok() {
        let start = input.position();
        if let Token::Function(_) = input.next()? {
            input.parse_nested_block(skip)?;
        }
        height = line_height_of_font(input.slice_from(start), &size, context)?;
    }
    input.skip_whitespace();
    let start = input.position();
    let family = font::family(input)?;
    let family = L::FontFamily.with_plain(family, input.slice_from(start), context);
    Ok(vec![
        (L::FontFamily, family),
        (L::FontSize, size),
        (L::FontWeight, weight),
        (L::FontStyle, Value::Plain(style)),
        (L::LineHeight, height),
    ])
}

/// A line height in `font`: relative to the size beside it, which is not the context's.
fn line_height_of_font(text: &str, size: &Value, context: &Context) -> Result<Value> {
    let em = match size {
        Value::FontSize(FontSize::Pixels(pixels)) => *pixels,
        _ => context.em,
    };
    let own = Context::new(context.visitor, em, context.rem, context.color, context.is_dark);
    let height = plain(L::LineHeight, &mut Parser::new(text), &own)?;
    let is_relative = own.take_used() != Needs::NOTHING;
    if is_relative && !matches!(size, Value::FontSize(FontSize::Pixels(_))) {
        let (property, text) = (Property::Longhand(L::LineHeight), text.trim().into());
        return Ok(Value::Deferred(Arc::new(Deferred { property, text, has_variables: false })));
    }
    Ok(Value::Plain(height))
}
