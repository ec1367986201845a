//! Text is not stretched to both sides.

use crate::page::{Element, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::spacing::runs_over_lines;
use crate::{page::Certainty, wcag};

pub const RULE: Rule = Rule {
    id: "text-is-not-justified",
    criteria: &[wcag::VISUAL_PRESENTATION],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Text must not be justified",
        why: "The gaps between words grow uneven and run together into rivers, in which people with dyslexia lose the line.",
        fix: "Write `text-align: start`.",
        asks: "Can visitors turn justified text off? If not, it must be aligned to one side.",
    },
    ar: Words {
        title: "يجب ألا يُضبط النص من الجانبين",
        why: "تتفاوت الفراغات بين الكلمات وتتصل كالأنهار، فيضيع السطر على ذوي عسر القراءة.",
        fix: "اكتب `text-align: start`.",
        asks: "هل يستطيع الزائر إلغاء ضبط النص؟ إن لم يستطع فلتكن المحاذاة إلى جانب واحد.",
    },
    fa: Words {
        title: "متن نباید از دو سو هم‌تراز شود",
        why: "فاصلهٔ واژه‌ها نابرابر می‌شود و مثل رود به هم می‌پیوندد؛ کسی که نارساخوانی دارد سطر را گم می‌کند.",
        fix: "بنویسید `text-align: start`.",
        asks: "آیا بازدیدکننده می‌تواند هم‌ترازی دوطرفه را خاموش کند؟ اگر نه، متن باید از یک سو هم‌تراز باشد.",
    },
    good: &[r#"<p style="text-align: start">The library is open on all days of the week.</p>"#],
    bad: &[
        r#"<p style="max-width: 9em; text-align: justify">The library is open on all days of the week, also for children.</p>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with a visible text of their own that may run over several lines and is stretched to both sides. Others
/// are not counted, as nearly all text is.
fn applicability(element: Element<'_>) -> bool {
    is_justified(element)
        && element.is(element.name())
        && element.own_texts().any(|(_, text)| text.chars().any(char::is_alphabetic))
        && element.has_visible_text()
        && runs_over_lines(element) != Certainty::No
}

fn is_justified(element: Element<'_>) -> bool {
    let align = element.style().get(Property::TextAlign);
    align.is_some_and(|align| align.is("justify") || align.is("justify-all"))
}

/// WCAG 1.4.8 asks for a way to have it otherwise, and a page may have one.
fn expectation(_: Element<'_>) -> Outcome {
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
                ("<p style='text-align:justify'>Several words in a line</p>", Expect::NeedsReview),
                ("<div style='text-align:justify'><p>عدة كلمات في سطر</p></div>", Expect::NeedsReview),
                ("<p align=justify>Several words in a line</p>", Expect::NeedsReview),
                ("<p style='text-align:justify'>Word</p>", Expect::Inapplicable),
                ("<p style='text-align:justify' hidden>Several words</p>", Expect::Inapplicable),
                ("<p style='text-align:center'>Several words</p>", Expect::Inapplicable),
                ("<p>Several words</p>", Expect::Inapplicable),
            ],
        );
    }
}
