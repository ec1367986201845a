//! Spacing in `style` attributes that visitors cannot change (WCAG 1.4.12).

use crate::language::Script;
use crate::page::{Certainty, Declared, Element, Engine, Origin, Property, Unknown, Value};
use crate::rule::Outcome;

/// A property that visitors change to read with ease.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spacing {
    pub property: Property,
    /// The least that is wide enough, in font sizes.
    pub least: f32,
    /// Whether a script has such a space.
    pub is_of: fn(Script) -> bool,
}

impl Spacing {
    /// HTML elements whose `style` attribute declares a value of its own, for a text that can be seen.
    pub fn is_declared(self, element: Element<'_>) -> bool {
        self.declaration(element).is_some() && element.is(element.name()) && !self.holders(element).is_empty()
    }

    /// Not important, or wide enough for each text that inherits it, among those that `counts`.
    pub fn expect(self, element: Element<'_>, counts: fn(Element<'_>) -> Certainty) -> Outcome {
        if !self.declaration(element).is_some_and(|declared| declared.is_important) {
            return Outcome::Passed;
        }
        let mut worst = Outcome::Passed;
        for holder in self.holders(element) {
            match (self.of_text(holder), counts(holder)) {
                (Outcome::Passed, _) | (_, Certainty::No) => {}
                (failed @ Outcome::Failed(_), Certainty::Yes) => return failed,
                (review @ Outcome::NeedsReview(_), _) => worst = review,
                (Outcome::Failed(_), Certainty::Unknown) => {
                    worst = Outcome::needs_review(format!(
                        "Does this text run over several lines? Then its `{}` must not be `!important` below {}.",
                        self.property.name(),
                        self.least
                    ));
                }
            }
        }
        worst
    }

    fn of_text(self, holder: Element<'_>) -> Outcome {
        let (name, least) = (self.property.name(), self.least);
        let outcome = match self.times_font_size(holder) {
            // What is computed is rounded.
            Some(times) if times + 0.0005 >= least => return Outcome::Passed,
            Some(times) => Outcome::failed(format!(
                "its `{name}` is `!important` and {times:.2} times the font size; {least} times is needed"
            )),
            None => Outcome::needs_review(format!(
                "`{name}` is `!important` here: is it at least {least} times the font size? It cannot be computed."
            )),
        };
        match holder.visible() {
            Certainty::Yes => outcome,
            _ => Outcome::needs_review(format!(
                "Can this text be seen? If so, its `{name}` must not be `!important`, or be at least {least} times the font size."
            )),
        }
    }

    /// What the attribute says in the end: important declarations win, then later ones. `inherit` and the like are no value
    /// of its own.
    fn declaration(self, element: Element<'_>) -> Option<&Declared> {
        let own = element.declared().iter().filter(|declared| {
            declared.origin == Origin::Attribute
                && *declared.property == *self.property.name()
                && self.is_value(&declared.value)
        });
        let found = own.max_by_key(|declared| declared.is_important)?;
        let is_wide =
            ["inherit", "unset", "revert", "revert-layer"].iter().any(|word| found.value.eq_ignore_ascii_case(word));
        (!is_wide).then_some(found)
    }

    /// Whether browsers take it: what is no value is as if it were not there.
    fn is_value(self, value: &str) -> bool {
        let end = value.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+')).unwrap_or(value.len());
        let (number, unit) = value.split_at(end);
        match number.parse::<f32>() {
            Ok(number) if unit.is_empty() => number == 0.0 || (self.property == Property::LineHeight && number > 0.0),
            Ok(_) => unit == "%" || unit.bytes().all(|byte| byte.is_ascii_alphabetic()),
            Err(_) => number.is_empty() && !value.is_empty(),
        }
    }

    /// The elements with a visible text of their own that have the declared value.
    pub fn holders(self, element: Element<'_>) -> Vec<Element<'_>> {
        let value = element.style().get(self.property);
        let mut holders = Vec::new();
        let mut open = vec![element];
        while let Some(next) = open.pop() {
            let is_other =
                next != element && (next.style().get(self.property) != value || self.declaration(next).is_some());
            if is_other || !next.is_rendered() {
                continue;
            }
            if next.has_visible_text()
                && next.own_texts().any(|(_, text)| text.chars().filter_map(Script::of).any(self.is_of))
            {
                holders.push(next);
            }
            open.extend(next.children());
        }
        holders
    }

    fn times_font_size(self, element: Element<'_>) -> Option<f32> {
        let style = element.style();
        if style.unknown.has(Unknown::FONT) {
            return None;
        }
        match style.get(self.property)? {
            Value::Number(times) => Some(times),
            // What browsers make of their own fonts, which are all there is without a sheet.
            value if value.is("normal") && has_default_font(element) => Some(1.2),
            value if value.is("normal") => Some(element.line_distance()? / style.font_size),
            Value::Length { pixels, percent } => Some(percent.mul_add(0.01, pixels / style.font_size)),
            _ => None,
        }
    }
}

fn has_default_font(element: Element<'_>) -> bool {
    let names_one = |around: Element<'_>| {
        around.has_attribute("face") || around.attribute("style").is_some_and(|style| style.contains("font"))
    };
    let is_sheet = |element: Element<'_>| element.is("style") || element.is("link");
    element.page().engine() == Engine::Html
        && !element.flat_lineage().any(names_one)
        && !element.page().elements().any(is_sheet)
        && element
            .own_texts()
            .all(|(_, text)| text.chars().filter_map(Script::of).all(|script| script == Script::Latin))
}

/// Whether the own texts of an element run over several lines. Without a layout that is so where even narrow letters are
/// wider together than the box can be.
pub(crate) fn runs_over_lines(element: Element<'_>) -> Certainty {
    let text: String = element.own_texts().map(|(_, text)| text).collect();
    let style = element.style();
    if text.split_whitespace().count() < 2 {
        return Certainty::No;
    }
    if let Some(lines) = element.lines_of_text() {
        return if lines > 1 { Certainty::Yes } else { Certainty::No };
    }
    let is_wrapped = style.get(Property::TextWrapMode).is_some_and(|mode| mode.is("wrap"));
    let widths = element.flat_lineage().flat_map(|around| {
        [Property::Width, Property::MaxWidth]
            .map(|property| around.style().get(property).and_then(|value| value.pixels()))
    });
    let width = widths.flatten().fold(WIDEST, f32::min);
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let letters = text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>() as f32;
    if is_wrapped && letters * NARROWEST * style.font_size > width { Certainty::Yes } else { Certainty::Unknown }
}

/// How wide a letter is at least on average, in font sizes.
const NARROWEST: f32 = 0.3;
/// How wide a line is at most, in pixels, where nothing limits it.
const WIDEST: f32 = 1280.0;
