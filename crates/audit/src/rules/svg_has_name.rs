//! Drawings that say they are an image have an accessible name.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "svg-has-name",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &["7d6734"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "SVG elements with the role of an image must have an accessible name",
        why: "A screen reader says \"graphic\" and nothing else, where others see what it shows.",
        fix: "Put a `<title>` first in the drawing, or give it an `aria-label`. If it tells nothing, write `aria-hidden=\"true\"`.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يكون لعناصر SVG التي لها دور صورة اسم مُتاح",
        why: "يقول قارئ الشاشة «رسم» ولا شيء غير ذلك، بينما يرى الآخرون ما فيه.",
        fix: "ضع `<title>` أولًا في الرسم، أو أعطه `aria-label`. وإن كان لا يقول شيئًا فاكتب `aria-hidden=\"true\"`.",
        asks: "",
    },
    fa: Words {
        title: "عنصرهای SVG با نقش تصویر باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «نگاره»، در حالی که دیگران آنچه را در آن است می‌بینند.",
        fix: "در آغاز نگاره یک `<title>` بگذارید یا به آن `aria-label` بدهید. اگر چیزی نمی‌گوید `aria-hidden=\"true\"` بنویسید.",
        asks: "",
    },
    good: &[r#"<svg role="img" viewBox="0 0 9 9"><title>Sales by month</title><path d="M0 9L9 0"/></svg>"#],
    bad: &[r#"<svg role="img" viewBox="0 0 9 9"><path d="M0 9L9 0"/></svg>"#],
    check: Check::Each { applicability, expectation },
};

/// SVG elements whose `role` says image or graphics, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.namespace() == Namespace::Svg && says_image(element) && !element.is_programmatically_hidden()
}

/// `img` of WAI-ARIA, and two of the roles of WAI-ARIA Graphics 1.0: a `graphics-object` is a part of a drawing and needs
/// no name. The first token that is a role counts.
fn says_image(element: Element<'_>) -> bool {
    let roles = element.attribute("role").unwrap_or_default().to_ascii_lowercase();
    let role =
        roles.split_ascii_whitespace().find(|token| token.starts_with("graphics-") || Role::of_name(token).is_some());
    role.is_some_and(|token| {
        matches!(token, "graphics-document" | "graphics-symbol") || Role::of_name(token) == Some(Role::Img)
    })
}

/// A name that is not empty.
fn expectation(drawing: Element<'_>) -> Outcome {
    if drawing.accessible_name().is_empty() {
        return Outcome::failed("it has no `<title>` with text as a child, and nothing else names it");
    }
    Outcome::Passed
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
                (r#"<svg role="img"><title>Sales by month</title></svg>"#, Expect::Passed),
                (r#"<svg><circle role="graphics-symbol" aria-label="Warning"/></svg>"#, Expect::Passed),
                (r#"<svg role="img"></svg>"#, Expect::Failed),
                (r#"<svg role="img"><title> </title></svg>"#, Expect::Failed),
                (r#"<svg role="nonsense img"><g><title>Too deep</title></g></svg>"#, Expect::Failed),
                ("<svg></svg>", Expect::Inapplicable),
                (r#"<svg role="none"></svg>"#, Expect::Inapplicable),
                (r#"<svg><g role="graphics-object"></g></svg>"#, Expect::Inapplicable),
                (r#"<svg role="img" aria-hidden="true"></svg>"#, Expect::Inapplicable),
            ],
        );
    }
}
