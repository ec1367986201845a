//! There is a way past what is the same on every page.

use super::document_has_heading_for_main::{begins_content, shows_anything};
use super::document_has_landmark_for_main::holds_content;
use super::document_has_skip_link::moves_focus;
use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "bypass-blocks",
    criteria: &[wcag::BYPASS_BLOCKS],
    // What none of the four ways leads past fails each of the rules about one of them.
    act: &["cf77f2", "3e12e1"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "There must be a way past what is the same on every page",
        why: "On every page, whoever hears it or uses only keys has to go through the same menu before the content comes.",
        fix: "Begin the content with a heading, put it into a `<main>`, or begin the page with a link to it.",
        asks: "No heading or landmark begins the content, and no link skips to it. Does the page begin with what other pages have, too?",
    },
    ar: Words {
        title: "يجب أن توجد طريقة لتخطي ما يتكرر في كل صفحة",
        why: "من يسمع الصفحة أو لا يستعمل إلا المفاتيح يمر في كل صفحة بالقائمة نفسها قبل أن يصل إلى المحتوى.",
        fix: "ابدأ المحتوى بعنوان، أو ضعه في `<main>`، أو ابدأ الصفحة برابط إليه.",
        asks: "لا عنوان ولا معلَم يبدأ به المحتوى، ولا رابط يتخطى إليه. هل تبدأ الصفحة بما تشترك فيه مع صفحات أخرى؟",
    },
    fa: Words {
        title: "باید راهی برای گذشتن از آنچه در همهٔ صفحه‌ها یکسان است باشد",
        why: "کسی که صفحه را می‌شنود یا فقط کلیدها را دارد باید در هر صفحه از همان منو بگذرد تا به محتوا برسد.",
        fix: "محتوا را با یک عنوان آغاز کنید، درون `<main>` بگذارید، یا صفحه را با پیوندی به آن آغاز کنید.",
        asks: "محتوا نه با عنوان آغاز می‌شود نه با نشانگاه، و پیوندی هم به آن نمی‌پرد. آیا صفحه با چیزی آغاز می‌شود که صفحه‌های دیگر هم دارند؟",
    },
    good: &["<div><a href='/a'>A</a> <a href='/b'>B</a></div><h1>Tides</h1><p>High at nine.</p>"],
    bad: &["<div><a href='/a'>A</a> <a href='/b'>B</a></div><p>High at nine.</p>"],
    check: Check::Page(check),
};

/// Pages that link to other pages of their site.
///
/// Passed by any of the four ways of <https://act-rules.github.io/rules/cf77f2>: a heading, a landmark, a link, or a control
/// that folds what is repeated away. Whether anything is repeated cannot be told from one page.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|_| shows_anything(page) && page.leads_on()) else {
        return Vec::new();
    };
    let has_heading =
        || page.headings().any(|heading| !heading.accessible_name().is_empty() && begins_content(heading));
    let has_way =
        has_heading() || holds_content(page) || page.elements().any(|element| moves_focus(element) || folds(element));
    vec![(root, if has_way { Outcome::Passed } else { Outcome::needs_review(RULE.en.asks) })]
}

/// Whether it folds something away and out again.
fn folds(element: Element<'_>) -> bool {
    let is_control = element.is_summary_of_details()
        || ["aria-expanded", "aria-controls", "popovertarget"].iter().any(|name| element.has_attribute(name));
    is_control && element.is_in_tab_order()
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
                ("<a href=a>a</a><h1>b</h1>", Expect::Passed),
                ("<a href=a>a</a><main>b</main>", Expect::Passed),
                ("<a href='#m'>m</a><a href=a>a</a><p id=m>b</p>", Expect::Passed),
                ("<details><summary>s</summary><a href=a>a</a></details><p>b</p>", Expect::Passed),
                ("<button aria-expanded=true>s</button><a href=a>a</a><p>b</p>", Expect::Passed),
                ("<a href=a>a</a><p>b</p>", Expect::NeedsReview),
                ("<nav><h2>n</h2><a href=a>a</a></nav><p>b</p>", Expect::NeedsReview),
                ("<main><nav><a href=a>a</a></nav><p>b</p></main>", Expect::NeedsReview),
                ("<p>b</p>", Expect::Inapplicable),
                ("<a href='mailto:a@b.c'>b</a>", Expect::Inapplicable),
                ("<a href='https://elsewhere.example/'>b</a>", Expect::Inapplicable),
            ],
        );
    }
}
