//! A landmark holds what is not the same on every page.

use super::document_has_heading_for_main::shows_anything;
use crate::page::{Element, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "document-has-landmark-for-main",
    criteria: &[],
    act: &["b40fd1"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A landmark should hold what is not the same on every page",
        why: "A screen reader jumps from landmark to landmark. Where there is none, everything before the content is heard on every page.",
        fix: "Put the content into a `<main>`, and what is the same on other pages outside of it.",
        asks: "Does a landmark begin with what is this page's own, and not with what other pages have, too?",
    },
    ar: Words {
        title: "ينبغي أن يضم معلَم ما يخص الصفحة وحدها",
        why: "يقفز قارئ الشاشة من معلَم إلى معلَم. وإن لم يوجد معلَم سُمع كل ما قبل المحتوى في كل صفحة.",
        fix: "ضع المحتوى في `<main>`، واجعل ما يتكرر في الصفحات الأخرى خارجه.",
        asks: "هل يبدأ معلَم بما يخص هذه الصفحة وحدها، لا بما تشترك فيه مع صفحات أخرى؟",
    },
    fa: Words {
        title: "آنچه در همهٔ صفحه‌ها یکسان نیست باید درون یک نشانگاه باشد",
        why: "صفحه‌خوان از نشانگاهی به نشانگاه دیگر می‌پرد. اگر نشانگاهی نباشد، هر چه پیش از محتواست در هر صفحه شنیده می‌شود.",
        fix: "محتوا را درون `<main>` بگذارید و آنچه در صفحه‌های دیگر هم هست بیرون آن.",
        asks: "آیا نشانگاهی با آنچه ویژهٔ همین صفحه است آغاز می‌شود، نه با آنچه صفحه‌های دیگر هم دارند؟",
    },
    good: &["<nav><a href='/'>Home</a></nav><main><p>High at nine.</p></main>"],
    bad: &["<div><a href='/'>Home</a></div><div><p>High at nine.</p></div>"],
    check: Check::Page(check),
};

/// Pages that show anything and link to other pages of their site.
///
/// What is repeated on other pages cannot be told from one page. Without any landmark but those that are for a whole site by
/// their definition no reading helps (<https://act-rules.github.io/rules/b40fd1>); one that begins with what pages usually
/// repeat leaves the question open. Where only a complementary landmark could hold the content, the missing main landmark
/// is another rule's.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|_| shows_anything(page) && page.leads_on()) else { return Vec::new() };
    if lacks_landmark(page) {
        let is_unread = page.has_unread_frame();
        let outcome = if is_unread {
            Outcome::needs_review(RULE.en.asks)
        } else if page.landmarks().next().is_some() {
            Outcome::failed("its landmarks are for what belongs to the whole site, and none is for the content")
        } else {
            Outcome::failed("it has no landmark at all")
        };
        return vec![(root, outcome)];
    }
    let Some(first) = own_landmarks(page).find(|landmark| !is_usually_repeated(*landmark)) else { return Vec::new() };
    let outcome = if holds_content(page) { Outcome::Passed } else { Outcome::needs_review(RULE.en.asks) };
    vec![(first, outcome)]
}

fn own_landmarks(page: &Page) -> impl Iterator<Item = Element<'_>> {
    page.landmarks().filter(|landmark| landmark.frame().is_none())
}

/// Whether a page has only landmarks that are for a whole site (WAI-ARIA 1.2,
/// <https://www.w3.org/TR/wai-aria-1.2/#banner>, `#contentinfo`, `#navigation`, `#search`), or none.
pub(super) fn lacks_landmark(page: &Page) -> bool {
    own_landmarks(page).all(|landmark| is_usually_repeated(landmark) && landmark.role() != Role::Complementary)
}

/// Whether a landmark begins with something that pages do not usually repeat.
pub(super) fn holds_content(page: &Page) -> bool {
    own_landmarks(page).any(|landmark| !is_usually_repeated(landmark) && !begins_with_repeated(landmark))
}

fn is_usually_repeated(landmark: Element<'_>) -> bool {
    matches!(landmark.role(), Role::Banner | Role::ContentInfo | Role::Navigation | Role::Complementary | Role::Search)
}

/// Whether the first that stands in a landmark is a landmark of what pages usually repeat.
fn begins_with_repeated(landmark: Element<'_>) -> bool {
    let mut at = landmark;
    while let Some(first) = at.accessibility_children().first().copied() {
        if first.role().is_landmark() {
            return is_usually_repeated(first);
        }
        let has_text_before = at.own_texts().any(|(id, text)| id < first.id() && !text.trim().is_empty());
        if has_text_before || matches!(first.role(), Role::Heading | Role::Paragraph) {
            return false;
        }
        at = first;
    }
    false
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
                ("<a href=a>a</a><main>b</main>", Expect::Passed),
                ("<nav><a href=a>a</a></nav><section aria-label=b>c</section>", Expect::Passed),
                ("<main><aside><a href=a>a</a></aside>b</main><section aria-label=b>c</section>", Expect::Passed),
                ("<a href=a>a</a><p>b</p>", Expect::Failed),
                ("<section><a href=a>a</a></section>", Expect::Failed),
                ("<main hidden>a</main><a href=a>b</a>", Expect::Failed),
                ("<nav><a href=a>a</a></nav><p>b</p>", Expect::Failed),
                ("<main><div><nav><a href=a>a</a></nav></div><p>b</p></main>", Expect::NeedsReview),
                ("<a href=a>a</a><iframe src=b></iframe>", Expect::NeedsReview),
                ("<aside><a href=a>a</a></aside><p>b</p>", Expect::Inapplicable),
                ("<p>b</p>", Expect::Inapplicable),
                ("<a href=a></a>", Expect::Inapplicable),
            ],
        );
    }
}
