//! What is done by moving the device can also be done without, and can be turned off.
//!
//! ACT rules 7677a9, <https://act-rules.github.io/rules/7677a9>, and c249d5, <https://act-rules.github.io/rules/c249d5>.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "motion-is-not-needed",
    criteria: &[wcag::MOTION_ACTUATION],
    act: &["7677a9", "c249d5"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Nothing must depend on moving the device",
        why: "Whoever has the device fixed to a wheelchair cannot shake or tilt it, and whose hands tremble sets it off unwillingly.",
        fix: "Offer a control that does the same, and a setting that turns the reaction to motion off.",
        asks: "A script here reacts to motion of the device. Can the same be done with a control, and can the reaction be turned off?",
    },
    ar: Words {
        title: "يجب ألّا يتوقف شيء على تحريك الجهاز",
        why: "من ثُبّت جهازه على كرسي متحرك لا يستطيع هزّه ولا إمالته، ومن ترتجف يداه يشغّله من غير قصد.",
        fix: "قدّم عنصر تحكم يفعل الشيء نفسه، وإعدادًا يوقف الاستجابة للحركة.",
        asks: "هنا برنامج يستجيب لحركة الجهاز. هل يمكن فعل الشيء نفسه بعنصر تحكم، وهل يمكن إيقاف الاستجابة؟",
    },
    fa: Words {
        title: "هیچ کاری نباید به تکان دادن دستگاه وابسته باشد",
        why: "کسی که دستگاهش به صندلی چرخ‌دار بسته است نمی‌تواند آن را تکان دهد یا کج کند، و کسی که دستش می‌لرزد ناخواسته آن را به کار می‌اندازد.",
        fix: "دکمه‌ای بگذارید که همان کار را بکند، و تنظیمی که واکنش به حرکت را خاموش کند.",
        asks: "کدی در این جا به حرکت دستگاه واکنش نشان می‌دهد. آیا همان کار با دکمه‌ای هم شدنی است، و آیا می‌توان این واکنش را خاموش کرد؟",
    },
    good: &["<button>Undo</button>"],
    bad: &["<script>addEventListener('devicemotion', undo)</script>"],
    check: Check::Each { applicability, expectation },
};

/// Code in the page that listens to the sensors of the device (Device Orientation and Motion,
/// <https://www.w3.org/TR/orientation-event/>).
fn applicability(element: Element<'_>) -> bool {
    if element.page().was_tried(Need::Moving) {
        return element.observations().contains(&Observation::AnswersMotion);
    }
    let listens = |code: &str| {
        ["devicemotion", "deviceorientation"].iter().any(|event| code.contains(event))
            || (code.contains("new Accelerometer") || code.contains("new Gyroscope"))
    };
    element.inline_script().is_some_and(listens)
        || (element.is("body") && ["ondevicemotion", "ondeviceorientation"].iter().any(|on| element.has_attribute(on)))
}

/// What the code does is not to be seen from here; what pressing every control does, a browser has tried.
fn expectation(element: Element<'_>) -> Outcome {
    let has_seen = |what| element.observations().contains(&what);
    let has_no_control = || !element.page().has_named_control() || has_seen(Observation::AnswersMotionOnly);
    if has_seen(Observation::AnswersMotion) && has_no_control() {
        return Outcome::failed(
            "moving the device changes the page, and nothing on it does the same or turns that off",
        );
    }
    Outcome::needs_review(RULE.en.asks)
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
                ("<script>window.ondevicemotion = shake</script>", Expect::NeedsReview),
                ("<script type=module>on('deviceorientation', tilt)</script>", Expect::NeedsReview),
                ("<script>new Accelerometer({ frequency: 60 })</script>", Expect::NeedsReview),
                ("<script>on('orientationchange', layOut)</script>", Expect::Inapplicable),
                ("<script src=devicemotion.js></script>", Expect::Inapplicable),
                ("<p>devicemotion</p>", Expect::Inapplicable),
            ],
        );
    }
}
