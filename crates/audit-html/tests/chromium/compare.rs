//! Whether two values are the same.

use color::{Srgb, parse_color};
use sada_audit::{Color, Element, Property, Unknown, Value};

/// Properties of which only whether there is any is compared: browsers write the rest in a form of their own.
const ANY: &[Property] = &[
    Property::BackgroundImage,
    Property::BoxShadow,
    Property::ClipPath,
    Property::Filter,
    Property::TextShadow,
    Property::Transform,
];

/// The properties that have fields of their own.
pub const FIELDS: &[&str] = &["color", "background-color", "opacity", "font-size", "font-weight"];

/// The properties that are compared.
pub fn properties() -> Vec<&'static str> {
    let mut all: Vec<&str> = FIELDS.to_vec();
    // Which fonts there are when a page names none is the browser's affair.
    all.extend(
        Property::ALL.iter().filter(|property| **property != Property::FontFamily).map(|property| property.name()),
    );
    all
}

/// How a value of ours compares.
#[derive(Debug, Clone, PartialEq)]
pub enum Same {
    Yes,
    /// We say that we do not know.
    Unknown,
    /// What we say.
    No(String),
}

/// Compares one property of an element with what the browser says.
pub fn compare(element: Element<'_>, property: &str, theirs: &str) -> Same {
    let style = element.style();
    let number = |ours: f32, group: Unknown, theirs: &str| {
        let wanted = theirs.trim_end_matches("px").parse::<f32>();
        match wanted {
            _ if style.unknown.has(group) => Same::Unknown,
            Ok(wanted) if is_near(ours, wanted) => Same::Yes,
            _ => Same::No(ours.to_string()),
        }
    };
    let color = |ours: Color, group: Unknown| match parse(theirs) {
        _ if style.unknown.has(group) => Same::Unknown,
        Some(theirs) if is_alike(ours, theirs) => Same::Yes,
        _ => Same::No(format!("{ours:?}")),
    };
    match property {
        "color" => color(style.color, Unknown::COLOR),
        "background-color" => color(style.background_color, Unknown::BACKGROUND),
        "opacity" => number(style.opacity, Unknown::PAINT, theirs),
        "font-size" => number(style.font_size, Unknown::FONT, theirs),
        "font-weight" => number(style.font_weight, Unknown::FONT, theirs),
        name => {
            let Some(property) = Property::of_name(name) else { return Same::No("no such property".to_owned()) };
            match style.get(property) {
                None => Same::Unknown,
                Some(ours) if is_same(property, &ours, theirs, style.color) => Same::Yes,
                Some(ours) => Same::No(ours.to_string()),
            }
        }
    }
}

fn is_same(property: Property, ours: &Value, theirs: &str, current: Color) -> bool {
    if ANY.contains(&property) {
        return ours.is("none") == (theirs == "none");
    }
    match ours {
        Value::Word(word) if word == "currentcolor" => parse(theirs).is_some_and(|theirs| is_alike(current, theirs)),
        Value::Color(ours) => parse(theirs).is_some_and(|theirs| is_alike(*ours, theirs)),
        Value::Word(word) if word == "auto" && property == Property::OutlineColor => true,
        Value::Length { pixels: 0.0, percent: 0.0 } => matches!(theirs, "normal" | "0px" | "0" | "0%"),
        Value::Length { .. } | Value::Number(_) => is_close(&ours.to_string(), theirs),
        Value::Word(word) => *word == theirs || theirs.replace("-internal-", "") == *word,
        Value::Text(text) => &**text == theirs || is_close(text, theirs),
    }
}

/// Whether two texts differ in the last digits of their numbers at most.
fn is_close(ours: &str, theirs: &str) -> bool {
    let pieces = |text: &str| -> (Vec<f32>, Vec<String>) {
        let words = text.replace(['(', ')', ',', '+'], " ");
        let words = words.split_whitespace().filter(|word| *word != "calc");
        let mut numbers = Vec::new();
        let mut rest = Vec::new();
        let mut sign = 1.0;
        for word in words {
            if word == "-" {
                sign = -1.0;
                continue;
            }
            let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | 'e'));
            match word[..word.len() - unit.len()].parse::<f32>() {
                Ok(number) => {
                    numbers.push(sign * number);
                    rest.push(unit.to_owned());
                }
                Err(_) => rest.push(word.to_owned()),
            }
            sign = 1.0;
        }
        (numbers, rest)
    };
    let ((a, a_rest), (b, b_rest)) = (pieces(ours), pieces(theirs));
    a_rest == b_rest && a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| is_near(*a, *b))
}

fn is_near(a: f32, b: f32) -> bool {
    (a - b).abs() <= 0.02 + a.abs().max(b.abs()) * 0.001
}

/// Within one step of 255, as screens show them.
fn is_alike(a: Color, b: Color) -> bool {
    let channels = |color: Color| [color.red, color.green, color.blue];
    let near = channels(a).iter().zip(channels(b)).all(|(a, b)| (a - b).abs() < 1.6);
    (a.alpha - b.alpha).abs() < 0.01 && (near || a.alpha < 0.01)
}

fn parse(text: &str) -> Option<Color> {
    let color = parse_color(text).ok()?.to_alpha_color::<Srgb>();
    let [red, green, blue, alpha] = color.components;
    let channel = |value: f32| (value * 255.0).clamp(0.0, 255.0);
    Some(Color { red: channel(red), green: channel(green), blue: channel(blue), alpha: alpha.clamp(0.0, 1.0) })
}
