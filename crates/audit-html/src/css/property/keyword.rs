//! The words that properties take.

use super::{Longhand, invalid};
use crate::css::value::Result;
use cssparser::Parser;

use Longhand as L;

const SIZES: &[&str] = &[
    "auto",
    "none",
    "min-content",
    "max-content",
    "fit-content",
    "stretch",
    "-webkit-fill-available",
    "-webkit-fit-content",
    "-webkit-min-content",
    "-webkit-max-content",
];
pub(super) const LINES: &[&str] =
    &["none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset", "auto"];
const CURSORS: &[&str] = &[
    "auto",
    "default",
    "none",
    "context-menu",
    "help",
    "pointer",
    "progress",
    "wait",
    "cell",
    "crosshair",
    "text",
    "vertical-text",
    "alias",
    "copy",
    "move",
    "no-drop",
    "not-allowed",
    "grab",
    "grabbing",
    "e-resize",
    "n-resize",
    "ne-resize",
    "nw-resize",
    "s-resize",
    "se-resize",
    "sw-resize",
    "w-resize",
    "ew-resize",
    "ns-resize",
    "nesw-resize",
    "nwse-resize",
    "col-resize",
    "row-resize",
    "all-scroll",
    "zoom-in",
    "zoom-out",
    "-webkit-grab",
    "-webkit-grabbing",
    "-webkit-zoom-in",
    "-webkit-zoom-out",
];
const BLENDS: &[&str] = &[
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
const ALIGNS: &[&str] = &[
    "start",
    "end",
    "left",
    "right",
    "center",
    "justify",
    "match-parent",
    "-webkit-auto",
    "-webkit-left",
    "-webkit-center",
    "-webkit-right",
    "-webkit-match-parent",
    "-internal-center",
];
const VERTICAL: &[&str] =
    &["baseline", "sub", "super", "text-top", "text-bottom", "middle", "top", "bottom", "-webkit-baseline-middle"];
const POINTERS: &[&str] = &[
    "auto",
    "none",
    "visiblepainted",
    "visiblefill",
    "visiblestroke",
    "visible",
    "painted",
    "fill",
    "stroke",
    "bounding-box",
    "all",
];

/// The words a property takes; `None` where its values are longer.
pub(super) fn words(longhand: Longhand) -> Option<&'static [&'static str]> {
    Some(match longhand {
        L::ContentVisibility => &["visible", "auto", "hidden"],
        L::Visibility => &["visible", "hidden", "collapse"],
        L::Position => &["static", "relative", "absolute", "fixed", "sticky"],
        L::Float => &["none", "left", "right", "inline-start", "inline-end"],
        L::Top | L::Right | L::Bottom | L::Left | L::MarginTop | L::MarginRight | L::MarginBottom | L::MarginLeft => {
            &["auto"]
        }
        L::PaddingTop | L::PaddingRight | L::PaddingBottom | L::PaddingLeft | L::TextIndent | L::OutlineOffset => &[],
        L::Width | L::Height | L::MinWidth | L::MinHeight | L::MaxWidth | L::MaxHeight => SIZES,
        L::OverflowX | L::OverflowY => &["visible", "hidden", "clip", "scroll", "auto", "overlay"],
        L::MixBlendMode => BLENDS,
        L::LetterSpacing | L::WordSpacing => &["normal"],
        L::TextAlign => ALIGNS,
        L::WhiteSpaceCollapse => &["collapse", "preserve", "preserve-breaks", "preserve-spaces", "break-spaces"],
        L::TextWrapMode => &["wrap", "nowrap"],
        L::VerticalAlign => VERTICAL,
        L::WritingMode => &["horizontal-tb", "vertical-rl", "vertical-lr", "sideways-rl", "sideways-lr"],
        L::Direction => &["ltr", "rtl"],
        L::UnicodeBidi => &["normal", "embed", "isolate", "bidi-override", "isolate-override", "plaintext"],
        L::Cursor => CURSORS,
        L::PointerEvents => POINTERS,
        L::UserSelect => &["auto", "none", "text", "all", "contain"],
        L::BorderTopStyle | L::BorderRightStyle | L::BorderBottomStyle | L::BorderLeftStyle => &LINES[..10],
        L::OutlineStyle => LINES,
        _ => return None,
    })
}

/// `display` as browsers write it: one word where one says it.
pub(super) fn canonical_display(input: &mut Parser<'_>) -> Result<&'static str> {
    const KNOWN: &[&str] = &[
        "none",
        "contents",
        "inline",
        "block",
        "inline-block",
        "flow-root",
        "list-item",
        "flex",
        "inline-flex",
        "grid",
        "inline-grid",
        "table",
        "inline-table",
        "table-row",
        "table-row-group",
        "table-header-group",
        "table-footer-group",
        "table-column",
        "table-column-group",
        "table-cell",
        "table-caption",
        "ruby",
        "ruby-text",
        "math",
        "block ruby",
        "block math",
        "inline list-item",
        "flow-root list-item",
        "inline flow-root list-item",
    ];
    let mut words: Vec<String> = Vec::new();
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        words.push(word.to_ascii_lowercase());
    }
    let has = |word: &str| words.iter().any(|known| known == word);
    if let [only] = words.as_slice() {
        let only = match only.as_str() {
            "flow" => "block",
            "-webkit-box" | "-webkit-flex" => "flex",
            "-webkit-inline-box" | "-webkit-inline-flex" => "inline-flex",
            only => only,
        };
        return KNOWN.iter().copied().find(|known| *known == only).map_or_else(invalid, Ok);
    }
    let is_inline = has("inline");
    let inside = ["flow-root", "table", "flex", "grid", "ruby", "math"].into_iter().find(|inside| has(inside));
    Ok(match (has("list-item"), is_inline, inside) {
        (true, false, Some(_)) => "flow-root list-item",
        (true, false, None) => "list-item",
        (true, true, Some(_)) => "inline flow-root list-item",
        (true, true, None) => "inline list-item",
        (false, false, None) => "block",
        (false, true, None) => "inline",
        (false, true, Some("flow-root")) => "inline-block",
        (false, true, Some("table")) => "inline-table",
        (false, true, Some("flex")) => "inline-flex",
        (false, true, Some("grid")) => "inline-grid",
        (false, false, Some("ruby")) => "block ruby",
        (false, false, Some("math")) => "block math",
        (_, _, Some(inside)) => inside,
    })
}

/// What a box is where something makes blocks of its children (CSS Display 3, 2.7).
pub(crate) fn blockified(display: &str) -> &'static str {
    match display {
        "inline-flex" | "flex" => "flex",
        "inline-grid" | "grid" => "grid",
        "inline-table" | "table" => "table",
        "inline list-item" | "list-item" => "list-item",
        "flow-root" => "flow-root",
        "flow-root list-item" => "flow-root list-item",
        "none" => "none",
        "contents" => "contents",
        "math" | "block math" => "block math",
        "ruby" | "block ruby" => "block ruby",
        _ => "block",
    }
}
