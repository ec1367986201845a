//! A link in a text is told from it by more than its colour.

use crate::page::{
    Backdrop, Certainty, Color, Element, NodeId, Observation, Page, Position, Property, Role, Unknown, Value,
};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "link-is-not-colour-only",
    criteria: &[wcag::USE_OF_COLOR],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Links in a text must be told from it by more than their colour",
        why: "Who sees few colours, or none, does not find the link.",
        fix: "Underline links in running text, or give their colour a contrast of 3:1 to the words around them.",
        asks: "Can people who see no colours tell that this is a link?",
    },
    ar: Words {
        title: "يجب أن تتميّز الروابط داخل النص بغير اللون وحده",
        why: "من لا يرى الألوان أو يرى قليلًا منها لا يجد الرابط.",
        fix: "ضع خطًّا تحت الروابط داخل النص، أو اجعل تباين لونها مع الكلمات حولها 3:1.",
        asks: "هل يعرف من لا يرى الألوان أن هذا رابط؟",
    },
    fa: Words {
        title: "پیوند درون متن باید با چیزی جز رنگ از آن جدا باشد",
        why: "کسی که رنگ‌ها را نمی‌بیند یا کم می‌بیند، پیوند را پیدا نمی‌کند.",
        fix: "زیر پیوندهای درون متن خط بکشید، یا تضاد رنگشان را با واژه‌های کنارشان به ۳ به ۱ برسانید.",
        asks: "آیا کسی که رنگ‌ها را نمی‌بیند می‌فهمد که این پیوند است؟",
    },
    good: &[r#"<p style="color:#000000">See our <a href="/hours">opening hours</a> for the week.</p>"#],
    bad: &[
        r#"<p style="color:#000000">See our <a href="/hours" style="color:#551a8b;text-decoration:none">opening hours</a> for the week.</p>"#,
    ],
    check: Check::Page(outcomes),
};

fn outcomes(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    // Thousands of links may stand in one element.
    let mut worded = HashMap::new();
    let links = page.elements().filter(|element| applicability(*element));
    links.filter_map(|link| Some((link, expectation(link, around(link, &mut worded)?)))).collect()
}

/// Links that stand in a line (WCAG technique F73): with words that are no link, if there is an element [`around`].
fn applicability(link: Element<'_>) -> bool {
    link.is("a")
        && link.has_attribute("href")
        && link.role() == Role::Link
        && link.is_visible()
        && is_inline(link)
        && holders(link)
            .iter()
            .any(|holder| holder.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric)))
}

/// The element whose own words stand beside the link: the nearest around it, up to the block they are in.
fn around<'p>(link: Element<'p>, worded: &mut HashMap<NodeId, bool>) -> Option<Element<'p>> {
    for outer in link.flat_lineage().skip(1) {
        if *worded.entry(outer.id()).or_insert_with(|| has_words(outer)) {
            return Some(outer);
        }
        if !is_inline(outer) {
            return None;
        }
    }
    None
}

fn is_inline(element: Element<'_>) -> bool {
    element.style().get(Property::Display).is_some_and(|display| display.is("inline"))
}

fn has_words(element: Element<'_>) -> bool {
    let words = element.own_texts().flat_map(|(_, text)| text.split_whitespace());
    words.filter(|word| word.chars().any(char::is_alphabetic)).nth(1).is_some() && element.has_visible_text()
}

/// The link and what stands in it, as far as it is rendered.
fn holders(link: Element<'_>) -> Vec<Element<'_>> {
    std::iter::once(link).chain(link.descendants()).filter(|element| element.is_rendered()).collect()
}

/// Its colour has a contrast of 3:1 to the words beside it (technique G183), or something else sets it apart.
fn expectation(link: Element<'_>, around: Element<'_>) -> Outcome {
    let ask = || Outcome::needs_review(RULE.en.asks);
    let inside = holders(link);
    if inside.iter().any(|element| shows_more(*element)) {
        return Outcome::Passed;
    }
    let between = link.flat_lineage().skip(1).take_while(|outer| *outer != around);
    let mut is_certain = !link.flat_lineage().any(may_be_elsewhere);
    for element in inside.iter().copied().chain(between) {
        match stands_out(element, around) {
            Certainty::Yes => return Outcome::Passed,
            Certainty::Unknown => is_certain = false,
            Certainty::No => {}
        }
    }
    let text = around.style();
    let mut least: f32 = 21.0;
    for holder in inside.iter().filter(|holder| holder.has_visible_text()) {
        let own = holder.style();
        is_certain &= !own.unknown.and(text.unknown).has(Unknown::COLOR.and(Unknown::PAINT));
        match (letters_of(*holder), letters_of(around)) {
            (Some(own), Some(text)) => least = least.min(own.contrast(text)),
            _ => is_certain = false,
        }
    }
    if !is_certain {
        return ask();
    }
    if least >= 3.0 {
        return Outcome::Passed;
    }
    if link.style().color.channels() == text.color.channels() {
        // Then it is not by colour that it is told.
        return ask();
    }
    // Cut, not rounded.
    let shown = (least * 100.0).floor() / 100.0;
    Outcome::failed(format!(
        "only its colour tells it from the text, and {} beside {} is {shown}:1, where 3:1 is needed",
        link.style().color.to_hex(),
        text.color.to_hex()
    ))
}

/// What its own letters are painted in, everything that shines through them mixed in.
fn letters_of(element: Element<'_>) -> Option<Color> {
    let color = element.style().color;
    if color.is_opaque() {
        return Some(color);
    }
    let (text, _) = element.own_texts().find(|(_, text)| !text.trim().is_empty())?;
    match element.backdrop(text) {
        Backdrop::Known { text, .. } => Some(text),
        Backdrop::Unknown(_) => None,
    }
}

/// Whether it may be moved out of sight for good, as text for screen readers is.
fn may_be_elsewhere(element: Element<'_>) -> bool {
    let style = element.style();
    let is_out = matches!(style.position, Position::Absolute | Position::Fixed);
    let is_indented =
        style.get(Property::TextIndent).and_then(|indent| indent.pixels()).is_none_or(|pixels| pixels < 0.0);
    element.rect().is_none() && (is_out || is_indented || style.unknown.has(Unknown::PLACE))
}

/// Pictures and other things that are no text.
fn shows_more(element: Element<'_>) -> bool {
    let has_words = |text: &Option<std::sync::Arc<str>>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    matches!(
        element.name(),
        "img" | "svg" | "picture" | "video" | "canvas" | "button" | "input" | "sup" | "sub" | "code" | "kbd" | "samp"
    ) || element.generated().is_some_and(|said| has_words(&said.before) || has_words(&said.after))
}

/// Whether anything but colour sets it apart from the text around it.
fn stands_out(element: Element<'_>, around: Element<'_>) -> Certainty {
    const LINES: [(Property, Property, Property); 4] = [
        (Property::BorderBottomWidth, Property::BorderBottomStyle, Property::BorderBottomColor),
        (Property::BorderTopWidth, Property::BorderTopStyle, Property::BorderTopColor),
        (Property::BorderLeftWidth, Property::BorderLeftStyle, Property::BorderLeftColor),
        (Property::BorderRightWidth, Property::BorderRightStyle, Property::BorderRightColor),
    ];
    const FACE: [Property; 5] = [
        Property::FontStyle,
        Property::FontFamily,
        Property::TextTransform,
        Property::LetterSpacing,
        Property::VerticalAlign,
    ];
    let (own, text) = (element.style(), around.style());
    // Many lines come only with the pointer, and are transparent until then.
    let has_paint = |color: Property| match own.get(color) {
        Some(Value::Color(color)) => color.alpha > 0.0,
        _ => own.color.alpha > 0.0,
    };
    let is_lined = LINES.iter().any(|(width, line, color)| {
        own.get(*width).and_then(|width| width.pixels()).is_some_and(|pixels| pixels > 0.0)
            && own.get(*line).is_some_and(|line| !line.is("none") && !line.is("hidden"))
            && has_paint(*color)
    });
    let is_underlined = own.get(Property::TextDecorationLine).is_some_and(|lines| !lines.is("none"))
        && has_paint(Property::TextDecorationColor);
    let is_outlined = own.get(Property::OutlineStyle).is_some_and(|line| !line.is("none") && !line.is("auto"));
    let has_other_face = FACE.iter().any(|property| match (own.get(*property), text.get(*property)) {
        // Initial on inline boxes, whatever the block around them has.
        (Some(align), Some(_)) if *property == Property::VerticalAlign => !align.is("baseline"),
        (Some(one), Some(other)) => one != other,
        _ => false,
    });
    let has_other_size =
        (own.font_size - text.font_size).abs() > 0.5 || (own.font_weight - text.font_weight).abs() >= 100.0;
    if is_lined || is_underlined || is_outlined || has_other_face || has_other_size {
        return Certainty::Yes;
    }
    let asked = LINES.iter().flat_map(|(width, line, color)| [*width, *line, *color]).chain(FACE);
    let mut asked = asked.chain([Property::TextDecorationLine, Property::OutlineStyle, Property::BoxShadow]);
    let is_unknown = asked.any(|property| own.get(property).is_none())
        || own.unknown.has(Unknown::FONT.and(Unknown::BACKGROUND).and(Unknown::PAINT));
    let is_painted = own.has_background_image
        || own.background_color.alpha > 0.0
        || own.has_text_shadow
        || own.get(Property::BoxShadow).is_some_and(|shadow| !shadow.is("none"))
        // A box without words may be a line or an icon.
        || element.generated().is_some();
    match (is_unknown, is_painted) {
        (true, _) => Certainty::Unknown,
        (false, true) => shown_by_pictures(element),
        (false, false) => Certainty::No,
    }
}

/// Whether what is painted for a link can be seen: with no pixel of 3:1 it is a colour and nothing else.
fn shown_by_pictures(element: Element<'_>) -> Certainty {
    let of_link = |around: Element<'_>| {
        around.observations().iter().find_map(|seen| match seen {
            Observation::SignContrast { hundredths, beside } => Some((*hundredths, *beside)),
            _ => None,
        })
    };
    match element.flat_lineage().find_map(of_link) {
        Some((..300, _)) => Certainty::No,
        // On a plain background it is the link's own.
        Some((_, ..150)) => Certainty::Yes,
        _ => Certainty::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let style = |css: &str| {
            format!(
                "<p style='color:#000000'>Some words <a href=x style='color:#551a8b;{css}'>and a link</a> in a text</p>"
            )
        };
        for (css, expected) in [
            ("", Expect::Passed),
            ("text-decoration:none;border-bottom:1px solid", Expect::Passed),
            ("text-decoration:none;font-weight:700", Expect::Passed),
            ("text-decoration:none;font-style:italic", Expect::Passed),
            ("text-decoration:none;font-family:serif", Expect::Passed),
            ("text-decoration:none;color:#b35900", Expect::Passed),
            ("text-decoration:none", Expect::Failed),
            ("text-decoration:none;border-bottom:0 solid", Expect::Failed),
            ("text-decoration:none;border-bottom:1px solid transparent", Expect::Failed),
            ("text-decoration:underline transparent", Expect::Failed),
            ("text-decoration-color:rgb(0 0 0 / 20%)", Expect::Passed),
            ("text-decoration:none;color:rgb(0 0 128 / 87%)", Expect::Failed),
            ("text-decoration:none;color:rgb(179 89 0 / 98%)", Expect::Passed),
            ("text-decoration:none;color:#000000", Expect::NeedsReview),
            ("text-decoration:none;box-shadow:inset 0 -1px", Expect::NeedsReview),
            ("text-decoration:none;background-image:url(a)", Expect::NeedsReview),
            ("text-decoration:none;background-color:#ffff00", Expect::NeedsReview),
            ("text-decoration:none;color:color(rec2020 1 0 0)", Expect::NeedsReview),
            ("text-decoration:none;position:relative;top:1px", Expect::Failed),
            ("text-decoration:none;text-indent:-99em", Expect::NeedsReview),
            ("text-decoration:none;display:block", Expect::Inapplicable),
            ("text-decoration:none;visibility:hidden", Expect::Inapplicable),
        ] {
            check(&RULE, &[(&style(css), expected)]);
        }
        let sheet = "<style>p{color:#000000}a{color:#551a8b;text-decoration:none}</style>";
        for (markup, expected) in [
            ("<p>نص فيه <a href=x>رابط</a> لا يُرى</p>", Expect::Failed),
            ("<p>Some words <em><a href=x>and a link</a></em> in a text</p>", Expect::Passed),
            ("<p>Some words <span><a href=x>and a link</a></span> in a text</p>", Expect::Failed),
            ("<p>Some words <u><a href=x>and a link</a></u> in a text</p>", Expect::Passed),
            ("<p>Some words <a href=x><b>and a link</b></a> in a text</p>", Expect::Passed),
            ("<p>Some words <a href=x>and a link <img alt=''></a> in a text</p>", Expect::Passed),
            ("<style>a::after{content:'↗'}</style><p>Some words <a href=x>and a link</a></p>", Expect::Passed),
            ("<style>a::after{content:''}</style><p>Some words <a href=x>and a link</a></p>", Expect::NeedsReview),
            (
                "<div style='position:absolute;left:-99em'><p>Some words <a href=x>and a link</a></p></div>",
                Expect::NeedsReview,
            ),
            ("<p><a href=x>A link</a> | <a href=y>and another</a></p>", Expect::Inapplicable),
            ("<p>Some words</p><p><a href=x>A link alone</a></p>", Expect::Inapplicable),
            ("<p>Some words <a>and no link</a> in a text</p>", Expect::Inapplicable),
            ("<p>Some words <a href=x role=button>and a button</a></p>", Expect::Inapplicable),
        ] {
            check(&RULE, &[(&format!("{sheet}{markup}"), expected)]);
        }
    }
}
