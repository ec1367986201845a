//! Looks are left to style sheets.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "no-presentational-elements",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Elements that only say how something looks should not be used",
        why: "They say nothing to a screen reader, and whoever needs other colours or sizes fights each of them.",
        fix: "Use the element that says what it is (`strong`, `h2`, `del`), and CSS for how it looks.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألا تُستعمل العناصر التي لا تصف إلا المظهر",
        why: "لا تقول شيئًا لقارئ الشاشة، ومن يحتاج ألوانًا أو أحجامًا أخرى يصارعها واحدًا واحدًا.",
        fix: "استعمل العنصر الذي يقول ما هو الشيء (`strong` أو `h2` أو `del`)، واترك المظهر لـ CSS.",
        asks: "",
    },
    fa: Words {
        title: "عنصرهایی که فقط ظاهر را می‌گویند بهتر است به کار نروند",
        why: "به صفحه‌خوان چیزی نمی‌گویند، و کسی که رنگ یا اندازهٔ دیگری لازم دارد باید با تک‌تکشان بجنگد.",
        fix: "عنصری به کار ببرید که می‌گوید آن چیز چیست (`strong`، `h2`، `del`) و ظاهر را به CSS بسپارید.",
        asks: "",
    },
    good: &["<p><strong>Closed on Friday</strong></p>"],
    bad: &["<font color=\"#cc0000\">Closed on Friday</font>", "<center><h1>Library</h1></center>"],
    check: Check::Each { applicability, expectation },
};

/// Obsolete elements of HTML that are about looks alone
/// (<https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features>), unless hidden from everybody.
/// `blink` and `marquee` have a rule of their own.
fn applicability(element: Element<'_>) -> bool {
    matches!(element.name(), "basefont" | "big" | "center" | "font" | "nobr" | "spacer" | "strike" | "tt")
        && element.is(element.name())
        && element.is_rendered()
}

fn expectation(element: Element<'_>) -> Outcome {
    Outcome::failed(format!("it is a `{}`, which HTML has given up", element.name()))
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
                ("<font size=5>Big</font>", Expect::Failed),
                ("<center>Middle</center>", Expect::Failed),
                ("<big>Big</big>", Expect::Failed),
                ("<p><strike>Gone</strike></p>", Expect::Failed),
                ("<b>Bold</b> <i>Other voice</i> <u>Name</u> <s>Gone</s> <small>Print</small>", Expect::Inapplicable),
                ("<svg><font></font></svg>", Expect::Inapplicable),
                ("<font hidden>Big</font>", Expect::Inapplicable),
            ],
        );
    }
}
