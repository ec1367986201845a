//! What a visitor is taken to have, and how much of a page is read.

/// The visitor a page is read for. Media queries, `vw` and system colours depend on it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a preference of its own")]
pub struct Visitor {
    /// Width of the window in CSS pixels.
    pub width: f32,
    /// Height of the window in CSS pixels.
    pub height: f32,
    /// Whether dark pages are preferred.
    pub prefers_dark: bool,
    /// Whether less motion is preferred.
    pub prefers_reduced_motion: bool,
    /// Which contrast is preferred.
    pub contrast: Contrast,
    /// Whether the visitor's few colours replace the page's (forced colours). Colours are unknown then.
    pub forces_colors: bool,
    /// Whether the page is printed.
    pub is_print: bool,
    /// What the visitor points with.
    pub pointer: Pointer,
}

/// `prefers-contrast`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Contrast {
    /// Whatever the page has.
    #[default]
    NoPreference,
    /// More of it.
    More,
    /// Less of it.
    Less,
}

/// `pointer` and `hover`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse: fine, and it hovers.
    #[default]
    Mouse,
    /// A finger: coarse, and it does not hover.
    Finger,
    /// None at all.
    None,
}

impl Default for Visitor {
    /// A window of 1280 × 800 that prefers light pages.
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 800.0,
            prefers_dark: false,
            prefers_reduced_motion: false,
            contrast: Contrast::NoPreference,
            forces_colors: false,
            is_print: false,
            pointer: Pointer::Mouse,
        }
    }
}

/// Bounds that keep a hostile page from taking minutes. What was cut is said in `Page::not_checked`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one page. More is an error.
    pub bytes: usize,
    /// Elements open at once; start tags beyond are left out. Browsers stop nesting at 512 as well.
    pub depth: usize,
    /// Elements of one page; markup behind them is left out.
    pub elements: usize,
    /// Steps of matching selectors, for each element on average; a small page has as many as one of 100,000 elements.
    /// Styles found too late are unknown.
    pub matching: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 512, elements: 1_000_000, matching: 400 }
    }
}

/// How pages are read.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Options {
    /// For whom.
    pub visitor: Visitor,
    /// How much.
    pub limits: Limits,
}
