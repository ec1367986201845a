//! The order of letters is not forced against the direction of their script.

use crate::language::Script;
use crate::page::{Element, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "text-order-is-not-forced",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "The order of letters should be left to their script",
        why: "Letters that are forced into another order are seen one way and read aloud, copied and searched another.",
        fix: "Use `<bdi>` or `dir` for words of the other direction. `<bdo>` and `bidi-override` are for showing text as it is stored.",
        asks: "Is it meant that these letters are shown in another order than they are read?",
    },
    ar: Words {
        title: "ينبغي أن يُترك ترتيب الحروف لخطّها",
        why: "الحروف المفروض ترتيبها تُرى على وجه، وتُنطق وتُنسخ ويُبحث عنها على وجه آخر.",
        fix: "استعمل `<bdi>` أو `dir` للكلمات ذات الاتجاه الآخر، أما `<bdo>` و`bidi-override` فلعرض النص كما هو مخزَّن.",
        asks: "هل المقصود أن تظهر هذه الحروف بترتيب غير الذي تُقرأ به؟",
    },
    fa: Words {
        title: "ترتیب حرف‌ها بهتر است به خط آن‌ها سپرده شود",
        why: "حرف‌هایی که ترتیبشان زورکی است یک جور دیده می‌شوند و جور دیگری خوانده، رونوشت و جست‌وجو می‌شوند.",
        fix: "برای واژه‌هایی با جهت دیگر `<bdi>` یا `dir` به کار ببرید. `<bdo>` و `bidi-override` برای نمایش متن به همان شکل ذخیره‌شده‌اند.",
        asks: "آیا عمدی است که این حرف‌ها به ترتیبی جز ترتیب خواندنشان دیده شوند؟",
    },
    good: &["<p>The order of <bdi>علی</bdi> was 3.</p>"],
    bad: &[r#"<p>The order of <bdo dir="ltr">علی</bdo> was 3.</p>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with a visible text of their own that is overridden: by CSS, which `bdo` is part of, or by a character
/// (Unicode Standard Annex 9, <https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides>).
fn applicability(element: Element<'_>) -> bool {
    let is_forced = is_forced(element);
    element.own_texts().any(|(_, text)| (is_forced || has_override(text)) && text.chars().any(char::is_alphabetic))
        && element.is(element.name())
        && element.has_visible_text()
}

fn has_override(text: &str) -> bool {
    !text.is_ascii() && (text.contains("\u{202d}") || text.contains("\u{202e}"))
}

fn is_forced(element: Element<'_>) -> bool {
    let bidi = element.style().get(Property::UnicodeBidi);
    bidi.is_some_and(|value| value.is("bidi-override") || value.is("isolate-override"))
}

/// Letters run the way they would run anyway.
fn expectation(element: Element<'_>) -> Outcome {
    let is_rtl = element.style().get(Property::Direction).map(|direction| direction.is("rtl"));
    let is_against = |letter: char| {
        let script = Script::of(letter);
        script.is_some_and(|script| is_rtl.is_none_or(|is_rtl| script.is_right_to_left() != is_rtl))
    };
    let is_turned = element.own_texts().any(|(_, text)| has_override(text))
        || element.own_texts().any(|(_, text)| text.chars().filter(|c| is_against(*c)).count() > 1);
    if is_turned { Outcome::needs_review(RULE.en.asks) } else { Outcome::Passed }
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
                ("<bdo dir=rtl>سلام</bdo>", Expect::Passed),
                ("<p style='unicode-bidi:bidi-override'>Latin runs this way anyway</p>", Expect::Passed),
                ("<bdo dir=ltr>سلام</bdo>", Expect::NeedsReview),
                ("<p style='unicode-bidi:bidi-override;direction:rtl'>moc.elpmaxe@em</p>", Expect::NeedsReview),
                ("<p>evil\u{202e}gnp.exe</p>", Expect::NeedsReview),
                ("<p>سلام</p>", Expect::Inapplicable),
                ("<bdo dir=ltr>12:30</bdo>", Expect::Inapplicable),
                ("<bdo dir=ltr hidden>سلام</bdo>", Expect::Inapplicable),
            ],
        );
    }
}
