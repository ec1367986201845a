//! Tabs, options, tree items and tooltips have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "widget-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Tabs, options, tree items and tooltips must have an accessible name",
        why: "A screen reader says \"tab\" or \"2 of 5\" and nothing else: nobody can tell one from the other.",
        fix: "Write in the element what it stands for. If it shows only an icon, say it in `aria-label`.",
        asks: "Does a screen reader say what this stands for? A style sheet or a script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون لعلامات التبويب والخيارات وعناصر الشجرة والتلميحات اسم مُتاح",
        why: "يقول قارئ الشاشة «علامة تبويب» أو «2 من 5» ولا شيء غير ذلك، فلا يميّز أحد هذا من ذاك.",
        fix: "اكتب داخل العنصر ما يدلّ عليه. وإن لم يكن فيه إلا أيقونة فقل ذلك في `aria-label`.",
        asks: "هل يقول قارئ الشاشة علامَ يدلّ هذا؟ قد تسمّيه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "زبانه‌ها، گزینه‌ها، شاخه‌های درخت و راهنماهای شناور باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «زبانه» یا «۲ از ۵»؛ هیچ‌کس نمی‌تواند یکی را از دیگری تشخیص دهد.",
        fix: "داخل عنصر بنویسید نمایندهٔ چیست. اگر فقط نماد دارد، آن را در `aria-label` بگویید.",
        asks: "آیا صفحه‌خوان می‌گوید این نمایندهٔ چیست؟ شاید شیوه‌نامه یا اسکریپتی به آن نام بدهد.",
    },
    good: &[r#"<div role="tablist"><button role="tab" aria-selected="true">Prices</button></div>"#],
    bad: &[
        r#"<div role="tablist"><button role="tab" aria-selected="true"><svg><path d="M0 0L9 9"/></svg></button></div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// What its author made a tab, an option, a tree item or a tooltip, and is in the accessibility tree (WAI-ARIA 1.2,
/// accessible name required, <https://www.w3.org/TR/wai-aria-1.2/#treeitem>; a tab is a user interface component).
/// The empty `option` of a `select` stands for no choice. A tooltip that is still empty is filled when it is shown.
fn applicability(element: Element<'_>) -> bool {
    match element.role() {
        Role::Tab | Role::TreeItem => element.is_in_accessibility_tree(),
        Role::Option => !element.is("option") && element.is_in_accessibility_tree(),
        Role::Tooltip => nameless::is_filled(element) && element.is_in_accessibility_tree(),
        _ => false,
    }
}

/// A name that can be heard.
fn expectation(widget: Element<'_>) -> Outcome {
    nameless::outcome(widget, "nothing stands in it, and nothing else names it")
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
                ("<button role=tab>Prices</button>", Expect::Passed),
                ("<ul role=tree><li role=treeitem>Fruit</ul>", Expect::Passed),
                ("<ul role=listbox><li role=option aria-label=Red></ul>", Expect::Passed),
                ("<div role=tooltip>Press Escape</div>", Expect::Passed),
                ("<button role=tab></button>", Expect::Failed),
                ("<ul role=tree><li role=treeitem><img alt=''></ul>", Expect::Failed),
                ("<ul role=listbox><li role=option></ul>", Expect::Failed),
                ("<div role=tooltip><img></div>", Expect::Failed),
                ("<button role=tab><x-icon></x-icon></button>", Expect::NeedsReview),
                ("<div role=tooltip></div>", Expect::Inapplicable),
                ("<select><option></select>", Expect::Inapplicable),
                ("<button role=tab hidden></button>", Expect::Inapplicable),
                ("<button></button>", Expect::Inapplicable),
            ],
        );
    }
}
