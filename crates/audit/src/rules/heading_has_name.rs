//! Headings have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "heading-has-name",
    criteria: &[],
    act: &["ffd0e9"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Headings must have an accessible name",
        why: "People who do not see the page move from heading to heading: here they arrive and hear nothing.",
        fix: "Write the heading, or take the empty element out. Space between parts is for CSS.",
        asks: "Does a screen reader say this heading? A style sheet or a script may fill it.",
    },
    ar: Words {
        title: "يجب أن يكون للعناوين اسم مُتاح",
        why: "من لا يرى الصفحة ينتقل من عنوان إلى عنوان: هنا يصل ولا يسمع شيئًا.",
        fix: "اكتب العنوان، أو احذف العنصر الفارغ. المسافات بين الأجزاء من شأن CSS.",
        asks: "هل يقول قارئ الشاشة هذا العنوان؟ قد تملؤه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "سرتیترها باید نام دسترس‌پذیر داشته باشند",
        why: "کسی که صفحه را نمی‌بیند از سرتیتری به سرتیتر دیگر می‌رود: به اینجا می‌رسد و چیزی نمی‌شنود.",
        fix: "سرتیتر را بنویسید یا عنصر خالی را بردارید. فاصلهٔ میان بخش‌ها کار CSS است.",
        asks: "آیا صفحه‌خوان این سرتیتر را می‌خواند؟ شاید شیوه‌نامه یا اسکریپتی آن را پر کند.",
    },
    good: &["<h2>Opening hours</h2>", r#"<h1><img src="logo.svg" alt="Sada"></h1>"#],
    bad: &["<h2></h2>", r#"<h1><img src="logo.svg" alt=""></h1>"#],
    check: Check::Each { applicability, expectation },
};

/// Whatever has the role of a heading and is in the accessibility tree (<https://act-rules.github.io/rules/ffd0e9>). WCAG
/// asks for headings that describe (2.4.6) and not for any, so that an empty one is no certain failure of it.
fn applicability(element: Element<'_>) -> bool {
    element.role() == Role::Heading && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(heading: Element<'_>) -> Outcome {
    nameless::outcome(heading, "it is empty")
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
                ("<h2>Hours</h2>", Expect::Passed),
                ("<h1><img alt=Sada></h1>", Expect::Passed),
                ("<div role=heading aria-level=2>Hours</div>", Expect::Passed),
                ("<h2 aria-label=Hours></h2>", Expect::Passed),
                ("<h2></h2>", Expect::Failed),
                ("<h2> <br></h2>", Expect::Failed),
                ("<h1><img alt=''></h1>", Expect::Failed),
                ("<h2><span aria-hidden=true>Hours</span></h2>", Expect::Failed),
                ("<span role=heading></span>", Expect::Failed),
                ("<h2 role=none aria-label=''></h2>", Expect::Inapplicable),
                ("<h2><x-title></x-title></h2>", Expect::NeedsReview),
                ("<h2 hidden></h2>", Expect::Inapplicable),
                ("<h2 aria-hidden=true></h2>", Expect::Inapplicable),
                ("<h2 role=tab></h2>", Expect::Inapplicable),
                ("<button><h2></h2>Hours</button>", Expect::Inapplicable),
            ],
        );
    }
}
