//! Progress bars and meters have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "indicator-has-name",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Progress bars and meters must have an accessible name",
        why: "A screen reader says \"40 percent\", but not of what.",
        fix: "Put a `<label>` around `<progress>` or `<meter>` and its text; name anything else with `aria-labelledby` or `aria-label`.",
        asks: "Does a screen reader say what is measured here? A style sheet or a script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون لأشرطة التقدّم والمقاييس اسم مُتاح",
        why: "يقول قارئ الشاشة «40 بالمئة»، ولا يقول من ماذا.",
        fix: "ضع `<progress>` أو `<meter>` ونصّه داخل `<label>`، وسمِّ ما سواهما بالخاصية `aria-labelledby` أو `aria-label`.",
        asks: "هل يقول قارئ الشاشة ما الذي يُقاس هنا؟ قد تسمّيه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "نوارهای پیشرفت و سنجه‌ها باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان می‌گوید «۴۰ درصد»، اما نمی‌گوید از چه چیز.",
        fix: "`<progress>` یا `<meter>` و متن آن را داخل `<label>` بگذارید؛ به بقیه با `aria-labelledby` یا `aria-label` نام بدهید.",
        asks: "آیا صفحه‌خوان می‌گوید اینجا چه چیزی اندازه گرفته می‌شود؟ شاید شیوه‌نامه یا اسکریپتی به آن نام بدهد.",
    },
    good: &[r#"<label>Upload <progress value="4" max="10"></progress></label>"#],
    bad: &[r#"<p>Upload</p><progress value="4" max="10"></progress>"#],
    check: Check::Each { applicability, expectation },
};

/// Whatever has the role of a progress bar or a meter and is in the accessibility tree (WAI-ARIA 1.2, accessible name
/// required, <https://www.w3.org/TR/wai-aria-1.2/#progressbar>).
fn applicability(element: Element<'_>) -> bool {
    matches!(element.role(), Role::ProgressBar | Role::Meter) && element.is_in_accessibility_tree()
}

/// A name that can be heard. What stands in it is its value, and no name.
fn expectation(indicator: Element<'_>) -> Outcome {
    nameless::outcome(indicator, "it has no label, and nothing else names it")
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
                ("<label>Upload <progress></progress></label>", Expect::Passed),
                ("<meter title=Disk></meter>", Expect::Passed),
                ("<div role=progressbar aria-label=Upload></div>", Expect::Passed),
                ("<progress>40 %</progress>", Expect::Failed),
                ("<div role=meter aria-valuenow=4>Disk</div>", Expect::Failed),
                ("<x-bar role=progressbar></x-bar>", Expect::NeedsReview),
                ("<progress hidden></progress>", Expect::Inapplicable),
                ("<progress aria-hidden=true></progress>", Expect::Inapplicable),
                ("<input type=range>", Expect::Inapplicable),
            ],
        );
    }
}
