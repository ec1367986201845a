//! How far text stands out from what is behind it.

use crate::page::{Backdrop, Contrasts, Element, Lettering, Page, Style, Unknown};
use crate::rule::Outcome;

/// The ratios of WCAG 1.4.3 or 1.4.6: see [`Check::Contrast`](crate::rule::Check).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Required {
    pub normal: f32,
    pub large: f32,
}

/// Whether the texts of each element have the ratio that is required.
pub(crate) fn outcomes(page: &Page, required: Required) -> impl Iterator<Item = (Element<'_>, Outcome)> {
    page.lettering().map(move |(element, texts)| (element, worst(element, texts, required)))
}

fn worst(element: Element<'_>, texts: &[Lettering], required: Required) -> Outcome {
    let mut worst = Outcome::Passed;
    for text in texts {
        match of_text(element, text, required) {
            failed @ Outcome::Failed(_) => return failed,
            review @ Outcome::NeedsReview(_) => worst = review,
            Outcome::Passed => {}
        }
    }
    worst
}

fn of_text(element: Element<'_>, text: &Lettering, required: Required) -> Outcome {
    let style = element.style();
    let (text, behind) = match element.page().backdrop_of(text) {
        Backdrop::Known { text, behind } => (text, behind),
        Backdrop::Unknown(reason) => {
            if let Some(measured) = element.measured_contrasts(text.text) {
                return of_pixels(element.style(), measured, required);
            }
            return Outcome::needs_review(format!(
                "Can everybody read this text? Its contrast cannot be computed: {reason}."
            ));
        }
    };
    if text.channels() == behind.channels() {
        // Taking it away would change no pixel, so it is not visible text (ACT Rules glossary, visible).
        return Outcome::needs_review("Is this text meant to be seen? It has the very colour of what is behind it.");
    }
    let ratio = text.contrast(behind);
    let (least, most) = match (style.unknown.has(Unknown::FONT), is_large(style.font_size, style.font_weight)) {
        (true, _) => (required.large, required.normal),
        (false, true) => (required.large, required.large),
        (false, false) => (required.normal, required.normal),
    };
    if ratio >= most {
        return Outcome::Passed;
    }
    if ratio >= least {
        return Outcome::needs_review(
            "Is this text large (24 px, or 18.66 px and bold)? If not, it needs more contrast.",
        );
    }
    // Cut, not rounded: 4.496 must not read as 4.5.
    let shown = (ratio * 100.0).floor() / 100.0;
    Outcome::failed(format!("{} on {} is {shown}:1, and {least}:1 is needed", text.to_hex(), behind.to_hex()))
}

/// The rules ask for the highest contrast of each letter (ACT afw4f7, 09o5cg); what is easy to read in one place and hard
/// in another is a question.
fn of_pixels(style: &Style, measured: Contrasts, required: Required) -> Outcome {
    let is_large = is_large(style.font_size, style.font_weight);
    let required = if is_large { required.large } else { required.normal };
    if measured.lowest >= required {
        return Outcome::Passed;
    }
    if measured.highest >= required {
        return Outcome::needs_review(
            "Can everybody read this text? What lies behind it is light in one place and dark in another.",
        );
    }
    if !measured.is_exact {
        return Outcome::needs_review("Can everybody read this text? A filter or a blend mode changes its colours.");
    }
    let shown = (measured.highest * 100.0).floor() / 100.0;
    Outcome::failed(format!("even where it is easiest to read its contrast is {shown}:1, and {required}:1 is needed"))
}

/// A contrast in hundredths, as it is told.
pub(crate) fn ratio(hundredths: u32) -> String {
    format!("{}.{:02}:1", hundredths / 100, hundredths % 100)
}

/// Large is 18 pt, or 14 pt and bold (1 pt is 4/3 px).
fn is_large(font_size: f32, font_weight: f32) -> bool {
    // 14 pt is 18.6667 px; 18.66 is what everybody writes.
    font_size >= 24.0 || (font_weight >= 700.0 && font_size >= 18.66)
}
