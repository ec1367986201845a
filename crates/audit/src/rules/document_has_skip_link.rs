//! Keys lead past what is the same on every page.

use super::document_has_heading_for_main::begins_content;
use crate::page::{Element, Fragment, Page, Piece, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "document-has-skip-link",
    criteria: &[],
    act: &["ye5d6e"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A link should lead past what stands before the content",
        why: "Whoever sees the page and uses no mouse has no headings to jump to: every link before the content takes one key press, on every page.",
        fix: "Begin the page with a link to its content, `<a href=\"#content\">Skip to content</a>`, that shows at least while it has the focus.",
        asks: "Is there a way to move the focus past what stands before the content?",
    },
    ar: Words {
        title: "ينبغي أن يتخطى رابط ما يسبق المحتوى",
        why: "من يرى الصفحة ولا يستعمل الفأرة لا يقفز بين العناوين: كل رابط قبل المحتوى يكلفه ضغطة مفتاح، في كل صفحة.",
        fix: "ابدأ الصفحة برابط إلى محتواها، `<a href=\"#content\">تخطَّ إلى المحتوى</a>`، يظهر على الأقل حين يكون عليه التركيز.",
        asks: "هل توجد طريقة لنقل التركيز إلى ما بعد ما يسبق المحتوى؟",
    },
    fa: Words {
        title: "یک پیوند باید از آنچه پیش از محتواست بگذرد",
        why: "کسی که صفحه را می‌بیند و موشواره ندارد نمی‌تواند میان عنوان‌ها بپرد: هر پیوند پیش از محتوا یک بار کلید زدن است، در هر صفحه.",
        fix: "صفحه را با پیوندی به محتوایش آغاز کنید، `<a href=\"#content\">پرش به محتوا</a>`، که دست‌کم هنگام تمرکز دیده شود.",
        asks: "آیا راهی هست که تمرکز از آنچه پیش از محتواست بگذرد؟",
    },
    good: &[
        "<a href='#m'>Skip to content</a><nav><a href='/a'>A</a><a href='/b'>B</a><a href='/c'>C</a></nav><main id='m'>Tides</main>",
    ],
    bad: &["<nav><a href='/a'>A</a><a href='/b'>B</a><a href='/c'>C</a></nav><main>Tides</main>"],
    check: Check::Page(check),
};

/// Fewer key presses than this are no burden.
const FEW: usize = 3;

/// Pages that link to other pages of their site, where something stands before the content: a navigation or complementary
/// landmark, or several stops of Tab. The content begins with the main landmark or the first heading outside of what
/// pages usually repeat.
///
/// A script can make anything move the focus, so that only a page without scripts is proved to have no such instrument
/// (<https://act-rules.github.io/rules/ye5d6e>).
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|_| page.leads_on()) else { return Vec::new() };
    let start = page.elements().find(|element| begins(*element)).map(Element::id);
    let is_before = |element: &Element<'_>| start.is_none_or(|start| element.id() < start);
    let has_block = match start {
        Some(_) => page.landmarks().filter(is_before).any(is_block),
        None => has_text_after_block(page),
    };
    let stops = page.elements().filter(is_before).filter(|element| element.is_in_tab_order()).take(FEW).count();
    if !has_block && stops < FEW {
        return Vec::new();
    }
    let outcome = if page.elements().any(moves_focus) {
        Outcome::Passed
    } else if (start.is_none() && !has_block) || page.elements().any(is_scripted) {
        Outcome::needs_review(RULE.en.asks)
    } else {
        Outcome::failed("no link on it leads to a place on the same page, and it has no scripts")
    };
    vec![(root, outcome)]
}

fn begins(element: Element<'_>) -> bool {
    let is_heading = || element.role() == Role::Heading && begins_content(element);
    (element.role() == Role::Main || is_heading()) && element.is_in_accessibility_tree()
}

fn is_block(landmark: Element<'_>) -> bool {
    matches!(landmark.role(), Role::Navigation | Role::Complementary)
}

/// Whether a text outside of all landmarks follows such a landmark.
fn has_text_after_block(page: &Page) -> bool {
    let Some(block) = page.landmarks().find(|landmark| is_block(*landmark)) else { return false };
    page.pieces_after(block.id()).any(|piece| match piece {
        Piece::Text(element, text) => {
            !text.trim().is_empty()
                && !element.is_programmatically_hidden()
                && !element.flat_lineage().any(|around| around.role().is_landmark())
        }
        Piece::Element(_) => false,
    })
}

/// A link to a place on the page that Tab leads to, and whose place is there for everybody.
pub(super) fn moves_focus(element: Element<'_>) -> bool {
    match element.fragment() {
        Some(Fragment::To(target)) => !target.is_programmatically_hidden() && element.is_in_tab_order(),
        _ => false,
    }
}

/// Whether it runs a script or holds one.
pub(super) fn is_scripted(element: Element<'_>) -> bool {
    element.name() == "script"
        || element.is_unread_frame()
        || element.attributes().any(|(name, value)| name.starts_with("on") || value.starts_with("javascript:"))
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
                ("<a href='#m'>s</a><a href=a>a</a><a href=b>b</a><main id=m>c</main>", Expect::Passed),
                ("<a href=a>a</a><a href=b>b</a><a href=c>c</a><h1>d</h1>", Expect::Failed),
                ("<a href='#n'>s</a><a href=a>a</a><a href=b>b</a><main id=m>c</main>", Expect::Failed),
                (
                    "<a href='#n'>s</a><a href=a>a</a><a href=b>b</a><p id=n hidden>x</p><main id=m>c</main>",
                    Expect::Failed,
                ),
                ("<a href=a>a</a><a href=b>b</a><a href=c>c</a><p>d</p>", Expect::NeedsReview),
                ("<script>1</script><a href=a>a</a><a href=b>b</a><a href=c>c</a><main>d</main>", Expect::NeedsReview),
                ("<a href=a>a</a><a href=b>b</a><main><a href=c>c</a></main>", Expect::Inapplicable),
                ("<a href=a>a</a><aside>b</aside><p>c</p>", Expect::Failed),
                ("<nav><a href=a>a</a></nav><main>b</main>", Expect::Failed),
                ("<main>b</main><nav><a href=a>a</a></nav>", Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
