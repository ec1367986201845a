//! A role comes with the states it cannot be without.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/4e8ab6>, after WAI-ARIA 1.2, 5.2.2
/// (<https://www.w3.org/TR/wai-aria-1.2/#requiredState>).
pub const RULE: Rule = Rule {
    id: "role-has-required-states",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["4e8ab6"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "A role must come with the states and properties it requires",
        why: "A screen reader says \"checkbox\" and not whether it is checked, \"slider\" and not where it stands.",
        fix: "Add the state and keep it up to date by script, or use the HTML element, which does so by itself.",
        asks: "Is this a heading of level 2? Browsers take it for one where `aria-level` is missing.",
    },
    ar: Words {
        title: "يجب أن يأتي الدور مع الحالات والخصائص التي يشترطها",
        why: "يقول قارئ الشاشة «خانة اختيار» ولا يقول أهي محددة، ويقول «شريط تمرير» ولا يقول أين وصل.",
        fix: "أضف الحالة وحدّثها بالبرنامج، أو استعمل عنصر HTML الذي يفعل ذلك من نفسه.",
        asks: "هل هذا عنوان من المستوى الثاني؟ هكذا تعدّه المتصفحات حين تغيب `aria-level`.",
    },
    fa: Words {
        title: "نقش باید با حالت‌ها و خاصیت‌هایی بیاید که به آن‌ها نیاز دارد",
        why: "صفحه‌خوان می‌گوید «کادر انتخاب» و نمی‌گوید علامت دارد یا نه؛ می‌گوید «لغزنده» و نمی‌گوید کجاست.",
        fix: "حالت را بیفزایید و با اسکریپت به‌روز نگه دارید، یا عنصر HTML را به کار ببرید که خودش این کار را می‌کند.",
        asks: "آیا این عنوان سطح ۲ است؟ مرورگر وقتی `aria-level` نباشد آن را چنین می‌گیرد.",
    },
    good: &[
        r#"<div role="checkbox" aria-checked="false" tabindex="0">Sea view</div>"#,
        r#"<input type="checkbox" role="switch" aria-label="Sea view">"#,
    ],
    bad: &[
        r#"<div role="checkbox" tabindex="0">Sea view</div>"#,
        r#"<div role="slider" tabindex="0" aria-label="Price"></div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements with an explicit role that requires something and is not the one they have anyway, if assistive
/// technologies find them.
fn applicability(element: Element<'_>) -> bool {
    element.explicit_role().is_some()
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && required(element).next().is_some()
        && element.role() != element.native_role()
        && element.is_in_accessibility_tree()
}

/// What its role requires; a separator that can be focused is a slider of a kind, and a combobox that is open says
/// what it opens (WAI-ARIA 1.3).
fn required(element: Element<'_>) -> impl Iterator<Item = &'static str> {
    let role = element.role();
    let more = match role {
        Role::Separator if element.is_focusable() => Some("aria-valuenow"),
        Role::Combobox if element.attribute("aria-expanded") == Some("true") => Some("aria-controls"),
        _ => None,
    };
    role.required().iter().copied().chain(more)
}

/// Each is there and says something, unless the role or the language has it said.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let says = |name: &str| element.attribute(name).is_some_and(|value| !value.trim_ascii().is_empty());
    // WAI-ARIA 1.0 had comboboxes own what they open, and browsers still understand it.
    let owns = role == Role::Combobox && says("aria-owns");
    let is_missing = |name: &&str| match *name {
        "aria-controls" if owns => false,
        name => !says(name) && role.implicit_value(name).is_none() && !is_said_by_language(element, name),
    };
    match required(element).find(is_missing) {
        // Browsers take the level for 2 (WAI-ARIA 1.2, <https://www.w3.org/TR/wai-aria-1.2/#heading>).
        Some("aria-level") => Outcome::needs_review(RULE.en.asks),
        Some(missing) => Outcome::failed(format!("it has the role `{}` and no `{missing}`", role.as_str())),
        None => Outcome::Passed,
    }
}

/// Whether HTML says it (HTML-AAM 1.0, 4.2, <https://www.w3.org/TR/html-aam-1.0/#html-attribute-state-and-property-mappings>).
fn is_said_by_language(element: Element<'_>, state: &str) -> bool {
    let kind = element.attribute("type").unwrap_or_default();
    let is_type = |kinds: &[&str]| element.is("input") && kinds.iter().any(|known| kind.eq_ignore_ascii_case(known));
    match state {
        "aria-checked" => is_type(&["checkbox", "radio"]),
        "aria-valuenow" => is_type(&["number", "range"]) || element.is("meter") || element.is("progress"),
        "aria-level" => element.heading_level().is_some() && element.native_role() == Role::Heading,
        "aria-expanded" => {
            element.has_attribute("popovertarget") || element.has_attribute("commandfor") || element.is("select")
        }
        _ => false,
    }
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
                (r#"<div role="checkbox" aria-checked="false">a</div>"#, Expect::Passed),
                (r#"<div role="heading" aria-level="2">a</div>"#, Expect::Passed),
                (r#"<div role="combobox" aria-expanded="false">a</div>"#, Expect::Passed),
                (r#"<div role="combobox" aria-expanded="true" aria-controls="x">a</div>"#, Expect::Passed),
                (r#"<div role="combobox" aria-expanded="true" aria-owns="x">a</div>"#, Expect::Passed),
                (r#"<input type="checkbox" role="switch">"#, Expect::Passed),
                (r#"<button role="combobox" popovertarget="x">a</button><div popover id="x">b</div>"#, Expect::Passed),
                (r#"<div role="separator" tabindex="0" aria-valuenow="50"></div>"#, Expect::Passed),
                (r#"<div role="checkbox">a</div>"#, Expect::Failed),
                (r#"<div role="checkbox" aria-checked="">a</div>"#, Expect::Failed),
                (r#"<button role="switch">a</button>"#, Expect::Failed),
                (r#"<div role="scrollbar" aria-valuenow="1"></div>"#, Expect::Failed),
                (r#"<div role="slider"></div>"#, Expect::Failed),
                (r#"<input role="combobox">"#, Expect::Failed),
                (r#"<div role="combobox" aria-expanded="true">a</div>"#, Expect::Failed),
                (r#"<div role="separator" tabindex="0"></div>"#, Expect::Failed),
                (r#"<div role="heading">a</div>"#, Expect::NeedsReview),
                (r#"<div role="separator"></div>"#, Expect::Inapplicable),
                (r#"<input type="checkbox" role="checkbox">"#, Expect::Inapplicable),
                ("<input type=checkbox>", Expect::Inapplicable),
                (r#"<div role="checkbox" hidden>a</div>"#, Expect::Inapplicable),
                (r#"<button><span role="checkbox">a</span></button>"#, Expect::Inapplicable),
                (r#"<div role="button">a</div>"#, Expect::Inapplicable),
            ],
        );
    }
}
