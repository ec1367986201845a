//! What `role` says is a role.

use crate::page::{Element, Namespace};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;

/// <https://act-rules.github.io/rules/674b10>, after WAI-ARIA 1.2, 5.4
/// (<https://www.w3.org/TR/wai-aria-1.2/#role_definitions>).
pub const RULE: Rule = Rule {
    id: "role-is-valid",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["674b10"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A `role` attribute must name a role that exists",
        why: "Browsers ignore a role they do not know, so a screen reader never says what this was meant to be.",
        fix: "Correct the spelling, or take the attribute away and use the HTML element that means it.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تذكر السمة `role` دورًا موجودًا",
        why: "تتجاهل المتصفحات دورًا لا تعرفه، فلا يقول قارئ الشاشة أبدًا ما المقصود بهذا العنصر.",
        fix: "صحّح كتابة الدور، أو احذف السمة واستعمل عنصر HTML الذي يؤدي هذا المعنى.",
        asks: "",
    },
    fa: Words {
        title: "ویژگی `role` باید نقشی را بگوید که وجود دارد",
        why: "مرورگر نقشی را که نمی‌شناسد نادیده می‌گیرد و صفحه‌خوان هرگز نمی‌گوید این عنصر قرار بوده چه باشد.",
        fix: "املای آن را درست کنید، یا ویژگی را بردارید و عنصری از HTML را به کار ببرید که همین معنا را دارد.",
        asks: "",
    },
    good: &[
        r#"<div role="alert">Your changes are saved.</div>"#,
        r#"<ul role="directory list"><li>Harbours</li></ul>"#,
    ],
    bad: &[r#"<div role="accordeon">Opening hours</div>"#, r#"<div role="widget">Weather</div>"#],
    check: Check::Each { applicability, expectation },
};

/// `role` attributes that say something, on HTML and SVG elements that are not hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.attribute("role").is_some_and(|role| !role.trim_ascii().is_empty())
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && !element.is_programmatically_hidden()
}

/// One of the tokens is a role that is not abstract.
fn expectation(element: Element<'_>) -> Outcome {
    if !element.has_unknown_role() {
        return Outcome::Passed;
    }
    let said = quoted(element.attribute("role").unwrap_or_default());
    Outcome::failed(format!("its `role` says {said}, and there is no such role for authors"))
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
                (r#"<p role="note">a</p>"#, Expect::Passed),
                (r#"<p role="NOTE">a</p>"#, Expect::Passed),
                (r#"<p role="nothing note">a</p>"#, Expect::Passed),
                (r#"<section role="doc-chapter">a</section>"#, Expect::Passed),
                (r#"<svg><g role="graphics-object"></g></svg>"#, Expect::Passed),
                (r#"<p role="suggestion">a</p>"#, Expect::Passed),
                (r#"<p role="buton">a</p>"#, Expect::Failed),
                (r#"<p role="button,link">a</p>"#, Expect::Failed),
                (r#"<p role="landmark">a</p>"#, Expect::Failed),
                (r#"<nav role="navigatoin">a</nav>"#, Expect::Failed),
                (r#"<svg role="picture"></svg>"#, Expect::Failed),
                (r#"<p role="">a</p>"#, Expect::Inapplicable),
                (r#"<p role=" ">a</p>"#, Expect::Inapplicable),
                (r#"<p role="buton" hidden>a</p>"#, Expect::Inapplicable),
                (r#"<math role="buton"></math>"#, Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
