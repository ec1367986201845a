//! ARIA does not contradict what HTML says.

use crate::page::{AriaAttribute, Element, Namespace};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

/// ARIA in HTML, 4 and 4.2 (<https://www.w3.org/TR/html-aria/#docconformance-attr>). What the role has a say in is for
/// `aria-attribute-is-permitted` and `aria-attribute-is-not-prohibited`.
pub const RULE: Rule = Rule {
    id: "attribute-fits-element",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "ARIA should not say what HTML says already, or the opposite",
        why: "Browsers believe HTML. A second word for the same is ignored today, and wrong as soon as only one of them changes.",
        fix: "Take the ARIA attribute away and leave it to HTML.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألا تكرر ARIA ما يقوله HTML ولا أن تقول عكسه",
        why: "تصدّق المتصفحات HTML. فالكلمة الثانية تُهمل اليوم، وتصير خطأ حين يتغير أحدهما دون الآخر.",
        fix: "احذف سمة ARIA واترك الأمر لـ HTML.",
        asks: "",
    },
    fa: Words {
        title: "ARIA نباید آنچه را HTML گفته تکرار یا نقض کند",
        why: "مرورگر حرف HTML را می‌پذیرد. سخن دوم امروز نادیده گرفته می‌شود و همین که یکی از دو تغییر کند نادرست است.",
        fix: "ویژگی ARIA را بردارید و کار را به HTML بسپارید.",
        asks: "",
    },
    good: &["<input required>", r#"<input type="checkbox" checked>"#],
    bad: &[r#"<input required aria-required="false">"#, r#"<input type="checkbox" aria-checked="true">"#],
    check: Check::Each { applicability, expectation },
};

/// What contradicts what: an attribute of ARIA with this value, where the attribute of HTML is there.
const OPPOSITES: &[(&str, &str, &str)] = &[
    ("aria-disabled", "false", "disabled"),
    ("aria-readonly", "false", "readonly"),
    ("aria-required", "false", "required"),
    ("aria-readonly", "true", "contenteditable"),
];

/// Two words for one thing, of which HTML's counts.
const TWICE: &[(&str, &str)] =
    &[("aria-placeholder", "placeholder"), ("aria-valuemax", "max"), ("aria-valuemin", "min")];

/// HTML elements with states and properties, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.attributes().any(|(name, _)| AriaAttribute::of_name(name).is_some())
        && element.namespace() == Namespace::Html
        && !element.is_programmatically_hidden()
}

/// None of them is said by HTML, or has no place on the element.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let is_ours = |name: &str| role.supports(name) || element.allows_in_spite_of_role(name);
    let mut said = element.attributes().filter(|(name, _)| AriaAttribute::of_name(name).is_some() && is_ours(name));
    match said.find_map(|(name, value)| fault(element, name, value)) {
        Some(fault) => Outcome::failed(fault),
        None => Outcome::Passed,
    }
}

fn fault(element: Element<'_>, name: &str, value: &str) -> Option<String> {
    let takes = |attribute: &str| {
        let is_field = ["button", "input", "select", "textarea", "meter", "progress", "fieldset"];
        element.has_attribute(attribute)
            && if attribute == "contenteditable" {
                element.attribute(attribute) != Some("false")
            } else {
                is_field.iter().any(|field| element.is(field))
            }
    };
    let value = value.trim_ascii();
    if OPPOSITES.iter().any(|(aria, says, html)| *aria == name && value.eq_ignore_ascii_case(says) && takes(html)) {
        return Some(format!("`{name}` says `{value}`, and HTML says the opposite"));
    }
    if let Some((_, html)) = TWICE.iter().find(|(aria, html)| *aria == name && takes(html)) {
        return Some(format!("`{name}` and `{html}` stand on the same element"));
    }
    let is_span = ["aria-colspan", "aria-rowspan"].contains(&name) && (element.is("td") || element.is("th"));
    let span = element.attribute(name.trim_start_matches("aria-")).filter(|_| is_span);
    if span.is_some_and(|span| span.trim_ascii() != value) {
        return Some(format!("`{name}` says `{value}`, and HTML says something else"));
    }
    let is_name = ["aria-label", "aria-labelledby"].contains(&name) && !value.is_empty();
    if is_name && element.is_naming_prohibited() && !element.may_have_internal_role() {
        return Some(format!("`{name}` may not stand on `{}`", element.name()));
    }
    // Those are for `body-is-not-aria-hidden`.
    let is_page = name == "aria-hidden" && element.is("html");
    (!element.permits_attribute(name) && !is_page)
        .then(|| format!("`{name}` may not stand on this `{}`", element.name()))
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
                (r#"<input required aria-required="true">"#, Expect::Passed),
                (r#"<input aria-required="true">"#, Expect::Passed),
                (r#"<button aria-disabled="true">a</button>"#, Expect::Passed),
                (r#"<table><tr><td colspan="2" aria-colspan="2">a</table>"#, Expect::Passed),
                (r#"<br aria-hidden="false">"#, Expect::Passed),
                (r#"<input required aria-required="false">"#, Expect::Failed),
                (r#"<button disabled aria-disabled="false">a</button>"#, Expect::Failed),
                (r#"<textarea readonly aria-readonly="false"></textarea>"#, Expect::Failed),
                (r#"<div role="textbox" contenteditable aria-readonly="true">a</div>"#, Expect::Failed),
                (r#"<input placeholder="a" aria-placeholder="b">"#, Expect::Failed),
                (r#"<input type="range" max="9" aria-valuemax="9">"#, Expect::Failed),
                (r#"<table><tr><td colspan="2" aria-colspan="3">a</table>"#, Expect::Failed),
                (r#"<input type="checkbox" aria-checked="true">"#, Expect::Failed),
                (r#"<select aria-multiselectable="true" multiple></select>"#, Expect::Failed),
                (r#"<details><summary aria-expanded="false">a</summary></details>"#, Expect::Failed),
                (r#"<label aria-label="a">b</label>"#, Expect::Failed),
                (r#"<picture aria-label="a"></picture>"#, Expect::Failed),
                // The role has its say there.
                (r#"<div aria-label="a">b</div>"#, Expect::Passed),
                (r#"<div aria-checked="true">b</div>"#, Expect::Passed),
                (r#"<x-own aria-label="a">b</x-own>"#, Expect::Passed),
                (r#"<input type="checkbox" aria-checked="true" hidden>"#, Expect::Inapplicable),
                ("<input>", Expect::Inapplicable),
            ],
        );
    }
}
