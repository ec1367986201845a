//! Icons that stand for a word can be told from what is behind them.
//!
//! WCAG 2.2, 1.4.11, graphical objects, technique G207, <https://www.w3.org/WAI/WCAG22/Techniques/general/G207>.

use crate::contrast::ratio;
use crate::page::{Certainty, Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "icon-stands-out",
    criteria: &[wcag::NON_TEXT_CONTRAST],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Pictures),
    en: Words {
        title: "The icon of a button or a link without words must stand out from its background",
        why: "People with low vision see no button there, or do not see what it is for.",
        fix: "Draw the icon in a colour with a contrast of 3:1 to what is behind it.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تتميّز عن الخلفية أيقونةُ الزر أو الرابط الذي لا كلمات فيه",
        why: "لا يرى ضعاف البصر زرًّا هناك، أو لا يرون ما فائدته.",
        fix: "ارسم الأيقونة بلون تباينه مع ما خلفه 3:1.",
        asks: "تباين هذه الأيقونة أقل من 3:1. أهي شعار، أم يقول ما بجانبها من كلمات الشيء نفسه؟ إن لم يكن كذلك فاجعلها أوضح.",
    },
    fa: Words {
        title: "آیکن دکمه یا پیوندی که واژه ندارد باید از پس‌زمینه‌اش جدا دیده شود",
        why: "کم‌بینایان دکمه‌ای در آنجا نمی‌بینند یا نمی‌بینند به چه کار می‌آید.",
        fix: "آیکن را با رنگی بکشید که تضادش با پشتش ۳ به ۱ باشد.",
        asks: "تضاد این آیکن کمتر از ۳ به ۱ است. آیا نشان تجاری است، یا واژه‌های کنارش همان را می‌گویند؟ اگر نه، پررنگ‌ترش کنید.",
    },
    good: &[
        r##"<button aria-label="Close"><svg width="20" height="20"><path d="M3 3 17 17M17 3 3 17" stroke="#333333" stroke-width="2"/></svg></button>"##,
    ],
    bad: &[
        r##"<button aria-label="Close" style="border:0;background:#ffffff"><svg width="20" height="20"><path d="M3 3 17 17M17 3 3 17" stroke="#cccccc" stroke-width="2"/></svg></button>"##,
    ],
    check: Check::Each { applicability, expectation },
};

const ASKS: &str = "The contrast of this icon is below 3:1. Is it a logo, or do words beside it say the same? If not, make it stronger.";

/// Links and buttons that can be used, have no visible words, and whose icons' pixels are known.
fn applicability(element: Element<'_>) -> bool {
    measured(element).is_some()
        && element.is_focusable()
        && !element.is_disabled()
        && element.visible() == Certainty::Yes
        && !element.is_programmatically_hidden()
        && !element.visible_inner_text().chars().any(char::is_alphanumeric)
}

fn measured(element: Element<'_>) -> Option<u32> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::IconContrast { hundredths } => Some(*hundredths),
        _ => None,
    })
}

/// Somewhere in the box of an icon two pixels have a contrast of 3:1.
fn expectation(element: Element<'_>) -> Outcome {
    match measured(element) {
        Some(..300) if may_be_logo(element) || has_twin_with_words(element) => Outcome::needs_review(ASKS),
        Some(hundredths @ ..300) => Outcome::failed(format!(
            "no pixel of its icon has more than {} to another, and 3:1 is needed",
            ratio(hundredths)
        )),
        _ => Outcome::Passed,
    }
}

/// What leads to the front page may be a logo, whose colours are given, and so may what says so.
fn may_be_logo(element: Element<'_>) -> bool {
    let name = element.accessible_name().to_lowercase();
    let says_so = ["logo", "شعار", "لوگو", "نشان"].iter().any(|word| name.contains(word));
    says_so || element.leads_to().is_some_and(|to| to.path() == "/" && to.query().is_none() && to.fragment().is_none())
}

/// Whether the same can be done with words.
fn has_twin_with_words(element: Element<'_>) -> bool {
    let Some(to) = element.leads_to() else { return false };
    let leads_there = |other: &Element<'_>| *other != element && other.leads_to().as_ref() == Some(&to);
    element.page().elements().filter(leads_there).any(|other| !other.visible_inner_text().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{ASKS, RULE};
    use crate::cases::seen;
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let icon = |hundredths| [Observation::IconContrast { hundredths }];
        let button = |attributes: &[(&str, &str)], text, hundredths| {
            seen(&RULE, ("button", attributes), text, &icon(hundredths))
        };
        assert_eq!(button(&[], "", 300), Some(Outcome::Passed));
        let failed = button(&[], "", 160);
        assert!(matches!(&failed, Some(Outcome::Failed(what)) if what.contains("1.60:1")), "{failed:?}");
        assert!(matches!(button(&[], "×", 160), Some(Outcome::Failed(_))));
        assert_eq!(button(&[], "Close", 160), None);
        assert_eq!(button(&[("disabled", "")], "", 160), None);
        assert_eq!(button(&[("aria-label", "Our logo")], "", 160), Some(Outcome::needs_review(ASKS)));
        assert_eq!(seen(&RULE, ("a", &[]), "", &icon(160)), None);
        assert!(matches!(seen(&RULE, ("a", &[("href", "#x")]), "", &icon(160)), Some(Outcome::Failed(_))));
    }
}
