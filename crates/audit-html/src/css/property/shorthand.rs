//! The shorthands of the longhands that are looked at.

use super::font_shorthand::whole_font;
use super::paint::background;
use super::plain::plain;
use super::{Longhand, Plain, Value, invalid, line, one_of, place, shown, skip};
use crate::css::value::{Context, Result};
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
    Border,
    BorderTop,
    BorderRight,
    BorderBottom,
    BorderLeft,
    BorderInline,
    BorderBlock,
    BorderWidth,
    BorderStyle,
    BorderColor,
    Outline,
    ListStyle,
    TextDecoration,
    TextWrap,
    Transition,
    WhiteSpace,
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
            "border" => Self::Border,
            "border-top" | "border-block-start" => Self::BorderTop,
            "border-right" | "border-inline-end" => Self::BorderRight,
            "border-bottom" | "border-block-end" => Self::BorderBottom,
            "border-left" | "border-inline-start" => Self::BorderLeft,
            "border-inline" => Self::BorderInline,
            "border-block" => Self::BorderBlock,
            "border-width" => Self::BorderWidth,
            "border-style" => Self::BorderStyle,
            "border-color" => Self::BorderColor,
            "outline" => Self::Outline,
            "list-style" => Self::ListStyle,
            "text-decoration" | "-webkit-text-decoration" => Self::TextDecoration,
            "text-wrap" => Self::TextWrap,
            "transition" | "-webkit-transition" => Self::Transition,
            "white-space" => Self::WhiteSpace,
            _ => return None,
        })
    }

    /// What it sets.
    pub fn longhands(self) -> Vec<Longhand> {
        let longhands: &[Longhand] = match self {
            Self::All => Longhand::ALL,
            Self::Background => &[L::BackgroundColor, L::BackgroundImage, L::BackgroundClip],
            Self::Font => &[L::FontFamily, L::FontSize, L::FontWeight, L::FontStyle, L::LineHeight],
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
            Self::Animation => &[L::Animation, L::AnimationDuration, L::AnimationIterationCount],
            Self::Mask => &[L::Mask],
            Self::TextStroke => &[L::TextStroke],
            Self::Offset => &[L::OffsetPath],
            Self::Border => &[
                L::BorderTopWidth,
                L::BorderTopStyle,
                L::BorderTopColor,
                L::BorderRightWidth,
                L::BorderRightStyle,
                L::BorderRightColor,
                L::BorderBottomWidth,
                L::BorderBottomStyle,
                L::BorderBottomColor,
                L::BorderLeftWidth,
                L::BorderLeftStyle,
                L::BorderLeftColor,
            ],
            Self::BorderTop => &[L::BorderTopWidth, L::BorderTopStyle, L::BorderTopColor],
            Self::BorderRight => &[L::BorderRightWidth, L::BorderRightStyle, L::BorderRightColor],
            Self::BorderBottom => &[L::BorderBottomWidth, L::BorderBottomStyle, L::BorderBottomColor],
            Self::BorderLeft => &[L::BorderLeftWidth, L::BorderLeftStyle, L::BorderLeftColor],
            Self::BorderInline => &[
                L::BorderRightWidth,
                L::BorderRightStyle,
                L::BorderRightColor,
                L::BorderLeftWidth,
                L::BorderLeftStyle,
                L::BorderLeftColor,
            ],
            Self::BorderBlock => &[
                L::BorderTopWidth,
                L::BorderTopStyle,
                L::BorderTopColor,
                L::BorderBottomWidth,
                L::BorderBottomStyle,
                L::BorderBottomColor,
            ],
            Self::BorderWidth => &[L::BorderTopWidth, L::BorderRightWidth, L::BorderBottomWidth, L::BorderLeftWidth],
            Self::BorderStyle => &[L::BorderTopStyle, L::BorderRightStyle, L::BorderBottomStyle, L::BorderLeftStyle],
            Self::BorderColor => &[L::BorderTopColor, L::BorderRightColor, L::BorderBottomColor, L::BorderLeftColor],
            Self::Outline => &[L::OutlineWidth, L::OutlineStyle, L::OutlineColor],
            Self::ListStyle => &[L::ListStyleType, L::ListStyleImage],
            Self::TextDecoration => &[L::TextDecorationLine, L::TextDecorationColor],
            Self::TextWrap => &[L::TextWrapMode],
            Self::Transition => &[L::TransitionProperty, L::TransitionDuration],
            Self::WhiteSpace => &[L::WhiteSpaceCollapse, L::TextWrapMode],
        };
        // `all` leaves the direction of text alone (CSS Cascade 5, 3.2).
        let is_set =
            |longhand: &Longhand| !matches!(longhand, L::Direction | L::UnicodeBidi) || !matches!(self, Self::All);
        longhands.iter().copied().filter(is_set).collect()
    }

    pub(super) fn parse(self, input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
        let one = |longhand, value| Ok(vec![(longhand, value)]);
        match self {
            Self::All => invalid(), // It takes the values every property takes, and no others.
            Self::Background => {
                let start = input.position();
                let background = background(input, context)?;
                let text = if background.has_image { input.slice_from(start) } else { "none" };
                Ok(vec![
                    (L::BackgroundColor, background.color),
                    (
                        L::BackgroundImage,
                        L::BackgroundImage.with_plain(Value::Flag(background.has_image), text, context),
                    ),
                    (L::BackgroundClip, Value::Flag(background.is_text)),
                ])
            }
            Self::Font => whole_font(input, context),
            Self::Margin | Self::MarginInline | Self::MarginBlock => {
                self.sides(input, context, |input| place::margin(input, context))
            }
            Self::Padding | Self::PaddingInline | Self::PaddingBlock => {
                self.sides(input, context, |input| place::padding(input, context))
            }
            Self::Inset | Self::InsetInline | Self::InsetBlock => {
                self.sides(input, context, |input| place::inset(input, context))
            }
            Self::Overflow => self.sides(input, context, |input| shown::overflow(input).map(Value::Flag)),
            Self::Animation => super::motion::animation(input),
            Self::Transition => super::motion::transition(input),
            Self::Border
            | Self::BorderTop
            | Self::BorderRight
            | Self::BorderBottom
            | Self::BorderLeft
            | Self::BorderInline
            | Self::BorderBlock
            | Self::Outline => line::line(&self.longhands(), input, context),
            Self::BorderWidth | Self::BorderStyle | Self::BorderColor => self.plain_sides(input, context),
            Self::ListStyle => line::list_style(input, context),
            Self::TextDecoration => line::decoration(input, context),
            Self::TextWrap => {
                const WRAPS: &[&str] = &["wrap", "nowrap", "auto", "balance", "pretty", "stable"];
                let mut mode = "wrap";
                while !input.is_exhausted() {
                    if WRAPS[one_of(input, WRAPS)?] == "nowrap" {
                        mode = "nowrap";
                    }
                }
                one(L::TextWrapMode, Value::Plain(Plain::word(mode)))
            }
            Self::WhiteSpace => line::white_space(input),
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
        context: &Context,
        mut parse: impl FnMut(&mut Parser<'_>) -> Result<Value>,
    ) -> Result<Vec<(Longhand, Value)>> {
        let longhands = self.longhands();
        let mut one = |input: &mut Parser<'_>| -> Result<Value> {
            input.skip_whitespace();
            let start = input.position();
            let value = parse(input)?;
            Ok(longhands[0].with_plain(value, input.slice_from(start), context))
        };
        let mut values = vec![one(input)?];
        while values.len() < longhands.len() && !input.is_exhausted() {
            values.push(one(input)?);
        }
        Ok(Self::spread(longhands, &values))
    }

    /// As [`Self::sides`], for longhands whose value is kept as it is alone.
    fn plain_sides(self, input: &mut Parser<'_>, context: &Context) -> Result<Vec<(Longhand, Value)>> {
        let longhands = self.longhands();
        let mut values = Vec::new();
        while values.len() < longhands.len() && (values.is_empty() || !input.is_exhausted()) {
            let start = input.position();
            if let Token::Function(_) = input.next()? {
                input.parse_nested_block(skip)?;
            }
            let text = input.slice_from(start);
            values.push(Value::Plain(plain(longhands[0], &mut Parser::new(text), context)?));
        }
        Ok(Self::spread(longhands, &values))
    }

    fn spread(longhands: Vec<Longhand>, values: &[Value]) -> Vec<(Longhand, Value)> {
        // `1px 2px 3px`: the left side is as the right one, the bottom as the top.
        let of_side = |side: usize| match side {
            side if side < values.len() => side,
            3 => usize::from(values.len() > 1),
            _ => 0,
        };
        longhands.into_iter().enumerate().map(|(side, longhand)| (longhand, values[of_side(side)].clone())).collect()
    }
}
