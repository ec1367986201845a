//! An `alt` is short enough to be heard in one go.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "alt-is-not-too-long",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "The alternative text of an image should be short",
        why: "Whoever listens can neither pause in it nor go back by a sentence: it is read in one go, or skipped.",
        fix: "Say the main thing in a sentence or two, and put the rest into the text of the page.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون النص البديل للصورة قصيرًا",
        why: "لا يستطيع المستمع أن يتوقف في أثنائه ولا أن يرجع جملة إلى الوراء: إما أن يُقرأ كله دفعة واحدة أو يُتخطّى.",
        fix: "قل أهم ما فيها في جملة أو جملتين، وضع الباقي في نص الصفحة.",
        asks: "",
    },
    fa: Words {
        title: "متن جایگزین تصویر باید کوتاه باشد",
        why: "شنونده نمی‌تواند میان آن مکث کند یا یک جمله به عقب برگردد: یا یک‌نفس خوانده می‌شود یا از آن می‌گذرند.",
        fix: "اصل مطلب را در یکی دو جمله بگویید و بقیه را در متن صفحه بیاورید.",
        asks: "",
    },
    good: &[r#"<img src="chart.png" alt="Sales doubled between May and July. The table below has the figures.">"#],
    bad: &[
        r#"<img src="chart.png" alt="In January 41 were sold, in February 44, in March 47, in April 45, in May 52, in June 80, in July 104, in August 101, in September 99, in October 97, in November 96, and in December, when the second shop had opened, 130; the figures of both shops are counted together here.">"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Two long sentences. No specification sets a limit; this one is ours.
const LONGEST: usize = 250;

/// `img`, `area` and `input type="image"` with an `alt`, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    (element.is("img") || element.is("area") || element.is("input"))
        && element.attribute("alt").is_some_and(|alt| !alt.is_empty())
        && !element.is_programmatically_hidden()
}

fn expectation(image: Element<'_>) -> Outcome {
    let length = image.attribute("alt").unwrap_or_default().chars().count();
    if length <= LONGEST {
        return Outcome::Passed;
    }
    Outcome::failed(format!("its `alt` has {length} letters and signs, more than {LONGEST}"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let of = |length: usize| format!("<img alt='{}'>", "ص".repeat(length));
        let (fits, exceeds) = (of(250), of(251));
        check(
            &RULE,
            &[
                (&fits, Expect::Passed),
                (&exceeds, Expect::Failed),
                ("<img alt=''>", Expect::Inapplicable),
                ("<img>", Expect::Inapplicable),
            ],
        );
    }
}
