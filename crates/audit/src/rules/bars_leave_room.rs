//! Bars that stay where they are leave room for what is read.
//!
//! WCAG technique C34, <https://www.w3.org/WAI/WCAG22/Techniques/css/C34>.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "bars-leave-room",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: Some(Need::Resizing),
    en: Words {
        title: "Bars that stay in place should leave room to read",
        why: "Whoever enlarges the page four times sees a low window, and reads through a slot between the bars.",
        fix: "Let bars scroll away in low windows: `position: static` in `@media (max-height: 30rem)`.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن تترك الأشرطة الثابتة مكانًا للقراءة",
        why: "من يكبّر الصفحة أربع مرّات يرى نافذة قصيرة، فيقرأ من شقّ بين الأشرطة.",
        fix: "دَع الأشرطة تمضي مع التمرير في النوافذ القصيرة: `position: static` في `@media (max-height: 30rem)`.",
        asks: "",
    },
    fa: Words {
        title: "نوارهای ثابت باید جایی برای خواندن بگذارند",
        why: "کسی که صفحه را چهار برابر می‌کند پنجره‌ای کوتاه دارد و از شکاف میان نوارها می‌خواند.",
        fix: "بگذارید نوارها در پنجره‌های کوتاه با صفحه بروند: `position: static` در `@media (max-height: 30rem)`.",
        asks: "",
    },
    good: &[
        "<style>header { position: sticky; top: 0; background: #ffffff } @media (max-height: 30rem) { header { position: static } }</style>
<header><p>Harbour office</p><p>Open daily</p><p>Ring twice</p></header><main style=\"height: 1500px\"><p>Boats leave at high tide.</p></main>",
    ],
    bad: &[
        "<style>header { position: sticky; top: 0; height: 160px; background: #ffffff }</style>
<header><p>Harbour office</p></header><main style=\"height: 1500px\"><p>Boats leave at high tide, and come back with the next one.</p></main>",
    ],
    check: Check::Each { applicability, expectation },
};

/// Of what is lower, a half may be taken.
const HALF: u8 = 50;

/// The largest of the bars that stay in a window of 320 × 256 CSS pixels, which is what 1280 × 1024 are at four times the
/// size (WCAG 1.4.10), while a long page is scrolled beneath them. Dialogs are none.
fn applicability(element: Element<'_>) -> bool {
    taken(element).is_some()
}

/// All bars together take at most half of that window's height.
fn expectation(element: Element<'_>) -> Outcome {
    let taken = taken(element).unwrap_or_default();
    if taken <= HALF {
        return Outcome::Passed;
    }
    Outcome::failed(format!("in a window of 320 × 256 px, bars that stay in place take {taken} % of its height"))
}

fn taken(element: Element<'_>) -> Option<u8> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::BarsTake { percent } => Some(*percent),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Observation, Outcome, applicability, expectation};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder};

    #[test]
    fn cases() {
        let mut builder = PageBuilder::new("low.html", Engine::Browser);
        let [none, low, high] = [(); 3].map(|()| builder.element(NodeId::DOCUMENT, Namespace::Html, "nav", Vec::new()));
        builder.observe(low, Observation::BarsTake { percent: 50 });
        builder.observe(high, Observation::BarsTake { percent: 63 });
        let page = builder.finish();
        let [none, low, high] = [none, low, high].map(|id| page.element(id).unwrap());
        assert!(!applicability(none) && applicability(low) && applicability(high));
        assert_eq!(expectation(low), Outcome::Passed);
        let said = "in a window of 320 × 256 px, bars that stay in place take 63 % of its height";
        assert_eq!(expectation(high), Outcome::failed(said));
    }
}
