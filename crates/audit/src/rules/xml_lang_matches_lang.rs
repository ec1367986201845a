//! Two attributes for the language of the page say the same.

use crate::language::{Registered, is_same, primary, registered};
use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "xml-lang-matches-lang",
    criteria: &[wcag::LANGUAGE_OF_PAGE],
    act: &["5b7ae0"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "`lang` and `xml:lang` of the page must name the same language",
        why: "Programs that go by one of them read the page with the wrong voice.",
        fix: "Take `xml:lang` away. If the page is XHTML too, write the same language in both.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تذكر السمتان `lang` و`xml:lang` لغة واحدة",
        why: "البرامج التي تعتمد إحداهما تقرأ الصفحة بصوت لغة أخرى.",
        fix: "احذف `xml:lang`. وإن كانت الصفحة XHTML أيضًا فاكتب اللغة نفسها في السمتين.",
        asks: "",
    },
    fa: Words {
        title: "`lang` و `xml:lang` صفحه باید یک زبان را بگویند",
        why: "برنامه‌هایی که یکی از این دو را می‌خوانند، صفحه را با صدای زبانی دیگر می‌خوانند.",
        fix: "`xml:lang` را بردارید. اگر صفحه XHTML هم هست، در هر دو یک زبان بنویسید.",
        asks: "",
    },
    good: &[r#"<html lang="en-GB" xml:lang="en"><p>Open daily</p></html>"#],
    bad: &[r#"<html lang="fa" xml:lang="en"><p>هر روز باز است</p></html>"#],
    check: Check::Page(check),
};

/// ACT 5b7ae0 (<https://act-rules.github.io/rules/5b7ae0>): a root with a known `lang` and an `xml:lang` that is not empty
/// has the same primary subtag in both.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|root| root.is("html")) else { return Vec::new() };
    let lang = root.attribute("lang").filter(|tag| registered(tag) == Registered::Yes);
    let xml = root.attribute("xml:lang").filter(|tag| !primary(tag).is_empty());
    let (Some(lang), Some(xml)) = (lang, xml) else { return Vec::new() };
    let outcome = if is_same(lang, xml) {
        Outcome::Passed
    } else {
        Outcome::failed(format!("`lang` is `{lang}`, and `xml:lang` is `{xml}`"))
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
                ("<html lang=en xml:lang=en>", Expect::Passed),
                ("<html lang=en xml:lang=EN-us>", Expect::Passed),
                ("<html lang=en xml:lang=fr>", Expect::Failed),
                ("<html lang=fa xml:lang=xyz>", Expect::Failed),
                ("<html lang=en>", Expect::Inapplicable),
                ("<html lang=en xml:lang=''>", Expect::Inapplicable),
                ("<html lang=xyz xml:lang=fr>", Expect::Inapplicable),
                ("<html xml:lang=fr>", Expect::Inapplicable),
                ("<svg lang=en xml:lang=fr></svg>", Expect::Inapplicable),
            ],
        );
    }
}
