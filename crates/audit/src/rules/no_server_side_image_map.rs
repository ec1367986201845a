//! Choosing a place in an image does not take a pointer.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "no-server-side-image-map",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A place in an image must not be chosen by pointing alone",
        why: "Pressing Enter on a server-side image map always sends the same point: whoever uses no mouse cannot choose another.",
        fix: "Use `map` with `area` elements, or links in text for every place that can be chosen.",
        asks: "This image sends the point that was clicked. Can each of its targets also be reached by keyboard?",
    },
    ar: Words {
        title: "يجب ألّا يكون التأشير هو السبيل الوحيد إلى اختيار موضع في صورة",
        why: "ضغط Enter على خريطة صور في الخادم يرسل النقطة نفسها دائمًا، فلا يستطيع من لا يستعمل الفأرة اختيار غيرها.",
        fix: "استعمل `map` مع عناصر `area`، أو روابط نصية لكل موضع يمكن اختياره.",
        asks: "ترسل هذه الصورة النقطة التي نُقر عليها. هل يمكن الوصول إلى كل أهدافها بلوحة المفاتيح أيضًا؟",
    },
    fa: Words {
        title: "انتخاب جایی در تصویر نباید فقط با اشاره‌گر ممکن باشد",
        why: "زدن Enter روی نقشهٔ تصویری سمت سرور همیشه یک نقطه را می‌فرستد؛ کسی که موشواره ندارد نمی‌تواند نقطهٔ دیگری انتخاب کند.",
        fix: "از `map` با عنصرهای `area` استفاده کنید، یا برای هر جایی که می‌شود انتخاب کرد پیوند متنی بگذارید.",
        asks: "این تصویر نقطهٔ کلیک‌شده را می‌فرستد. آیا به همهٔ مقصدهایش با صفحه‌کلید هم می‌شود رسید؟",
    },
    good: &[
        r##"<img src="map.png" alt="Our shops" usemap="#shops"><map name="shops"><area href="/bam" alt="Bam" coords="1,1,9"></map>"##,
    ],
    bad: &[r#"<a href="/shops"><img src="map.png" alt="Our shops" ismap></a>"#],
    check: Check::Each { applicability, expectation },
};

/// `img` with `ismap` in a link (HTML, <https://html.spec.whatwg.org/multipage/embedded-content.html#attr-img-ismap>).
fn applicability(element: Element<'_>) -> bool {
    element.is("img")
        && element.has_attribute("ismap")
        && element.is_rendered()
        && element.flat_lineage().skip(1).any(|around| around.is("a") && around.has_attribute("href"))
}

/// The same may be had by other links.
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
                ("<a href=x><span><img src=a alt=Map ismap></span></a>", Expect::NeedsReview),
                ("<img src=a alt=Map ismap>", Expect::Inapplicable),
                ("<a><img src=a alt=Map ismap></a>", Expect::Inapplicable),
                ("<a href=x><img src=a alt=Map></a>", Expect::Inapplicable),
                ("<a href=x hidden><img src=a alt=Map ismap></a>", Expect::Inapplicable),
            ],
        );
    }
}
