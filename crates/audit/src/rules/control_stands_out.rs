//! Fields and boxes to tick can be told from what is beside them.
//!
//! WCAG 2.2, 1.4.11, user interface components,
//! <https://www.w3.org/WAI/WCAG22/Understanding/non-text-contrast#user-interface-components>.

use crate::contrast::ratio;
use crate::page::{Certainty, Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "control-stands-out",
    criteria: &[wcag::NON_TEXT_CONTRAST],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Pictures),
    en: Words {
        title: "Fields and boxes to tick must stand out from what is beside them",
        why: "People with low vision do not see that there is something to fill in or to tick, nor where.",
        fix: "Give the field a border, a line below it or a fill with a contrast of 3:1 to what is beside it.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تتميّز الحقول ومربعات الاختيار عمّا بجانبها",
        why: "لا يرى ضعاف البصر أن هنا ما يُملأ أو يُختار، ولا أين هو.",
        fix: "أعطِ الحقل إطارًا أو خطًّا تحته أو لونًا يملؤه، بتباين 3:1 مع ما بجانبه.",
        asks: "ليس لهذا الحقل سوى ما فيه من كلمات يدلّ عليه. هل يعرف ضعاف البصر أنه حقل، وأين يبدأ وينتهي؟",
    },
    fa: Words {
        title: "فیلدها و خانه‌های علامت‌زدنی باید از آنچه کنارشان است جدا دیده شوند",
        why: "کم‌بینایان نمی‌بینند که اینجا چیزی برای پر کردن یا علامت زدن هست و کجاست.",
        fix: "به فیلد کادر، خطی زیر آن یا رنگ زمینه‌ای بدهید که تضادش با کنارش ۳ به ۱ باشد.",
        asks: "نشانهٔ این فیلد فقط واژه‌های درون آن است. آیا کم‌بینایان می‌فهمند که فیلد است و کجا آغاز و تمام می‌شود؟",
    },
    good: &[
        r#"<label>Your name <input style="border:1px solid #767676;background:#ffffff"></label>"#,
        r#"<label>Your name <input style="border:0;border-bottom:2px solid #000000;background:#ffffff"></label>"#,
        r#"<label>Your name <input disabled style="border:1px solid #eeeeee;background:#ffffff"></label>"#,
    ],
    bad: &[
        r#"<label>Your name <input style="border:1px solid #dddddd;background:#ffffff"></label>"#,
        r#"<input aria-label="Your name" placeholder="Your name" style="border:0;background:#f4f4f4">"#,
    ],
    check: Check::Each { applicability, expectation },
};

const ASKS: &str = "Nothing but the words in it shows this field. Can people with low vision tell that it is one, and where it begins and ends?";

/// Controls that can be used and whose pixels are known. The browser's own look is never measured.
fn applicability(element: Element<'_>) -> bool {
    measured(element).is_some()
        && !element.is_disabled()
        && element.visible() == Certainty::Yes
        && !element.is_programmatically_hidden()
}

fn measured(element: Element<'_>) -> Option<(u32, bool)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::ControlContrast { hundredths, has_words } => Some((*hundredths, *has_words)),
        _ => None,
    })
}

/// Somewhere in it or at its edge two pixels have a contrast of 3:1.
fn expectation(element: Element<'_>) -> Outcome {
    match measured(element) {
        Some((hundredths @ ..300, false)) => Outcome::failed(format!(
            "neither edge nor fill has more than {} to what is beside it, and 3:1 is needed",
            ratio(hundredths)
        )),
        Some((..300, true)) => Outcome::needs_review(ASKS),
        _ => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::{ASKS, RULE};
    use crate::cases::seen;
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let outcome = |attributes: &[(&str, &str)], hundredths, has_words| {
            seen(&RULE, ("input", attributes), "", &[Observation::ControlContrast { hundredths, has_words }])
        };
        assert_eq!(outcome(&[], 300, false), Some(Outcome::Passed));
        assert_eq!(outcome(&[], 299, true), Some(Outcome::needs_review(ASKS)));
        let failed = outcome(&[], 105, false);
        assert!(matches!(&failed, Some(Outcome::Failed(what)) if what.contains("1.05:1")), "{failed:?}");
        assert_eq!(outcome(&[("disabled", "")], 105, false), None);
        assert_eq!(outcome(&[("hidden", ""), ("aria-hidden", "true")], 105, false), None);
        assert_eq!(seen(&RULE, ("input", &[]), "", &[]), None);
    }
}
