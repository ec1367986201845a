//! There is a way past what is the same on every page.

use super::document_has_heading_for_main::{begins_content, shows_anything};
use super::document_has_landmark_for_main::holds_content;
use super::document_has_skip_link::moves_focus;
use crate::page::{Element, Observation, Page, Piece, Resource};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
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
/// that folds what is repeated away. Whether anything is repeated cannot be told from one page; where another one was
/// fetched, it can.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|_| shows_anything(page) && page.leads_on()) else {
        return Vec::new();
    };
    let outcome = if has_way(page) {
        Outcome::Passed
    } else if may_have_hidden_way(page) {
        Outcome::needs_review(RULE.en.asks)
    } else {
        let others = pages_beside(page);
        match others.iter().filter_map(|other| page.resource(other)).find_map(|other| repeated(page, other)) {
            Some(block) => Outcome::failed(format!(
                "another page begins the same way, with {}, and there is no heading, landmark, link or control to get past it",
                quoted(&block)
            )),
            None => Outcome::needs_review(RULE.en.asks),
        }
    };
    vec![(root, outcome)]
}

fn has_way(page: &Page) -> bool {
    let has_heading =
        || page.headings().any(|heading| !heading.accessible_name().is_empty() && begins_content(heading));
    has_heading() || holds_content(page) || page.elements().any(|element| moves_focus(element) || folds(element))
}

/// A heading somewhere else, a frame or a field, and whatever a script may do, unless every control was seen to fold nothing.
fn may_have_hidden_way(page: &Page) -> bool {
    let handles = |element: Element<'_>| element.is("script") || element.has_handler();
    let folds_nothing = || page.root().is_some_and(|root| root.observations().contains(&Observation::FoldsNothing));
    holds_more(page) || (page.elements().any(handles) && !folds_nothing())
}

fn holds_more(page: &Page) -> bool {
    let is_more = |element: Element<'_>| ["input", "object", "embed"].iter().any(|name| element.is(name));
    page.headings().next().is_some() || page.has_unread_frame() || page.elements().any(is_more)
}

/// Whether pressing controls may show that a page has no way past what it repeats.
pub fn waits_for_folding(page: &Page) -> bool {
    may_repeat(page)
        && may_have_hidden_way(page)
        && pages_beside(page).iter().any(|other| page.resource(other).is_some())
}

fn may_repeat(page: &Page) -> bool {
    page.root().is_some() && page.leads_on() && shows_anything(page) && !has_way(page) && !holds_more(page)
}

/// More pages are not asked for.
const FEW: usize = 3;

/// Other pages of the site that this one links to, where it depends on them whether anything is repeated.
pub(super) fn pages_to_compare(page: &Page) -> Vec<String> {
    if may_repeat(page) { pages_beside(page) } else { Vec::new() }
}

fn pages_beside(page: &Page) -> Vec<String> {
    let Some(own) = page.address() else { return Vec::new() };
    let mut found: Vec<String> = Vec::new();
    for mut address in page.elements().filter_map(Element::leads_to) {
        address.set_fragment(None);
        let is_beside = address.origin() == own.origin() && address.path() != own.path();
        if is_beside && !found.iter().any(|known| *known == address.as_str()) {
            found.push(address.into());
            if found.len() == FEW {
                break;
            }
        }
    }
    found
}

/// What another page has as well, and what it has not stands behind it. Single words, phrases and links are no blocks
/// (Understanding 2.4.1, <https://www.w3.org/WAI/WCAG22/Understanding/bypass-blocks>).
fn repeated(page: &Page, other: &Resource) -> Option<String> {
    const WORDS: usize = 10;
    const MANY: usize = 300;
    const BLOCKS: &[&str] = &["aside", "div", "header", "nav", "ol", "p", "section", "table", "ul"];
    let is_long = |element: Element<'_>, text: &str| {
        let items = || element.descendants().filter(|part| part.is("a") || part.is("li")).take(2).count();
        text.split_whitespace().count() >= WORDS || (["nav", "ol", "ul"].contains(&element.name()) && items() == 2)
    };
    let (block, text) = page
        .elements()
        .filter(|element| {
            BLOCKS.contains(&element.name()) && element.is_in_accessibility_tree() && element.is_visible()
        })
        .take(MANY)
        .map(|element| (element, element.visible_inner_text()))
        .find(|(element, text)| is_long(*element, text) && other.has_block(text))?;
    let is_new = |piece: Piece<'_>| match piece {
        Piece::Text(around, text) => {
            let is_long = text.split_whitespace().count() >= WORDS;
            is_long && around.has_visible_text() && !other.says(text) && !around.flat_lineage().any(|at| at == block)
        }
        Piece::Element(_) => false,
    };
    page.pieces_after(block.id()).any(is_new).then_some(text)
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
