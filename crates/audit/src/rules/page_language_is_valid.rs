//! The language of the page is one that exists.

use crate::language::{Registered, registered};
use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "page-language-is-valid",
    criteria: &[wcag::LANGUAGE_OF_PAGE],
    act: &["bf051a"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "The language of the page must be a language tag that exists",
        why: "A screen reader does not know the tag and reads the page with the wrong voice.",
        fix: "Use a registered tag: `en`, `ar`, `fa`, `fr-CA`. It has two letters where the language has such a tag.",
        asks: "Does a screen reader know this tag? It is registered, but no language, or for private use.",
    },
    ar: Words {
        title: "يجب أن تكون لغة الصفحة رمزًا لغويًا موجودًا",
        why: "لا يعرف قارئ الشاشة هذا الرمز فيقرأ الصفحة بصوت لغة أخرى.",
        fix: "استعمل رمزًا مسجّلًا مثل `ar` أو `fa` أو `en` أو `fr-CA`، واختر رمز الحرفين إن كان للغة رمز منهما.",
        asks: "هل يعرف قارئ الشاشة هذا الرمز؟ هو مسجّل لكنه لا يدلّ على لغة، أو هو للاستعمال الخاص.",
    },
    fa: Words {
        title: "زبان صفحه باید نشانه‌ای باشد که وجود دارد",
        why: "صفحه‌خوان این نشانه را نمی‌شناسد و صفحه را با صدای زبانی دیگر می‌خواند.",
        fix: "نشانه‌ای ثبت‌شده به کار ببرید: `fa`، `ar`، `en`، `fr-CA`. اگر زبان نشانهٔ دوحرفی دارد همان را بنویسید.",
        asks: "آیا صفحه‌خوان این نشانه را می‌شناسد؟ ثبت شده است، اما نام زبانی نیست یا برای کاربرد خصوصی است.",
    },
    good: &[
        "<html lang=\"en\"><p>Open daily</p></html>",
        "<html lang=\"fa-IR\" dir=\"rtl\"><p>هر روز باز است</p></html>",
    ],
    bad: &["<html lang=\"english\"><p>Open daily</p></html>", "<html lang=\"fas\"><p>هر روز</p></html>"],
    check: Check::Page(check),
};

/// ACT bf051a (<https://act-rules.github.io/rules/bf051a>): the primary subtag of the root's `lang`, where that holds more
/// than white space, is a registered language.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|root| root.is("html")) else { return Vec::new() };
    let Some(tag) = root.attribute("lang").filter(|tag| !tag.trim().is_empty()) else { return Vec::new() };
    let outcome = match registered(tag) {
        Registered::Yes => Outcome::Passed,
        Registered::Special => Outcome::needs_review(RULE.en.asks),
        Registered::No => Outcome::failed(format!("its `lang` is `{tag}`, which begins with no registered language")),
    };
    vec![(root, outcome)]
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
                ("<html lang=en>", Expect::Passed),
                ("<html lang=zh-Hant-TW>", Expect::Passed),
                ("<html lang=en-nowhere>", Expect::Passed),
                ("<html lang=iw>", Expect::Passed),
                ("<html lang=eng>", Expect::Failed),
                ("<html lang=en_US>", Expect::Failed),
                ("<html lang=xyz>", Expect::Failed),
                ("<html lang=العربية>", Expect::Failed),
                ("<html lang=i-klingon>", Expect::NeedsReview),
                ("<html lang=x-elvish>", Expect::NeedsReview),
                ("<html lang=''>", Expect::Inapplicable),
                ("<html xml:lang=xyz>", Expect::Inapplicable),
                ("<p lang=xyz>A part</p>", Expect::Inapplicable),
            ],
        );
    }
}
