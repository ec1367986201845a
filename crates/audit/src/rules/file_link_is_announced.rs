//! Links to files say so.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::{FormatWords, format_of, is_known};

pub const RULE: Rule = Rule {
    id: "file-link-is-announced",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Links to files should say what kind of file comes",
        why: "Another program opens, or a large file comes over a slow line, and many files cannot be read by a screen reader.",
        fix: "Say it in the link, with the size: \"Tides 2024 (PDF, 2 MB)\".",
        asks: "This link leads to a file. Is it said what kind of file comes?",
    },
    ar: Words {
        title: "ينبغي أن تقول الروابط إلى الملفات أيّ نوع من الملفات سيأتي",
        why: "يُفتح برنامج آخر، أو يأتي ملف كبير عبر خط بطيء، وكثير من الملفات لا يقرؤه قارئ الشاشة.",
        fix: "قل ذلك في الرابط مع الحجم: «المدّ والجزر 2024 (PDF، ‏2 ميغابايت)».",
        asks: "يوصل هذا الرابط إلى ملف. هل قيل أيّ نوع من الملفات سيأتي؟",
    },
    fa: Words {
        title: "پیوند به فایل باید بگوید چه نوع فایلی می‌آید",
        why: "برنامهٔ دیگری باز می‌شود، یا فایلی بزرگ با خطی کند می‌آید، و بسیاری از فایل‌ها را صفحه‌خوان نمی‌تواند بخواند.",
        fix: "آن را با اندازه‌اش در پیوند بگویید: «جزر و مد ۱۴۰۳ (PDF، ۲ مگابایت)».",
        asks: "این پیوند به یک فایل می‌رود. آیا گفته شده است چه نوع فایلی می‌آید؟",
    },
    good: &["<a href='tides.pdf'>Tides 2024 (PDF, 2 MB)</a>", "<a href='tides.zip'>Download the tides</a>"],
    bad: &["<a lang='en' href='tides.pdf'>Tides 2024</a>"],
    check: Check::Each { applicability, expectation },
};

/// The kind of file that an address leads to, if it is one of another program.
fn format(href: &str) -> Option<&'static FormatWords> {
    format_of(href).filter(|format| !format.is_shown)
}

/// Links with a name whose address ends like a file of another program.
fn applicability(element: Element<'_>) -> bool {
    element.href().and_then(format).is_some() && element.is_exposed_link() && !element.accessible_name().is_empty()
}

/// The kind, or that a file comes at all, is said in the link or right around it.
fn expectation(link: Element<'_>) -> Outcome {
    let Some(format) = link.href().and_then(format) else { return Outcome::Passed };
    let around = || link.parent().is_some_and(|parent| format.are_in(&parent.heard_text_but(link)));
    let is_said = format.are_in(link.accessible_name())
        || format.are_in(&link.accessible_description())
        || around()
        || link.link_context().iter().any(|context| format.are_in(&context.heard_text_but(link)));
    if is_said {
        return Outcome::Passed;
    }
    if !is_known(link.language()) {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::failed(format!("it leads to a file (.{}), of which nothing is said", format.endings[0]))
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
                ("<a href=a.pdf>b (PDF)</a>", Expect::Passed),
                ("<a href=a.PDF?c=d>b, pdf</a>", Expect::Passed),
                ("<a href=a.docx>دانلود ب</a>", Expect::Passed),
                ("<a href=a.pdf>ملف ب</a>", Expect::Passed),
                ("<p><a href=a.pdf>b</a> (PDF, 2 MB)</p>", Expect::Passed),
                ("<a href=a.pdf title='PDF file'>b</a>", Expect::Passed),
                ("<a href=a.pdf>b <img alt=PDF></a>", Expect::Passed),
                ("<a lang=en href=a.pdf>b</a>", Expect::Failed),
                ("<a lang=ar href='https://c.example/a.xlsx'>ب</a>", Expect::Failed),
                ("<a href=a.pdf>b</a>", Expect::NeedsReview),
                ("<a href=a.html>b</a>", Expect::Inapplicable),
                ("<a href='https://word.doc'>b</a>", Expect::Inapplicable),
                ("<a href=a.pdf></a>", Expect::Inapplicable),
                ("<a href=a.pdf hidden>b</a>", Expect::Inapplicable),
            ],
        );
    }
}
