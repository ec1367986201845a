//! Values as rules ask for them by the name of the property.

use super::keyword::{canonical_display, words};
use super::{Longhand, Plain, invalid, one_of, skip};
use crate::css::value::math::{Kind, quantity};
use crate::css::value::{Context, Needs, Result, color, unknown};
use cssparser::{Parser, Token};

use Longhand as L;

/// Reads a value, up to the end of `input`.
pub(super) fn plain(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    let value = match longhand {
        L::Display => Plain::word(canonical_display(input)?),
        L::BorderTopColor
        | L::BorderRightColor
        | L::BorderBottomColor
        | L::BorderLeftColor
        | L::OutlineColor
        | L::TextDecorationColor => line_color(longhand, input, context)?,
        L::BorderTopWidth | L::BorderRightWidth | L::BorderBottomWidth | L::BorderLeftWidth | L::OutlineWidth => {
            line_width(input, context)?
        }
        L::TextDecorationLine => decoration_line(input)?,
        L::TextTransform => several(input, &["capitalize", "uppercase", "lowercase", "full-width", "full-size-kana"])?,
        L::FontStyle => font_style(input, context)?,
        L::AnimationDuration | L::TransitionDuration => times(input)?,
        L::Animation | L::TransitionProperty | L::AnimationIterationCount => list(input)?,
        L::LineHeight => line_height(input, context)?,
        L::ZIndex => number_or_auto(input, context)?,
        L::Cursor => cursor(input)?,
        L::Clip => clip(input, context)?,
        _ => match words(longhand) {
            Some(words) => word_or_length(longhand, words, input, context)?,
            None => text(input)?,
        },
    };
    input.expect_exhausted()?;
    Ok(value)
}

/// Which lengths a property takes besides its words.
fn lengths(longhand: Longhand) -> Option<(bool, bool)> {
    let (may_be_negative, may_be_percent) = match longhand {
        L::MarginTop
        | L::MarginRight
        | L::MarginBottom
        | L::MarginLeft
        | L::Top
        | L::Right
        | L::Bottom
        | L::Left
        | L::TextIndent
        | L::VerticalAlign => (true, true),
        L::LetterSpacing | L::WordSpacing | L::OutlineOffset => (true, false),
        L::PaddingTop
        | L::PaddingRight
        | L::PaddingBottom
        | L::PaddingLeft
        | L::Width
        | L::Height
        | L::MinWidth
        | L::MinHeight
        | L::MaxWidth
        | L::MaxHeight => (false, true),
        _ => return None,
    };
    Some((may_be_negative, may_be_percent))
}

fn word_or_length(
    longhand: Longhand,
    words: &'static [&'static str],
    input: &mut Parser<'_>,
    context: &Context,
) -> Result<Plain> {
    if let Ok(at) = input.try_parse(|input| one_of(input, words)) {
        return Ok(match (longhand, words[at]) {
            (L::LetterSpacing | L::WordSpacing, _) => Plain::Length { pixels: 0.0, percent: 0.0 },
            (_, "overlay") => Plain::word("auto"),
            (_, "-webkit-fit-content") => Plain::word("fit-content"),
            (_, "-webkit-min-content") => Plain::word("min-content"),
            (_, "-webkit-max-content") => Plain::word("max-content"),
            (_, word) => Plain::word(word),
        });
    }
    let Some((may_be_negative, may_be_percent)) = lengths(longhand) else { return invalid() };
    let is_function = super::next_function(input).is_some();
    let length = quantity(input, context)?;
    if longhand == L::TextIndent && !input.is_exhausted() {
        return unknown(); // `hanging`, `each-line`
    }
    if !length.is_length_percentage() {
        return invalid();
    }
    if length.percent != 0.0 && !may_be_percent {
        return unknown();
    }
    if !may_be_negative && (length.value < 0.0 || length.percent < 0.0) {
        return match is_function {
            true if length.percent == 0.0 => Ok(Plain::Length { pixels: 0.0, percent: 0.0 }),
            true => unknown(),
            false => invalid(),
        };
    }
    Ok(Plain::Length { pixels: length.value, percent: length.percent })
}

fn line_color(longhand: Longhand, input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    if longhand == L::OutlineColor && input.try_parse(|input| one_of(input, &["auto", "invert"])).is_ok() {
        return Ok(Plain::word("auto"));
    }
    match color::color(input, context)? {
        color::Paint::Current => Ok(Plain::word("currentcolor")),
        color::Paint::Of(paint) => color::to_srgb(paint).map_or_else(unknown, |color| Ok(Plain::Color(color))),
    }
}

/// A width in whole pixels, as borders are painted (CSS Values 4, snapping a length as a border width).
fn line_width(input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    if let Ok(at) = input.try_parse(|input| one_of(input, &["thin", "medium", "thick"])) {
        return Ok(Plain::Length { pixels: [1.0, 3.0, 5.0][at], percent: 0.0 });
    }
    let is_function = super::next_function(input).is_some();
    let width = quantity(input, context)?;
    if !width.is_length_percentage() || width.kind == Kind::Percentage || (width.value < 0.0 && !is_function) {
        return invalid();
    }
    let pixels = if width.value > 0.0 && width.value < 1.0 { 1.0 } else { width.value.floor().max(0.0) };
    Ok(Plain::Length { pixels, percent: 0.0 })
}

fn decoration_line(input: &mut Parser<'_>) -> Result<Plain> {
    if input.try_parse(|input| one_of(input, &["spelling-error", "grammar-error"])).is_ok() {
        return unknown();
    }
    several(input, &["underline", "overline", "line-through", "blink"])
}

/// `none`, or some of `words`, each at most once; written in the order of `words`.
fn several(input: &mut Parser<'_>, words: &'static [&'static str]) -> Result<Plain> {
    if input.try_parse(|input| input.expect_ident_matching("none")).is_ok() {
        return Ok(Plain::word("none"));
    }
    let mut found: Vec<usize> = Vec::new();
    while let Ok(at) = input.try_parse(|input| one_of(input, words)) {
        if found.contains(&at) {
            return invalid();
        }
        found.push(at);
    }
    found.sort_unstable();
    match found.as_slice() {
        [] => invalid(),
        [at] => Ok(Plain::word(words[*at])),
        found => Ok(Plain::Text(found.iter().map(|at| words[*at]).collect::<Vec<_>>().join(" ").into())),
    }
}

fn font_style(input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    let at = one_of(input, &["normal", "italic", "oblique"])?;
    if at < 2 || input.is_exhausted() {
        return Ok(Plain::word(["normal", "italic", "oblique"][at]));
    }
    let angle = quantity(input, context)?;
    match angle.kind {
        Kind::Angle if angle.value == 0.0 => Ok(Plain::word("normal")),
        Kind::Angle => Ok(Plain::Text(format!("oblique {}deg", angle.value).into())),
        _ => invalid(),
    }
}

/// Times, in seconds.
fn times(input: &mut Parser<'_>) -> Result<Plain> {
    let times = input.parse_comma_separated(|input| match input.next()?.clone() {
        Token::Dimension { value, unit, .. } if unit.eq_ignore_ascii_case("s") => Ok(format!("{value}s")),
        Token::Dimension { value, unit, .. } if unit.eq_ignore_ascii_case("ms") => Ok(format!("{}s", value / 1000.0)),
        Token::Ident(word) if word.eq_ignore_ascii_case("auto") => Ok("auto".to_owned()),
        Token::Function(_) => unknown(),
        _ => invalid(),
    })?;
    Ok(Plain::Text(times.join(", ").into()))
}

/// Names or numbers, separated by commas.
fn list(input: &mut Parser<'_>) -> Result<Plain> {
    let items = input.parse_comma_separated(|input| match input.next()?.clone() {
        Token::Ident(word) => Ok(word.to_string()),
        Token::QuotedString(name) => Ok(name.to_string()),
        Token::Number { value, .. } if value >= 0.0 => Ok(value.to_string()),
        Token::Function(_) => unknown(),
        _ => invalid(),
    })?;
    Ok(Plain::Text(items.join(", ").into()))
}

pub(super) fn line_height(input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    if input.try_parse(|input| input.expect_ident_matching("normal")).is_ok() {
        return Ok(Plain::word("normal"));
    }
    let is_function = super::next_function(input).is_some();
    let height = quantity(input, context)?;
    if (height.value < 0.0 || height.percent < 0.0) && !is_function {
        return invalid();
    }
    match height.kind {
        Kind::Number => Ok(Plain::Number(height.value.max(0.0))),
        Kind::Length | Kind::Percentage => {
            if height.percent != 0.0 {
                context.note(Needs::EM);
            }
            Ok(Plain::Length { pixels: (height.value + height.percent / 100.0 * context.em).max(0.0), percent: 0.0 })
        }
        _ => invalid(),
    }
}

fn number_or_auto(input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(Plain::word("auto"));
    }
    let number = quantity(input, context)?;
    if number.kind == Kind::Number { Ok(Plain::Number((number.value + 0.5).floor())) } else { invalid() }
}

/// The word that stands behind pictures.
fn cursor(input: &mut Parser<'_>) -> Result<Plain> {
    let start = input.position();
    let has_picture = input.expect_ident().is_err();
    if !has_picture && input.is_exhausted() {
        let word = input.slice_from(start).trim().to_ascii_lowercase();
        return words(L::Cursor)
            .and_then(|words| words.iter().find(|known| **known == word))
            .map_or_else(invalid, |word| Ok(Plain::word(word)));
    }
    skip(input)?;
    let text = input.slice_from(start);
    let last = text.rsplit(',').next().unwrap_or_default().trim();
    let is_word = words(L::Cursor).is_some_and(|words| words.contains(&last));
    if is_word { Ok(Plain::Text(text.trim().into())) } else { invalid() }
}

/// `rect()` with its edges in pixels.
fn clip(input: &mut Parser<'_>, context: &Context) -> Result<Plain> {
    if input.try_parse(|input| input.expect_ident_matching("auto")).is_ok() {
        return Ok(Plain::word("auto"));
    }
    input.expect_function_matching("rect")?;
    let edges = input.parse_nested_block(|input| {
        let mut edges = Vec::new();
        while !input.is_exhausted() {
            let is_auto = input.try_parse(|input| input.expect_ident_matching("auto")).is_ok();
            edges.push(if is_auto { "auto".to_owned() } else { format!("{}px", quantity(input, context)?.value) });
            let _ = input.try_parse(Parser::expect_comma);
        }
        Ok(edges)
    })?;
    Ok(Plain::Text(format!("rect({})", edges.join(", ")).into()))
}

/// Whatever it is, as it was written: `none` is a word.
fn text(input: &mut Parser<'_>) -> Result<Plain> {
    input.skip_whitespace();
    let start = input.position();
    skip(input)?;
    let text = input.slice_from(start).split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    Ok(match text.to_ascii_lowercase().as_str() {
        "" => return invalid(),
        "none" => Plain::word("none"),
        "auto" => Plain::word("auto"),
        "normal" => Plain::word("normal"),
        _ => Plain::Text(text.into()),
    })
}
