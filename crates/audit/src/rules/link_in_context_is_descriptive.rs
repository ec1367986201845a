//! Links say where they lead, by themselves or with what stands around them.

use crate::page::{Element, Fragment, Piece};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::{SAYS_NOTHING, STOP_WORDS, format_of, normalized};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "link-in-context-is-descriptive",
    criteria: &[wcag::LINK_PURPOSE_IN_CONTEXT, wcag::LINK_PURPOSE_LINK_ONLY],
    // What says nothing even in its context says nothing by itself.
    act: &["5effbb", "aizyf1"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Links must say where they lead, by themselves or with what stands around them",
        why: "A screen reader says \"click here\", and nothing that belongs to the link says where it goes.",
        fix: "Say it in the link: \"Read more about the tides\". Or put the link into the sentence that says it.",
        asks: "The link says only something like \"read more\". Does its paragraph, list item or table cell, or a heading right before it, say where it leads?",
    },
    ar: Words {
        title: "يجب أن تقول الروابط إلى أين توصل، وحدها أو مع ما حولها",
        why: "يقول قارئ الشاشة «اضغط هنا»، ولا شيء مما يخص الرابط يقول إلى أين يوصل.",
        fix: "قل ذلك في الرابط: «اقرأ المزيد عن المدّ والجزر». أو ضع الرابط في الجملة التي تقوله.",
        asks: "لا يقول الرابط إلا شيئًا مثل «اقرأ المزيد». هل تقول فقرته أو بند القائمة أو خلية الجدول أو عنوان قبله مباشرة إلى أين يوصل؟",
    },
    fa: Words {
        title: "پیوندها باید به‌تنهایی یا با آنچه دورشان است بگویند به کجا می‌روند",
        why: "صفحه‌خوان می‌گوید «اینجا کلیک کنید» و هیچ چیز پیوسته به آن نمی‌گوید به کجا می‌رود.",
        fix: "آن را در خود پیوند بگویید: «بیشتر دربارهٔ جزر و مد». یا پیوند را در جمله‌ای بگذارید که این را می‌گوید.",
        asks: "پیوند فقط چیزی مانند «ادامهٔ مطلب» می‌گوید. آیا بند، مورد فهرست یا خانهٔ جدول آن، یا عنوانی درست پیش از آن، می‌گوید به کجا می‌رود؟",
    },
    good: &["<a href='/tides'>Read more about the tides</a>"],
    bad: &[
        "<p>For more information, <a href='/tides'>click here</a>.</p>",
        "<div><a href='/tides'>ادامهٔ مطلب</a></div>",
    ],
    check: Check::Each { applicability, expectation },
};

/// Links with a name.
fn applicability(element: Element<'_>) -> bool {
    element.is_exposed_link() && !element.accessible_name().is_empty()
}

/// The name says more than "click here", or what is programmatically determined around it says something
/// (<https://act-rules.github.io/rules/5effbb>). Whether that is enough only a person can tell.
pub(super) fn expectation(link: Element<'_>) -> Outcome {
    if !says_nothing(link) {
        return Outcome::Passed;
    }
    if says_something(link, &link.accessible_description()) {
        return Outcome::Passed;
    }
    let says = |element: &Element<'_>| says_something(link, &element.heard_text_but(link));
    let context = link.link_context();
    let is_told = context.iter().any(says) || (is_in_cell(link) && has_header_cells(link));
    if is_told || is_name_of_page(link) || (context.is_empty() && says_around(link)) {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::failed(format!("it says “{}”, and nothing that belongs to it says more", link.accessible_name()))
}

/// Whether the page it leads to may really be called so: `/more` is "More".
fn is_name_of_page(link: Element<'_>) -> bool {
    let path = link.href().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let stem = last.split('.').next().unwrap_or_default();
    normalized(stem) == normalized(link.accessible_name())
}

/// Whether a link's name is one that says nothing, and not the name of the place on the page it leads to.
pub(super) fn says_nothing(link: Element<'_>) -> bool {
    let name = link.accessible_name();
    // "PDF" says how something will be read, and not what.
    let is_format = || link.href().and_then(format_of).is_some_and(|format| format.words.holds(name));
    if !link.has_certain_name() || !(SAYS_NOTHING.holds(name) || is_format()) {
        return false;
    }
    match link.fragment() {
        Some(Fragment::To(target)) => !normalized(&target.heard_text_but(link)).starts_with(&normalized(name)),
        _ => true,
    }
}

/// Whether a text holds a word that is neither the link's own nor a mere "for", "please", "click".
fn says_something(link: Element<'_>, text: &str) -> bool {
    let own = normalized(link.accessible_name());
    normalized(text)
        .split(' ')
        .any(|word| !word.is_empty() && !own.split(' ').any(|known| known == word) && !STOP_WORDS.holds(word))
}

/// What may be context though nothing programmatic makes it so: the text around it in the same block, which HTML calls a
/// paragraph, too (<https://html.spec.whatwg.org/multipage/dom.html#paragraphs>); a heading right before it (WCAG's H80).
fn says_around(link: Element<'_>) -> bool {
    let Some(block) = link.parent() else { return false };
    let is_in_block = block.own_texts().any(|(_, text)| says_something(link, text));
    is_in_block || heading_before(link)
}

/// Whether a heading comes before it in what stands around it, with no other such link in between.
fn heading_before(link: Element<'_>) -> bool {
    let mut lineage = link.flat_lineage().skip(1);
    let Some(around) = lineage.find(|around| !around.is("span") && !around.is("div")) else { return false };
    let before = link.page().pieces_before(link.id()).filter_map(|piece| match piece {
        Piece::Element(element) => Some(element),
        Piece::Text(..) => None,
    });
    for element in before {
        let is_other = || element.href().is_some() && element.accessible_name() == link.accessible_name();
        if element == around || is_other() {
            return false;
        }
        if element.heading_level().is_some() {
            return true;
        }
    }
    false
}

fn is_in_cell(link: Element<'_>) -> bool {
    link.flat_lineage().any(|around| around.is("td") || around.is("th"))
}

/// Whether the table has header cells: one of them may say it.
fn has_header_cells(link: Element<'_>) -> bool {
    let table = link.flat_lineage().find(|around| around.is("table"));
    table.is_some_and(|table| table.descendants().any(|cell| cell.is("th") && !cell.heard_text_but(link).is_empty()))
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
                ("<a href=a>Tides</a>", Expect::Passed),
                ("<a href=a aria-label='Tides'>Read more</a>", Expect::Passed),
                ("<a href=a title='About the tides'>Read more</a>", Expect::Passed),
                ("<a href=a aria-describedby=d>Read more</a><p id=d>Tides</p>", Expect::Passed),
                ("<a href='#more'>More</a><h2 id=more>More</h2>", Expect::Passed),
                ("<a href=a>Read more</a>", Expect::Failed),
                ("<p>Click <a href=a>here</a></p>", Expect::Failed),
                ("<ul><li><a href=tides.pdf?v=2>PDF</a><li><a href=tides.txt>Plain text</a></ul>", Expect::Failed),
                ("<ul><li>Tides<ul><li><a href=tides.pdf>PDF</a></ul></ul>", Expect::NeedsReview),
                ("<p>Tides.</p><p><a href=a>Read more</a></p>", Expect::Failed),
                ("<ul><li><a href=a>اقرأ المزيد</a></ul>", Expect::Failed),
                ("<p>لمزيد من المعلومات <a href=a>اضغط هنا</a></p>", Expect::Failed),
                ("<p>برای اطلاعات بیشتر <a href=a>اینجا کلیک کنید</a>.</p>", Expect::Failed),
                ("<svg><a href=a aria-label='Read more'><path/></a></svg>", Expect::Failed),
                ("<p>High at nine. <a href=a>Read more</a></p>", Expect::NeedsReview),
                ("<ul><li>Tides<p><a href=a>Read more</a></p></ul>", Expect::NeedsReview),
                ("<div>High at nine. <a href=a>Read more</a></div>", Expect::NeedsReview),
                ("<div><h3>Tides</h3><p></p><a href=a>Read more</a></div>", Expect::NeedsReview),
                ("<nav><ul><li><a href='/more.html'>More</a></ul></nav>", Expect::NeedsReview),
                ("<table><tr><th>Tides<td><a href=a>Read more</a></table>", Expect::NeedsReview),
                ("<a>Read more</a>", Expect::Inapplicable),
                ("<a href=a></a>", Expect::Inapplicable),
                ("<a href=a hidden>Read more</a>", Expect::Inapplicable),
                ("<a href=a role=button>Read more</a>", Expect::Inapplicable),
            ],
        );
    }
}
