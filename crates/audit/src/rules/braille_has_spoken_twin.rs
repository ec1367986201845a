//! What is said in braille is said aloud too.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// WAI-ARIA 1.3, `aria-braillelabel` (<https://www.w3.org/TR/wai-aria-1.3/#aria-braillelabel>) and
/// `aria-brailleroledescription` (<https://www.w3.org/TR/wai-aria-1.3/#aria-brailleroledescription>).
pub const RULE: Rule = Rule {
    id: "braille-has-spoken-twin",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A label for braille must stand beside one that is spoken",
        why: "Who reads with the fingers is told something that who listens is not, and browsers may drop it altogether.",
        fix: "Give it a name as well, and `aria-roledescription` beside `aria-brailleroledescription`.",
        asks: "Has this a name that a screen reader says?",
    },
    ar: Words {
        title: "يجب أن تصاحب تسميةَ برايل تسميةٌ منطوقة",
        why: "يعرف من يقرأ بأصابعه ما لا يعرفه من يستمع، وقد تتجاهلها المتصفحات كليًّا.",
        fix: "أعط العنصر اسمًا أيضًا، وضع `aria-roledescription` بجانب `aria-brailleroledescription`.",
        asks: "هل لهذا العنصر اسم ينطقه قارئ الشاشة؟",
    },
    fa: Words {
        title: "برچسب بریل باید کنار برچسبی گفتاری باشد",
        why: "کسی که با انگشت می‌خواند چیزی می‌داند که شنونده نمی‌داند و مرورگر شاید آن را یکسره کنار بگذارد.",
        fix: "نامی هم به آن بدهید و کنار `aria-brailleroledescription` ویژگی `aria-roledescription` را بگذارید.",
        asks: "آیا این نامی دارد که صفحه‌خوان بگوید؟",
    },
    good: &[r#"<button aria-braillelabel="***"><img alt="Three stars" src="stars.png"></button>"#],
    bad: &[r#"<button aria-braillelabel="***"></button>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with words for braille, where the role has a name, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    (says(element, "aria-braillelabel") || says(element, "aria-brailleroledescription"))
        && !element.role().prohibits("aria-braillelabel")
        && !element.may_have_internal_role()
        && !element.is_programmatically_hidden()
}

fn says(element: Element<'_>, attribute: &str) -> bool {
    element.attribute(attribute).is_some_and(|value| !value.trim().is_empty())
}

/// What they stand for is there in words that are heard.
fn expectation(element: Element<'_>) -> Outcome {
    if says(element, "aria-brailleroledescription") && !says(element, "aria-roledescription") {
        return Outcome::failed("it has `aria-brailleroledescription` and no `aria-roledescription`");
    }
    if !says(element, "aria-braillelabel") || !element.accessible_name().is_empty() {
        return Outcome::Passed;
    }
    if element.has_certain_name() {
        Outcome::failed("it has `aria-braillelabel` and no name that is heard")
    } else {
        Outcome::needs_review(RULE.en.asks)
    }
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
                (r#"<button aria-braillelabel="a">b</button>"#, Expect::Passed),
                (
                    r#"<article aria-roledescription="slide" aria-brailleroledescription="sld">b</article>"#,
                    Expect::Passed,
                ),
                (r#"<div role="group" aria-braillelabel="a">b</div>"#, Expect::Failed),
                (r#"<article aria-brailleroledescription="sld">b</article>"#, Expect::Failed),
                (r#"<div aria-braillelabel="a">b</div>"#, Expect::Inapplicable),
                (r#"<button aria-braillelabel="">b</button>"#, Expect::Inapplicable),
                (r#"<div role="group" aria-braillelabel="a" hidden>b</div>"#, Expect::Inapplicable),
                ("<button>b</button>", Expect::Inapplicable),
            ],
        );
    }
}
