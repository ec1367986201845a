//! `dir` says a direction that exists.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "dir-is-valid",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "`dir` must be `ltr`, `rtl` or `auto`",
        why: "Any other value means nothing: text and layout stay as they were, often the wrong way round.",
        fix: "Write `dir=\"rtl\"` for Arabic, Persian, Urdu and Hebrew, `dir=\"ltr\"` for others, `dir=\"auto\"` for what visitors write.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تكون قيمة `dir` إحدى القيم `ltr` و`rtl` و`auto`",
        why: "أي قيمة أخرى لا معنى لها، فيبقى اتجاه النص والتخطيط كما كان، معكوسًا في الغالب.",
        fix: "اكتب `dir=\"rtl\"` للعربية والفارسية والأردية والعبرية، و`dir=\"ltr\"` لغيرها، و`dir=\"auto\"` لما يكتبه الزوار.",
        asks: "",
    },
    fa: Words {
        title: "مقدار `dir` باید `ltr` یا `rtl` یا `auto` باشد",
        why: "هر مقدار دیگری بی‌معناست: جهت متن و چیدمان همان می‌ماند که بود، و اغلب وارونه است.",
        fix: "برای فارسی، عربی، اردو و عبری `dir=\"rtl\"` بنویسید، برای دیگر زبان‌ها `dir=\"ltr\"` و برای نوشتهٔ کاربران `dir=\"auto\"`.",
        asks: "",
    },
    good: &[r#"<p lang="fa" dir="rtl">هر روز باز است.</p>"#],
    bad: &[r#"<p lang="fa" dir="right">هر روز باز است.</p>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with a `dir` that is not empty.
fn applicability(element: Element<'_>) -> bool {
    element.attribute("dir").is_some_and(|said| !said.is_empty()) && element.is(element.name())
}

/// One of the keywords (HTML, <https://html.spec.whatwg.org/multipage/dom.html#the-dir-attribute>).
fn expectation(element: Element<'_>) -> Outcome {
    let said = element.attribute("dir").unwrap_or_default();
    if ["ltr", "rtl", "auto"].iter().any(|keyword| said.eq_ignore_ascii_case(keyword)) {
        return Outcome::Passed;
    }
    Outcome::failed(format!("its `dir` is `{said}`, which means nothing"))
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
                ("<p dir=rtl>a</p>", Expect::Passed),
                ("<p dir=LTR>a</p>", Expect::Passed),
                ("<p dir=auto>a</p>", Expect::Passed),
                ("<p dir=right>a</p>", Expect::Failed),
                ("<p dir=' rtl'>a</p>", Expect::Failed),
                ("<html dir=fa>", Expect::Failed),
                ("<p dir>a</p>", Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
                ("<svg dir=right></svg>", Expect::Inapplicable),
            ],
        );
    }
}
