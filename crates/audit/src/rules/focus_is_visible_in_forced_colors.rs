//! Whoever has chosen colours of their own sees where the focus is.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// CSS Color Adjustment 1, 3 (<https://www.w3.org/TR/css-color-adjust-1/#forced>).
pub const RULE: Rule = Rule {
    id: "focus-is-visible-in-forced-colors",
    criteria: &[wcag::FOCUS_VISIBLE],
    act: &[],
    severity: Severity::Moderate,
    needs: Some(Need::FocusLook),
    en: Words {
        title: "The focus must be visible in forced colours too",
        why: "Whoever reads with high contrast has chosen the colours of every page. Shadows and backgrounds are gone then, and with them the only sign of the focus.",
        fix: "Draw an outline: beside a shadow `outline: 2px solid transparent` is enough, as forced colours paint it.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يظهر التركيز مع الألوان المفروضة أيضًا",
        why: "من يقرأ بتباين عالٍ اختار ألوان كل صفحة، فتختفي الظلال والخلفيات ومعها العلامة الوحيدة للتركيز.",
        fix: "ارسم إطارًا خارجيًا: يكفي مع الظل `outline: 2px solid transparent` لأن الألوان المفروضة ترسمه.",
        asks: "",
    },
    fa: Words {
        title: "تمرکز باید در رنگ‌های تحمیلی هم دیده شود",
        why: "کسی که با تضاد زیاد می‌خواند رنگ همهٔ صفحه‌ها را خودش برگزیده است. سایه‌ها و پس‌زمینه‌ها نیستند و تنها نشانهٔ تمرکز هم با آن‌ها می‌رود.",
        fix: "خط دور بکشید: کنار سایه، `outline: 2px solid transparent` کافی است، چون رنگ‌های تحمیلی آن را نقاشی می‌کنند.",
        asks: "",
    },
    good: &[
        "<style>a:focus { outline: 2px solid transparent; box-shadow: 0 0 0 3px blue }</style><a href=\"/\">Home</a>",
    ],
    bad: &["<style>a:focus { outline: none; box-shadow: 0 0 0 3px blue }</style><a href=\"/\">Home</a>"],
    check: Check::Each { applicability, expectation },
};

/// Elements in the sequential focus order whose focus is seen in the page's own colours.
fn applicability(element: Element<'_>) -> bool {
    let is_known = |seen: &Observation| {
        matches!(seen, Observation::FocusSeenInForcedColors | Observation::FocusUnseenInForcedColors)
    };
    element.observations().iter().any(is_known) && element.is_in_tab_order()
}

/// It is seen in forced colours.
fn expectation(element: Element<'_>) -> Outcome {
    if element.observations().contains(&Observation::FocusUnseenInForcedColors) {
        return Outcome::failed("in forced colours it looks with the focus exactly as without");
    }
    Outcome::Passed
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let unseen = of_button(&RULE, &[Observation::FocusSeen, Observation::FocusUnseenInForcedColors]);
        assert!(matches!(unseen, Some(Outcome::Failed(_))));
        assert_eq!(of_button(&RULE, &[Observation::FocusSeenInForcedColors]), Some(Outcome::Passed));
        assert_eq!(of_button(&RULE, &[Observation::FocusUnseen]), None);
    }
}
