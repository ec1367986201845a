//! ARIA in HTML on single states and properties, by element: what must not stand on it, and what may in spite of its role.

use super::permitted::When;
use crate::page::Role as R;

/// States and properties that say what the language says itself, and could contradict it
/// (<https://www.w3.org/TR/html-aria/#docconformance-attr>).
pub(super) const PROHIBITED: &[(&str, When, &str)] = &[
    ("details", When::Always, "aria-expanded"),
    ("dialog", When::Always, "aria-modal"),
    ("input", When::Type(&["checkbox", "radio"]), "aria-checked"),
    ("meter", When::Always, "aria-valuemax"),
    ("meter", When::Always, "aria-valuemin"),
    ("option", When::Always, "aria-selected"),
    ("progress", When::Has("max"), "aria-valuemax"),
    ("select", When::Always, "aria-multiselectable"),
    ("summary", When::SummaryOfDetails, "aria-expanded"),
];

/// States and properties that ARIA in HTML allows on an element whatever its role says, where HTML has the same
/// (<https://www.w3.org/TR/html-aria/#docconformance-attr>), or where there is no role that could
/// (<https://www.w3.org/TR/html-aria/#docconformance>).
pub(super) const ALLOWED: &[(&str, When, &[&str])] = &[
    ("input", When::Type(DATES), OF_TEXTBOX),
    ("input", When::Type(&["file"]), &["aria-disabled", "aria-invalid", "aria-required"]),
    ("input", When::Type(&["color"]), &["aria-disabled"]),
    ("input", When::Type(&["radio"]), &["aria-required"]),
    ("input", When::Type(&["number"]), &["aria-placeholder"]),
    ("select", When::Always, &["aria-required"]),
    ("th", When::Native(R::Cell), OF_HEADER),
    ("th", When::Native(R::GridCell), OF_HEADER),
    // Browsers say the second themselves; that it is superfluous is another matter.
    ("summary", When::SummaryOfDetails, &["aria-disabled", "aria-expanded", "aria-haspopup"]),
];

/// Whether a header cell heads anything hangs on its neighbours.
const OF_HEADER: &[&str] = &["aria-expanded", "aria-readonly", "aria-required", "aria-selected", "aria-sort"];
const DATES: &[&str] = &["date", "datetime-local", "month", "time", "week"];
const OF_TEXTBOX: &[&str] = &[
    "aria-activedescendant",
    "aria-autocomplete",
    "aria-disabled",
    "aria-errormessage",
    "aria-haspopup",
    "aria-invalid",
    "aria-multiline",
    "aria-placeholder",
    "aria-readonly",
    "aria-required",
];
