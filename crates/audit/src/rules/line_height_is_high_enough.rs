//! Lines are far apart, or can be made so.

use crate::page::{Certainty, Element, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::spacing::{Spacing, runs_over_lines};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "line-height-is-high-enough",
    criteria: &[wcag::TEXT_SPACING],
    act: &["78fd32"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Lines must not be held closer than 1.5 times the font size",
        why: "People with dyslexia or low vision draw lines apart to keep on theirs; `!important` in the attribute keeps them from it.",
        fix: "Take `!important` away, or make it at least 1.5 times the font size.",
        asks: "Can visitors widen this? It is `!important`, and how wide it is cannot be computed.",
    },
    ar: Words {
        title: "يجب ألا يُثبَّت ارتفاع السطر دون 1.5 من حجم الخط",
        why: "يباعد ضعاف البصر وذوو عسر القراءة بين السطور لئلا يضلّوا سطرهم، و`!important` في السمة يمنعهم.",
        fix: "احذف `!important`، أو اجعل القيمة 1.5 من حجم الخط على الأقل.",
        asks: "هل يستطيع الزائر توسيع هذه المسافة؟ هي `!important` ولا يمكن حساب مقدارها.",
    },
    fa: Words {
        title: "ارتفاع سطر نباید زیر ۱٫۵ برابر اندازهٔ قلم قفل شود",
        why: "کم‌بینایان و کسانی که نارساخوانی دارند سطرها را از هم دور می‌کنند تا سطرشان را گم نکنند؛ `!important` در این ویژگی جلویشان را می‌گیرد.",
        fix: "`!important` را بردارید، یا مقدار را دست‌کم 1.5 برابر اندازهٔ قلم کنید.",
        asks: "آیا بازدیدکننده می‌تواند این فاصله را بیشتر کند؟ `!important` است و اندازه‌اش را نمی‌توان حساب کرد.",
    },
    good: &[
        r#"<p style="line-height: 1.2">Open on all days</p>"#,
        r#"<p style="line-height: 1.5 !important">Open on all days</p>"#,
    ],
    bad: &[
        r#"<p style="max-width: 9em; line-height: 1.2 !important">The library is open on all days of the week.</p>"#,
    ],
    check: Check::Each { applicability, expectation },
};

const SPACING: Spacing = Spacing { property: Property::LineHeight, least: 1.5, is_of: |_| true };

/// ACT 78fd32 (<https://act-rules.github.io/rules/78fd32>): HTML elements with visible text whose `style` says how high
/// lines are. A line alone is as high as it is.
fn applicability(element: Element<'_>) -> bool {
    SPACING.is_declared(element)
        && SPACING.holders(element).into_iter().any(|holder| runs_over_lines(holder) != Certainty::No)
}

/// Not important, or at least 1.5 times the font size, where it is certain that there are several lines.
fn expectation(element: Element<'_>) -> Outcome {
    SPACING.expect(element, runs_over_lines)
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
                ("<p style='line-height:1em'>Two words</p>", Expect::Passed),
                ("<p style='line-height:1.5 !important'>Two words</p>", Expect::Passed),
                ("<p style='line-height:150% !important'>Two words</p>", Expect::Passed),
                ("<p style='line-height:1 !important; line-height:1.6 !important'>Two words</p>", Expect::Passed),
                (
                    "<div style='line-height:20px !important'><p style='font-size:10px'>Two words</p></div>",
                    Expect::Passed,
                ),
                (
                    "<p style='width:99px;line-height:1em !important'>These words need more than one line for sure</p>",
                    Expect::Failed,
                ),
                (
                    "<p style='width:99px;line-height:1.6;line-height:0 !important'>These words need more than one line</p>",
                    Expect::Failed,
                ),
                (
                    "<p style='width:99px;line-height:normal !important'>These words need more than one line</p>",
                    Expect::Failed,
                ),
                (
                    "<p style='width:99px;font-family:x;line-height:normal !important'>These words need several lines</p>",
                    Expect::NeedsReview,
                ),
                (
                    "<div style='line-height:15px !important'><b>Word</b><p style='width:60px;font-size:10px'>Small words on several lines</p></div>",
                    Expect::Passed,
                ),
                ("<p style='line-height:1em !important'>Two words</p>", Expect::NeedsReview),
                ("<p style='line-height:3cqw !important'>Two words</p>", Expect::NeedsReview),
                ("<button style='line-height:1 !important'>Save</button>", Expect::Inapplicable),
                ("<p style='line-height:-1 !important'>Two words</p>", Expect::Inapplicable),
                ("<p style='line-height:inherit !important'>Two words</p>", Expect::Inapplicable),
                ("<p style='line-height:1 !important' hidden>Two words</p>", Expect::Inapplicable),
                ("<style>p{line-height:1 !important}</style><p>Two words</p>", Expect::Inapplicable),
            ],
        );
    }
}
