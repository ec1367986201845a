//! A role that is a part of something stands in it.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/ff89c9>, after WAI-ARIA 1.2, 5.2.7
/// (<https://www.w3.org/TR/wai-aria-1.2/#scope>).
pub const RULE: Rule = Rule {
    id: "role-has-required-parent",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &["ff89c9"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A role that is a part must stand in the whole it belongs to",
        why: "Out of its list, menu or table an item is announced without its place, \"2 of 5\", or as plain text.",
        fix: "Give the element around it the role of the whole, and those between them `role=\"none\"` or none at all.",
        asks: "Does the custom element around this have the role of the whole that it is a part of?",
    },
    ar: Words {
        title: "يجب أن يكون الدور الذي هو جزء داخل الكل الذي ينتمي إليه",
        why: "خارج القائمة أو الجدول يُعلن العنصر بلا موضعه «2 من 5»، أو كأنه نص عادي.",
        fix: "أعط العنصر المحيط به دور الكل، واجعل ما بينهما `role=\"none\"` أو بلا دور.",
        asks: "هل للعنصر المخصص المحيط به دور الكل الذي هو جزء منه؟",
    },
    fa: Words {
        title: "نقشی که جزئی از چیزی است باید درون همان کل باشد",
        why: "بیرون از فهرست، منو یا جدول، جزء بدون جایگاهش («۲ از ۵») یا مانند متن ساده خوانده می‌شود.",
        fix: "به عنصر دربرگیرنده نقش کل را بدهید و به آنچه میان این دو است `role=\"none\"` بدهید یا هیچ نقشی ندهید.",
        asks: "آیا عنصر سفارشی دربرگیرنده نقش کلی را دارد که این جزئی از آن است؟",
    },
    good: &[r#"<div role="tablist"><button role="tab" aria-selected="true">Day</button></div>"#],
    bad: &[
        r#"<div><button role="tab" aria-selected="true">Day</button></div>"#,
        r#"<nav><a href="/" role="menuitem">Home</a></nav>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements with an explicit role that is a part of something and not the one they have anyway, if assistive
/// technologies find them.
fn applicability(element: Element<'_>) -> bool {
    element.explicit_role().is_some_and(|role| !role.context().is_empty() && element.role() == role)
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && element.role() != element.native_role()
        && element.is_in_accessibility_tree()
}

/// The nearest element around it that means something has one of the roles it must stand in.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    for around in std::iter::successors(element.owner(), |at| at.owner()) {
        let whole = around.role();
        if role.context().contains(&whole) {
            return Outcome::Passed;
        }
        if around.may_have_internal_role() {
            return Outcome::needs_review(RULE.en.asks);
        }
        if !around.is_passed_through() {
            let what = match whole {
                Role::Generic | Role::Unmapped | Role::None => format!("a `{}` with ARIA attributes", around.name()),
                whole => format!("something with the role `{}`", whole.as_str()),
            };
            return Outcome::failed(format!("it has the role `{}` and stands in {what}", role.as_str()));
        }
    }
    Outcome::failed(format!("it has the role `{}` and stands in nothing that has parts", role.as_str()))
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
                (r#"<div role="list"><p role="listitem">a</p></div>"#, Expect::Passed),
                (r#"<div role="list"><em><i role="listitem">a</i></em></div>"#, Expect::Failed),
                (r#"<div role="list"><div><i role="listitem">a</i></div></div>"#, Expect::Passed),
                (r#"<div role="list" aria-owns="x"></div><p role="listitem" id="x">a</p>"#, Expect::Passed),
                (r#"<ul role="tablist"><li role="none"><b role="tab">a</b></li></ul>"#, Expect::Passed),
                (r#"<div role="menu"><p role="group"><b role="menuitem">a</b></p></div>"#, Expect::Passed),
                (r#"<table role="grid"><tr><td role="rowheader">a</table>"#, Expect::Passed),
                (r#"<p role="listitem">a</p>"#, Expect::Failed),
                (r#"<div role="list"><p role="note"><b role="listitem">a</b></p></div>"#, Expect::Failed),
                (r#"<ul><li role="menuitem">a</li></ul>"#, Expect::Failed),
                (r#"<div role="list"><div aria-atomic="true"><p role="listitem">a</p></div></div>"#, Expect::Failed),
                (r#"<ul role="tablist"><li><b role="tab">a</b></li></ul>"#, Expect::Failed),
                (r#"<x-tabs><b role="tab">a</b></x-tabs>"#, Expect::NeedsReview),
                ("<ul><li>a</li></ul>", Expect::Inapplicable),
                (r#"<div><option role="option">a</option></div>"#, Expect::Inapplicable),
                (r#"<p role="listitem" hidden>a</p>"#, Expect::Inapplicable),
                (r#"<p role="note">a</p>"#, Expect::Inapplicable),
            ],
        );
    }
}
