//! Queries and their answers.

use super::MediaList;
use crate::Visitor;
use crate::certainty::Certainty::{self, No, Perhaps, Yes};

#[test]
fn queries_are_decided() {
    let cases: &[(&str, Certainty)] = &[
        ("", Yes),
        ("all", Yes),
        ("screen", Yes),
        ("print", No),
        ("not print", Yes),
        ("only screen and (min-width: 600px)", Yes),
        ("(min-width: 1280px)", Yes),
        ("(min-width: 1281px)", No),
        ("(max-width: 80em)", Yes),
        ("(width > 1280px)", No),
        ("(600px <= width <= 1280px)", Yes),
        ("(1280px > width)", No),
        ("(width >= calc(600px + 10em))", Yes),
        ("print, (min-width: 1px)", Yes),
        ("not all and (min-width: 1px)", No),
        ("not (min-width: 1px)", No),
        ("(min-width: 1px) and (max-width: 2px)", No),
        ("(min-width: 9999px) or (orientation: landscape)", Yes),
        ("((min-width: 1px) and (hover: hover))", Yes),
        ("(min-width: 1px) and (hover) or (color)", No),
        ("(prefers-color-scheme: dark)", No),
        ("(prefers-color-scheme: light)", Yes),
        ("(prefers-reduced-motion)", No),
        ("(prefers-reduced-motion: no-preference)", Yes),
        ("(forced-colors: active)", No),
        ("(hover: none)", No),
        ("(any-pointer: coarse)", No),
        ("(min-resolution: 2dppx)", No),
        ("(min-resolution: 96dpi)", Yes),
        ("(-webkit-min-device-pixel-ratio: 1.5)", No),
        ("(min-aspect-ratio: 16/10)", Yes),
        ("(-ms-high-contrast: none)", No),
        ("(color-gamut: p3)", Perhaps),
        ("(some-day: yes)", Perhaps),
        ("not (some-day: yes)", Perhaps),
        ("(some-day: yes) and (max-width: 1px)", No),
        ("(min-width: )", No),
        ("nonsense(", No),
        ("and", No),
        ("&test, screen", Yes),
        ("screen and", No),
    ];
    for (query, expected) in cases {
        assert_eq!(MediaList::of_attribute(query).evaluate(&Visitor::default()), *expected, "{query}");
    }
    let dark = Visitor { prefers_dark: true, width: 400.0, ..Visitor::default() };
    assert_eq!(MediaList::of_attribute("(prefers-color-scheme: dark) and (max-width: 500px)").evaluate(&dark), Yes);
}
