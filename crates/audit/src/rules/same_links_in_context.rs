//! Links with one name and one context lead to one place.

use super::same_links_lead_to_one_place::{links_by_name, outcome};
use crate::page::{Element, NodeId, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "same-links-in-context",
    criteria: &[wcag::LINK_PURPOSE_IN_CONTEXT, wcag::LINK_PURPOSE_LINK_ONLY],
    // What differs in one context differs whatever the context.
    act: &["fd3a94", "b20e66"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Links with the same name in the same context must lead to the same thing",
        why: "Nothing that a screen reader says tells the two apart, and they lead to different places.",
        fix: "Give links to different things different names, or put each into the sentence or list item that says what it leads to.",
        asks: "These links have the same name and nothing around them tells them apart, but their addresses differ. Is it the same thing that they lead to?",
    },
    ar: Words {
        title: "يجب أن توصل الروابط ذات الاسم الواحد والسياق الواحد إلى شيء واحد",
        why: "لا شيء مما يقوله قارئ الشاشة يميّز بينها، وهي توصل إلى أماكن مختلفة.",
        fix: "سمِّ الروابط إلى أشياء مختلفة بأسماء مختلفة، أو ضع كلًّا منها في الجملة أو بند القائمة الذي يقول إلى ماذا يوصل.",
        asks: "لهذه الروابط اسم واحد ولا شيء حولها يميّزها، لكن عناوينها مختلفة. هل توصل إلى الشيء نفسه؟",
    },
    fa: Words {
        title: "پیوندهای هم‌نام در یک بافت باید به یک چیز برسند",
        why: "هیچ چیزی که صفحه‌خوان می‌گوید آن‌ها را از هم جدا نمی‌کند، و به جاهای گوناگون می‌روند.",
        fix: "به پیوندهایی که به چیزهای گوناگون می‌روند نام‌های گوناگون بدهید، یا هر کدام را در جمله یا مورد فهرستی بگذارید که می‌گوید به چه می‌رسد.",
        asks: "این پیوندها یک نام دارند و هیچ چیز دورشان از هم جدایشان نمی‌کند، ولی نشانی‌هایشان فرق دارد. آیا به یک چیز می‌رسند؟",
    },
    good: &["<p><a href='/tides'>Tides</a>, and again: <a href='/tides'>Tides</a></p>"],
    bad: &["<p>Choose your harbour: <a href='/north'>go</a> or <a href='/south'>go</a></p>"],
    check: Check::Page(check),
};

/// Links with the same name and the same programmatically determined context
/// (<https://act-rules.github.io/rules/fd3a94>).
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let sets = links_by_name(page, context);
    let mut outcomes: Vec<_> = sets.iter().map(|set| outcome(set, RULE.en.asks)).collect();
    outcomes.sort_by_key(|(link, _)| link.id());
    outcomes
}

fn context(link: Element<'_>) -> Vec<NodeId> {
    link.link_context().into_iter().map(Element::id).collect()
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
                ("<p><a href=a>t</a> <a href=a>t</a></p>", Expect::Passed),
                ("<a href=a>t</a><div><a href='./a'>t</a></div>", Expect::Passed),
                ("<p><a href=a>t</a> <a href=b>t</a></p>", Expect::NeedsReview),
                ("<a href=a>t</a><div><a href=b>T</a></div>", Expect::NeedsReview),
                ("<p><a href=a>t</a></p><p><a href=b>t</a></p>", Expect::Inapplicable),
                ("<ul><li><a href=a>t</a><li><a href=b>t</a></ul>", Expect::Inapplicable),
                ("<a href=a>t</a><a href=b aria-describedby=d>t</a><b id=d>c</b>", Expect::Inapplicable),
                ("<p><a href=a>t</a> <a href=b>u</a></p>", Expect::Inapplicable),
            ],
        );
    }
}
