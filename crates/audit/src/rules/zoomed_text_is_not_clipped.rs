//! Text that is made larger is not cut off.
//!
//! ACT rule 59br37, <https://act-rules.github.io/rules/59br37>.

use crate::page::{Certainty, Element, Namespace, Observation, Property, Value};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "zoomed-text-is-not-clipped",
    criteria: &[wcag::RESIZE_TEXT],
    act: &["59br37"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Text must not be cut off when the page is enlarged",
        why: "Whoever sees less doubles the size of the page, and then the ends of the lines or the last lines are gone.",
        fix: "Use `min-height` in place of `height`, let text wrap, or let the box scroll.",
        asks: "Enlarge the page to 200 %. Is text cut off here that cannot be read elsewhere?",
    },
    ar: Words {
        title: "يجب ألّا يُقتطع النص عند تكبير الصفحة",
        why: "من ضعف بصره يضاعف حجم الصفحة، فتختفي أواخر السطور أو السطور الأخيرة.",
        fix: "استعمل `min-height` بدلًا من `height`، ودَع النص يلتف، أو اجعل الصندوق قابلًا للتمرير.",
        asks: "كبّر الصفحة إلى 200 %. هل يُقتطع هنا نص لا يمكن قراءته في موضع آخر؟",
    },
    fa: Words {
        title: "با بزرگ کردن صفحه نباید متن بریده شود",
        why: "کسی که کم‌بیناست اندازهٔ صفحه را دو برابر می‌کند و آن وقت ته سطرها یا سطرهای آخر ناپدید می‌شوند.",
        fix: "به جای `height` از `min-height` استفاده کنید، بگذارید متن به سطر بعد برود، یا بگذارید جعبه پیمایش داشته باشد.",
        asks: "صفحه را ۲۰۰٪ بزرگ کنید. آیا این جا متنی بریده می‌شود که جای دیگری نمی‌توان خواند؟",
    },
    good: &[r#"<div style="min-height:2em">Opening hours: every day from nine to five</div>"#],
    bad: &[r#"<div style="overflow:hidden;height:1.5em">Opening hours: every day from nine to five</div>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements that cut off what sticks out of them, downwards at a fixed height or sideways where lines do not break,
/// with a text of their own or right in them that can be seen and is not their `title` too. What slides by comes round,
/// and `1px` boxes are a way to hide text.
fn applicability(element: Element<'_>) -> bool {
    if element.page().was_tried(Need::Resizing) {
        return cut_off_by(element).is_some();
    }
    element.namespace() == Namespace::Html
        && (cuts_below(element) || cuts_beside(element))
        && !matches!(element.name(), "html" | "body" | "input" | "select" | "textarea" | "button" | "marquee")
        && !element.style().is_clipped_away
        && !element.is_programmatically_hidden()
        && std::iter::once(element).chain(element.children()).any(has_words)
        && !element.attribute("title").is_some_and(|title| title.contains(&element.visible_inner_text()))
}

fn cuts(element: Element<'_>, axis: Property) -> bool {
    element.style().get(axis).is_some_and(|overflow| overflow.is("hidden") || overflow.is("clip"))
}

/// A height, or a greatest height, that does not grow with the text.
fn cuts_below(element: Element<'_>) -> bool {
    let is_fixed = |value: Option<Value>| match value {
        Some(Value::Length { pixels, percent }) => pixels > 1.0 || percent > 0.0,
        Some(Value::Text(_)) => true,
        _ => false,
    };
    cuts(element, Property::OverflowY)
        && (is_fixed(element.style().get(Property::Height)) || is_fixed(element.style().get(Property::MaxHeight)))
}

fn cuts_beside(element: Element<'_>) -> bool {
    cuts(element, Property::OverflowX)
        && element.style().get(Property::TextWrapMode).is_some_and(|wrap| wrap.is("nowrap"))
}

fn has_words(element: Element<'_>) -> bool {
    element.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric))
        && element.has_visible_text()
        && element.visible() != Certainty::No
}

/// How long the text is then, and whether it can be had elsewhere, is not to be seen from here.
fn expectation(element: Element<'_>) -> Outcome {
    match cut_off_by(element) {
        // Whatever leads on right there may lead to the whole text.
        Some(by) if may_be_had_elsewhere(by) => Outcome::needs_review(RULE.en.asks),
        Some(by) => Outcome::failed(format!("at twice the size its text is cut off by {}", by.start_tag())),
        None => Outcome::needs_review(RULE.en.asks),
    }
}

/// Whether there is a link or a control in what hides the rest or right beside it.
fn may_be_had_elsewhere(by: Element<'_>) -> bool {
    let beside = by.parent().into_iter().flat_map(Element::children);
    // The title of a frame is no way to what is cut off in it.
    let around = by.flat_lineage().take_while(|around| !around.is("iframe"));
    let nearby = by.descendants().chain(beside).chain(around);
    nearby.into_iter().any(|near| near.is_focusable() || near.has_attribute("onclick") || near.has_attribute("title"))
}

/// What was seen to hide a part of its text at twice the size.
fn cut_off_by(element: Element<'_>) -> Option<Element<'_>> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::CutOffAtZoom { by } => element.page().element(*by),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<p style='overflow:hidden;height:20px'>Hours</p>", Expect::NeedsReview),
                ("<div style='overflow:clip;max-height:3em'><p>Hours</p></div>", Expect::NeedsReview),
                ("<p style='overflow:hidden;white-space:nowrap'>Hours</p>", Expect::NeedsReview),
                ("<p style='overflow-y:hidden;height:5vh'>Hours</p>", Expect::NeedsReview),
                ("<marquee style='overflow:hidden;white-space:nowrap'>Hours</marquee>", Expect::Inapplicable),
                ("<p style='overflow:auto;height:20px'>Hours</p>", Expect::Inapplicable),
                ("<p style='overflow:hidden'>Hours</p>", Expect::Inapplicable),
                ("<p style='height:20px'>Hours</p>", Expect::Inapplicable),
                ("<p style='overflow:hidden;height:20px' aria-hidden=true>Hours</p>", Expect::Inapplicable),
                ("<p style='overflow:hidden;height:20px;visibility:hidden'>Hours</p>", Expect::Inapplicable),
                ("<p style='overflow:hidden;height:20px'>…</p>", Expect::Inapplicable),
                ("<p style='overflow:hidden;height:20px' title='Opening hours'>hours</p>", Expect::Inapplicable),
                ("<p style='position:absolute;overflow:hidden;height:1px;width:1px'>Hours</p>", Expect::Inapplicable),
            ],
        );
    }
}
