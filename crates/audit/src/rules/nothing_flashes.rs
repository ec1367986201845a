//! Nothing flashes more than three times in a second, unless it is small or faint.
//!
//! WCAG 2.2, 2.3.1, and its general flash and red flash thresholds,
//! <https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds>.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "nothing-flashes",
    criteria: &[wcag::THREE_FLASHES_OR_BELOW_THRESHOLD],
    act: &[],
    severity: Severity::Critical,
    needs: Some(Need::Flashing),
    en: Words {
        title: "Nothing may flash more than three times in a second",
        why: "Flashes can throw people with photosensitive epilepsy into a seizure.",
        fix: "Take the flashing away, or let it change slowly. Nobody should have to see it to be able to stop it.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يومض شيء أكثر من ثلاث مرات في الثانية",
        why: "قد يُصيب الوميض بنوبةٍ من به صرعٌ حسّاس للضوء.",
        fix: "احذف الوميض، أو اجعل التغيّر بطيئًا. ينبغي ألا يُضطرّ أحد إلى رؤيته لكي يوقفه.",
        asks: "",
    },
    fa: Words {
        title: "هیچ چیز نباید بیش از سه بار در ثانیه چشمک بزند",
        why: "چشمک‌زدن می‌تواند در مبتلایان به صرع حساس به نور حمله ایجاد کند.",
        fix: "چشمک‌زدن را بردارید یا بگذارید آهسته عوض شود. کسی نباید ناچار باشد آن را ببیند تا بتواند متوقفش کند.",
        asks: "",
    },
    good: &[
        "<style>@keyframes glow { from { background: #000000 } to { background: #ffffff } } div { width: 400px; height: 300px; animation: glow 2s infinite alternate }</style><div></div>",
        "<style>@keyframes flash { 50% { background: #ffffff } } i { display: block; width: 40px; height: 40px; background: #000000; animation: flash .2s steps(1) infinite }</style><i></i>",
    ],
    bad: &[
        "<style>@keyframes flash { 50% { background: #ffffff } } div { width: 400px; height: 300px; background: #000000; animation: flash .2s steps(1) infinite }</style><div></div>",
    ],
    check: Check::Each { applicability, expectation },
};

/// A quarter of any ten degrees of the field of vision may flash.
const SMALL: u32 = 25;

/// What was seen to flash more than three times in a second.
fn applicability(element: Element<'_>) -> bool {
    flashes(element).is_some()
}

fn flashes(element: Element<'_>) -> Option<(u32, u32, bool)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::Flashes { times, percent, is_red } => Some((*times, *percent, *is_red)),
        _ => None,
    })
}

/// What flashes is small.
fn expectation(element: Element<'_>) -> Outcome {
    match flashes(element) {
        Some((times, percent, is_red)) if percent > SMALL => Outcome::failed(format!(
            "it flashes {times} times in a second{}, and fills {percent} % of ten degrees of what is seen, where {SMALL} % are too much",
            if is_red { " in red" } else { "" }
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
        let outcome =
            |percent| seen(&RULE, ("div", &[]), "", &[Observation::Flashes { times: 5, percent, is_red: true }]);
        assert_eq!(outcome(25), Some(Outcome::Passed));
        let failed = outcome(26);
        assert!(
            matches!(&failed, Some(Outcome::Failed(what)) if what.contains("5 times in a second in red")),
            "{failed:?}"
        );
        assert_eq!(seen(&RULE, ("div", &[]), "", &[]), None);
    }
}
