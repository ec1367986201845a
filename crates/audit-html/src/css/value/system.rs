//! System colours (CSS Color 4, 6.2) as Chromium has them on Linux, light and dark.

use sada_audit::Color;

/// What a system colour is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum SystemColor {
    /// The same for every visitor.
    Known(Color),
    /// Chosen by the visitor's system.
    Chosen,
}

/// Name, light, dark; names in lower case. Deprecated names stand beside what they now mean.
const COLORS: &[(&str, u32, u32)] = &[
    ("activeborder", 0x00_00_00, 0xff_ff_ff),
    ("activecaption", 0xff_ff_ff, 0x12_12_12),
    ("activetext", 0xff_00_00, 0xff_00_00),
    ("appworkspace", 0xff_ff_ff, 0x12_12_12),
    ("background", 0xff_ff_ff, 0x12_12_12),
    ("buttonborder", 0x00_00_00, 0xff_ff_ff),
    ("buttonface", 0xef_ef_ef, 0x6b_6b_6b),
    ("buttonhighlight", 0xef_ef_ef, 0x6b_6b_6b),
    ("buttonshadow", 0xef_ef_ef, 0x6b_6b_6b),
    ("buttontext", 0x00_00_00, 0xff_ff_ff),
    ("canvas", 0xff_ff_ff, 0x12_12_12),
    ("canvastext", 0x00_00_00, 0xff_ff_ff),
    ("captiontext", 0x00_00_00, 0xff_ff_ff),
    ("field", 0xff_ff_ff, 0x3b_3b_3b),
    ("fieldtext", 0x00_00_00, 0xff_ff_ff),
    ("graytext", 0x80_80_80, 0x80_80_80),
    ("inactiveborder", 0x00_00_00, 0xff_ff_ff),
    ("inactivecaption", 0xff_ff_ff, 0x12_12_12),
    ("inactivecaptiontext", 0x80_80_80, 0x80_80_80),
    ("infobackground", 0xff_ff_ff, 0x12_12_12),
    ("infotext", 0x00_00_00, 0xff_ff_ff),
    ("linktext", 0x00_00_ee, 0x9e_9e_ff),
    ("mark", 0xff_ff_00, 0xff_ff_00),
    ("marktext", 0x00_00_00, 0x00_00_00),
    ("menu", 0xff_ff_ff, 0x12_12_12),
    ("menutext", 0x00_00_00, 0xff_ff_ff),
    ("scrollbar", 0xff_ff_ff, 0x12_12_12),
    ("threeddarkshadow", 0x00_00_00, 0xff_ff_ff),
    ("threedface", 0xef_ef_ef, 0x6b_6b_6b),
    ("threedhighlight", 0x00_00_00, 0xff_ff_ff),
    ("threedlightshadow", 0x00_00_00, 0xff_ff_ff),
    ("threedshadow", 0x00_00_00, 0xff_ff_ff),
    ("visitedtext", 0x55_1a_8b, 0xd0_ad_f0),
    ("window", 0xff_ff_ff, 0x12_12_12),
    ("windowframe", 0x00_00_00, 0xff_ff_ff),
    ("windowtext", 0x00_00_00, 0xff_ff_ff),
];

const CHOSEN: &[&str] =
    &["accentcolor", "accentcolortext", "highlight", "highlighttext", "selecteditem", "selecteditemtext"];

/// The system colour of this name.
pub(super) fn of_name(name: &str, is_dark: bool) -> Option<SystemColor> {
    let name = name.to_ascii_lowercase();
    if CHOSEN.contains(&name.as_str()) || name.starts_with("-webkit-") || name.starts_with("-internal-") {
        return Some(SystemColor::Chosen);
    }
    let at = COLORS.binary_search_by_key(&name.as_str(), |(known, ..)| known).ok()?;
    let (_, light, dark) = COLORS[at];
    let [_, red, green, blue] = (if is_dark { dark } else { light }).to_be_bytes();
    Some(SystemColor::Known(Color::opaque(red.into(), green.into(), blue.into())))
}
