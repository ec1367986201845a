//! The page is in the language it says.

use crate::language::{Registered, Verdict, judge, registered};
use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "page-language-matches",
    criteria: &[wcag::LANGUAGE_OF_PAGE],
    act: &["ucwvc8"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Pages must be in the language they say",
        why: "A screen reader reads every word with the voice of another language: nobody understands it.",
        fix: "Write the language of the text in `lang` on `<html>`, and mark parts in other languages with a `lang` of their own.",
        asks: "Is this page in the language that its `lang` says?",
    },
    ar: Words {
        title: "يجب أن تكون الصفحة باللغة التي تذكرها",
        why: "يقرأ قارئ الشاشة كل كلمة بصوت لغة أخرى، فلا يفهمها أحد.",
        fix: "اكتب لغة النص في `lang` على `<html>`، وميّز الأجزاء المكتوبة بلغة أخرى بسمة `lang` خاصة بها.",
        asks: "هل هذه الصفحة مكتوبة باللغة التي تذكرها في `lang`؟",
    },
    fa: Words {
        title: "صفحه باید به همان زبانی باشد که می‌گوید",
        why: "صفحه‌خوان همهٔ واژه‌ها را با صدای زبانی دیگر می‌خواند و هیچ‌کس چیزی نمی‌فهمد.",
        fix: "زبان متن را در `lang` روی `<html>` بنویسید و به بخش‌هایی که به زبان دیگری‌اند `lang` جداگانه بدهید.",
        asks: "آیا این صفحه به همان زبانی است که `lang` آن می‌گوید؟",
    },
    good: &["<html lang=\"en\"><title>Hours</title><p>The library is open for you on all days of the week.</p></html>"],
    bad: &[
        "<html lang=\"en\"><title>ساعات العمل</title><p>المكتبة مفتوحة كل أيام الأسبوع.</p></html>",
        "<html lang=\"en\"><p>Die Bücherei ist für alle Bürger da und wird nicht nur von Schülern besucht.</p></html>",
    ],
    check: Check::Page(check),
};

/// ACT ucwvc8 (<https://act-rules.github.io/rules/ucwvc8>): a root whose `lang` is known says the language that most of its
/// text is in. The scripts prove it, else the commonest words; parts that say another language are not looked at.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|root| root.is("html")) else { return Vec::new() };
    let Some(tag) = root.attribute("lang").filter(|tag| registered(tag) == Registered::Yes) else { return Vec::new() };
    if root.texts_in_its_language().all(|text| text.trim().is_empty()) {
        return Vec::new();
    }
    let outcome = match judge(tag, root.texts_in_its_language()) {
        Verdict::Fits => Outcome::Passed,
        Verdict::Doubtful(_) => Outcome::needs_review(RULE.en.asks),
        Verdict::Contradicts(what) => Outcome::failed(format!("its `lang` is `{tag}`, but {what}")),
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
                ("<html lang=en><p>The shop is open on all days, and you can pay with cash.</p>", Expect::Passed),
                ("<html lang=fa><p>این کتابخانه هر روز باز است و شما می‌توانید کتاب را ببرید.</p>", Expect::Passed),
                ("<html lang=ja><p>図書館は毎日開いています。</p>", Expect::Passed),
                ("<html lang=en><p>Hours</p><p lang=ar>المكتبة مفتوحة كل يوم</p>", Expect::Passed),
                ("<html lang=en><p>Rust</p><pre>يطبع البرنامج كل الأسماء في قائمة</pre>", Expect::Passed),
                ("<html lang=en><p>Vincent van Gogh, Rembrandt van Rijn, Jan van Eyck</p>", Expect::Passed),
                ("<html lang=en><p hidden>المكتبة مفتوحة كل أيام الأسبوع</p><p>Open</p>", Expect::Passed),
                ("<html lang=en><p>المكتبة مفتوحة كل أيام الأسبوع</p>", Expect::Failed),
                ("<html lang=zh><p>図書館は毎日開いています。だれでもどうぞ。</p>", Expect::Failed),
                ("<html lang=en><img alt='Библиотека открыта каждый день'>", Expect::Failed),
                ("<html lang=ar><p>The library is open for all of you, and it is on the way.</p>", Expect::Failed),
                ("<html lang=ar><p>این کتابخانه هر روز باز است و برای شما که از راه دور می‌آیید.</p>", Expect::Failed),
                ("<html lang=de><p>The library is open for all of you, and it is on the way.</p>", Expect::Failed),
                (
                    "<html lang=pt><p>La biblioteca está abierta y el pan se hornea con leña para todos los que pasan por una calle.</p>",
                    Expect::NeedsReview,
                ),
                ("<html lang=en></html>", Expect::Inapplicable),
                ("<html><p>المكتبة مفتوحة كل أيام الأسبوع</p>", Expect::Inapplicable),
                ("<html lang=xyz><p>المكتبة مفتوحة كل أيام الأسبوع</p>", Expect::Inapplicable),
            ],
        );
    }
}
