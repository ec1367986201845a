//! Attributes that say where a box lies and how large it is (HTML, 15 Rendering, presentational hints).

use super::hints::legacy_color;
use crate::tree::Node;
use std::fmt::Write;

/// Whether an HTML element of this name takes such attributes.
pub(super) fn may_have_boxes(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "caption"
            | "col"
            | "colgroup"
            | "object"
            | "video"
            | "canvas"
            | "pre"
    )
}

/// Writes what such attributes say.
pub(super) fn boxes(node: &Node<'_>, css: &mut String) {
    let name = node.name();
    let attribute = |name: &str| node.attribute(name);
    let align = attribute("align").unwrap_or_default().trim_ascii().to_ascii_lowercase();
    let is_cell = matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "col" | "colgroup");
    let is_replaced = matches!(name, "img" | "iframe" | "object" | "embed" | "input" | "applet" | "video" | "canvas");
    let aligned = match (name, align.as_str()) {
        ("table" | "img" | "iframe" | "object" | "embed" | "input" | "applet", "left" | "right") => {
            format!("float:{align};")
        }
        ("table", "center") => "margin-left:auto;margin-right:auto;".to_owned(),
        ("div" | "caption", "left" | "right" | "center") => format!("text-align:-webkit-{align};"),
        ("div", "middle") => "text-align:-webkit-center;".to_owned(),
        (
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "div" | "caption",
            "left" | "right" | "center" | "justify",
        ) => {
            format!("text-align:{align};")
        }
        (_, "left" | "right") if is_cell => format!("text-align:-webkit-{align};"),
        (_, "center" | "middle") if is_cell => "text-align:-webkit-center;".to_owned(),
        (_, "justify") if is_cell => "text-align:justify;".to_owned(),
        ("hr", "left") => "margin-left:0;margin-right:auto;".to_owned(),
        ("hr", "right") => "margin-left:auto;margin-right:0;".to_owned(),
        ("hr", "center") => "margin-left:auto;margin-right:auto;".to_owned(),
        _ => String::new(),
    };
    css.push_str(&aligned);
    if is_replaced || matches!(name, "table" | "td" | "th" | "col" | "colgroup" | "hr" | "pre") {
        size(css, "width", attribute("width").filter(|_| name != "input"));
    }
    if is_replaced || matches!(name, "table" | "td" | "th" | "tr" | "thead" | "tbody" | "tfoot") {
        size(css, "height", attribute("height").filter(|_| name != "input"));
    }
    match name {
        "hr" => hr(node, css),
        "td" | "th" if node.has_attribute("nowrap") => css.push_str("white-space:nowrap;"),
        "table" => {
            let width = attribute("border").map(|border| border.trim_ascii().parse::<u32>().unwrap_or(1));
            if let Some(width) = width.filter(|width| *width > 0) {
                let _ = write!(css, "border:{width}px outset;");
            }
        }
        _ => {}
    }
    if is_replaced && let Some(border) = attribute("border").and_then(|border| border.trim_ascii().parse::<u32>().ok())
    {
        let _ = write!(css, "border:{border}px solid;");
    }
}

fn hr(node: &Node<'_>, css: &mut String) {
    let color = node.attribute("color").and_then(legacy_color);
    if color.is_some() || node.has_attribute("noshade") {
        css.push_str("border-style:solid;");
        let color = color.unwrap_or_else(|| "gray".to_owned());
        let _ = write!(css, "border-color:{color};background-color:{color};");
    }
}

/// HTML, rules for parsing dimension values.
fn size(css: &mut String, property: &str, value: Option<&str>) {
    let Some(value) = value.map(str::trim_ascii_start) else { return };
    let end = value.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let Ok(number) = value[..end].trim_end_matches('.').parse::<f32>() else { return };
    let unit = if value[end..].starts_with('%') { "%" } else { "px" };
    if number.is_finite() {
        let _ = write!(css, "{property}:{number}{unit};");
    }
}
