//! What is marked as decoration is decoration.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

/// <https://act-rules.github.io/rules/46ca7f>, after WAI-ARIA 1.2, 8.1.4
/// (<https://www.w3.org/TR/wai-aria-1.2/#conflict_resolution_presentation_none>).
pub const RULE: Rule = Rule {
    id: "decoration-is-not-exposed",
    criteria: &[],
    act: &["46ca7f"],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "What is marked as decoration must not be exposed all the same",
        why: "Browsers announce it in spite of the mark, because it can be focused or has ARIA attributes.",
        fix: "Take away `tabindex` and the ARIA attributes if it is decoration, or else the empty `alt` or `role=\"none\"`.",
        asks: "",
    },
    ar: Words {
        title: "ما وُسم بأنه زينة يجب ألا يُعرض على التقنيات المساعدة",
        why: "تعلنه المتصفحات رغم الوسم، لأنه يقبل التركيز أو لأن عليه سمات ARIA.",
        fix: "إن كان زينة فاحذف `tabindex` وسمات ARIA، وإلا فاحذف `alt` الفارغة أو `role=\"none\"`.",
        asks: "",
    },
    fa: Words {
        title: "آنچه تزیینی شمرده شده نباید با این همه خوانده شود",
        why: "مرورگر با وجود این نشانه آن را اعلام می‌کند، چون فوکوس می‌گیرد یا ویژگی‌های ARIA دارد.",
        fix: "اگر تزیینی است `tabindex` و ویژگی‌های ARIA را بردارید، وگرنه `alt` خالی یا `role=\"none\"` را بردارید.",
        asks: "",
    },
    good: &[r#"<img src="line.png" alt="">"#, r#"<table role="none"><tr><td>Bread</td></tr></table>"#],
    bad: &[r#"<img src="line.png" alt="" aria-labelledby="caption">"#, r#"<nav role="none" aria-label="Main">…</nav>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements whose `role` says `none` or `presentation`, and images with an empty `alt` that have no other role
/// (<https://act-rules.github.io/glossary/#marked-as-decorative>).
fn applicability(element: Element<'_>) -> bool {
    match element.explicit_role() {
        Some(role) => role == Role::None,
        None => element.is("img") && element.attribute("alt") == Some(""),
    }
}

/// It is hidden from assistive technologies or has no role.
fn expectation(decoration: Element<'_>) -> Outcome {
    if decoration.role() == Role::None || !decoration.is_in_accessibility_tree() {
        return Outcome::Passed;
    }
    Outcome::failed(if decoration.is_focusable() {
        "it can be focused, so browsers expose it"
    } else {
        "it has an ARIA attribute that any role can have, so browsers expose it"
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
                (r#"<img alt="">"#, Expect::Passed),
                (r#"<img alt="" title="a">"#, Expect::Passed),
                (r#"<nav role="none">a</nav>"#, Expect::Passed),
                (r#"<svg role="presentation"><title>a</title></svg>"#, Expect::Passed),
                (r#"<img alt="" aria-label="a" hidden>"#, Expect::Passed),
                (r#"<div aria-hidden="true"><img alt="" tabindex="0"></div>"#, Expect::Passed),
                (r#"<img alt="" aria-label="a">"#, Expect::Failed),
                (r#"<img alt="" tabindex="0">"#, Expect::Failed),
                (r#"<button role="none">a</button>"#, Expect::Failed),
                (r#"<h2 role="presentation" aria-live="polite">a</h2>"#, Expect::Failed),
                (r#"<img alt="" role="button" aria-label="a">"#, Expect::Inapplicable),
                (r#"<img alt=" ">"#, Expect::Inapplicable),
                ("<img>", Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
