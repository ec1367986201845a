//! What shows the focus can be told from what is beside it.
//!
//! WCAG 2.2, 1.4.11, user interface components, and failure F78,
//! <https://www.w3.org/WAI/WCAG22/Techniques/failures/F78>.

use crate::contrast::ratio;
use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "focus-stands-out",
    criteria: &[wcag::NON_TEXT_CONTRAST],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::FocusLook),
    en: Words {
        title: "What shows the focus must stand out",
        why: "People with low vision who move by keyboard do not see where they are.",
        fix: "Leave the browser's outline, or draw one in a colour with a contrast of 3:1 to what is beside it.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يكون ما يُظهر التركيز بارزًا",
        why: "لا يرى أين هو ضعيفُ البصر الذي يتنقّل بلوحة المفاتيح.",
        fix: "أبقِ إطار المتصفّح، أو ارسم إطارًا بلون تباينه مع ما بجانبه 3:1.",
        asks: "",
    },
    fa: Words {
        title: "آنچه تمرکز را نشان می‌دهد باید به‌روشنی دیده شود",
        why: "کم‌بینایی که با صفحه‌کلید حرکت می‌کند نمی‌بیند کجاست.",
        fix: "خط دور مرورگر را نگه دارید، یا خطی با رنگی بکشید که تضادش با کنارش ۳ به ۱ باشد.",
        asks: "",
    },
    good: &["<style>a:focus-visible { outline: 2px solid #005fcc }</style><a href=\"/\">Home</a>"],
    bad: &["<style>a:focus { outline: 2px solid #e5e5e5 }</style><a href=\"/\">Home</a>"],
    check: Check::Each { applicability, expectation },
};

/// Elements in the sequential focus order with a look of their own for the focus, whose pixels are known.
fn applicability(element: Element<'_>) -> bool {
    measured(element).is_some() && element.is_in_tab_order()
}

fn measured(element: Element<'_>) -> Option<u32> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::FocusContrast { hundredths } => Some(*hundredths),
        _ => None,
    })
}

/// Some pixel that the focus changes has a contrast of 3:1 to what it was, or to what lies right beside it.
fn expectation(element: Element<'_>) -> Outcome {
    match measured(element) {
        Some(hundredths @ ..300) => Outcome::failed(format!(
            "no pixel that the focus changes has more than {} to what it was or to what is beside it, and 3:1 is needed",
            ratio(hundredths)
        )),
        _ => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::seen;
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let outcome = |attributes: &[(&str, &str)], hundredths| {
            seen(&RULE, ("button", attributes), "Send", &[Observation::FocusContrast { hundredths }])
        };
        assert_eq!(outcome(&[], 300), Some(Outcome::Passed));
        let failed = outcome(&[], 126);
        assert!(matches!(&failed, Some(Outcome::Failed(what)) if what.contains("1.26:1")), "{failed:?}");
        assert_eq!(outcome(&[("tabindex", "-1")], 126), None);
        assert_eq!(seen(&RULE, ("button", &[]), "Send", &[Observation::FocusSeen]), None);
    }
}
