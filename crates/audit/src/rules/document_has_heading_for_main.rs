//! A heading begins what is not the same on every page.

use crate::page::{Certainty, Element, Page, Property, Role, Value};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "document-has-heading-for-main",
    criteria: &[],
    act: &["047fe0"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A heading should begin what is not the same on every page",
        why: "A screen reader jumps from heading to heading. Where none begins the content, everything before it is heard on every page.",
        fix: "Begin the content with a heading, an `<h1>` for instance, that everybody can see.",
        asks: "Does a heading that everybody can see begin what is this page's own?",
    },
    ar: Words {
        title: "ينبغي أن يبدأ ما يخص الصفحة وحدها بعنوان",
        why: "يقفز قارئ الشاشة من عنوان إلى عنوان. وإن لم يبدأ المحتوى بعنوان سُمع كل ما قبله في كل صفحة.",
        fix: "ابدأ المحتوى بعنوان يراه الجميع، مثل `<h1>`.",
        asks: "هل يبدأ ما يخص هذه الصفحة وحدها بعنوان يراه الجميع؟",
    },
    fa: Words {
        title: "آنچه در همهٔ صفحه‌ها یکسان نیست باید با یک عنوان آغاز شود",
        why: "صفحه‌خوان از عنوانی به عنوان دیگر می‌پرد. اگر محتوا با عنوان آغاز نشود، هر چه پیش از آن است در هر صفحه شنیده می‌شود.",
        fix: "محتوا را با عنوانی که همه می‌بینند آغاز کنید، مثلاً `<h1>`.",
        asks: "آیا آنچه ویژهٔ همین صفحه است با عنوانی آغاز می‌شود که همه ببینند؟",
    },
    good: &["<nav><a href='/'>Home</a></nav><main><h1>Tides</h1><p>High at nine.</p></main>"],
    bad: &["<nav><a href='/'>Home</a></nav><main><p>High at nine.</p></main>"],
    check: Check::Page(check),
};

/// Pages that show anything and link to other pages of their site.
///
/// What is repeated on other pages cannot be told from one page. Without any heading no reading helps
/// (<https://act-rules.github.io/rules/047fe0>); a heading in what pages usually repeat, or one that cannot be seen, leaves
/// the question open.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|_| shows_anything(page) && page.leads_on()) else { return Vec::new() };
    let own = |heading: &Element<'_>| heading.frame().is_none() && !heading.accessible_name().is_empty();
    let mut headings = page.headings().filter(own).peekable();
    let is_unread = || page.has_unread_frame();
    let outcome = if headings.peek().is_none() {
        if is_unread() { Outcome::needs_review(RULE.en.asks) } else { Outcome::failed("it has no heading at all") }
    } else if page.headings().filter(own).any(begins_content) {
        Outcome::Passed
    } else if headings.all(is_off_page) && !is_unread() {
        Outcome::failed("none of its headings can be seen")
    } else {
        Outcome::needs_review(RULE.en.asks)
    };
    vec![(root, outcome)]
}

/// Whether a heading that can be seen stands outside of what pages usually repeat.
pub(super) fn begins_content(heading: Element<'_>) -> bool {
    let is_repeated = |landmark: Element<'_>| {
        matches!(landmark.role(), Role::Banner | Role::ContentInfo | Role::Navigation | Role::Complementary)
    };
    heading.visible() != Certainty::No && !is_far_away(heading) && !heading.landmark().is_some_and(is_repeated)
}

/// Whether a browser has laid it out where nobody can scroll to. What is transparent may come into sight.
fn is_off_page(heading: Element<'_>) -> bool {
    heading.is_visible() && heading.visible() == Certainty::No
}

/// Whether styles put it far outside of the page, as they do with what is only to be heard.
fn is_far_away(heading: Element<'_>) -> bool {
    const FAR: f32 = -900.0;
    let is_far = |element: Element<'_>| {
        let moved = |property| element.style().get(property).and_then(|value: Value| value.pixels());
        let is_moved = |property| moved(property).is_some_and(|pixels| pixels < FAR);
        (element.style().is_out_of_flow() && (is_moved(Property::Left) || is_moved(Property::Top)))
            || is_moved(Property::TextIndent)
    };
    heading.flat_lineage().any(is_far)
}

/// Whether there is any text or picture on the page.
pub(super) fn shows_anything(page: &Page) -> bool {
    page.elements().any(|element| {
        let is_media = matches!(element.name(), "img" | "svg" | "video" | "canvas" | "object" | "embed");
        let is_text = || element.own_texts().any(|(_, text)| !text.trim().is_empty());
        (is_media || is_text()) && element.is_visible()
    })
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
                ("<nav><a href=a>a</a></nav><h1>b</h1>", Expect::Passed),
                (
                    "<main><section aria-label=a><div role=heading>b</div><a href=c>c</a></section></main>",
                    Expect::Passed,
                ),
                ("<a href=a>b</a>", Expect::Failed),
                ("<h1 hidden>a</h1><a href=a>b</a>", Expect::Failed),
                ("<h1 aria-hidden=true>a</h1><a href=a>b</a>", Expect::Failed),
                ("<h1 role=none>a</h1><a href=a>b</a>", Expect::Failed),
                ("<h1></h1><a href=a>b</a>", Expect::Failed),
                ("<aside><h2>a</h2></aside><a href=a>b</a>", Expect::NeedsReview),
                ("<h1 style=opacity:0>a</h1><a href=a>b</a>", Expect::NeedsReview),
                ("<h1 style='position:absolute;left:-9999px'>a</h1><a href=a>b</a>", Expect::NeedsReview),
                ("<a href=a>b</a><iframe src=b></iframe>", Expect::NeedsReview),
                ("<p>a</p>", Expect::Inapplicable),
                ("<a href=a></a>", Expect::Inapplicable),
            ],
        );
    }
}
