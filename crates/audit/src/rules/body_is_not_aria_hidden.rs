//! The page as a whole is there for screen readers.

use crate::page::{Element, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// ARIA in HTML, 4, `body` (<https://www.w3.org/TR/html-aria/#el-body>): `aria-hidden="true"` must not stand on it.
pub const RULE: Rule = Rule {
    id: "body-is-not-aria-hidden",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS, wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "`aria-hidden=\"true\"` must not stand on the whole page",
        why: "Whoever listens to the page hears nothing at all, as if it were empty.",
        fix: "Take the attribute away. While a dialog is open, use `showModal()`, or hide what stands beside the dialog and show it again.",
        asks: "Is it meant that nobody can read the main part with a screen reader now?",
    },
    ar: Words {
        title: "يجب ألا توضع `aria-hidden=\"true\"` على الصفحة كلها",
        why: "من يستمع إلى الصفحة لا يسمع شيئًا على الإطلاق، كأنها فارغة.",
        fix: "احذف السمة. وعند فتح مربع حوار استعمل `showModal()`، أو أخفِ ما بجانبه ثم أعد إظهاره.",
        asks: "هل المقصود ألا يستطيع أحد الآن قراءة الجزء الرئيسي بقارئ الشاشة؟",
    },
    fa: Words {
        title: "`aria-hidden=\"true\"` نباید روی کل صفحه باشد",
        why: "کسی که به صفحه گوش می‌دهد هیچ نمی‌شنود، گویی صفحه خالی است.",
        fix: "ویژگی را بردارید. هنگام باز بودن پنجره گفتگو `showModal()` را به کار ببرید، یا آنچه کنار آن است پنهان و سپس دوباره آشکار کنید.",
        asks: "آیا قصد این است که اکنون هیچ‌کس نتواند بخش اصلی را با صفحه‌خوان بخواند؟",
    },
    good: &["<body><main>Opening hours</main></body>"],
    bad: &[r#"<body aria-hidden="true"><main>Opening hours</main></body>"#],
    check: Check::Page(check),
};

/// `html`, `body` and `main` elements with content, if they are rendered and nothing around them is hidden.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let is_whole = |element: &Element<'_>| ["html", "body", "main"].iter().any(|name| element.is(name));
    let wholes: Vec<_> = page.elements().filter(is_whole).filter(|whole| applicability(*whole)).collect();
    let is_open = |element: Element<'_>| element.role().is_a(Role::Dialog) && !element.is_programmatically_hidden();
    let has_dialog = !wholes.is_empty() && page.elements().any(is_open);
    wholes.into_iter().map(|whole| (whole, expectation(whole, has_dialog))).collect()
}

fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("aria-hidden")
        && element.is_rendered()
        && !element.flat_lineage().skip(1).any(says_hidden)
        && element.flat_descendants().any(Element::has_visible_text)
}

fn says_hidden(element: Element<'_>) -> bool {
    element.attribute("aria-hidden").is_some_and(|value| value.trim_ascii().eq_ignore_ascii_case("true"))
}

/// It is not hidden; the main part may be while a dialog is open.
fn expectation(whole: Element<'_>, has_dialog: bool) -> Outcome {
    if !says_hidden(whole) || (whole.is("main") && has_dialog) {
        return Outcome::Passed;
    }
    if whole.is("main") {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::failed(format!("`{}` has `aria-hidden=\"true\"`", whole.name()))
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
                (r#"<body aria-hidden="false">a</body>"#, Expect::Inapplicable),
                (r#"<body aria-hidden="false"><p>a</p></body>"#, Expect::Passed),
                (r#"<main aria-hidden="true"><p>a</p></main><dialog open>b</dialog>"#, Expect::Passed),
                (r#"<body aria-hidden="true"><p>a</p></body>"#, Expect::Failed),
                (r#"<html aria-hidden="TRUE"><p>a</p></html>"#, Expect::Failed),
                (r#"<main aria-hidden="true"><p>a</p></main>"#, Expect::NeedsReview),
                (r#"<main aria-hidden="true"><p>a</p></main><dialog>b</dialog>"#, Expect::NeedsReview),
                (r#"<body aria-hidden="true" style="display:none"><p>a</p></body>"#, Expect::Inapplicable),
                (r#"<div aria-hidden="true"><main aria-hidden="true"><p>a</p></main></div>"#, Expect::Inapplicable),
                (r#"<body aria-hidden="true"></body>"#, Expect::Inapplicable),
                ("<main><p>a</p></main>", Expect::Inapplicable),
            ],
        );
    }
}
