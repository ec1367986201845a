//! Attributes that style: `bgcolor`, `<font color>`, `align` (HTML, 15 Rendering, presentational hints).

use crate::tree::{Index, Tree, is_link};
use sada_audit::Namespace;
use std::fmt::Write;

/// What the attributes of an element say, as declarations. Empty for most.
pub(super) fn hints(tree: &Tree<'_>, element: Index) -> String {
    let node = tree.node(element);
    let mut css = String::new();
    match node.namespace {
        Namespace::Html => {}
        Namespace::Svg => {
            svg(node, &mut css);
            return css;
        }
        _ => return css,
    }
    let attribute = |name: &str| node.attribute(name);
    let color = |css: &mut String, property: &str, value: Option<&str>| {
        if let Some(value) = value.and_then(legacy_color) {
            let _ = write!(css, "{property}:{value};");
        }
    };
    match attribute("hidden") {
        Some(value) if value.trim_ascii().eq_ignore_ascii_case("until-found") => {
            css.push_str("content-visibility:hidden;");
        }
        // A plugin that is hidden still runs: it has a box without a size.
        Some(_) if node.is("embed") => css.push_str("display:inline;width:0;height:0;"),
        Some(_) => css.push_str("display:none;"),
        None => {}
    }
    match node.name() {
        "body" => {
            color(&mut css, "background-color", attribute("bgcolor"));
            color(&mut css, "color", attribute("text"));
        }
        "font" => {
            color(&mut css, "color", attribute("color"));
            if let Some(size) = attribute("size").and_then(font_size) {
                let _ = write!(css, "font-size:{size};");
            }
            if let Some(face) = attribute("face") {
                let _ = write!(css, "font-family:{};", face.replace([';', '!', '{', '}'], ""));
            }
        }
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "marquee" => {
            color(&mut css, "background-color", attribute("bgcolor"));
        }
        "a" | "area" if is_link(node) => {
            let body = tree.nodes.iter().find(|node| node.is("body"));
            color(&mut css, "color", body.and_then(|body| body.attribute("link")));
        }
        _ => {}
    }
    if matches!(node.name(), "body" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th")
        && attribute("background").is_some_and(|background| !background.trim().is_empty())
    {
        css.push_str("background-image:url(x);");
    }
    super::hint_boxes::boxes(node, &mut css);
    css
}

/// Whether an element may have hints at all, which is cheap to ask.
pub(super) fn may_have_hints(tree: &Tree<'_>, element: Index) -> bool {
    let node = tree.node(element);
    if node.element.attributes().next().is_none() {
        return false;
    }
    match node.namespace {
        Namespace::Html if node.has_attribute("hidden") => true,
        Namespace::Html => match node.name() {
            "a" | "area" => tree.has_link_color,
            name => {
                matches!(
                    name,
                    "body"
                        | "font"
                        | "table"
                        | "thead"
                        | "tbody"
                        | "tfoot"
                        | "tr"
                        | "td"
                        | "th"
                        | "marquee"
                        | "img"
                        | "iframe"
                        | "object"
                        | "embed"
                        | "input"
                ) || super::hint_boxes::may_have_boxes(name)
            }
        },
        Namespace::Svg => true,
        _ => false,
    }
}

/// SVG presentation attributes, as far as the properties are looked at.
fn svg(node: &crate::tree::Node<'_>, css: &mut String) {
    const NAMES: &[&str] =
        &["color", "display", "visibility", "opacity", "font-size", "font-weight", "filter", "mask", "transform"];
    for name in NAMES {
        if let Some(value) = node.attribute(name)
            && !value.contains([';', '{', '}', '!'])
        {
            // Sizes need no unit here.
            let unit = if *name == "font-size" && value.trim().parse::<f32>().is_ok() { "px" } else { "" };
            let _ = write!(css, "{name}:{value}{unit};");
        }
    }
}

/// HTML, rules for parsing a legacy font size.
fn font_size(text: &str) -> Option<&'static str> {
    const SIZES: [&str; 7] = ["x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"];
    let text = text.trim_ascii_start();
    let (base, digits) = match text.as_bytes().first()? {
        b'+' => (3_i64, &text[1..]),
        b'-' => (-3, &text[1..]),
        _ => (0, text),
    };
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    let number: i64 = digits[..end.min(9)].parse().ok()?;
    let size = match base {
        3 => 3 + number,
        -3 => 3 - number,
        _ => number,
    };
    SIZES.get(usize::try_from(size.clamp(1, 7) - 1).ok()?).copied()
}

/// HTML, rules for parsing a legacy color value.
pub(super) fn legacy_color(text: &str) -> Option<String> {
    let text = text.trim_ascii();
    if text.is_empty() || text.eq_ignore_ascii_case("transparent") {
        return None;
    }
    if let Ok((red, green, blue)) = cssparser::color::parse_named_color(text) {
        return Some(format!("#{red:02x}{green:02x}{blue:02x}"));
    }
    if let Some(digits) = text.strip_prefix('#')
        && digits.len() == 3
        && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    {
        return Some(text.to_owned());
    }
    // Above the first plane a letter counts twice; whatever is no digit is zero.
    let mut digits: Vec<u8> = Vec::new();
    for letter in text.chars().take(128) {
        let byte = if letter.is_ascii_hexdigit() { letter as u8 } else { b'0' };
        digits.push(byte);
        if letter > '\u{ffff}' {
            digits.push(b'0');
        }
    }
    digits.truncate(128);
    if text.starts_with('#') {
        digits.remove(0);
    }
    while digits.is_empty() || !digits.len().is_multiple_of(3) {
        digits.push(b'0');
    }
    let third = digits.len() / 3;
    let mut parts: Vec<&[u8]> = digits.chunks(third).collect();
    if third > 8 {
        for part in &mut parts {
            *part = &part[third - 8..];
        }
    }
    while parts[0].len() > 2 && parts.iter().all(|part| part[0] == b'0') {
        for part in &mut parts {
            *part = &part[1..];
        }
    }
    let channel = |part: &[u8]| -> String {
        let digits = String::from_utf8_lossy(&part[..part.len().min(2)]).into_owned();
        format!("{digits:0>2}")
    };
    Some(format!("#{}{}{}", channel(parts[0]), channel(parts[1]), channel(parts[2])).to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{font_size, legacy_color};

    #[test]
    fn colors_of_old() {
        for (text, color) in [
            ("red", Some("#ff0000")),
            ("#abc", Some("#abc")),
            ("#AABBCC", Some("#aabbcc")),
            ("abc", Some("#0a0b0c")),
            ("aabbcc", Some("#aabbcc")),
            ("chucknorris", Some("#c00000")),
            ("", None),
            ("transparent", None),
            ("#12", Some("#010200")),
            ("zzzzzz", Some("#000000")),
        ] {
            assert_eq!(legacy_color(text).as_deref(), color, "{text}");
        }
    }

    #[test]
    fn sizes_of_old() {
        for (text, size) in [
            ("3", Some("medium")),
            ("+1", Some("large")),
            ("-9", Some("x-small")),
            ("99", Some("xxx-large")),
            ("x", None),
        ] {
            assert_eq!(font_size(text), size, "{text}");
        }
    }
}
