//! What a page is told of its visitor: the window, the medium, preferences.

use sada_audit_html::{Contrast, Visitor};
use sada_devtools::{DevtoolsError, Tab};

/// The window in CSS pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "windows are some thousand pixels wide")]
pub fn window(visitor: &Visitor) -> (u32, u32) {
    (visitor.width.max(1.0) as u32, visitor.height.max(1.0) as u32)
}

/// Lets a page see what a visitor prefers (Media Queries 5, 11 and 12).
///
/// # Errors
/// As [`Tab::call`].
pub fn emulate(tab: &Tab, visitor: &Visitor) -> Result<(), DevtoolsError> {
    let contrast = match visitor.contrast {
        Contrast::NoPreference => "no-preference",
        Contrast::More => "more",
        Contrast::Less => "less",
    };
    let features = [
        ("prefers-color-scheme", if visitor.prefers_dark { "dark" } else { "light" }),
        ("prefers-reduced-motion", if visitor.prefers_reduced_motion { "reduce" } else { "no-preference" }),
        ("prefers-contrast", contrast),
        ("forced-colors", if visitor.forces_colors { "active" } else { "none" }),
    ];
    tab.emulate_media(if visitor.is_print { "print" } else { "" }, &features)
}
