//! A page has a heading of the first level.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "page-has-main-heading",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A page should have a heading of the first level",
        why: "With one key, a screen reader jumps to the heading of level 1: it is where the page begins, and here it is nowhere.",
        fix: "Make the heading that says what this page is about an `<h1>`.",
        asks: "No heading of level 1 is on the page itself. Is there one in the documents in its frames?",
    },
    ar: Words {
        title: "ينبغي أن يكون في الصفحة عنوان من المستوى الأول",
        why: "بمفتاح واحد يقفز قارئ الشاشة إلى عنوان المستوى 1، فهو بداية الصفحة، ولا وجود له هنا.",
        fix: "اجعل العنوان الذي يقول عمَّ تتحدث الصفحة `<h1>`.",
        asks: "ليس في الصفحة نفسها عنوان من المستوى 1. هل يوجد في المستندات داخل إطاراتها؟",
    },
    fa: Words {
        title: "صفحه باید یک عنوان سطح یک داشته باشد",
        why: "صفحه‌خوان با یک کلید به عنوان سطح ۱ می‌پرد، چون صفحه از آنجا آغاز می‌شود؛ و اینجا چنین عنوانی نیست.",
        fix: "عنوانی را که می‌گوید صفحه دربارهٔ چیست `<h1>` کنید.",
        asks: "در خود صفحه عنوان سطح ۱ نیست. آیا در سندهای درون قاب‌ها هست؟",
    },
    good: &["<h1>Opening hours</h1><p>Every day from nine to five.</p>"],
    bad: &["<h2>Opening hours</h2><p>Every day from nine to five.</p>"],
    check: Check::Page(check),
};

/// A page with headings; where there are none at all, that is another rule's.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root() else { return Vec::new() };
    let mut headings = page.headings().filter(|heading| !heading.accessible_name().is_empty()).peekable();
    if headings.peek().is_none() {
        return Vec::new();
    }
    let outcome = if headings.any(|heading| heading.heading_level() == Some(1)) {
        Outcome::Passed
    } else if page.has_unread_frame() {
        Outcome::needs_review(RULE.en.asks)
    } else {
        Outcome::failed("none of its headings has level 1")
    };
    vec![(root, outcome)]
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
                ("<h2>a</h2><h1>b</h1>", Expect::Passed),
                ("<h2>a</h2><div role=heading aria-level=1>b</div>", Expect::Passed),
                ("<h2>a</h2>", Expect::Failed),
                ("<h1 hidden>a</h1><h2>b</h2>", Expect::Failed),
                ("<h1></h1><h2>b</h2>", Expect::Failed),
                ("<h2>a</h2><iframe src=b></iframe>", Expect::NeedsReview),
                ("<h2>a</h2><iframe src=b hidden></iframe>", Expect::Failed),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
