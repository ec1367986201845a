//! The language of a part is one that exists.

use crate::language::{Registered, registered};
use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "part-language-is-valid",
    criteria: &[wcag::LANGUAGE_OF_PARTS],
    act: &["de46e4"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "The language of a part must be a language tag that exists",
        why: "A screen reader does not know the tag and reads these words with the wrong voice.",
        fix: "Use a registered tag: `en`, `ar`, `fa`, `fr-CA`. It has two letters where the language has such a tag.",
        asks: "Does a screen reader know this tag? It is registered, but no language, or for private use.",
    },
    ar: Words {
        title: "يجب أن تكون لغة كل جزء رمزًا لغويًا موجودًا",
        why: "لا يعرف قارئ الشاشة هذا الرمز فيقرأ هذه الكلمات بصوت لغة أخرى.",
        fix: "استعمل رمزًا مسجّلًا مثل `ar` أو `fa` أو `en` أو `fr-CA`، واختر رمز الحرفين إن كان للغة رمز منهما.",
        asks: "هل يعرف قارئ الشاشة هذا الرمز؟ هو مسجّل لكنه لا يدلّ على لغة، أو هو للاستعمال الخاص.",
    },
    fa: Words {
        title: "زبان هر بخش باید نشانه‌ای باشد که وجود دارد",
        why: "صفحه‌خوان این نشانه را نمی‌شناسد و این واژه‌ها را با صدای زبانی دیگر می‌خواند.",
        fix: "نشانه‌ای ثبت‌شده به کار ببرید: `fa`، `ar`، `en`، `fr-CA`. اگر زبان نشانهٔ دوحرفی دارد همان را بنویسید.",
        asks: "آیا صفحه‌خوان این نشانه را می‌شناسد؟ ثبت شده است، اما نام زبانی نیست یا برای کاربرد خصوصی است.",
    },
    good: &[r#"<p>They say <q lang="fa">خوش آمدید</q>.</p>"#],
    bad: &[r#"<p>They say <q lang="farsi">خوش آمدید</q>.</p>"#],
    check: Check::Each { applicability, expectation },
};

/// ACT de46e4 (<https://act-rules.github.io/rules/de46e4>): HTML elements in the `body` with a `lang` that is not empty,
/// and with a text that is in that language.
fn applicability(element: Element<'_>) -> bool {
    let says_language = element.attribute("lang").is_some_and(|tag| !tag.is_empty());
    says_language
        && element.is(element.name())
        && !element.is("html")
        && element.flat_lineage().skip(1).any(|around| around.is("body"))
        && element.texts_in_its_language().any(|text| !text.trim().is_empty())
}

/// The primary subtag is a registered language.
fn expectation(element: Element<'_>) -> Outcome {
    let tag = element.attribute("lang").unwrap_or_default();
    match registered(tag) {
        Registered::Yes => Outcome::Passed,
        Registered::Special => Outcome::needs_review(RULE.en.asks),
        Registered::No => Outcome::failed(format!("its `lang` is `{tag}`, which begins with no registered language")),
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
                ("<p lang=fr>Bonjour</p>", Expect::Passed),
                ("<p lang=arb>أهلًا</p>", Expect::Passed),
                ("<div lang=fr><img alt=Bonjour></div>", Expect::Passed),
                ("<p lang=fre>Bonjour</p>", Expect::Failed),
                ("<p lang='#'>Bonjour</p>", Expect::Failed),
                ("<p lang=' '>Bonjour</p>", Expect::Failed),
                ("<div lang=xyz><p lang=fr>Bonjour</p>Salut</div>", Expect::Failed),
                ("<div lang=xyz><img alt=Bonjour></div>", Expect::Failed),
                ("<div lang=xyz><button aria-label=Bonjour></button></div>", Expect::Failed),
                ("<p lang=xyz style='position:absolute;clip:rect(0 0 0 0)'>Heard</p>", Expect::Failed),
                ("<p lang=xyz aria-hidden=true>Seen</p>", Expect::Failed),
                ("<p lang=i-lux>Moien</p>", Expect::NeedsReview),
                ("<html lang=xyz><p>A page</p>", Expect::Inapplicable),
                ("<div lang=xyz><p lang=fr>Bonjour</p></div>", Expect::Passed),
                ("<p lang=xyz> </p>", Expect::Inapplicable),
                ("<p lang=''>Bonjour</p>", Expect::Inapplicable),
                ("<p lang=xyz hidden>Bonjour</p>", Expect::Inapplicable),
                ("<p lang=xyz style='display:none'>Bonjour</p>", Expect::Inapplicable),
                ("<p xml:lang=xyz>Bonjour</p>", Expect::Inapplicable),
            ],
        );
    }
}
