//! What works as a link, a button or a field says that it is one.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// ARIA in HTML, 4 (<https://www.w3.org/TR/html-aria/#docconformance>): where a role that cannot be operated hides what
/// the element does.
pub const RULE: Rule = Rule {
    id: "control-keeps-its-role",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Links, buttons and fields must not be given a role that cannot be operated",
        why: "A screen reader says \"heading\" or \"image\" and nothing of a link: nobody who listens knows that it can be pressed.",
        fix: "Put the control into the heading, list item or image, instead of giving it that role.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا تُعطى الروابط والأزرار والحقول دورًا لا يُشغَّل",
        why: "يقول قارئ الشاشة «عنوان» أو «صورة» ولا يذكر رابطًا، فلا يعرف من يستمع أنه يستطيع الضغط عليه.",
        fix: "ضع عنصر التحكم داخل العنوان أو عنصر القائمة أو الصورة بدل أن تعطيه ذلك الدور.",
        asks: "",
    },
    fa: Words {
        title: "به پیوند، دکمه و فیلد نباید نقشی داد که نمی‌توان با آن کار کرد",
        why: "صفحه‌خوان می‌گوید «عنوان» یا «تصویر» و از پیوند چیزی نمی‌گوید؛ شنونده نمی‌فهمد که می‌توان آن را فشرد.",
        fix: "به جای دادن آن نقش، کنترل را درون عنوان، جزء فهرست یا تصویر بگذارید.",
        asks: "",
    },
    good: &[r#"<h3><a href="/harbour">The harbour</a></h3>"#, r#"<a href="/harbour" role="button">The harbour</a>"#],
    bad: &[
        r#"<a href="/harbour" role="heading" aria-level="3">The harbour</a>"#,
        r#"<button role="listitem">Bread</button>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Controls of HTML that can be focused and have a role from their author, if assistive technologies find them.
fn applicability(element: Element<'_>) -> bool {
    let is_control =
        ["a", "area", "button", "input", "select", "summary", "textarea"].iter().any(|name| element.is(name));
    is_control
        && element.explicit_role() == Some(element.role())
        && element.is_focusable()
        && element.tabindex().is_none_or(|index| index >= 0)
        && (!element.is("a") || element.has_attribute("href"))
        && (!element.is("summary") || element.is_summary_of_details())
        && element.is_in_accessibility_tree()
}

/// The role is one that can be operated, or one that ARIA in HTML permits. A separator that can be focused is one
/// (WAI-ARIA 1.2, <https://www.w3.org/TR/wai-aria-1.2/#separator>), and an application tells what it is itself.
fn expectation(control: Element<'_>) -> Outcome {
    let role = control.role();
    let is_operated = role.is_widget() || matches!(role, Role::Application | Role::Separator);
    if is_operated || control.permits_role(role) {
        return Outcome::Passed;
    }
    let element = control.name();
    Outcome::failed(format!("it works as `{element}` and says that it is `{}`", role.as_str()))
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
                (r#"<a href="x" role="button">a</a>"#, Expect::Passed),
                (r#"<a href="x" role="link">a</a>"#, Expect::Passed),
                (r#"<a href="x" role="doc-noteref">a</a>"#, Expect::Passed),
                (r#"<button role="separator">a</button>"#, Expect::Passed),
                (r#"<button role="textbox">a</button>"#, Expect::Passed),
                (r#"<textarea role="application"></textarea>"#, Expect::Passed),
                (r#"<input role="search">"#, Expect::Failed),
                (r#"<a href="x" role="heading" aria-level="2">a</a>"#, Expect::Failed),
                (r#"<a href="x" role="img" aria-label="a"></a>"#, Expect::Failed),
                (r#"<button role="article">a</button>"#, Expect::Failed),
                (r#"<input role="group">"#, Expect::Failed),
                (r#"<details><summary role="heading" aria-level="2">a</summary></details>"#, Expect::Failed),
                (r#"<a href="x" role="none">a</a>"#, Expect::Inapplicable),
                (r#"<a role="heading" aria-level="2" tabindex="0">a</a>"#, Expect::Inapplicable),
                (r#"<button role="article" disabled>a</button>"#, Expect::Inapplicable),
                (r#"<button role="article" hidden>a</button>"#, Expect::Inapplicable),
                (r#"<button role="articel">a</button>"#, Expect::Inapplicable),
                ("<button>a</button>", Expect::Inapplicable),
            ],
        );
    }
}
