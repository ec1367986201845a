//! What styles come out, as tables: markup in, a line about the element `#x` out.

mod linked;
mod properties;
mod rules;
mod values;

use crate::read_fragment;
use sada_audit::{Display, Page, Style, Unknown, Visibility};

/// What is not as it would be without any sheet, in words.
fn line(style: &Style) -> String {
    let mut words = Vec::new();
    let mut say = |is_so: bool, word: String| words.extend(is_so.then_some(word));
    let alpha =
        |color: sada_audit::Color| if color.alpha < 1.0 { format!("/{:.2}", color.alpha) } else { String::new() };
    say(style.unknown.has(Unknown::COLOR), "color?".into());
    let color = style.color.to_hex() + &alpha(style.color);
    say(!style.unknown.has(Unknown::COLOR) && color != "#000000", color);
    say(style.unknown.has(Unknown::BACKGROUND), "background?".into());
    let background = format!("on {}{}", style.background_color.to_hex(), alpha(style.background_color));
    say(!style.unknown.has(Unknown::BACKGROUND) && style.background_color.alpha > 0.0, background);
    say(style.has_background_image, "image".into());
    say(style.clips_background_to_text, "text-clipped".into());
    say(style.unknown.has(Unknown::FONT), "font?".into());
    say(
        !style.unknown.has(Unknown::FONT) && (style.font_size - 16.0).abs() > 0.01,
        format!("{:.1}px", style.font_size),
    );
    say(
        !style.unknown.has(Unknown::FONT) && (style.font_weight - 400.0).abs() > 0.01,
        format!("w{}", style.font_weight),
    );
    say((style.opacity - 1.0).abs() > 0.001, format!("opacity {:.2}", style.opacity));
    say(style.unknown.has(Unknown::PAINT), "paint?".into());
    say(style.display == Display::None, "none".into());
    say(style.visibility == Visibility::Hidden, "hidden".into());
    say(style.unknown.has(Unknown::VISIBILITY), "shown?".into());
    say(style.is_clipped_away, "clipped".into());
    say(style.position != sada_audit::Position::Static, format!("{:?}", style.position).to_lowercase());
    say(style.has_negative_z_index, "below".into());
    say(style.may_leave_parent, "leaves".into());
    say(style.changes_paint, "filtered".into());
    say(style.has_text_shadow, "shadowed".into());
    say(style.unknown.has(Unknown::PLACE), "place?".into());
    words.join(" ")
}

fn of_x(page: &Page) -> String {
    let element = page.elements().find(|element| element.attribute("id") == Some("x"));
    line(element.expect("every case has an element #x").style())
}

fn check(cases: &[(&str, &str)]) {
    for (markup, expected) in cases {
        let markup = format!("<!doctype html>{markup}");
        assert_eq!(of_x(&read_fragment(&markup)), *expected, "{markup}");
    }
}
