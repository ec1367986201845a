//! Space between words is wide, or can be made so.

use crate::page::{Certainty, Element, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::spacing::Spacing;
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "word-spacing-is-wide-enough",
    criteria: &[wcag::TEXT_SPACING],
    act: &["9e45ec"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Space between words must not be held below 0.16 times the font size",
        why: "People with dyslexia or low vision widen the space to see where a word ends; `!important` in the attribute keeps them from it.",
        fix: "Take `!important` away, or make it at least 0.16 times the font size.",
        asks: "Can visitors widen this? It is `!important`, and how wide it is cannot be computed.",
    },
    ar: Words {
        title: "يجب ألا تُثبَّت المسافة الإضافية بين الكلمات دون 0.16 من حجم الخط",
        why: "يوسّع ضعاف البصر وذوو عسر القراءة المسافة ليعرفوا أين تنتهي الكلمة، و`!important` في السمة يمنعهم.",
        fix: "احذف `!important`، أو اجعل القيمة 0.16 من حجم الخط على الأقل.",
        asks: "هل يستطيع الزائر توسيع هذه المسافة؟ هي `!important` ولا يمكن حساب مقدارها.",
    },
    fa: Words {
        title: "فاصلهٔ افزودهٔ واژه‌ها نباید زیر ۰٫۱۶ برابر اندازهٔ قلم قفل شود",
        why: "کم‌بینایان و کسانی که نارساخوانی دارند فاصله را بیشتر می‌کنند تا پایان واژه را ببینند؛ `!important` در این ویژگی جلویشان را می‌گیرد.",
        fix: "`!important` را بردارید، یا مقدار را دست‌کم 0.16 برابر اندازهٔ قلم کنید.",
        asks: "آیا بازدیدکننده می‌تواند این فاصله را بیشتر کند؟ `!important` است و اندازه‌اش را نمی‌توان حساب کرد.",
    },
    good: &[
        r#"<p style="word-spacing: 0.05em">Opening hours</p>"#,
        r#"<p style="word-spacing: 0.16em !important">Opening hours</p>"#,
    ],
    bad: &[r#"<p style="word-spacing: 0.05em !important">Opening hours</p>"#],
    check: Check::Each { applicability, expectation },
};

const SPACING: Spacing =
    Spacing { property: Property::WordSpacing, least: 0.16, is_of: |script| !script.has_no_word_spaces() };

/// ACT 9e45ec (<https://act-rules.github.io/rules/9e45ec>): HTML elements with visible text whose `style` says how far words
/// are apart. Scripts without spaces between words have no such space (WCAG 1.4.12, exception).
fn applicability(element: Element<'_>) -> bool {
    SPACING.is_declared(element)
}

/// Not important, or at least 0.16 times the font size.
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
                ("<p style='word-spacing:1px'>Text</p>", Expect::Passed),
                ("<p style='word-spacing:.16em !important'>Text</p>", Expect::Passed),
                ("<p style='word-spacing:.16em!IMPORTANT; word-spacing:1px'>Text</p>", Expect::Passed),
                ("<p style='word-spacing:1px !important'>Text</p>", Expect::Failed),
                ("<p style='word-spacing:1px !important; word-spacing:.16em'>Text</p>", Expect::Failed),
                ("<div style='word-spacing:1px !important'><p>Text</p></div>", Expect::Failed),
                ("<p style='word-spacing:normal !important'>Text</p>", Expect::Failed),
                ("<p style='word-spacing:3cqw !important'>Text</p>", Expect::NeedsReview),
                ("<style>p{word-spacing:1px !important}</style><p>Text</p>", Expect::Inapplicable),
                ("<p style='word-spacing:1px !important'></p>", Expect::Inapplicable),
                ("<p style='word-spacing:1px !important;display:none'>Text</p>", Expect::Inapplicable),
                ("<p style='color:red !important'>Text</p>", Expect::Inapplicable),
                ("<p style='word-spacing:0 !important'>図書館は毎日</p>", Expect::Inapplicable),
                ("<p style='word-spacing:0 !important'>ساعات العمل</p>", Expect::Failed),
                ("<p style='word-spacing:inherit !important'>Text</p>", Expect::Inapplicable),
                ("<p style='word-spacing:5 !important'>Text</p>", Expect::Inapplicable),
                ("<div style='word-spacing:1px !important'><p style='word-spacing:1em'>Text</p></div>", Expect::Passed),
                ("<p style='position:absolute;left:-99em;word-spacing:1px !important'>Text</p>", Expect::NeedsReview),
            ],
        );
    }
}
