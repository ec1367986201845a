//! Something comes after a heading.

use crate::page::{Element, Page, Piece};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "heading-leads-to-content",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Something should come after a heading",
        why: "Whoever jumps to a heading wants what it announces. Where nothing comes, they search for what they missed.",
        fix: "Make text that is only large and bold a `<p>`, and take out headings of parts that are empty.",
        asks: "Nothing comes after this heading before the next one. Is it the heading of anything?",
    },
    ar: Words {
        title: "ينبغي أن يأتي شيء بعد العنوان",
        why: "من يقفز إلى عنوان يريد ما يعلنه. فإن لم يأتِ شيء بحث عما فاته.",
        fix: "اجعل النص الذي هو كبير وعريض فقط `<p>`، واحذف عناوين الأجزاء الفارغة.",
        asks: "لا شيء بعد هذا العنوان قبل العنوان التالي. هل هو عنوان لشيء؟",
    },
    fa: Words {
        title: "پس از عنوان باید چیزی بیاید",
        why: "کسی که به عنوانی می‌پرد آنچه را می‌خواهد که عنوان نوید می‌دهد. اگر چیزی نیاید دنبال آنچه از دست داده می‌گردد.",
        fix: "متنی را که فقط درشت و پررنگ است `<p>` کنید، و عنوان بخش‌های خالی را بردارید.",
        asks: "پس از این عنوان تا عنوان بعدی چیزی نیست. آیا عنوان چیزی است؟",
    },
    good: &["<h2>Tides</h2><p>High at nine.</p>", "<h2>Boats</h2><h3>Sails</h3><p>White.</p>"],
    bad: &["<h2>Great harbour, great people!</h2><h2>Tides</h2><p>High at nine.</p>"],
    check: Check::Page(check),
};

/// Headings with a name, unless a link or control is in them or around them: then they are what is listed. Each against
/// what comes before the next heading of its level or a higher one; what is hidden counts, as it may come out.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut outcomes = Vec::new();
    let mut empty: Vec<(Element<'_>, u32)> = Vec::new();
    for piece in page.pieces() {
        match piece {
            Piece::Element(element) if is_heading(element) => {
                let level = element.heading_level().unwrap_or(1);
                // A deeper heading is content of those before it.
                let (left, filled): (Vec<_>, Vec<_>) = empty.drain(..).partition(|(_, own)| level <= *own);
                outcomes.extend(left.into_iter().map(asks));
                outcomes.extend(filled.into_iter().map(passes));
                if !is_listed(element) {
                    empty.push((element, level));
                }
            }
            piece if is_content(piece) => {
                let is_in = |heading: Element<'_>| around(piece).flat_lineage().any(|element| element == heading);
                let (own, filled): (Vec<_>, Vec<_>) = empty.drain(..).partition(|(heading, _)| is_in(*heading));
                empty = own;
                outcomes.extend(filled.into_iter().map(passes));
            }
            _ => {}
        }
    }
    outcomes.extend(empty.into_iter().map(asks));
    outcomes.sort_by_key(|(heading, _)| heading.id());
    outcomes
}

fn asks((heading, _): (Element<'_>, u32)) -> (Element<'_>, Outcome) {
    (heading, Outcome::needs_review(RULE.en.asks))
}

fn passes((heading, _): (Element<'_>, u32)) -> (Element<'_>, Outcome) {
    (heading, Outcome::Passed)
}

fn is_heading(element: Element<'_>) -> bool {
    element.heading_level().is_some() && element.is_in_accessibility_tree() && !element.accessible_name().is_empty()
}

fn is_listed(heading: Element<'_>) -> bool {
    let is_control = |element: Element<'_>| element.href().is_some() || element.is_focusable() || element.is("summary");
    heading.flat_lineage().any(is_control) || heading.descendants().any(is_control)
}

fn around(piece: Piece<'_>) -> Element<'_> {
    match piece {
        Piece::Element(element) | Piece::Text(element, _) => element,
    }
}

/// Words, pictures, controls, frames, and empty boxes that a script may fill.
fn is_content(piece: Piece<'_>) -> bool {
    match piece {
        Piece::Text(element, text) => {
            !text.trim().is_empty() && !matches!(element.name(), "script" | "style" | "template" | "noscript" | "title")
        }
        Piece::Element(element) => {
            let is_shown = matches!(
                element.name(),
                "img"
                    | "svg"
                    | "math"
                    | "video"
                    | "audio"
                    | "canvas"
                    | "object"
                    | "embed"
                    | "iframe"
                    | "input"
                    | "select"
                    | "textarea"
                    | "button"
            );
            let may_be_filled =
                || !element.is("br") && element.has_attribute("id") && element.children().next().is_none();
            is_shown || element.name().contains('-') || may_be_filled() || has_picture(element)
        }
    }
}

fn has_picture(element: Element<'_>) -> bool {
    element.style().has_background_image
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
                ("<h1>a</h1><p>b</p>", Expect::Passed),
                ("<h1>a</h1><div><h2>b</h2></div><img>", Expect::Passed),
                ("<h1>a</h1><p hidden>b</p>", Expect::Passed),
                ("<h2>a</h2><div id=b></div><h2>c</h2><my-list></my-list>", Expect::Passed),
                ("<h1>a</h1>", Expect::NeedsReview),
                ("<h2><b>a</b></h2><div></div><h2>b</h2><p>c</p>", Expect::NeedsReview),
                ("<h3>a</h3><h2>b</h2><p>c</p>", Expect::NeedsReview),
                ("<h2><a href=a>b</a></h2><h2><a href=c>d</a></h2>", Expect::Inapplicable),
                ("<a href=a><h2>b</h2></a>", Expect::Inapplicable),
                ("<h2 hidden>a</h2>", Expect::Inapplicable),
                ("<h2></h2>", Expect::Inapplicable),
            ],
        );
    }
}
