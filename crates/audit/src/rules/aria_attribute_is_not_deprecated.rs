//! No state or property is on its way out, where it stands.

use crate::page::{AriaAttribute, Element, Scope};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

/// WAI-ARIA 1.2, 6.4 (<https://www.w3.org/TR/wai-aria-1.2/#global_states>): four that any element could have are left to
/// the roles that have a use for them; ARIA in HTML, 4.3 (<https://www.w3.org/TR/html-aria/#docconformance-deprecated>).
pub const RULE: Rule = Rule {
    id: "aria-attribute-is-not-deprecated",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "States and properties should not be deprecated where they stand",
        why: "Screen readers drop them one by one: that something is disabled or wrong is then heard by nobody.",
        fix: "Move the attribute to the control it is about, or take it away.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألا تكون الحالات والخصائص مهملة في موضعها",
        why: "تتخلى عنها قارئات الشاشة واحدة بعد أخرى، فلا يسمع أحد أن شيئًا معطل أو فيه خطأ.",
        fix: "انقل السمة إلى عنصر التحكم الذي تخصه، أو احذفها.",
        asks: "",
    },
    fa: Words {
        title: "حالت‌ها و خاصیت‌ها نباید در جایی که هستند منسوخ باشند",
        why: "صفحه‌خوان‌ها یکی‌یکی آن‌ها را کنار می‌گذارند و آن‌گاه کسی نمی‌شنود که چیزی غیرفعال یا نادرست است.",
        fix: "ویژگی را به کنترلی ببرید که درباره‌اش است، یا آن را بردارید.",
        asks: "",
    },
    good: &[r#"<button aria-disabled="true">Send</button>"#],
    bad: &[r#"<li aria-grabbed="false">Bread</li>"#, r#"<p aria-invalid="true">Wrong</p>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with states and properties that are deprecated everywhere or on some roles, unless hidden from assistive
/// technologies, or with a role that cannot be known.
fn applicability(element: Element<'_>) -> bool {
    aging(element).next().is_some()
        && !element.is_programmatically_hidden()
        && !element.may_have_internal_role()
        && !element.has_unknown_role()
}

fn aging(element: Element<'_>) -> impl Iterator<Item = &'static AriaAttribute> {
    let known = element.attributes().filter_map(|(name, _)| AriaAttribute::of_name(name));
    known.filter(|known| known.is_deprecated || known.scope == Scope::WasGlobal)
}

/// None is deprecated everywhere, and the role has a use for those that are deprecated on others.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let has_use = |name: &str| role.supports(name) || element.allows_in_spite_of_role(name);
    match aging(element).find(|known| known.is_deprecated || !has_use(known.name)) {
        Some(known) if known.is_deprecated => Outcome::failed(format!("`{}` is deprecated", known.name)),
        Some(known) => Outcome::failed(format!("`{}` stands on an element whose role has no use for it", known.name)),
        None => Outcome::Passed,
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
                (r#"<button aria-haspopup="menu">a</button>"#, Expect::Passed),
                (r#"<input type="date" aria-invalid="true">"#, Expect::Passed),
                (r#"<input type="color" aria-disabled="true">"#, Expect::Passed),
                (r#"<div aria-disabled="true">a</div>"#, Expect::Failed),
                (r#"<li aria-haspopup="true">a</li>"#, Expect::Failed),
                (r#"<li aria-grabbed="true">a</li>"#, Expect::Failed),
                (r#"<ul aria-dropeffect="move"></ul>"#, Expect::Failed),
                (r#"<x-own aria-disabled="true">a</x-own>"#, Expect::Inapplicable),
                (r#"<div aria-disabled="true" hidden>a</div>"#, Expect::Inapplicable),
                (r#"<div aria-label="a">a</div>"#, Expect::Inapplicable),
            ],
        );
    }
}
