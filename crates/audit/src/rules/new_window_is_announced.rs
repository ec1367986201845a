//! Links that open another window say so.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::{NEW_WINDOW, is_known};

pub const RULE: Rule = Rule {
    id: "new-window-is-announced",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Links that open a new window should say so",
        why: "The way back is gone, and whoever hears the page or sees only a part of it at a time does not know why.",
        fix: "Let it open in the same window; or say it in the link, in words or with an icon that has a name: \"opens in a new window\".",
        asks: "This link opens a new window. Is that said in the link, or for all links on the page?",
    },
    ar: Words {
        title: "ينبغي أن تقول الروابط التي تفتح نافذة جديدة ذلك",
        why: "يختفي طريق العودة، ومن يسمع الصفحة أو يرى جزءًا منها فقط لا يعرف السبب.",
        fix: "دَعه يفتح في النافذة نفسها، أو قل ذلك في الرابط، بالكلمات أو بأيقونة لها اسم: «يُفتح في نافذة جديدة».",
        asks: "يفتح هذا الرابط نافذة جديدة. هل قيل ذلك في الرابط، أو عن كل الروابط في الصفحة؟",
    },
    fa: Words {
        title: "پیوندهایی که پنجرهٔ تازه باز می‌کنند باید این را بگویند",
        why: "راه برگشت از میان می‌رود، و کسی که صفحه را می‌شنود یا هر بار تکه‌ای از آن را می‌بیند نمی‌داند چرا.",
        fix: "بگذارید در همان پنجره باز شود؛ یا در پیوند بگویید، با کلمه یا با نمادی که نام دارد: «در پنجرهٔ تازه باز می‌شود».",
        asks: "این پیوند پنجرهٔ تازه باز می‌کند. آیا این در پیوند، یا برای همهٔ پیوندهای صفحه، گفته شده است؟",
    },
    good: &["<a href='https://tides.example' target='_blank'>Tides (opens in a new window)</a>"],
    bad: &["<a lang='en' href='https://tides.example' target='_blank'>Tides</a>"],
    check: Check::Page(check),
};

/// Links with `target="_blank"` and a name. In a language whose words are not known, or where the page speaks of new
/// windows anywhere else, a person is asked.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let opens = |element: &Element<'_>| {
        let target = element.attribute("target").filter(|_| element.href().is_some()).unwrap_or_default();
        target.trim_ascii().eq_ignore_ascii_case("_blank")
            && element.is_exposed_link()
            && !element.accessible_name().is_empty()
    };
    let mut is_said_for_all = None;
    let outcomes = page.elements().filter(opens).map(|link| {
        if is_announced(link) {
            return (link, Outcome::Passed);
        }
        let outcome = if is_known(link.language()) && !*is_said_for_all.get_or_insert_with(|| is_said_on(page)) {
            Outcome::failed("it opens a new window, and neither its name nor its description says so")
        } else {
            Outcome::needs_review(RULE.en.asks)
        };
        (link, outcome)
    });
    outcomes.collect()
}

fn is_announced(link: Element<'_>) -> bool {
    NEW_WINDOW.comes_up_in(link.accessible_name())
        || NEW_WINDOW.comes_up_in(&link.accessible_description())
        || NEW_WINDOW.comes_up_in(&link.visible_inner_text())
}

/// Whether a text of the page that stands in no link speaks of new windows.
fn is_said_on(page: &Page) -> bool {
    page.elements().any(|element| {
        let speaks = |text: &str| text.trim().len() > 5 && NEW_WINDOW.comes_up_in(text);
        element.name() != "script"
            && element.name() != "style"
            && element.own_texts().any(|(_, text)| speaks(text))
            && !element.flat_lineage().any(|around| around.href().is_some())
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
                ("<a href=a target=_blank>b (new tab)</a>", Expect::Passed),
                ("<a href=a target=_BLANK>b <img alt='Opens in a new window'></a>", Expect::Passed),
                ("<a href=a target=_blank title='يُفتح في نافذة جديدة'>b</a>", Expect::Passed),
                ("<a href=a target=_blank>b <svg role=img aria-label='در پنجرهٔ جدید'></svg></a>", Expect::Passed),
                ("<a href=a target=_blank aria-describedby=d>b</a><p id=d hidden>external link</p>", Expect::Passed),
                ("<a lang=en href=a target=_blank>b</a>", Expect::Failed),
                ("<a lang=fa-IR href=a target=_blank>ب</a>", Expect::Failed),
                ("<a lang=en href=a target=_blank>b</a><p>Links open in a new window.</p>", Expect::NeedsReview),
                ("<a lang=ckb href=a target=_blank>b</a>", Expect::NeedsReview),
                ("<a href=a target=_blank>b</a>", Expect::NeedsReview),
                ("<a href=a target=_self>b</a>", Expect::Inapplicable),
                ("<a href=a target=_blank></a>", Expect::Inapplicable),
                ("<a href=a target=_blank hidden>b</a>", Expect::Inapplicable),
                ("<form target=_blank></form>", Expect::Inapplicable),
            ],
        );
    }
}
