//! Space between letters is wide, or can be made so.

use crate::page::{Certainty, Element, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::spacing::Spacing;
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "letter-spacing-is-wide-enough",
    criteria: &[wcag::TEXT_SPACING],
    act: &["24afc2"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Space between letters must not be held below 0.12 times the font size",
        why: "People with dyslexia or low vision widen the letters to tell them apart; `!important` in the attribute keeps them from it.",
        fix: "Take `!important` away, or make it at least 0.12 times the font size.",
        asks: "Can visitors widen this? It is `!important`, and how wide it is cannot be computed.",
    },
    ar: Words {
        title: "يجب ألا تُثبَّت المسافة بين الحروف دون 0.12 من حجم الخط",
        why: "يوسّع ضعاف البصر وذوو عسر القراءة المسافة ليميّزوا الحروف، و`!important` في السمة يمنعهم.",
        fix: "احذف `!important`، أو اجعل القيمة 0.12 من حجم الخط على الأقل.",
        asks: "هل يستطيع الزائر توسيع هذه المسافة؟ هي `!important` ولا يمكن حساب مقدارها.",
    },
    fa: Words {
        title: "فاصلهٔ حرف‌ها نباید زیر ۰٫۱۲ برابر اندازهٔ قلم قفل شود",
        why: "کم‌بینایان و کسانی که نارساخوانی دارند حرف‌ها را از هم دور می‌کنند تا بشناسند؛ `!important` در این ویژگی جلویشان را می‌گیرد.",
        fix: "`!important` را بردارید، یا مقدار را دست‌کم 0.12 برابر اندازهٔ قلم کنید.",
        asks: "آیا بازدیدکننده می‌تواند این فاصله را بیشتر کند؟ `!important` است و اندازه‌اش را نمی‌توان حساب کرد.",
    },
    good: &[
        r#"<p style="letter-spacing: 0.05em">Opening hours</p>"#,
        r#"<p style="letter-spacing: 0.12em !important">Opening hours</p>"#,
    ],
    bad: &[r#"<p style="letter-spacing: 0.05em !important">Opening hours</p>"#],
    check: Check::Each { applicability, expectation },
};

const SPACING: Spacing =
    Spacing { property: Property::LetterSpacing, least: 0.12, is_of: |script| !script.is_joined() };

/// ACT 24afc2 (<https://act-rules.github.io/rules/24afc2>): HTML elements with visible text whose `style` says how far letters
/// are apart. Joined letters are not: Arabic script has no such space (WCAG 1.4.12, exception).
fn applicability(element: Element<'_>) -> bool {
    SPACING.is_declared(element)
}

/// Not important, or at least 0.12 times the font size.
fn expectation(element: Element<'_>) -> Outcome {
    SPACING.expect(element, |_| Certainty::Yes)
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
                ("<p style='letter-spacing:1px'>Text</p>", Expect::Passed),
                ("<p style='letter-spacing:.12em !important'>Text</p>", Expect::Passed),
                ("<p style='letter-spacing:.12em!IMPORTANT; letter-spacing:1px'>Text</p>", Expect::Passed),
                ("<p style='letter-spacing:1px !important'>Text</p>", Expect::Failed),
                ("<p style='letter-spacing:1px !important; letter-spacing:.12em'>Text</p>", Expect::Failed),
                ("<div style='letter-spacing:1px !important'><p>Text</p></div>", Expect::Failed),
                ("<p style='letter-spacing:normal !important'>Text</p>", Expect::Failed),
                ("<p style='letter-spacing:3cqw !important'>Text</p>", Expect::NeedsReview),
                ("<style>p{letter-spacing:1px !important}</style><p>Text</p>", Expect::Inapplicable),
                ("<p style='letter-spacing:1px !important'></p>", Expect::Inapplicable),
                ("<p style='letter-spacing:1px !important;display:none'>Text</p>", Expect::Inapplicable),
                ("<p style='color:red !important'>Text</p>", Expect::Inapplicable),
                ("<p style='letter-spacing:0 !important'>ساعات العمل</p>", Expect::Inapplicable),
                ("<p style='letter-spacing:inherit !important'>Text</p>", Expect::Inapplicable),
                ("<p style='letter-spacing:5 !important'>Text</p>", Expect::Inapplicable),
                (
                    "<div style='letter-spacing:1px !important'><p style='letter-spacing:1em'>Text</p></div>",
                    Expect::Passed,
                ),
                ("<p style='position:absolute;left:-99em;letter-spacing:1px !important'>Text</p>", Expect::NeedsReview),
            ],
        );
    }
}
