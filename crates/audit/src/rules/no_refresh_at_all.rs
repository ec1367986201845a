//! No page goes away by itself, however long it waits.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "no-refresh-at-all",
    criteria: &[wcag::INTERRUPTIONS, wcag::CHANGE_ON_REQUEST],
    act: &["bisz58"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Pages must never reload or lead elsewhere by themselves, unless at once",
        why: "Whoever left the page open, or is still reading, loses the place and all that was typed.",
        fix: "Redirect on the server, or at once (`0`). Let people ask for what is new.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يُعاد تحميل الصفحة أو تُحوَّل من تلقاء نفسها أبدًا، إلا فورًا",
        why: "من ترك الصفحة مفتوحة أو ما زال يقرأ يفقد موضعه وكل ما كتبه.",
        fix: "حوّل الزائر من الخادم أو فورًا (`0`)، ودعه يطلب الجديد بنفسه.",
        asks: "",
    },
    fa: Words {
        title: "صفحه هرگز نباید خودبه‌خود بازبارگذاری یا جابه‌جا شود، مگر بی‌درنگ",
        why: "کسی که صفحه را باز گذاشته یا هنوز می‌خواند، جای خود و هر چه را نوشته از دست می‌دهد.",
        fix: "جابه‌جایی را در سرور یا بی‌درنگ (`0`) انجام دهید و بگذارید کاربر خودش تازه‌ها را بخواهد.",
        asks: "",
    },
    good: &[r#"<meta http-equiv="refresh" content="0; url=/new-address"><p>We have moved.</p>"#],
    bad: &[r#"<meta http-equiv="refresh" content="86400"><p>News of today</p>"#],
    check: Check::Page(check),
};

/// ACT bisz58 (<https://act-rules.github.io/rules/bisz58>): the delay is 0.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let outcome = |seconds| match seconds {
        0 => Outcome::Passed,
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
                ("<meta http-equiv=refresh content=1>", Expect::Failed),
                ("<meta http-equiv=refresh content='72001; url=x'>", Expect::Failed),
                ("<meta http-equiv=refresh content='url=x'>", Expect::Inapplicable),
                ("<meta http-equiv=content-type content=5>", Expect::Inapplicable),
            ],
        );
    }
}
