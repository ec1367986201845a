//! No page goes away before it can be read.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "no-refresh",
    criteria: &[wcag::TIMING_ADJUSTABLE],
    act: &["bc659a"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Pages must not reload or lead elsewhere after a delay",
        why: "Whoever reads slowly, or by ear, is thrown out in the middle, and nobody can stop it.",
        fix: "Redirect on the server, or at once (`0`). Give people a button that loads what is new.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يُعاد تحميل الصفحة أو تُحوَّل بعد مهلة",
        why: "من يقرأ ببطء أو بالسمع يُطرد من الصفحة في منتصفها، ولا سبيل إلى إيقاف ذلك.",
        fix: "حوّل الزائر من الخادم أو فورًا (`0`)، وأعطه زرًّا لتحميل الجديد.",
        asks: "",
    },
    fa: Words {
        title: "صفحه نباید پس از چند ثانیه خودبه‌خود بازبارگذاری یا جابه‌جا شود",
        why: "کسی که آهسته یا با گوش می‌خواند، میان کار از صفحه بیرون انداخته می‌شود و راهی برای ایستاندن آن نیست.",
        fix: "جابه‌جایی را در سرور یا بی‌درنگ (`0`) انجام دهید و برای دیدن تازه‌ها دکمه بگذارید.",
        asks: "",
    },
    good: &[r#"<meta http-equiv="refresh" content="0; url=/new-address"><p>We have moved.</p>"#],
    bad: &[r#"<meta http-equiv="refresh" content="30"><p>News</p>"#],
    check: Check::Page(check),
};

/// ACT bc659a (<https://act-rules.github.io/rules/bc659a>): the delay is 0, or more than 20 hours, which WCAG 2.2.1 allows.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    const TWENTY_HOURS: u64 = 72_000;
    let outcome = |seconds| match seconds {
        0 => Outcome::Passed,
        seconds if seconds > TWENTY_HOURS => Outcome::Passed,
        seconds => Outcome::failed(format!("the page goes away after {seconds} seconds")),
    };
    page.refreshes().into_iter().map(|(meta, seconds)| (meta, outcome(seconds))).collect()
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
                ("<meta http-equiv=refresh content='0; url=x'>", Expect::Passed),
                ("<meta http-equiv=refresh content='0.9; url=x'>", Expect::Passed),
                ("<meta http-equiv=refresh content=.5>", Expect::Passed),
                ("<meta http-equiv=refresh content=72001>", Expect::Passed),
                ("<meta http-equiv=refresh content=99999999999999999999999>", Expect::Passed),
                ("<meta http-equiv=refresh content=0><meta http-equiv=refresh content=5>", Expect::Passed),
                ("<meta http-equiv=Refresh content=' 5'>", Expect::Failed),
                ("<meta http-equiv=refresh content='5, url=x'>", Expect::Failed),
                ("<meta http-equiv=refresh content='5 x'>", Expect::Failed),
                ("<meta http-equiv=refresh content=72000>", Expect::Failed),
                ("<meta http-equiv=refresh content=x><meta http-equiv=refresh content=5>", Expect::Failed),
                ("<body><p>Late<meta http-equiv=refresh content=5></body>", Expect::Failed),
                ("<meta http-equiv=refresh content='5: url=x'>", Expect::Inapplicable),
                ("<meta http-equiv=refresh content=-5>", Expect::Inapplicable),
                ("<meta http-equiv=refresh content='foo; 5'>", Expect::Inapplicable),
                ("<meta http-equiv=refresh content>", Expect::Inapplicable),
                ("<meta http-equiv=refresh>", Expect::Inapplicable),
                ("<meta name=refresh content=5>", Expect::Inapplicable),
                ("<noscript><meta http-equiv=refresh content=5></noscript>", Expect::Inapplicable),
            ],
        );
    }
}
