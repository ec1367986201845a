//! The computed style of an element, and what of it rules look at.

use super::custom::Variables;
use super::properties::properties;
use crate::css::property::{Display, INHERITED, Longhand, Plain, Scheme, Set};
use sada_audit::{Color, Position, Style, Unknown, Visibility};
use std::rc::Rc;
use std::sync::Arc;

/// Everything that is computed.
#[derive(Debug, Clone)]
pub(super) struct Computed {
    /// What each flag means: see [`Longhand`].
    pub flags: Set,
    /// What cannot be told.
    pub unknown: Set,
    /// Values as they are, where they are not initial.
    pub plain: Vec<(Longhand, Plain)>,
    pub scheme: Scheme,
    pub font: Font,
    pub color: Color,
    /// `None` for `currentcolor`.
    pub fill: Option<Color>,
    pub background: Color,
    pub opacity: f32,
    pub display: Display,
    pub position: Position,
    pub sizes: [f32; 10],
    pub animations: Arc<[Box<str>]>,
    pub variables: Rc<Variables>,
    /// Something around it may not be shown, or shows nothing of what is in it.
    pub may_be_skipped: bool,
    /// Its parent makes blocks of its children.
    pub is_blockified: bool,
    /// Nothing shows it: see [`Node::is_left_out`](crate::tree::Node).
    pub is_left_out: bool,
}

/// The font, as far as size and weight go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Font {
    pub size: f32,
    pub weight: f32,
    /// The size is that of a keyword, which differs for `monospace`.
    pub keyword: Option<u8>,
    /// The size was given in absolute units, so `monospace` leaves it.
    pub is_absolute: bool,
}

impl Font {
    /// The size as it is drawn: browsers keep relative sizes legible (Chromium's "minimum logical font size").
    fn shown_size(self) -> f32 {
        const SMALLEST: f32 = 6.0;
        if self.is_absolute || self.size == 0.0 { self.size } else { self.size.max(SMALLEST) }
    }
}

/// Stands for a value that browsers understand and this crate does not.
pub(super) const NOT_UNDERSTOOD: &str = "?";

/// `medium` among the keywords.
pub(super) const MEDIUM: u8 = 3;

impl Computed {
    /// The style that the root inherits from.
    pub fn initial(variables: Rc<Variables>, is_dark: bool) -> Self {
        Self {
            flags: Set::NONE,
            unknown: Set::NONE,
            plain: Vec::new(),
            scheme: Scheme::Normal,
            font: Font { size: 16.0, weight: 400.0, keyword: Some(MEDIUM), is_absolute: false },
            color: if is_dark { Color::WHITE } else { Color::BLACK },
            fill: None,
            background: Color::TRANSPARENT,
            opacity: 1.0,
            display: Display::Inline,
            position: Position::Static,
            sizes: INITIAL_SIZES,
            animations: Arc::default(),
            variables,
            may_be_skipped: false,
            is_blockified: false,
            is_left_out: false,
        }
    }

    /// The value of a longhand as it is, if it is not initial.
    pub fn plain(&self, longhand: Longhand) -> Option<&Plain> {
        self.plain.iter().find(|(known, _)| *known == longhand).map(|(_, plain)| plain)
    }

    /// Keeps a value as it is; `None` for the initial one.
    pub fn keep(&mut self, longhand: Longhand, plain: Option<Plain>) {
        let at = self.plain.iter().position(|(known, _)| *known == longhand);
        match (at, plain) {
            (Some(at), Some(plain)) => self.plain[at].1 = plain,
            (Some(at), None) => drop(self.plain.swap_remove(at)),
            (None, Some(plain)) => self.plain.push((longhand, plain)),
            (None, None) => {}
        }
    }

    /// Whether what stands in it may not be shown, for all that is known.
    pub fn may_skip_contents(&self) -> bool {
        self.may_be_skipped
            || self.unknown.has_any(&[Longhand::Display, Longhand::ContentVisibility])
            || self.flags.has(Longhand::ContentVisibility)
    }

    /// Everything that its children get without asking for it, as numbers that can be compared with those of any other
    /// style that is still there.
    pub fn heritage(&self) -> Box<[u64]> {
        let inherited = *INHERITED;
        let [flags, more_flags] = self.flags.only(inherited).halves();
        let [unknown, more_unknown] = self.unknown.only(inherited).halves();
        let switches = u64::from(self.may_skip_contents())
            | (u64::from(self.display == Display::Flex) << 1)
            | (u64::from(self.font.is_absolute) << 2)
            | (u64::from(self.fill.is_some()) << 3)
            | ((self.scheme as u64) << 4)
            | (self.font.keyword.map_or(0, |keyword| u64::from(keyword) + 1) << 8);
        let mut numbers = vec![
            flags,
            more_flags,
            unknown,
            more_unknown,
            switches,
            pair(self.font.size, self.font.weight),
            Rc::as_ptr(&self.variables).addr() as u64,
        ];
        for color in [self.color, self.fill.unwrap_or(Color::TRANSPARENT)] {
            numbers.extend([pair(color.red, color.green), pair(color.blue, color.alpha)]);
        }
        let kept = self.plain.iter().filter(|(longhand, _)| longhand.is_inherited());
        let mut kept: Vec<(Longhand, [u64; 3])> = kept.map(|(longhand, plain)| (*longhand, coded(plain))).collect();
        kept.sort_unstable_by_key(|(longhand, _)| *longhand as u8);
        for (longhand, code) in kept {
            numbers.push(longhand as u64);
            numbers.extend(code);
        }
        numbers.into()
    }

    /// What rules look at.
    pub fn to_style(&self) -> Style {
        let has = |longhands: &[Longhand]| self.flags.has_any(longhands);
        let out_of_flow = matches!(self.position, Position::Absolute | Position::Fixed);
        let is_placed = self.position != Position::Static;
        let moved_by_inset = self.position == Position::Relative && has(INSETS);
        Style {
            color: self.fill.unwrap_or(self.color),
            background_color: self.background,
            has_background_image: has(&[Longhand::BackgroundImage]),
            clips_background_to_text: has(&[Longhand::BackgroundClip]),
            opacity: self.opacity,
            font_size: self.font.shown_size(),
            font_weight: self.font.weight,
            display: match self.display {
                _ if self.is_left_out => sada_audit::Display::None,
                Display::None => sada_audit::Display::None,
                Display::Contents => sada_audit::Display::Contents,
                _ => sada_audit::Display::Shown,
            },
            visibility: if has(&[Longhand::Visibility]) { Visibility::Hidden } else { Visibility::Visible },
            position: self.position,
            has_negative_z_index: is_placed && has(&[Longhand::ZIndex]),
            // What is out of the flow does not float.
            may_leave_parent: moved_by_inset || has(LEAVES) || (has(&[Longhand::Float]) && !out_of_flow),
            changes_paint: has(&[Longhand::Filter, Longhand::BackdropFilter, Longhand::MixBlendMode, Longhand::Mask]),
            has_text_shadow: has(&[Longhand::TextShadow]),
            skips_contents: has(&[Longhand::ContentVisibility]),
            is_clipped_away: (out_of_flow && has(&[Longhand::Clip])) || has(&[Longhand::ClipPath]) || self.cuts_all(),
            properties: properties(self),
            unknown: self.unknown_groups(),
        }
    }

    fn unknown_groups(&self) -> Unknown {
        let mut groups = Unknown::NOTHING;
        for longhand in self.unknown.iter() {
            // Sizes matter only where what does not fit is cut.
            if !is_size(longhand) && !OVERFLOWS.contains(&longhand) {
                groups = groups.and(longhand.group());
            }
        }
        let has_doubtful_size = self.unknown.iter().any(is_size);
        let cuts = self.flags.has_any(OVERFLOWS);
        let may_cut = self.unknown.has_any(OVERFLOWS);
        if self.may_be_skipped
            || self.flags.has(Longhand::ContentVisibility)
            || (has_doubtful_size && (cuts || may_cut))
            || (may_cut && self.is_tiny())
        {
            groups = groups.and(Unknown::VISIBILITY);
        }
        if self.flags.has(Longhand::BoxShadow) {
            groups = groups.and(Unknown::BACKGROUND);
        }
        if self.flags.has(Longhand::TextStroke) {
            groups = groups.and(Unknown::PAINT);
        }
        groups
    }

    /// `overflow` with a size of at most one pixel.
    fn cuts_all(&self) -> bool {
        self.flags.has_any(OVERFLOWS) && self.is_tiny()
    }

    fn is_tiny(&self) -> bool {
        let is_sized = matches!(self.display, Display::Block | Display::Flex)
            || self.is_blockified
            || matches!(self.position, Position::Absolute | Position::Fixed)
            || self.flags.has(Longhand::Float);
        let [width, height, max_width, max_height, min_width, min_height, top, right, bottom, left] = self.sizes;
        let is_gone =
            |size: f32, most: f32, least: f32, padding: f32| size.min(most).max(least) <= 1.0 && padding == 0.0;
        is_sized
            && (is_gone(width, max_width, min_width, left + right)
                || is_gone(height, max_height, min_height, top + bottom))
    }

    /// Whether it is painted on something dark unless it says otherwise.
    pub fn is_dark(&self, prefers_dark: bool) -> bool {
        match self.scheme {
            Scheme::Dark => true,
            Scheme::Both => prefers_dark,
            Scheme::Normal | Scheme::Light => false,
        }
    }
}

/// Two numbers side by side.
fn pair(a: f32, b: f32) -> u64 {
    (u64::from(a.to_bits()) << 32) | u64::from(b.to_bits())
}

/// A value as numbers: its kind and what it says. Texts are told apart by where they are kept.
fn coded(plain: &Plain) -> [u64; 3] {
    match plain {
        Plain::Word(word) => [0, word.as_ptr().addr() as u64, word.len() as u64],
        Plain::Number(number) => [1, u64::from(number.to_bits()), 0],
        Plain::Length { pixels, percent } => [2, pair(*pixels, *percent), 0],
        Plain::Color(Color { red, green, blue, alpha }) => [3, pair(*red, *green), pair(*blue, *alpha)],
        Plain::Text(text) => [4, text.as_ptr().addr() as u64, text.len() as u64],
    }
}

const INSETS: &[Longhand] = &[Longhand::Top, Longhand::Right, Longhand::Bottom, Longhand::Left];
const OVERFLOWS: &[Longhand] = &[Longhand::OverflowX, Longhand::OverflowY];
const LEAVES: &[Longhand] = &[
    Longhand::MarginTop,
    Longhand::MarginRight,
    Longhand::MarginBottom,
    Longhand::MarginLeft,
    Longhand::Transform,
    Longhand::Translate,
    Longhand::Rotate,
    Longhand::Scale,
    Longhand::OffsetPath,
    Longhand::TextIndent,
];

/// The place of a longhand in [`Computed::sizes`].
pub(super) fn size_index(longhand: Longhand) -> Option<usize> {
    const SIZES: [Longhand; 10] = [
        Longhand::Width,
        Longhand::Height,
        Longhand::MaxWidth,
        Longhand::MaxHeight,
        Longhand::MinWidth,
        Longhand::MinHeight,
        Longhand::PaddingTop,
        Longhand::PaddingRight,
        Longhand::PaddingBottom,
        Longhand::PaddingLeft,
    ];
    SIZES.iter().position(|known| *known == longhand)
}

fn is_size(longhand: Longhand) -> bool {
    size_index(longhand).is_some()
}

/// Every size at its initial value.
pub(super) const INITIAL_SIZES: [f32; 10] =
    [f32::INFINITY, f32::INFINITY, f32::INFINITY, f32::INFINITY, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
