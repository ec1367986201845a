//! States and properties say what they may say.

use crate::page::{AriaAttribute, Element, Namespace, Role, ValueType};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;

/// <https://act-rules.github.io/rules/6a7281>, after WAI-ARIA 1.2, 6.2.4
/// (<https://www.w3.org/TR/wai-aria-1.2/#propcharacteristic_value>).
pub const RULE: Rule = Rule {
    id: "aria-attribute-has-valid-value",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["6a7281"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "States and properties must have values they can have",
        why: "A value that nobody knows is taken for another one, or for none: people hear a wrong state.",
        fix: "Write one of the values that the attribute has in WAI-ARIA, such as `true` or `false`.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تكون قيم الحالات والخصائص من القيم المسموح بها",
        why: "القيمة التي لا يعرفها أحد تُحسب قيمة أخرى أو لا شيء، فيسمع الناس حالة خاطئة.",
        fix: "اكتب قيمة من القيم التي تحددها WAI-ARIA لهذه السمة، مثل `true` أو `false`.",
        asks: "",
    },
    fa: Words {
        title: "مقدار حالت‌ها و خاصیت‌ها باید از مقدارهای مجاز باشد",
        why: "مقدار ناشناخته به جای مقداری دیگر یا به جای هیچ گرفته می‌شود و کاربر حالت نادرست می‌شنود.",
        fix: "یکی از مقدارهایی را بنویسید که WAI-ARIA برای این ویژگی می‌شناسد، مانند `true` یا `false`.",
        asks: "",
    },
    good: &[r#"<button aria-expanded="false">Menu</button>"#, r#"<a href="/harbour" aria-current="page">Harbour</a>"#],
    bad: &[
        r#"<button aria-expanded="closed">Menu</button>"#,
        r#"<div role="slider" aria-valuenow="half">Volume</div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements with states and properties that say something.
fn applicability(element: Element<'_>) -> bool {
    matches!(element.namespace(), Namespace::Html | Namespace::Svg) && said(element).next().is_some()
}

fn said(element: Element<'_>) -> impl Iterator<Item = (&'static AriaAttribute, &str)> {
    let says = |(_, value): &(&str, &str)| !value.trim_ascii().is_empty();
    element.attributes().filter(says).filter_map(|(name, value)| Some((AriaAttribute::of_name(name)?, value)))
}

/// Each has a value of its type; what a role requires and points with, points at something.
fn expectation(element: Element<'_>) -> Outcome {
    if let Some((attribute, value)) = said(element).find(|(attribute, value)| !attribute.allows(value)) {
        let may = may_say(attribute.value);
        return Outcome::failed(format!("`{}` says {}, but may say {may}", attribute.name, quoted(value)));
    }
    let must_point = |attribute: &AriaAttribute| attribute.name == "aria-controls" && must_control(element);
    match said(element).find(|(attribute, _)| must_point(attribute)) {
        Some((attribute, value)) if element.referenced(attribute.name).next().is_none() => {
            Outcome::failed(format!("`{}` says {}, and no element has that id", attribute.name, quoted(value)))
        }
        _ => Outcome::Passed,
    }
}

/// Whether its role requires `aria-controls`: that of a combobox only while it is expanded (WAI-ARIA 1.3,
/// <https://www.w3.org/TR/wai-aria-1.3/#combobox>).
fn must_control(element: Element<'_>) -> bool {
    match element.role() {
        Role::Combobox => element.attribute("aria-expanded") == Some("true") && !element.is_programmatically_hidden(),
        role => role.required().contains(&"aria-controls"),
    }
}

fn may_say(value: ValueType) -> String {
    match value {
        ValueType::String | ValueType::Ids => "anything".to_owned(),
        ValueType::Id => "one id".to_owned(),
        ValueType::Integer => "a whole number".to_owned(),
        ValueType::Number => "a number".to_owned(),
        ValueType::TrueFalse => "`true` or `false`".to_owned(),
        ValueType::TrueFalseUndefined => "`true`, `false` or `undefined`".to_owned(),
        ValueType::Tristate => "`true`, `false`, `mixed` or `undefined`".to_owned(),
        ValueType::Token(tokens) => format!("one of `{}`", tokens.join("`, `")),
        ValueType::Tokens(tokens) => format!("some of `{}`", tokens.join("`, `")),
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
                (r#"<div role="checkbox" aria-checked="mixed">a</div>"#, Expect::Passed),
                (r#"<p aria-hidden="undefined">a</p>"#, Expect::Passed),
                (r#"<p aria-live="Polite">a</p>"#, Expect::Passed),
                (r#"<p aria-relevant="additions text">a</p>"#, Expect::Passed),
                (r#"<p aria-describedby="nowhere">a</p>"#, Expect::Passed),
                (r#"<div role="slider" aria-valuenow="-2.5">a</div>"#, Expect::Passed),
                (
                    r#"<div role="scrollbar" aria-valuenow="1" aria-controls="x y"></div><p id="y">a</p>"#,
                    Expect::Passed,
                ),
                (r#"<input role="combobox" aria-expanded="false" aria-controls="x">"#, Expect::Passed),
                (r#"<p aria-busy="1">a</p>"#, Expect::Failed),
                (r#"<p aria-hidden="yes">a</p>"#, Expect::Failed),
                (r#"<button aria-pressed="on">a</button>"#, Expect::Failed),
                (r#"<h2 aria-level="two">a</h2>"#, Expect::Failed),
                (r#"<h2 aria-level="1.5">a</h2>"#, Expect::Failed),
                (r#"<p aria-relevant="additions words">a</p>"#, Expect::Failed),
                (r#"<svg aria-live="loud"></svg>"#, Expect::Failed),
                (r#"<div role="grid" aria-activedescendant="a b">a</div>"#, Expect::Failed),
                (r#"<div role="scrollbar" aria-valuenow="1" aria-controls="nowhere"></div>"#, Expect::Failed),
                (r#"<input role="combobox" aria-expanded="true" aria-controls="nowhere">"#, Expect::Failed),
                (r#"<p aria-busy="">a</p>"#, Expect::Inapplicable),
                (r#"<p aria-bussy="1">a</p>"#, Expect::Inapplicable),
                (r#"<math aria-busy="1"></math>"#, Expect::Inapplicable),
            ],
        );
    }
}
