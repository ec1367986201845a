//! Whoever presses a button keeps the focus, or gets it where the way goes on.

use crate::page::{Element, Fate, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// Browsers remember where the focus was lost, and let Tab go on from there (HTML, sequential focus navigation starting
/// point, <https://html.spec.whatwg.org/multipage/interaction.html#sequential-focus-navigation-starting-point>). Where that
/// fails, the order is lost. Whether a screen reader goes on from there too, nothing here can tell.
pub const RULE: Rule = Rule {
    id: "focus-is-not-lost",
    criteria: &[wcag::FOCUS_ORDER],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Pressing),
    en: Words {
        title: "Pressing a button must not leave the focus on nothing",
        why: "What had the focus is gone. A keyboard begins at the top of the page again, and a screen reader says nothing, or reads from the start.",
        fix: "Before a button is removed, hidden or disabled, put the focus where the work goes on: the next entry, the heading, the message.",
        asks: "Pressing this leaves the focus on nothing, as the button is removed, hidden or disabled. Does somebody with a screen reader still know where they are?",
    },
    ar: Words {
        title: "يجب ألّا يترك الضغط على زر التركيزَ على لا شيء",
        why: "اختفى ما كان عليه التركيز، فتبدأ لوحة المفاتيح من أعلى الصفحة من جديد، ويصمت قارئ الشاشة أو يقرأ من البداية.",
        fix: "قبل أن يُحذف الزر أو يُخفى أو يُعطَّل، ضع التركيز حيث يستمر العمل: البند التالي أو العنوان أو الرسالة.",
        asks: "يترك الضغط على هذا الزر التركيزَ على لا شيء لأن الزر يُحذف أو يُخفى أو يُعطَّل. هل يبقى مستعمل قارئ الشاشة عارفًا أين هو؟",
    },
    fa: Words {
        title: "زدن دکمه نباید تمرکز را روی هیچ‌چیز رها کند",
        why: "آنچه تمرکز داشت دیگر نیست. صفحه‌کلید دوباره از بالای صفحه آغاز می‌کند و صفحه‌خوان ساکت می‌ماند یا از اول می‌خواند.",
        fix: "پیش از آن‌که دکمه حذف، پنهان یا غیرفعال شود، تمرکز را جایی بگذارید که کار ادامه دارد: مورد بعدی، عنوان یا پیام.",
        asks: "زدن این دکمه تمرکز را روی هیچ‌چیز رها می‌کند، چون دکمه حذف، پنهان یا غیرفعال می‌شود. آیا کسی که صفحه‌خوان دارد هنوز می‌داند کجاست؟",
    },
    good: &[r#"<h2 id="list" tabindex="-1">Basket</h2>
<p>Tea <button type="button" onclick="document.getElementById('list').focus(); this.parentElement.remove()">Remove tea</button></p>"#],
    bad: &[r#"<p>Tea <button type="button" onclick="this.parentElement.remove()">Remove tea</button></p>"#],
    check: Check::Each { applicability, expectation },
};

/// Buttons whose pressing left the focus on nothing.
fn applicability(element: Element<'_>) -> bool {
    loss(element).is_some()
}

fn loss(element: Element<'_>) -> Option<(Fate, bool)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::LosesFocus { fate, starts_over } => Some((*fate, *starts_over)),
        _ => None,
    })
}

/// Tab goes on from where it was, and a person says that a screen reader does too.
fn expectation(element: Element<'_>) -> Outcome {
    match loss(element) {
        None => Outcome::Passed,
        Some((_, false)) => Outcome::needs_review(RULE.en.asks),
        Some((fate, true)) => {
            let what = match fate {
                Fate::Removed => "it is removed",
                Fate::Hidden => "it is hidden",
                Fate::Disabled => "it is disabled",
                Fate::There => "a script takes the focus from it",
            };
            Outcome::failed(format!("pressing Enter on it loses the focus, as {what}, and Tab begins at the top again"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::{Fate, Observation};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let lost = |starts_over| of_button(&RULE, &[Observation::LosesFocus { fate: Fate::Removed, starts_over }]);
        assert!(matches!(lost(true), Some(Outcome::Failed(_))));
        assert!(matches!(lost(false), Some(Outcome::NeedsReview(_))));
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
