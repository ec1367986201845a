//! Summaries have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "summary-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["2t702h"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Summaries must have an accessible name",
        why: "A screen reader says \"collapsed\" and nothing else: nobody can tell what opening it will show.",
        fix: "Write in `<summary>` what the part that opens is about.",
        asks: "Does a screen reader say what opens here? A style sheet or a script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون لعناصر `summary` اسم مُتاح",
        why: "يقول قارئ الشاشة «مطوي» ولا شيء غير ذلك، فلا يعرف أحد ماذا سيظهر عند الفتح.",
        fix: "اكتب في `<summary>` موضوع الجزء الذي ينفتح.",
        asks: "هل يقول قارئ الشاشة ماذا ينفتح هنا؟ قد تسمّيه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "عنصرهای `summary` باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «بسته»؛ هیچ‌کس نمی‌فهمد با باز کردنش چه پیدا می‌شود.",
        fix: "در `<summary>` بنویسید بخشی که باز می‌شود دربارهٔ چیست.",
        asks: "آیا صفحه‌خوان می‌گوید اینجا چه باز می‌شود؟ شاید شیوه‌نامه یا اسکریپتی به آن نام بدهد.",
    },
    good: &["<details><summary>Opening hours</summary><p>9 to 5</p></details>"],
    bad: &[r#"<details><summary><img src="clock.svg" alt=""></summary><p>9 to 5</p></details>"#],
    check: Check::Each { applicability, expectation },
};

/// A `summary` that opens its `details`, has no role that its author gave it and is in the accessibility tree
/// (<https://act-rules.github.io/rules/2t702h>).
fn applicability(element: Element<'_>) -> bool {
    element.is_summary_of_details() && element.role() == Role::Unmapped && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(summary: Element<'_>) -> Outcome {
    nameless::outcome(summary, "nothing stands in it, and nothing else names it")
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
                ("<details><summary>Hours</summary></details>", Expect::Passed),
                ("<details><summary aria-label=Hours></summary></details>", Expect::Passed),
                ("<details><summary title=Hours></summary></details>", Expect::Passed),
                ("<details><summary></summary>9 to 5</details>", Expect::Failed),
                ("<details open><summary><img></summary></details>", Expect::Failed),
                ("<details><summary role=none></summary></details>", Expect::Failed),
                ("<details><summary><x-icon></x-icon></summary></details>", Expect::NeedsReview),
                ("<details><summary role=button></summary></details>", Expect::Inapplicable),
                ("<details hidden><summary></summary></details>", Expect::Inapplicable),
                ("<details><summary>Hours</summary><summary></summary></details>", Expect::Passed),
                ("<summary></summary>", Expect::Inapplicable),
                ("<details><div><summary></summary></div></details>", Expect::Inapplicable),
            ],
        );
    }
}
