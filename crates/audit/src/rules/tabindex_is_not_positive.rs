//! Tab goes through the page in its order (WCAG 2.2, failure F44, <https://www.w3.org/WAI/WCAG22/Techniques/failures/F44>,
//! where the order that `tabindex` makes is no longer the meaning's).

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "tabindex-is-not-positive",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "`tabindex` must not be greater than 0",
        why: "What has a number comes before everything else on the page. Whoever uses the keyboard jumps about, and loses the place.",
        fix: "Put the elements in the order in which they are used, and write `tabindex=\"0\"`, or nothing.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يزيد `tabindex` على 0",
        why: "ما كان له رقم يسبق كل ما سواه في الصفحة، فيقفز مستخدم لوحة المفاتيح هنا وهناك ويضيع موضعه.",
        fix: "رتّب العناصر بترتيب استعمالها، واكتب `tabindex=\"0\"` أو لا تكتب شيئًا.",
        asks: "",
    },
    fa: Words {
        title: "‏`tabindex` نباید بزرگ‌تر از 0 باشد",
        why: "هر چه شماره دارد پیش از همهٔ صفحه می‌آید. کسی که با صفحه‌کلید کار می‌کند از این سو به آن سو می‌پرد و جایش را گم می‌کند.",
        fix: "عنصرها را به ترتیب استفاده بچینید و `tabindex=\"0\"` بنویسید یا هیچ ننویسید.",
        asks: "",
    },
    good: &[r#"<input aria-label="From"><input aria-label="To">"#, r#"<div tabindex="0">Map</div>"#],
    bad: &[r#"<input aria-label="From" tabindex="2"><input aria-label="To" tabindex="1">"#],
    check: Check::Each { applicability, expectation },
};

/// What Tab leads to, with a `tabindex` that is a number.
fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("tabindex") && element.tabindex().is_some() && element.is_in_tab_order()
}

/// Not greater than 0.
fn expectation(element: Element<'_>) -> Outcome {
    match element.tabindex() {
        Some(index) if index > 0 => {
            Outcome::failed(format!("its `tabindex` is {index}, which puts it before the rest of the page"))
        }
        _ => Outcome::Passed,
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
                ("<p tabindex=0>a</p>", Expect::Passed),
                ("<p tabindex=1>a</p>", Expect::Failed),
                ("<button tabindex=' 32767'>a</button>", Expect::Failed),
                ("<p tabindex=-1>a</p>", Expect::Inapplicable),
                ("<p tabindex=a>a</p>", Expect::Inapplicable),
                ("<button>a</button>", Expect::Inapplicable),
                ("<button disabled tabindex=1>a</button>", Expect::Inapplicable),
                ("<p hidden tabindex=1>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
