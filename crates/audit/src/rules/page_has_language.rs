//! The page says what language it is in.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "page-has-language",
    criteria: &[wcag::LANGUAGE_OF_PAGE],
    act: &["b5c3f8"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Pages must say what language they are in",
        why: "A screen reader picks its voice by the language: without it an Arabic page is read with English sounds, or not at all.",
        fix: "Write the language on the root: `<html lang=\"en\">`, `<html lang=\"ar\" dir=\"rtl\">`.",
        asks: "Is this page served as XHTML? Then its `xml:lang` counts; if not, it needs `lang`.",
    },
    ar: Words {
        title: "يجب أن تحدّد الصفحة لغتها",
        why: "يختار قارئ الشاشة صوته بحسب اللغة، وبدونها تُقرأ الصفحة العربية بأصوات إنجليزية أو لا تُقرأ أصلًا.",
        fix: "اكتب اللغة على العنصر الجذر: `<html lang=\"ar\" dir=\"rtl\">`.",
        asks: "هل تُقدَّم هذه الصفحة بصيغة XHTML؟ إن كانت كذلك كفى `xml:lang`، وإلا لزم `lang`.",
    },
    fa: Words {
        title: "صفحه باید زبان خود را بگوید",
        why: "صفحه‌خوان صدایش را از روی زبان برمی‌گزیند؛ بی آن، صفحهٔ فارسی با آواهای انگلیسی خوانده می‌شود یا اصلاً خوانده نمی‌شود.",
        fix: "زبان را روی ریشهٔ صفحه بنویسید: `<html lang=\"fa\" dir=\"rtl\">`.",
        asks: "آیا این صفحه با قالب XHTML فرستاده می‌شود؟ اگر بله `xml:lang` کافی است، وگرنه `lang` لازم است.",
    },
    good: &["<html lang=\"en\"><title>Hours</title><body><p>Open daily</p></body></html>"],
    bad: &["<html><title>Hours</title><body><p>Open daily</p></body></html>"],
    check: Check::Page(check),
};

/// ACT b5c3f8 (<https://act-rules.github.io/rules/b5c3f8>): the document element of a page, if it is `html`, has a `lang`
/// that holds more than white space. `xml:lang` means nothing in HTML
/// (<https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes>).
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|root| root.is("html")) else { return Vec::new() };
    let says = |attribute| root.attribute(attribute).is_some_and(|language| !language.trim().is_empty());
    let outcome = if says("lang") {
        Outcome::Passed
    } else if says("xml:lang") && may_be_xhtml(page) {
        Outcome::needs_review(RULE.en.asks)
    } else if says("xml:lang") {
        Outcome::failed("it has `xml:lang`, which means nothing in HTML, and no `lang`")
    } else if root.has_attribute("lang") {
        Outcome::failed("its `lang` is empty")
    } else {
        Outcome::failed("it has no `lang`")
    };
    vec![(root, outcome)]
}

/// Whether the source begins as XML does. Where it is not known, a browser may have read XML.
fn may_be_xhtml(page: &Page) -> bool {
    page.source().is_none_or(|source| source.trim_start_matches('\u{feff}').starts_with("<?xml"))
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
                ("<html lang=nonsense>", Expect::Passed),
                ("<html lang=fa xml:lang=fa>", Expect::Passed),
                ("<p lang=en>Too deep</p>", Expect::Failed),
                ("<html lang>", Expect::Failed),
                ("<html lang=' '>", Expect::Failed),
                ("<html xml:lang=en>", Expect::Failed),
                ("<meta http-equiv=content-language content=en>", Expect::Failed),
                ("<?xml version='1.0'?><html xml:lang=en>", Expect::NeedsReview),
            ],
        );
    }
}
