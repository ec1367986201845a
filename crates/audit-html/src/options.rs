//! What a visitor is taken to have, and how much of a page is read.

/// The visitor a page is read for. Media queries, `vw` and system colours depend on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Visitor {
    /// Width of the window in CSS pixels.
    pub width: f32,
    /// Height of the window in CSS pixels.
    pub height: f32,
    /// Whether dark pages are preferred.
    pub prefers_dark: bool,
}

impl Default for Visitor {
    /// A window of 1280 × 800 that prefers light pages.
    fn default() -> Self {
        Self { width: 1280.0, height: 800.0, prefers_dark: false }
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
