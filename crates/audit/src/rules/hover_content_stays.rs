//! What comes up under the pointer or with the focus can be read: it stays, can be pointed at, and can be sent away.

use crate::page::{Element, Observation, Shown, Trigger};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus>, F95
/// (<https://www.w3.org/WAI/WCAG22/Techniques/failures/F95>).
pub const RULE: Rule = Rule {
    id: "hover-content-stays",
    criteria: &[wcag::CONTENT_ON_HOVER_OR_FOCUS],
    act: &[],
    severity: Severity::Moderate,
    needs: Some(Need::Pressing),
    en: Words {
        title: "What comes up under the pointer or with the focus must stay, and go with Escape",
        why: "Whoever enlarges the page must move the pointer to read the rest, and then it is gone; or it covers what they were reading and does not go away.",
        fix: "Let it stay while the pointer is on it, let no clock hide it, and let Escape close it. Best of all, show it on click.",
        asks: "Something comes up here and covers the page, and Escape does not close it. Does the button in it close it without moving pointer or focus away?",
    },
    ar: Words {
        title: "ما يظهر تحت المؤشر أو مع التركيز يجب أن يبقى وأن يزول بمفتاح Escape",
        why: "من يكبّر الصفحة يحتاج إلى تحريك المؤشر ليقرأ الباقي فيختفي، أو يغطي ما كان يقرؤه ولا يزول.",
        fix: "دعه يبقى ما دام المؤشر عليه، ولا تخفه بعد مدة، ودع Escape يغلقه. والأفضل أن يظهر عند النقر.",
        asks: "يظهر هنا شيء يغطي الصفحة ولا يغلقه Escape. هل يغلقه الزر الذي فيه دون إبعاد المؤشر أو التركيز؟",
    },
    fa: Words {
        title: "آنچه زیر اشاره‌گر یا با تمرکز پیدا می‌شود باید بماند و با Escape برود",
        why: "کسی که صفحه را بزرگ کرده باید اشاره‌گر را جابه‌جا کند تا بقیه را بخواند و آن‌گاه ناپدید می‌شود؛ یا آنچه را می‌خواند می‌پوشاند و نمی‌رود.",
        fix: "تا اشاره‌گر روی آن است بگذارید بماند، با گذشت زمان پنهانش نکنید و بگذارید Escape آن را ببندد. بهتر از همه، با کلیک نشانش دهید.",
        asks: "در این‌جا چیزی پیدا می‌شود که صفحه را می‌پوشاند و Escape آن را نمی‌بندد. آیا دکمهٔ درونش بی‌جابه‌جایی اشاره‌گر یا تمرکز آن را می‌بندد؟",
    },
    good: &[
        r#"<style>.tip { position: relative } .tip > span { display: none; position: absolute; top: 1em; background: white } .tip:hover > span { display: block }</style>
<p>It costs <b class="tip" onkeydown="" tabindex="0">five euros <span>Six in winter</span></b></p>
<script>addEventListener("keydown", (event) => { if (event.key === "Escape") document.querySelectorAll(".tip > span").forEach((tip) => { tip.style.display = "none" }) })</script>
<p>We deliver on weekdays</p>"#,
    ],
    bad: &[
        r#"<style>.tip { position: relative } .tip + span { display: none; position: absolute; background: white } .tip:hover + span { display: block }</style>
<p>It costs <b class="tip">five euros</b> <span>Six in winter</span></p>
<p>We deliver on weekdays</p>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Whatever shows something else while the pointer is on it, or the focus.
fn applicability(element: Element<'_>) -> bool {
    shown(element).is_some()
}

fn shown(element: Element<'_>) -> Option<Shown> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::ShowsContent(shown) => Some(*shown),
        _ => None,
    })
}

/// It stays while the pointer or the focus is there and while the pointer is on it; and it can be sent away, unless it covers
/// nothing.
fn expectation(trigger: Element<'_>) -> Outcome {
    let Some(shown) = shown(trigger) else { return Outcome::Passed };
    let what = match shown.by {
        Trigger::Pointer => "what it shows under the pointer",
        Trigger::Focus => "what it shows with the focus",
    };
    if !shown.is_persistent {
        return Outcome::failed(format!("{what} goes away by itself after a while"));
    }
    if !shown.is_hoverable {
        return Outcome::failed(format!("{what} is gone when the pointer moves onto it"));
    }
    match shown.obscures && !shown.is_dismissible {
        true if shown.has_button => Outcome::needs_review(RULE.en.asks),
        true => Outcome::failed(format!("{what} covers other content, and Escape does not close it")),
        false => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::{Observation, Shown, Trigger};
    use crate::rule::Outcome;

    const FINE: Shown = Shown {
        by: Trigger::Pointer,
        obscures: true,
        has_button: false,
        is_persistent: true,
        is_dismissible: true,
        is_hoverable: true,
    };

    #[test]
    fn cases() {
        let outcome = |shown| of_button(&RULE, &[Observation::ShowsContent(shown)]);
        let is_failed = |shown| matches!(outcome(shown), Some(Outcome::Failed(_)));
        assert_eq!(outcome(FINE), Some(Outcome::Passed));
        assert_eq!(outcome(Shown { is_dismissible: false, obscures: false, ..FINE }), Some(Outcome::Passed));
        assert!(is_failed(Shown { is_dismissible: false, ..FINE }));
        assert!(is_failed(Shown { is_hoverable: false, ..FINE }));
        assert!(is_failed(Shown { is_persistent: false, by: Trigger::Focus, ..FINE }));
        let asked = outcome(Shown { is_dismissible: false, has_button: true, ..FINE });
        assert!(matches!(asked, Some(Outcome::NeedsReview(_))));
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
