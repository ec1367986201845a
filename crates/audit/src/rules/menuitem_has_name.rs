//! Items of menus have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "menuitem-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["m6b1q3"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Menu items must have an accessible name",
        why: "A screen reader says \"menu item\" and nothing else: nobody can tell what choosing it will do.",
        fix: "Write in the item what it does. If it shows only an icon, say it in `aria-label`.",
        asks: "Does a screen reader say what this menu item does? A style sheet or a script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون لعناصر القوائم اسم مُتاح",
        why: "يقول قارئ الشاشة «عنصر قائمة» ولا شيء غير ذلك، فلا يعرف أحد ماذا يحدث عند اختياره.",
        fix: "اكتب داخل العنصر ما يفعله. وإن لم يكن فيه إلا أيقونة فقل ذلك في `aria-label`.",
        asks: "هل يقول قارئ الشاشة ما يفعله عنصر القائمة هذا؟ قد تسمّيه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "گزینه‌های منو باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «گزینهٔ منو»؛ هیچ‌کس نمی‌فهمد انتخاب آن چه می‌کند.",
        fix: "کار گزینه را داخل خودش بنویسید. اگر فقط نماد دارد، آن را در `aria-label` بگویید.",
        asks: "آیا صفحه‌خوان می‌گوید این گزینهٔ منو چه می‌کند؟ شاید شیوه‌نامه یا اسکریپتی به آن نام بدهد.",
    },
    good: &[r#"<ul role="menu"><li role="menuitem" tabindex="0">Print</li></ul>"#],
    bad: &[r#"<ul role="menu"><li role="menuitem" tabindex="0"><img src="print.svg" alt=""></li></ul>"#],
    check: Check::Each { applicability, expectation },
};

/// Whatever has the role `menuitem` and is in the accessibility tree (<https://act-rules.github.io/rules/m6b1q3>). Those
/// that are checked or not are form fields.
fn applicability(element: Element<'_>) -> bool {
    element.role() == Role::MenuItem && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(item: Element<'_>) -> Outcome {
    nameless::outcome(item, "nothing stands in it, and nothing else names it")
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
                ("<div role=menu><div role=menuitem>Print</div></div>", Expect::Passed),
                ("<div role=menu><a href=x role=menuitem aria-label=Print></a></div>", Expect::Passed),
                ("<div role=menuitem><img alt=Print></div>", Expect::Passed),
                ("<div role=menu><div role=menuitem></div></div>", Expect::Failed),
                ("<div role=menu><button role=menuitem><span hidden>Print</span></button></div>", Expect::Failed),
                ("<div role=menu><div role=menuitem><x-icon></x-icon></div></div>", Expect::NeedsReview),
                ("<div role=menu hidden><div role=menuitem></div></div>", Expect::Inapplicable),
                ("<div role=menuitemradio></div>", Expect::Inapplicable),
                ("<menu><li></menu>", Expect::Inapplicable),
            ],
        );
    }
}
