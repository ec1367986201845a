//! The page as a whole can be used.

use crate::page::{Element, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// HTML, the `inert` attribute (<https://html.spec.whatwg.org/multipage/interaction.html#the-inert-attribute>): what is
/// inert cannot be focused, and assistive technologies do not find it.
pub const RULE: Rule = Rule {
    id: "page-is-not-inert",
    criteria: &[wcag::KEYBOARD, wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "`inert` must not stand on the whole page",
        why: "Nothing on the page can be reached, by keyboard, by pointer or with a screen reader.",
        fix: "Put `inert` on what stands beside an open dialog, and take it away when the dialog closes.",
        asks: "Is it meant that nobody can use the main part now?",
    },
    ar: Words {
        title: "يجب ألا توضع `inert` على الصفحة كلها",
        why: "لا يمكن الوصول إلى أي شيء في الصفحة، لا بلوحة المفاتيح ولا بالمؤشر ولا بقارئ الشاشة.",
        fix: "ضع `inert` على ما بجانب مربع الحوار المفتوح، واحذفها عند إغلاقه.",
        asks: "هل المقصود ألا يستطيع أحد الآن استعمال الجزء الرئيسي؟",
    },
    fa: Words {
        title: "`inert` نباید روی کل صفحه باشد",
        why: "به هیچ چیز صفحه نمی‌توان رسید، نه با صفحه‌کلید، نه با اشاره‌گر و نه با صفحه‌خوان.",
        fix: "`inert` را روی آنچه کنار پنجره گفتگوی باز است بگذارید و با بسته شدن پنجره بردارید.",
        asks: "آیا قصد این است که اکنون هیچ‌کس نتواند بخش اصلی را به کار ببرد؟",
    },
    good: &[r"<main inert><p>Opening hours</p></main><dialog open><p>Please sign in.</p></dialog>"],
    bad: &["<body inert><main><p>Opening hours</p></main></body>"],
    check: Check::Page(check),
};

/// `html`, `body`, `main` and open dialogs that are inert, with words that can be seen, if nothing around them is inert.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let is_open_dialog = |element: &Element<'_>| element.is("dialog") && element.has_attribute("open");
    let is_whole =
        |element: &Element<'_>| ["html", "body", "main"].iter().any(|name| element.is(name)) || is_open_dialog(element);
    let wholes: Vec<_> = page.elements().filter(is_whole).filter(|whole| applicability(*whole)).collect();
    let is_open = |element: Element<'_>| element.role().is_a(Role::Dialog) && !element.is_programmatically_hidden();
    let has_dialog = !wholes.is_empty() && page.elements().any(is_open);
    wholes.into_iter().map(|whole| (whole, expectation(whole, has_dialog))).collect()
}

fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("inert")
        && element.is_rendered()
        && !element.flat_lineage().skip(1).any(|around| around.has_attribute("inert"))
        && element.flat_descendants().any(Element::has_visible_text)
}

/// It is the main part or a dialog, and a dialog is open that can be used.
fn expectation(whole: Element<'_>, has_dialog: bool) -> Outcome {
    if whole.is("dialog") {
        // Another one may be open above it.
        return if has_dialog { Outcome::Passed } else { Outcome::failed("`dialog` is open and has `inert`") };
    }
    if !whole.is("main") {
        return Outcome::failed(format!("`{}` has `inert`", whole.name()));
    }
    if has_dialog { Outcome::Passed } else { Outcome::needs_review(RULE.en.asks) }
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
                ("<main inert><p>a</p></main><dialog open>b</dialog>", Expect::Passed),
                (r#"<main inert><p>a</p></main><div role="alertdialog">b</div>"#, Expect::Passed),
                ("<body inert><p>a</p></body>", Expect::Failed),
                ("<html inert><p>a</p></html>", Expect::Failed),
                ("<main inert><p>a</p></main>", Expect::NeedsReview),
                ("<body inert hidden><p>a</p></body>", Expect::Inapplicable),
                ("<body inert></body>", Expect::Inapplicable),
                ("<div inert><p>a</p></div>", Expect::Inapplicable),
                ("<main><p>a</p></main>", Expect::Inapplicable),
                ("<dialog open inert><p>a</p></dialog>", Expect::Failed),
                ("<dialog open inert><p>a</p></dialog><dialog open>b</dialog>", Expect::Passed),
                ("<dialog inert><p>a</p></dialog>", Expect::Inapplicable),
            ],
        );
    }
}
