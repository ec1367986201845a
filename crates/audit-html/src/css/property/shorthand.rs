//! The shorthands of the longhands that are looked at.

use super::paint::background;
use super::{Longhand, Value, font, invalid, one_of, place, shown, skip};
use crate::css::value::math::quantity;
use crate::css::value::{Context, Result, unknown};
use cssparser::{Parser, Token};

use Longhand as L;

/// A shorthand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shorthand {
    All,
    Background,
    Font,
    Margin,
    MarginInline,
    MarginBlock,
    Padding,
    PaddingInline,
    PaddingBlock,
    Inset,
    InsetInline,
    InsetBlock,
    Overflow,
    Animation,
    Mask,
    TextStroke,
    Offset,
}

impl Shorthand {
    /// The shorthand of this name, in lower case.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "all" => Self::All,
            "background" => Self::Background,
            "font" => Self::Font,
            "margin" => Self::Margin,
            "margin-inline" => Self::MarginInline,
            "margin-block" => Self::MarginBlock,
            "padding" => Self::Padding,
            "padding-inline" => Self::PaddingInline,
            "padding-block" => Self::PaddingBlock,
            "inset" => Self::Inset,
            "inset-inline" => Self::InsetInline,
            "inset-block" => Self::InsetBlock,
            "overflow" => Self::Overflow,
            "animation" | "-webkit-animation" => Self::Animation,
            "mask" | "-webkit-mask" => Self::Mask,
            "-webkit-text-stroke" => Self::TextStroke,
            "offset" => Self::Offset,
            _ => return None,
        })
    }

    /// What it sets.
    pub fn longhands(self) -> Vec<Longhand> {
        let longhands: &[Longhand] = match self {
            Self::All => Longhand::ALL,
            Self::Background => &[L::BackgroundColor, L::BackgroundImage, L::BackgroundClip],
            Self::Font => &[L::FontFamily, L::FontSize, L::FontWeight],
            Self::Margin => &[L::MarginTop, L::MarginRight, L::MarginBottom, L::MarginLeft],
            Self::MarginInline => &[L::MarginLeft, L::MarginRight],
            Self::MarginBlock => &[L::MarginTop, L::MarginBottom],
            Self::Padding => &[L::PaddingTop, L::PaddingRight, L::PaddingBottom, L::PaddingLeft],
            Self::PaddingInline => &[L::PaddingLeft, L::PaddingRight],
            Self::PaddingBlock => &[L::PaddingTop, L::PaddingBottom],
            Self::Inset => &[L::Top, L::Right, L::Bottom, L::Left],
            Self::InsetInline => &[L::Left, L::Right],
            Self::InsetBlock => &[L::Top, L::Bottom],
            Self::Overflow => &[L::OverflowX, L::OverflowY],
            Self::Animation => &[L::Animation],
            Self::Mask => &[L::Mask],
            Self::TextStroke => &[L::TextStroke],
            Self::Offset => &[L::OffsetPath],
        };
        longhands.to_vec()
    }

    pub(super) fn parse(self, input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
        let one = |longhand, value| Ok(vec![(longhand, value)]);
        match self {
            Self::All => invalid(), // It takes the values every property takes, and no others.
            Self::Background => {
                let background = background(input, context)?;
                Ok(vec![
                    (L::BackgroundColor, background.color),
                    (L::BackgroundImage, Value::Flag(background.has_image)),
                    (L::BackgroundClip, Value::Flag(background.is_text)),
                ])
            }
            Self::Font => whole_font(input, context),
            Self::Margin | Self::MarginInline | Self::MarginBlock => {
                self.sides(input, |input| place::margin(input, context))
            }
            Self::Padding | Self::PaddingInline | Self::PaddingBlock => {
                self.sides(input, |input| place::padding(input, context))
            }
            Self::Inset | Self::InsetInline | Self::InsetBlock => {
                self.sides(input, |input| place::inset(input, context))
            }
            Self::Overflow => self.sides(input, |input| shown::overflow(input).map(Value::Flag)),
            Self::Animation => one(L::Animation, Value::Names(shown::words_of_animation(input)?.into())),
            Self::Mask => {
                let is_there = !super::paint::is_none(input);
                skip(input)?;
                one(L::Mask, Value::Flag(is_there))
            }
            Self::TextStroke => {
                let mut is_there = false;
                while !input.is_exhausted() {
                    match input.try_parse(|input| super::paint::stroke_width(input, context)) {
                        Ok(has_width) => is_there |= has_width,
                        Err(_) => drop(super::color_value(input, context)?),
                    }
                }
                one(L::TextStroke, Value::Flag(is_there))
            }
            Self::Offset => {
                let is_there = !super::paint::is_none(input);
                skip(input)?;
                one(L::OffsetPath, Value::Flag(is_there))
            }
        }
    }

    /// One value for each side, or fewer that stand for several.
    fn sides(
        self,
        input: &mut Parser<'_>,
        mut parse: impl FnMut(&mut Parser<'_>) -> Result<Value>,
    ) -> Result<Vec<(Longhand, Value)>> {
        let longhands = self.longhands();
        let mut values = vec![parse(input)?];
        while values.len() < longhands.len() && !input.is_exhausted() {
            values.push(parse(input)?);
        }
        // `1px 2px 3px`: the left side is as the right one, the bottom as the top.
        let of_side = |side: usize| match side {
            side if side < values.len() => side,
            3 => usize::from(values.len() > 1),
            _ => 0,
        };
        Ok(longhands
            .into_iter()
            .enumerate()
            .map(|(side, longhand)| (longhand, values[of_side(side)].clone()))
            .collect())
    }
}

/// `font`: what stands before the size, the size, the family.
fn whole_font(input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
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
    loop {
        if let Ok(at) = input.try_parse(|input| one_of(input, BEFORE)) {
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
    if input.try_parse(|input| input.expect_delim('/')).is_ok() {
        match input.next()? {
            Token::Function(_) => input.parse_nested_block(skip)?,
            Token::Ident(_) | Token::Number { .. } | Token::Dimension { .. } | Token::Percentage { .. } => {}
            _ => return invalid(),
        }
    }
    let family = font::family(input)?;
    Ok(vec![(L::FontFamily, family), (L::FontSize, size), (L::FontWeight, weight)])
}
