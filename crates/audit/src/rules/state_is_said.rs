//! What pressing a widget changes on the screen it says of itself.
//!
//! WCAG 2.2, 4.1.2: states that users can set are programmatically determined, and changes are told,
//! <https://www.w3.org/WAI/WCAG22/Understanding/name-role-value>; ARIA in the failure F79.

use crate::page::{Element, Observation, Said};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "state-is-said",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::States),
    en: Words {
        title: "A widget must say the state that it shows",
        why: "Who hears the page presses the button and hears the old state, and believes that nothing has happened.",
        fix: "Change `aria-expanded`, `aria-pressed`, `aria-checked` or `aria-selected` whenever the look changes.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تقول الأداة الحالة التي تُظهرها",
        why: "من يسمع الصفحة يضغط الزر فيسمع الحالة القديمة، ويظن أن شيئًا لم يحدث.",
        fix: "غيّر `aria-expanded` أو `aria-pressed` أو `aria-checked` أو `aria-selected` كلما تغيّر الشكل.",
        asks: "يُظهر هذا الزر شيئًا ثم يُخفيه، ولا يقول أهو مفتوح أم مغلق. هل ينقصه `aria-expanded`؟",
    },
    fa: Words {
        title: "ابزارک باید حالتی را که نشان می‌دهد بگوید",
        why: "کسی که صفحه را می‌شنود دکمه را می‌زند و حالت پیشین را می‌شنود، و گمان می‌کند که چیزی نشده است.",
        fix: "هر بار که ظاهر عوض می‌شود `aria-expanded`، `aria-pressed`، `aria-checked` یا `aria-selected` را هم عوض کنید.",
        asks: "این دکمه چیزی را نشان می‌دهد و دوباره پنهان می‌کند، ولی نمی‌گوید باز است یا بسته. آیا `aria-expanded` کم دارد؟",
    },
    good: &[
        r#"<button type="button" aria-expanded="false" onclick="const open = this.getAttribute('aria-expanded') !== 'true'; this.setAttribute('aria-expanded', open); this.nextElementSibling.hidden = !open">Hours</button><p hidden>Monday to Friday, 9 to 17</p>"#,
    ],
    bad: &[
        r#"<button type="button" aria-expanded="false" onclick="this.nextElementSibling.hidden = !this.nextElementSibling.hidden">Hours</button><p hidden>Monday to Friday, 9 to 17</p>"#,
        r#"<button type="button" onclick="this.nextElementSibling.hidden = !this.nextElementSibling.hidden">Hours</button><p hidden>Monday to Friday, 9 to 17</p>"#,
        r#"<style>.on { background: #000000; color: #ffffff }</style><div role="switch" aria-checked="false" aria-label="Dark colours" tabindex="0" onclick="this.classList.toggle('on')">Dark</div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

const ASKS: &str = "This button shows something and hides it again, and does not say whether it is open. Does it lack `aria-expanded`?";

/// Widgets that show something new when they are pressed.
fn applicability(element: Element<'_>) -> bool {
    said(element).is_some() && !element.is_programmatically_hidden()
}

fn said(element: Element<'_>) -> Option<&Said> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::StateSaid(said) => Some(said),
        _ => None,
    })
}

/// The attribute that says its state, or its name, changes with it.
fn expectation(element: Element<'_>) -> Outcome {
    match said(element) {
        Some(Said::Unchanged(state)) => {
            Outcome::failed(format!("pressing it changes what is seen, and its `{state}` stays as it was"))
        }
        Some(Said::Nothing) => Outcome::needs_review(ASKS),
        _ => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::{ASKS, RULE};
    use crate::cases::seen;
    use crate::page::{Observation, Said};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let outcome = |said| seen(&RULE, ("button", &[]), "Hours", &[Observation::StateSaid(said)]);
        assert_eq!(outcome(Said::Yes), Some(Outcome::Passed));
        assert_eq!(outcome(Said::Nothing), Some(Outcome::needs_review(ASKS)));
        let failed = outcome(Said::Unchanged("aria-expanded".to_owned()));
        assert!(matches!(&failed, Some(Outcome::Failed(what)) if what.contains("aria-expanded")), "{failed:?}");
        assert_eq!(seen(&RULE, ("button", &[]), "Hours", &[]), None);
    }
}
