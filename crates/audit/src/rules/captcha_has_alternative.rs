//! Who is asked to prove to be human can do so in more than one way (WCAG 2.2, 1.1.1 CAPTCHA and technique G144,
//! <https://www.w3.org/WAI/WCAG22/Techniques/general/G144>).

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "This looks like a CAPTCHA. Can it be solved without seeing, and in another way without hearing?";

pub const RULE: Rule = Rule {
    id: "captcha-has-alternative",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &[],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "A CAPTCHA must be offered for more than one sense",
        why: "Who cannot see the picture, or read twisted letters, is taken for a machine and sent away.",
        fix: "Offer a second CAPTCHA for another sense, such as sound, or better, keep machines out without asking people.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تُتاح اختبارات CAPTCHA لأكثر من حاسة",
        why: "من لا يرى الصورة أو لا يقرأ الحروف الملتوية يُحسب آلة ويُردّ.",
        fix: "وفّر اختبارًا ثانيًا لحاسة أخرى كالسمع، والأفضل أن تصدّ الآلات من دون سؤال الناس.",
        asks: "يبدو هذا اختبار CAPTCHA. أيمكن حلّه من دون بصر، وبطريقة أخرى من دون سمع؟",
    },
    fa: Words {
        title: "کپچا باید برای بیش از یک حس باشد",
        why: "کسی که تصویر را نمی‌بیند یا حروف کج‌ومعوج را نمی‌خواند، ماشین به شمار می‌آید و رانده می‌شود.",
        fix: "کپچای دومی برای حسی دیگر، مانند شنیدن، بگذارید. بهتر آن‌که ماشین‌ها را بی‌پرسش از مردم دور نگه دارید.",
        asks: "این به کپچا می‌ماند. آیا بی دیدن می‌توان آن را حل کرد، و به راه دیگری بی شنیدن؟",
    },
    good: &[r#"<img src="harbour.jpg" alt="The harbour at night">"#],
    bad: &[r#"<img src="/captcha.png" alt="CAPTCHA"> <label>Letters <input></label>"#],
    check: Check::Each { applicability, expectation },
};

/// Pictures, frames and boxes that what they are called or loaded from calls a CAPTCHA, unless nobody sees them.
fn applicability(element: Element<'_>) -> bool {
    let is_place = ["img", "iframe", "canvas", "audio"].iter().any(|name| element.is(name)) || element.is("div");
    is_place && says_captcha(element) && !element.is_programmatically_hidden()
}

fn says_captcha(element: Element<'_>) -> bool {
    // A box may only be the place around one, so that no more than its classes count.
    let names: &[&str] = if element.is("div") { &["class"] } else { &["src", "id", "class", "alt", "title"] };
    let says = |value: &str| {
        if element.is("div") {
            return value.split_ascii_whitespace().any(|class| matches!(class, "g-recaptcha" | "h-captcha"));
        }
        value.to_ascii_lowercase().contains("captcha")
    };
    names.iter().filter_map(|name| element.attribute(name)).any(says)
}

/// Only a person can say whether there is another way.
fn expectation(_: Element<'_>) -> Outcome {
    Outcome::needs_review(ASKS)
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
                ("<img src=/Captcha?1 alt=a>", Expect::NeedsReview),
                ("<img alt='کپچا' class=captcha>", Expect::NeedsReview),
                ("<iframe title=reCAPTCHA></iframe>", Expect::NeedsReview),
                ("<div class='box g-recaptcha'></div>", Expect::NeedsReview),
                ("<div class=captcha-help>a</div>", Expect::Inapplicable),
                ("<img src=a.png alt=a>", Expect::Inapplicable),
                ("<img hidden src=captcha.png>", Expect::Inapplicable),
                ("<p>captcha</p>", Expect::Inapplicable),
            ],
        );
    }
}
