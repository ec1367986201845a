//! Nothing flashes more than three times in a second, however small.
//!
//! WCAG 2.2, 2.3.2, technique G19, <https://www.w3.org/WAI/WCAG22/Techniques/general/G19>.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "nothing-flashes-at-all",
    criteria: &[wcag::THREE_FLASHES],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Flashing),
    en: Words {
        title: "Nothing may flash more than three times in a second, however small",
        why: "Who enlarges the page, or sits near it, sees a small flash large: it can throw people into a seizure.",
        fix: "Take the flashing away, or let it change at most three times in a second.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يومض شيء أكثر من ثلاث مرات في الثانية مهما صغر",
        why: "من يكبّر الصفحة أو يجلس قريبًا منها يرى الوميض الصغير كبيرًا، وقد يُصاب بنوبة.",
        fix: "احذف الوميض، أو اجعله لا يتغيّر أكثر من ثلاث مرات في الثانية.",
        asks: "",
    },
    fa: Words {
        title: "هیچ چیز، هر قدر هم کوچک، نباید بیش از سه بار در ثانیه چشمک بزند",
        why: "کسی که صفحه را بزرگ می‌کند یا نزدیک آن می‌نشیند، چشمک کوچک را بزرگ می‌بیند و ممکن است دچار حمله شود.",
        fix: "چشمک‌زدن را بردارید یا بگذارید حداکثر سه بار در ثانیه عوض شود.",
        asks: "",
    },
    good: &[
        "<style>@keyframes glow { from { background: #000000 } to { background: #ffffff } } i { display: block; width: 40px; height: 40px; animation: glow 2s infinite alternate }</style><i></i>",
    ],
    bad: &[
        "<style>@keyframes flash { 50% { background: #ffffff } } i { display: block; width: 40px; height: 40px; background: #000000; animation: flash .2s steps(1) infinite }</style><i></i>",
    ],
    check: Check::Each { applicability, expectation },
};

/// What was seen to flash more than three times in a second.
fn applicability(element: Element<'_>) -> bool {
    times(element).is_some()
}

fn times(element: Element<'_>) -> Option<u32> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::Flashes { times, .. } => Some(*times),
        _ => None,
    })
}

/// It does not.
fn expectation(element: Element<'_>) -> Outcome {
    let times = times(element).unwrap_or_default();
    Outcome::failed(format!("it flashes {times} times in a second, and three are the most"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::seen;
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let flashes = [Observation::Flashes { times: 5, percent: 1, is_red: false }];
        let failed = seen(&RULE, ("div", &[]), "", &flashes);
        assert!(matches!(&failed, Some(Outcome::Failed(what)) if what.contains("5 times")), "{failed:?}");
        assert_eq!(seen(&RULE, ("div", &[]), "", &[]), None);
    }
}
