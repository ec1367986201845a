//! Font sizes and weights relative to those around (CSS Fonts 4, 2).

use super::computed::Computed;
use crate::css::property::{FontSize, Longhand};

/// Gives `own` the font size of its parent.
pub(super) fn inherit_size(own: &mut Computed, parent: &Computed, is_quirks: bool) {
    own.font = super::computed::Font { weight: own.font.weight, ..parent.font };
    fit_monospace(own, parent, is_quirks);
}

/// Gives `own` a font size.
pub(super) fn set_size(own: &mut Computed, parent: &Computed, size: FontSize, is_quirks: bool) {
    let times = |factor: f32| (parent.font.size * factor, None, parent.font.is_absolute);
    let is_monospace = own.flags.has(Longhand::FontFamily);
    (own.font.size, own.font.keyword, own.font.is_absolute) = match size {
        FontSize::Pixels(pixels) => (pixels, None, true),
        FontSize::Times(factor) => times(factor),
        FontSize::Larger => times(1.2),
        FontSize::Smaller => times(1.0 / 1.2),
        FontSize::Keyword(keyword) => (of_keyword(keyword, is_monospace, is_quirks), Some(keyword), false),
    };
    let is_relative = matches!(size, FontSize::Times(_) | FontSize::Larger | FontSize::Smaller);
    if is_relative && parent.unknown.has(Longhand::FontSize) {
        own.unknown.put(Longhand::FontSize, true);
    }
    if !matches!(size, FontSize::Keyword(_)) {
        fit_monospace(own, parent, is_quirks);
    }
}

/// Browsers draw `monospace` at 13 where other fonts have 16, unless the size was given in absolute units.
fn fit_monospace(own: &mut Computed, parent: &Computed, is_quirks: bool) {
    const SMALLER: f32 = 13.0 / 16.0;
    let is_monospace = own.flags.has(Longhand::FontFamily);
    let was_monospace = parent.flags.has(Longhand::FontFamily);
    let font = &mut own.font;
    if is_monospace != was_monospace && !font.is_absolute {
        font.size = match font.keyword {
            Some(keyword) => of_keyword(keyword, is_monospace, is_quirks),
            None if is_monospace => font.size * SMALLER,
            None => font.size / SMALLER,
        };
    }
    if own.unknown.has(Longhand::FontFamily) && !own.font.is_absolute {
        own.unknown.put(Longhand::FontSize, true);
    }
}

/// The size of a keyword; for `monospace`, from the row for 13 pixels, as Chromium has it.
fn of_keyword(keyword: u8, is_monospace: bool, is_quirks: bool) -> f32 {
    const SIZES: [f32; 8] = [9.0, 10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0];
    const MONOSPACE: [f32; 8] = [9.0, 10.0, 12.0, 13.0, 16.0, 20.0, 26.0, 39.0];
    const MONOSPACE_IN_QUIRKS: [f32; 8] = [9.0, 9.0, 10.0, 13.0, 16.0, 20.0, 26.0, 40.0];
    let row = match (is_monospace, is_quirks) {
        (false, _) => SIZES,
        (true, false) => MONOSPACE,
        (true, true) => MONOSPACE_IN_QUIRKS,
    };
    row[usize::from(keyword).min(row.len() - 1)]
}

/// `bolder` and `lighter` (CSS Fonts 4, 2.2.1).
pub(super) fn relative_weight(parent: f32, is_bolder: bool) -> f32 {
    match (parent, is_bolder) {
        (parent, true) if parent < 350.0 => 400.0,
        (parent, true) if parent < 550.0 => 700.0,
        (parent, true) => parent.max(900.0),
        (parent, false) if parent < 550.0 => parent.min(100.0),
        (parent, false) if parent < 750.0 => 400.0,
        (_, false) => 700.0,
    }
}
