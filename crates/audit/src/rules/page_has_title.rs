//! The page has a title.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "page-has-title",
    criteria: &[wcag::PAGE_TITLED],
    act: &["2779a5"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Pages must have a title",
        why: "The title is the first thing a screen reader says, and all that tells one tab from another.",
        fix: "Write a `<title>` in the `<head>`: what this page is, then the name of the site.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يكون لكل صفحة عنوان",
        why: "العنوان أول ما ينطق به قارئ الشاشة، وبه وحده تُعرف ألسنة المتصفح بعضها من بعض.",
        fix: "اكتب `<title>` داخل `<head>`: موضوع هذه الصفحة، ثم اسم الموقع.",
        asks: "",
    },
    fa: Words {
        title: "هر صفحه باید عنوان داشته باشد",
        why: "عنوان نخستین چیزی است که صفحه‌خوان می‌گوید و تنها چیزی است که زبانه‌های مرورگر را از هم جدا می‌کند.",
        fix: "در `<head>` یک `<title>` بنویسید: اول موضوع این صفحه، بعد نام سایت.",
        asks: "",
    },
    good: &[
        "<html lang=\"en\"><head><title>Opening hours – City library</title></head><body><p>Daily</p></body></html>",
    ],
    bad: &["<html lang=\"en\"><head></head><body><p>Daily</p></body></html>", "<title> </title>"],
    check: Check::Page(check),
};

/// ACT 2779a5 (<https://act-rules.github.io/rules/2779a5>): the document element of a page, if it is `html`, holds a
/// `title` somewhere, and the first one holds more than white space
/// (<https://html.spec.whatwg.org/multipage/dom.html#the-title-element-2>).
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root().filter(|root| root.is("html")) else { return Vec::new() };
    let outcome = match page.title() {
        None => Outcome::failed("it has no `<title>`"),
        Some(title) if title.own_texts().all(|(_, text)| text.trim().is_empty()) => {
            Outcome::failed("its first `<title>` is empty")
        }
        Some(_) => Outcome::Passed,
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
                ("<title>Opening hours</title>", Expect::Passed),
                ("<title>ساعات العمل</title>", Expect::Passed),
                ("<body><p>Late</p><title>Opening hours</title></body>", Expect::Passed),
                ("<title>Opening hours</title><title></title>", Expect::Passed),
                ("<p>Nothing</p>", Expect::Failed),
                ("<title></title>", Expect::Failed),
                ("<title>\n\t&nbsp;</title>", Expect::Failed),
                ("<title></title><title>Too late</title>", Expect::Failed),
                ("<svg><title>A drawing</title></svg>", Expect::Failed),
                ("<div><template shadowrootmode=open><title>In a shadow root</title></template></div>", Expect::Failed),
            ],
        );
    }
}
