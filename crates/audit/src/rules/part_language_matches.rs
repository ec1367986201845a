//! A part is in the language it says.

use crate::language::{Registered, Verdict, judge, registered};
use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "part-language-matches",
    criteria: &[wcag::LANGUAGE_OF_PARTS],
    act: &["off6ek"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Parts must be in the language they say",
        why: "A screen reader reads these words with the voice of another language: nobody understands them.",
        fix: "Write the language of the text in its `lang`, or take the `lang` away if the text is in the language of the page.",
        asks: "Is this text in the language that its `lang` says?",
    },
    ar: Words {
        title: "يجب أن يكون كل جزء باللغة التي يذكرها",
        why: "يقرأ قارئ الشاشة هذه الكلمات بصوت لغة أخرى، فلا يفهمها أحد.",
        fix: "اكتب لغة النص في `lang`، أو احذف السمة إن كان النص بلغة الصفحة.",
        asks: "هل هذا النص مكتوب باللغة المذكورة في `lang`؟",
    },
    fa: Words {
        title: "هر بخش باید به همان زبانی باشد که می‌گوید",
        why: "صفحه‌خوان این واژه‌ها را با صدای زبانی دیگر می‌خواند و هیچ‌کس آن‌ها را نمی‌فهمد.",
        fix: "زبان متن را در `lang` آن بنویسید، یا اگر متن به زبان صفحه است `lang` را بردارید.",
        asks: "آیا این متن به همان زبانی است که `lang` آن می‌گوید؟",
    },
    good: &[r#"<nav><a href="/ar" lang="ar">العربية</a> <a href="/en" lang="en">English</a></nav>"#],
    bad: &[r#"<nav><a href="/ar" lang="en">العربية</a></nav>"#],
    check: Check::Each { applicability, expectation },
};

/// ACT off6ek (<https://act-rules.github.io/rules/off6ek>): HTML elements in the `body` whose `lang` is known, and with a
/// text that is in that language.
fn applicability(element: Element<'_>) -> bool {
    let says_language = element.attribute("lang").is_some_and(|tag| registered(tag) == Registered::Yes);
    says_language
        && element.is(element.name())
        && !element.is("html")
        && element.flat_lineage().skip(1).any(|around| around.is("body"))
        && element.texts_in_its_language().any(|text| !text.trim().is_empty())
}

/// Most of the text is in that language. The scripts prove it, else the commonest words.
fn expectation(element: Element<'_>) -> Outcome {
    let tag = element.attribute("lang").unwrap_or_default();
    match judge(tag, element.texts_in_its_language()) {
        Verdict::Fits => Outcome::Passed,
        Verdict::Doubtful(_) => Outcome::needs_review(RULE.en.asks),
        Verdict::Contradicts(what) => Outcome::failed(format!("its `lang` is `{tag}`, but {what}")),
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
                ("<p lang=fr>Le pain est pour nous tous, et il est très bon avec du beurre</p>", Expect::Passed),
                ("<p lang=fr>Fin</p>", Expect::Passed),
                ("<i lang=ja>nihongo</i>", Expect::Passed),
                ("<i lang=fa-Latn>salam</i>", Expect::Passed),
                (
                    "<p lang=gsw>Das isch nid wie im Dütsche, aber es isch au guet und mir sind froh</p>",
                    Expect::NeedsReview,
                ),
                ("<p lang=en>π and Σ</p>", Expect::Passed),
                ("<a lang=en>فارسی</a>", Expect::Failed),
                ("<p lang=he>Добрый день</p>", Expect::Failed),
                ("<p lang=fr>The bread is for all of you, and it is not from here</p>", Expect::Failed),
                (
                    "<p lang=sv>Kirjasto on auki ja se ei ole kaukana, mutta hän on siellä kun muut ovat</p>",
                    Expect::Failed,
                ),
                (
                    "<p lang=nb>Huset är stort och det är inte från sjuttiotalet, som alla har sagt</p>",
                    Expect::NeedsReview,
                ),
                ("<p lang=xyz>Text</p>", Expect::Inapplicable),
                ("<div lang=en><p lang=ar>مرحبا بكم</p></div>", Expect::Passed),
                ("<p lang=en hidden>مرحبا بكم</p>", Expect::Inapplicable),
                ("<html lang=en><p>مرحبا بكم</p>", Expect::Inapplicable),
            ],
        );
    }
}
