//! Shorthands of borders, outlines, lists, transitions and text.

use super::keyword::LINES;
use super::plain::plain;
use super::{Longhand, Plain, Value, invalid, one_of};
use crate::css::value::{Context, Result};
use cssparser::{Parser, Token};

use Longhand as L;

/// `border`, `border-top`, `outline`: width, style and colour in any order, for each side alike.
pub(super) fn line(
    longhands: &[Longhand],
    input: &mut Parser<'_>,
    context: &Context,
) -> Result<Vec<(Longhand, Value)>> {
    let [width, style, color] = [0, 1, 2].map(|at| longhands[at]);
    let (mut own_width, mut own_style, mut own_color) = (None, None, None);
    let mut is_empty = true;
    while !input.is_exhausted() {
        is_empty = false;
        let start = input.state();
        let known = if style == L::OutlineStyle { LINES } else { &LINES[..10] };
        if own_style.is_none()
            && let Ok(at) = input.try_parse(|input| one_of(input, known))
        {
            own_style = Some(Plain::word(known[at]));
            continue;
        }
        let from = input.position();
        if let Token::Function(_) = input.next()? {
            input.parse_nested_block(super::skip)?;
        }
        let text = input.slice_from(from);
        if own_width.is_none()
            && let Ok(found) = plain(width, &mut Parser::new(text), context)
        {
            own_width = Some(found);
        } else if own_color.is_none() {
            input.reset(&start);
            input.next()?;
            if let Ok(Token::Function(_)) = {
                input.reset(&start);
                input.next().cloned()
            } {
                input.parse_nested_block(super::skip)?;
            }
            own_color = Some(plain(color, &mut Parser::new(text), context)?);
        } else {
            return invalid();
        }
    }
    if is_empty {
        return invalid();
    }
    let initial_color = if color == L::OutlineColor { "auto" } else { "currentcolor" };
    let width = own_width.unwrap_or(Plain::Length { pixels: 3.0, percent: 0.0 });
    let style = own_style.unwrap_or(Plain::word("none"));
    let color = own_color.unwrap_or(Plain::word(initial_color));
    let each = [width, style, color];
    Ok((0..longhands.len()).map(|at| (longhands[at], Value::Plain(each[at % 3].clone()))).collect())
}

/// `list-style`.
pub(super) fn list_style(input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
    let (mut kind, mut image) = (None, None);
    let mut nones = 0;
    while !input.is_exhausted() {
        if input.try_parse(|input| one_of(input, &["inside", "outside"])).is_ok() {
            continue;
        }
        let from = input.position();
        let is_image = match input.next()?.clone() {
            Token::UnquotedUrl(_) => true,
            Token::Function(name) => {
                input.parse_nested_block(super::skip)?;
                !name.eq_ignore_ascii_case("symbols")
            }
            Token::Ident(word) if word.eq_ignore_ascii_case("none") => {
                nones += 1;
                continue;
            }
            Token::Ident(_) | Token::QuotedString(_) => false,
            _ => return invalid(),
        };
        let text = input.slice_from(from);
        let (place, longhand) = if is_image { (&mut image, L::ListStyleImage) } else { (&mut kind, L::ListStyleType) };
        if place.is_some() {
            return invalid();
        }
        *place = Some(plain(longhand, &mut Parser::new(text), context)?);
    }
    if kind.is_none() && nones > 0 {
        kind = Some(Plain::word("none"));
    }
    Ok(vec![
        (L::ListStyleType, Value::Plain(kind.unwrap_or(Plain::word("disc")))),
        (L::ListStyleImage, Value::Plain(image.unwrap_or(Plain::word("none")))),
    ])
}

/// `text-decoration`: only line and colour are looked at.
pub(super) fn decoration(input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
    const LINE: &[&str] =
        &["none", "underline", "overline", "line-through", "blink", "spelling-error", "grammar-error"];
    const STYLES: &[&str] = &["solid", "double", "dotted", "dashed", "wavy", "auto", "from-font"];
    let mut lines = Vec::new();
    let mut color = Value::Plain(Plain::word("currentcolor"));
    while !input.is_exhausted() {
        if let Ok(at) = input.try_parse(|input| one_of(input, LINE)) {
            lines.push(LINE[at]);
        } else if let Ok(found) = input.try_parse(|input| super::color_value(input, context)) {
            color = match found {
                Value::CurrentColor => Value::Plain(Plain::word("currentcolor")),
                Value::Color(color) => Value::Plain(Plain::Color(color)),
                _ => Value::Unknown,
            };
        } else if input.try_parse(|input| one_of(input, STYLES)).is_err() {
            plain(L::MarginTop, &mut Parser::new(one_token(input)?), context)?;
        }
    }
    let text = if lines.is_empty() { "none".to_owned() } else { lines.join(" ") };
    let line = Value::Plain(plain(L::TextDecorationLine, &mut Parser::new(&text), context)?);
    Ok(vec![(L::TextDecorationLine, line), (L::TextDecorationColor, color)])
}

fn one_token<'i>(input: &mut Parser<'i>) -> Result<&'i str> {
    let from = input.position();
    if let Token::Function(_) = input.next()? {
        input.parse_nested_block(super::skip)?;
    }
    Ok(input.slice_from(from))
}

/// `white-space`, and what it means for wrapping.
pub(super) fn white_space(input: &mut Parser<'_>) -> Result<Vec<(Longhand, Value)>> {
    const WORDS: &[(&str, &str, &str)] = &[
        ("normal", "collapse", "wrap"),
        ("pre", "preserve", "nowrap"),
        ("nowrap", "collapse", "nowrap"),
        ("pre-wrap", "preserve", "wrap"),
        ("pre-line", "preserve-breaks", "wrap"),
        ("break-spaces", "break-spaces", "wrap"),
    ];
    let (mut collapse, mut wrap) = ("collapse", "wrap");
    let mut is_empty = true;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let word = word.to_ascii_lowercase();
        if let Some((_, both, mode)) = WORDS.iter().find(|(known, ..)| is_empty && *known == word) {
            (collapse, wrap) = (both, mode);
        } else if word == "wrap" {
            wrap = "wrap";
        } else if word == "nowrap" {
            wrap = "nowrap";
        } else {
            let known = super::keyword::words(L::WhiteSpaceCollapse).unwrap_or_default();
            let Some(found) = known.iter().find(|known| **known == word) else { return invalid() };
            collapse = found;
        }
        is_empty = false;
    }
    if is_empty {
        return invalid();
    }
    Ok(vec![
        (L::WhiteSpaceCollapse, Value::Plain(Plain::word(collapse))),
        (L::TextWrapMode, Value::Plain(Plain::word(wrap))),
    ])
}
