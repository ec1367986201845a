//! Nothing blinks, and nothing runs across the page.

use crate::page::{Element, Page, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use std::cell::LazyCell;

pub const RULE: Rule = Rule {
    id: "nothing-blinks",
    criteria: &[wcag::PAUSE_STOP_HIDE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Text must not blink or run across the page",
        why: "It draws the eye away from everything else, and who reads slowly never gets to its end.",
        fix: "Take `blink` and `marquee` away. Let text stand still.",
        asks: "Can people stop this moving text, by keyboard too?",
    },
    ar: Words {
        title: "يجب ألا يومض النص ولا يجري عبر الصفحة",
        why: "يسرق النظر عن كل ما عداه، ومن يقرأ ببطء لا يبلغ نهايته أبدًا.",
        fix: "احذف `blink` و`marquee` ودع النص ساكنًا.",
        asks: "هل يستطيع الناس إيقاف هذا النص المتحرك، بلوحة المفاتيح أيضًا؟",
    },
    fa: Words {
        title: "متن نباید چشمک بزند یا در صفحه بدود",
        why: "چشم را از همه چیز می‌دزدد، و کسی که آهسته می‌خواند هرگز به پایانش نمی‌رسد.",
        fix: "`blink` و `marquee` را بردارید و بگذارید متن سر جایش بایستد.",
        asks: "آیا می‌توان این متن متحرک را نگه داشت، با صفحه‌کلید هم؟",
    },
    good: &["<p>Closed on Friday</p>"],
    bad: &["<marquee>Closed on Friday</marquee>", "<blink>Closed on Friday</blink>"],
    check: Check::Page(outcomes),
};

fn outcomes(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let has_brake = LazyCell::new(|| page.elements().any(is_brake));
    let applicable = page.elements().filter(|element| applicability(*element));
    applicable.map(|element| (element, expectation(element, || *has_brake))).collect()
}

/// `blink` and `marquee` with something in it, and text with `text-decoration: blink`, unless hidden from everybody.
fn applicability(element: Element<'_>) -> bool {
    let is_moving = element.is("blink") || element.is("marquee");
    let is_blinking = || {
        let lines = element.style().get(Property::TextDecorationLine);
        lines.is_some_and(|lines| !lines.is("none") && lines.to_string().contains("blink")) && has_text(element)
    };
    (is_moving || is_blinking())
        && element.is_visible()
        && (!element.visible_inner_text().is_empty() || element.children().next().is_some())
}

fn has_text(element: Element<'_>) -> bool {
    element.own_texts().any(|(_, text)| !text.trim().is_empty())
}

/// WCAG techniques F47, F4 and F16. Who made a way to stop it is asked about.
fn expectation(element: Element<'_>, has_brake: impl Fn() -> bool) -> Outcome {
    if !element.is("marquee") {
        return Outcome::failed(if element.is("blink") {
            "it is a `blink`"
        } else {
            "its `text-decoration` is `blink`"
        });
    }
    let number = |name: &str| element.attribute(name).and_then(|value| value.trim().parse::<i64>().ok());
    let stands_still = number("scrollamount") == Some(0);
    let ends = number("loop").is_some_and(|times| times > 0);
    if stands_still {
        return Outcome::Passed;
    }
    if ends || element.flat_lineage().any(Element::has_handler) || has_brake() {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::failed("it is a `marquee`, which runs for ever")
}

/// Whether a control says that it stops something.
fn is_brake(control: Element<'_>) -> bool {
    const WORDS: &[&str] = &["pause", "stop", "halt", "إيقاف", "أوقف", "توقف", "توقّف", "مکث", "ایست", "نگه"];
    let is_control = control.is("button") || control.is("input") || control.is("a") || control.has_attribute("role");
    is_control && {
        let name = control.accessible_name().to_lowercase();
        WORDS.iter().any(|word| name.contains(word))
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
                ("<marquee scrollamount=0>News</marquee>", Expect::Passed),
                ("<marquee>News</marquee>", Expect::Failed),
                ("<marquee>أخبار</marquee><button>Search</button>", Expect::Failed),
                ("<marquee loop=-1>News</marquee>", Expect::Failed),
                ("<blink>News</blink>", Expect::Failed),
                ("<p style='text-decoration:blink'>News</p>", Expect::Failed),
                ("<p style='text-decoration:underline blink'>News</p>", Expect::Failed),
                ("<marquee onmouseover='this.stop()'>News</marquee>", Expect::NeedsReview),
                ("<marquee>أخبار</marquee><button>إيقاف مؤقت</button>", Expect::NeedsReview),
                ("<marquee loop=1>News</marquee>", Expect::NeedsReview),
                ("<marquee></marquee>", Expect::Inapplicable),
                ("<marquee hidden>News</marquee>", Expect::Inapplicable),
                ("<p style='text-decoration:underline'>News</p>", Expect::Inapplicable),
            ],
        );
    }
}
