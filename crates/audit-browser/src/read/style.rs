//! Computed values as Chromium writes them, read into a [`Style`].

use color::{Srgb, parse_color};
use sada_audit::{Color, Display, Position, Properties, Property, Style, Unknown, Value, Visibility};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a snapshot is asked for beyond the properties that rules can ask for: [`Property::ALL`].
const MORE: &[&str] = &[
    "color",
    "background-color",
    "background-clip",
    "opacity",
    "font-size",
    "font-weight",
    "backdrop-filter",
    "mask-image",
    "content",
];

/// The properties a snapshot is asked for.
pub fn properties() -> impl Iterator<Item = &'static str> {
    Property::ALL.iter().map(|property| property.name()).chain(MORE.iter().copied())
}

/// Where a property stands among [`properties`].
fn place(name: &str) -> Option<usize> {
    static PLACES: LazyLock<HashMap<&str, usize>> =
        LazyLock::new(|| properties().enumerate().map(|(at, name)| (name, at)).collect());
    PLACES.get(name).copied()
}

/// The values of one node, in the order of [`properties`].
#[derive(Clone, Copy)]
pub struct Values<'a> {
    pub values: &'a [&'a str],
}

impl<'a> Values<'a> {
    fn get(self, property: &str) -> &'a str {
        place(property).and_then(|place| self.values.get(place)).copied().unwrap_or_default()
    }

    /// A length in pixels; 0 for `auto`, percentages and whatever else is no such length.
    pub fn pixels(self, property: &str) -> f32 {
        self.get(property).strip_suffix("px").and_then(|number| number.parse().ok()).unwrap_or_default()
    }

    fn is_any_set(self, properties: &[&str], initial: &str) -> bool {
        properties.iter().any(|property| {
            let value = self.get(property);
            !value.is_empty() && value != initial
        })
    }

    /// The style of an element. `is_tiny` says that its box is at most one pixel wide or high.
    pub fn style(self, is_tiny: bool) -> Style {
        let mut unknown = Unknown::NOTHING;
        let mut color = |property, group| {
            parse(self.get(property)).unwrap_or_else(|| {
                unknown = unknown.and(group);
                Color::TRANSPARENT
            })
        };
        let text = color("color", Unknown::COLOR);
        let background = color("background-color", Unknown::BACKGROUND);
        let position = match self.get("position") {
            "relative" => Position::Relative,
            "sticky" => Position::Sticky,
            "absolute" => Position::Absolute,
            "fixed" => Position::Fixed,
            _ => Position::Static,
        };
        Style {
            color: text,
            background_color: background,
            has_background_image: self.is_any_set(&["background-image"], "none"),
            clips_background_to_text: self.get("background-clip").contains("text"),
            opacity: self.get("opacity").parse().unwrap_or(1.0),
            font_size: self.pixels("font-size"),
            font_weight: self.get("font-weight").parse().unwrap_or(400.0),
            display: match self.get("display") {
                "none" => Display::None,
                "contents" => Display::Contents,
                _ => Display::Shown,
            },
            visibility: self.visibility(),
            position,
            has_negative_z_index: position != Position::Static && self.get("z-index").starts_with('-'),
            may_leave_parent: self.may_leave_parent(position),
            changes_paint: self.is_any_set(&["filter", "backdrop-filter", "mask-image"], "none")
                || self.is_any_set(&["mix-blend-mode"], "normal"),
            has_text_shadow: self.is_any_set(&["text-shadow"], "none"),
            is_clipped_away: self.is_clipped_away(is_tiny),
            // What is skipped has no box, and is hidden for that.
            skips_contents: false,
            properties: self.properties(),
            unknown,
        }
    }

    /// The values rules can ask for that are not initial.
    fn properties(self) -> Properties {
        let read = |property: &Property| {
            let text = self.get(property.name());
            let value = match parse(text) {
                Some(color) => Some(Value::Color(color)),
                None => sada_audit_html::computed_value(*property, text),
            };
            (value.as_ref() != Some(&property.initial())).then_some((*property, value))
        };
        Properties::new(Property::ALL.iter().filter_map(read).collect())
    }

    /// Whether it is visible, which costs less than the whole style.
    pub fn visibility(self) -> Visibility {
        match self.get("visibility") {
            "hidden" | "collapse" => Visibility::Hidden,
            _ => Visibility::Visible,
        }
    }

    /// What a pseudo-element says; `None` if there is none.
    pub fn content(self) -> Option<Said> {
        let content = self.get("content");
        (!matches!(content, "" | "none" | "normal")).then(|| Said::read(content))
    }

    fn may_leave_parent(self, position: Position) -> bool {
        let margins = ["margin-top", "margin-right", "margin-bottom", "margin-left"];
        let is_moved = position == Position::Relative
            && ["top", "right", "bottom", "left"].iter().any(|side| self.pixels(side) != 0.0);
        self.is_any_set(&["float", "transform", "translate", "rotate", "scale"], "none")
            || margins.iter().any(|margin| self.get(margin).starts_with('-'))
            || is_moved
    }

    /// The three ways in which pages hide a text from eyes and keep it for ears.
    fn is_clipped_away(self, is_tiny: bool) -> bool {
        let hides_overflow =
            ["overflow-x", "overflow-y"].iter().any(|axis| matches!(self.get(axis), "hidden" | "clip"));
        let is_out_of_flow = matches!(self.get("position"), "absolute" | "fixed");
        (is_tiny && hides_overflow)
            || (is_out_of_flow && is_empty_clip(self.get("clip")))
            || is_empty_clip_path(self.get("clip-path"))
    }
}

/// The text of `content` as it is computed.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    /// Whether counters or pictures are part of it.
    pub is_uncertain: bool,
}

impl Said {
    /// Strings and quotes; what stands behind `/` is said in place of the rest (CSS Content 3, alternative text).
    fn read(content: &str) -> Self {
        let mut said = Self { text: String::new(), is_uncertain: false };
        let mut rest = content.trim();
        while !rest.is_empty() {
            rest = if let Some(quoted) = rest.strip_prefix('"') {
                said.quoted(quoted)
            } else if let Some(alternative) = rest.strip_prefix('/') {
                said = Self { text: String::new(), is_uncertain: false };
                alternative
            } else {
                let end = end_of_word(rest);
                said.word(rest[..end].trim());
                &rest[end..]
            }
            .trim_start();
        }
        said
    }

    /// A string, whose opening quote is gone; returns what follows it.
    fn quoted<'a>(&mut self, quoted: &'a str) -> &'a str {
        let mut characters = quoted.char_indices();
        while let Some((at, character)) = characters.next() {
            match character {
                '"' => return &quoted[at + 1..],
                '\\' => self.text.extend(characters.next().map(|(_, escaped)| escaped)),
                _ => self.text.push(character),
            }
        }
        ""
    }

    fn word(&mut self, word: &str) {
        match word {
            "open-quote" => self.text.push('“'),
            "close-quote" => self.text.push('”'),
            "" | "no-open-quote" | "no-close-quote" => {}
            // Pictures say nothing.
            _ if word.starts_with("url(") || word.contains("gradient(") => {}
            _ => self.is_uncertain = true,
        }
    }
}

/// Where a word or function ends: at a space, a string or a slash outside of parentheses.
fn end_of_word(text: &str) -> usize {
    let (mut depth, mut is_quoted) = (0_usize, false);
    for (at, character) in text.char_indices() {
        match character {
            '"' if depth > 0 => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth = depth.saturating_sub(1),
            ' ' | '"' | '/' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// Any colour that CSS can write, in sRGB. Out of its gamut it is what a screen shows: the nearest value.
fn parse(text: &str) -> Option<Color> {
    let color = parse_color(text).ok()?.to_alpha_color::<Srgb>();
    let [red, green, blue, alpha] = color.components;
    let channel = |value: f32| (value * 255.0).clamp(0.0, 255.0);
    Some(Color { red: channel(red), green: channel(green), blue: channel(blue), alpha: alpha.clamp(0.0, 1.0) })
}

/// `clip: rect(…)` that leaves at most one pixel in one direction (CSS Masking 1, 8.1: top, right, bottom, left).
fn is_empty_clip(clip: &str) -> bool {
    let Some(sides) = clip.strip_prefix("rect(").and_then(|rest| rest.strip_suffix(')')) else { return false };
    let sides: Vec<Option<f32>> = sides
        .split([',', ' '])
        .filter(|side| !side.is_empty())
        .map(|side| side.strip_suffix("px").unwrap_or(side).parse().ok())
        .collect();
    match sides[..] {
        [top, right, bottom, left] => {
            let is_thin = |from: Option<f32>, to: Option<f32>| to.is_some_and(|to| to - from.unwrap_or(0.0) <= 1.0);
            is_thin(top, bottom) || is_thin(left, right)
        }
        _ => false,
    }
}

/// `inset()` from which nothing is left, or a circle without a radius.
fn is_empty_clip_path(path: &str) -> bool {
    if let Some(insets) = path.strip_prefix("inset(").and_then(|rest| rest.strip_suffix(')')) {
        let insets: Vec<f32> = insets
            .split(' ')
            .take_while(|inset| *inset != "round")
            .filter_map(|inset| inset.strip_suffix('%').and_then(|number| number.parse().ok()))
            .collect();
        return match insets[..] {
            [all] => all >= 50.0,
            [vertical, horizontal] => vertical >= 50.0 || horizontal >= 50.0,
            [top, right, bottom] => top + bottom >= 100.0 || right >= 50.0,
            [top, right, bottom, left] => top + bottom >= 100.0 || left + right >= 100.0,
            _ => false,
        };
    }
    path.starts_with("circle(0px") || path.starts_with("circle(0%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(set: &[(&str, &str)]) -> Style {
        let values: Vec<&str> = properties()
            .map(|property| set.iter().find(|(name, _)| *name == property).map_or("", |(_, value)| *value))
            .collect();
        Values { values: &values }.style(false)
    }

    #[test]
    fn colours_in_every_notation_that_chromium_computes() {
        let red = Color::opaque(255.0, 0.0, 0.0);
        for (text, expected) in [
            ("rgb(255, 0, 0)", red),
            ("rgba(255, 0, 0, 0.5)", red.faded(0.5)),
            ("color(srgb 1 0 0)", red),
            ("rgba(0, 0, 0, 0)", Color::TRANSPARENT),
            ("lab(100 0 0)", Color::WHITE),
        ] {
            let color = style(&[("color", text)]).color;
            let channels = |color: Color| [color.red, color.green, color.blue, color.alpha * 255.0];
            let is_near = channels(color).iter().zip(channels(expected)).all(|(a, b)| (a - b).abs() < 0.5);
            assert!(is_near, "{text}: {color:?}");
        }
        let doubt = style(&[("color", "color-of-tomorrow()"), ("background-color", "rgb(0, 0, 0)")]).unknown;
        assert!(doubt.has(Unknown::COLOR) && !doubt.has(Unknown::BACKGROUND));
    }

    #[test]
    fn three_ways_to_hide_a_text_from_eyes() {
        for (set, expected) in [
            (vec![("position", "absolute"), ("clip", "rect(0px, 0px, 0px, 0px)")], true),
            (vec![("position", "absolute"), ("clip", "rect(1px 1px 1px 1px)")], true),
            (vec![("position", "static"), ("clip", "rect(0px, 0px, 0px, 0px)")], false),
            (vec![("position", "absolute"), ("clip", "rect(0px, 60px, 200px, 0px)")], false),
            (vec![("clip-path", "inset(50%)")], true),
            (vec![("clip-path", "inset(10% 20%)")], false),
            (vec![("clip-path", "inset(100% 0% 0%)")], true),
            (vec![("clip-path", "circle(40px)")], false),
        ] {
            assert_eq!(style(&set).is_clipped_away, expected, "{set:?}");
        }
    }

    #[test]
    fn what_pseudo_elements_say() {
        for (content, text, is_uncertain) in [
            (r#""New""#, "New", false),
            (r#""a \"b\"" " c""#, "a \"b\" c", false),
            (r#"url("star.png") / "Five of five""#, "Five of five", false),
            (r#"url("star.png")"#, "", false),
            (r#"counter(step) ". ""#, ". ", true),
            ("open-quote", "“", false),
        ] {
            assert_eq!(Said::read(content), Said { text: text.to_owned(), is_uncertain }, "{content}");
        }
    }

    #[test]
    fn other_properties_are_values_as_well() {
        let style = style(&[("letter-spacing", "1.5px"), ("cursor", "pointer"), ("outline-color", "rgb(1, 2, 3)")]);
        assert_eq!(style.get(Property::LetterSpacing).and_then(|value| value.pixels()), Some(1.5));
        assert!(style.get(Property::Cursor).is_some_and(|value| value.is("pointer")));
        assert_eq!(style.get(Property::OutlineColor), Some(Value::Color(Color::opaque(1.0, 2.0, 3.0))));
    }

    #[test]
    fn what_moves_and_what_does_not() {
        assert!(style(&[("position", "relative"), ("top", "-4px")]).may_leave_parent);
        assert!(!style(&[("position", "relative"), ("top", "0px"), ("left", "auto")]).may_leave_parent);
        assert!(!style(&[("position", "static"), ("top", "9px"), ("transform", "none")]).may_leave_parent);
        assert!(style(&[("margin-left", "-1px")]).may_leave_parent);
        assert!(style(&[("transform", "matrix(1, 0, 0, 1, 5, 0)")]).may_leave_parent);
        assert!(!style(&[("position", "static"), ("z-index", "-1")]).has_negative_z_index);
        assert!(style(&[("position", "fixed"), ("z-index", "-1")]).has_negative_z_index);
    }
}
