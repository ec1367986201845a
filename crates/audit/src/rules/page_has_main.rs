//! A page with landmarks has a main one.

use super::document_has_landmark_for_main::lacks_landmark;
use crate::page::{Element, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "page-has-main",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A page should have a main landmark",
        why: "Whoever moves by landmarks finds the menu and the footer, but no way to what the page is there for.",
        fix: "Put what this page is there for into one `<main>`.",
        asks: "The page itself has no main landmark. Is there one in the documents in its frames?",
    },
    ar: Words {
        title: "ينبغي أن يكون في الصفحة معلَم رئيسي",
        why: "من يتنقل بين المعالم يجد القائمة والتذييل، ولا يجد طريقًا إلى ما وُضعت الصفحة من أجله.",
        fix: "ضع ما وُجدت الصفحة من أجله في عنصر `<main>` واحد.",
        asks: "ليس في الصفحة نفسها معلَم رئيسي. هل يوجد في المستندات داخل إطاراتها؟",
    },
    fa: Words {
        title: "صفحه باید یک نشانگاه اصلی داشته باشد",
        why: "کسی که با نشانگاه‌ها جابه‌جا می‌شود منو و پانویس را پیدا می‌کند، ولی به آنچه صفحه برایش ساخته شده راهی ندارد.",
        fix: "آنچه صفحه برایش ساخته شده را در یک `<main>` بگذارید.",
        asks: "خود صفحه نشانگاه اصلی ندارد. آیا در سندهای درون قاب‌ها هست؟",
    },
    good: &["<nav><a href='/'>Home</a></nav><main><h1>Opening hours</h1></main>"],
    bad: &["<aside><a href='/'>Home</a></aside><div><h1>Opening hours</h1></div>"],
    check: Check::Page(check),
};

/// A page with landmarks, unless another rule says already that none of them is for the content.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root() else { return Vec::new() };
    let mut landmarks = page.landmarks().peekable();
    if landmarks.peek().is_none() || (lacks_landmark(page) && page.leads_on()) {
        return Vec::new();
    }
    let outcome = if landmarks.any(|landmark| landmark.role() == Role::Main) {
        Outcome::Passed
    } else if page.has_unread_frame() {
        Outcome::needs_review(RULE.en.asks)
    } else {
        Outcome::failed("none of its landmarks is the main one")
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
                ("<nav>a</nav><main>b</main>", Expect::Passed),
                ("<nav>a</nav><div role=main>b</div>", Expect::Passed),
                ("<nav>a</nav>", Expect::Failed),
                ("<nav>a</nav><main hidden>b</main>", Expect::Failed),
                ("<nav>a</nav><main role=none>b</main>", Expect::Failed),
                ("<nav>a</nav><iframe src=b></iframe>", Expect::NeedsReview),
                ("<p>a</p>", Expect::Inapplicable),
                ("<nav><a href=a>b</a></nav>", Expect::Inapplicable),
            ],
        );
    }
}
