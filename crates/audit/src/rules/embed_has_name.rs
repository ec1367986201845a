//! What is embedded has a name.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "embed-has-name",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Embedded content must have a name",
        why: "A screen reader says \"embedded object\" and nothing else: nobody can tell what it is or whether to go in.",
        fix: "Say in `title` what is embedded. Better, use `img`, `video`, `audio` or `iframe`, which can say more.",
        asks: "This embedded content has no name. Does the content itself say what it is?",
    },
    ar: Words {
        title: "يجب أن يكون للمحتوى المضمَّن اسم",
        why: "يقول قارئ الشاشة «كائن مضمَّن» ولا شيء غير ذلك، فلا يعرف أحد ما هو ولا هل يستحق الدخول.",
        fix: "اكتب في `title` ما هو المحتوى. والأفضل استعمال `img` أو `video` أو `audio` أو `iframe`، فهي تقول أكثر.",
        asks: "ليس لهذا المحتوى المضمَّن اسم. هل يقول المحتوى نفسه ما هو؟",
    },
    fa: Words {
        title: "محتوای جاسازی‌شده باید نام داشته باشد",
        why: "صفحه‌خوان فقط می‌گوید «شیء جاسازی‌شده»؛ هیچ‌کس نمی‌فهمد چیست و آیا ارزش وارد شدن دارد.",
        fix: "در `title` بنویسید چه چیزی جاسازی شده است. بهتر آن است که `img`، `video`، `audio` یا `iframe` به کار ببرید که گویاترند.",
        asks: "این محتوای جاسازی‌شده نام ندارد. آیا خود محتوا می‌گوید چیست؟",
    },
    good: &[r#"<embed src="map.svg" type="image/svg+xml" title="The way from the station to us">"#],
    bad: &[r#"<embed src="map.png" type="image/png">"#, r#"<embed src="terms.pdf" type="application/pdf">"#],
    check: Check::Each { applicability, expectation },
};

/// `embed` elements with an address that can be seen, unless hidden from assistive technologies. `hidden` leaves them
/// rendered, without a size (HTML, <https://html.spec.whatwg.org/multipage/rendering.html#embedded-content-rendering-rules>).
fn applicability(element: Element<'_>) -> bool {
    element.is("embed")
        && element.attribute("src").is_some_and(|source| !source.trim_ascii().is_empty())
        && !element.is_programmatically_hidden()
        && !element.has_attribute("hidden")
        && element.visible() != Certainty::No
}

/// A name. A picture has no other words; a document or an application may have.
fn expectation(embedded: Element<'_>) -> Outcome {
    if !embedded.accessible_name().is_empty() {
        return Outcome::Passed;
    }
    let kind = embedded.attribute("type").unwrap_or_default().trim_ascii().to_ascii_lowercase();
    if kind.starts_with("image/") && !kind.starts_with("image/svg") {
        return Outcome::failed("it is a picture, and neither `title` nor `aria-label` says of what");
    }
    Outcome::needs_review("This embedded content has no name. Does the content itself say what it is?")
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
                ("<embed src=a.png type=image/png title='The way to us'>", Expect::Passed),
                ("<embed src=a.pdf aria-label='Our terms'>", Expect::Passed),
                ("<embed src=a.png type=image/PNG>", Expect::Failed),
                ("<embed src=a.png type=image/png title=' '>", Expect::Failed),
                ("<embed src=a.pdf>", Expect::NeedsReview),
                ("<embed src=a.svg type=image/svg+xml>", Expect::NeedsReview),
                ("<embed src=a.png type=image/png hidden>", Expect::Inapplicable),
                ("<embed src=a.png type=image/png aria-hidden=true>", Expect::Inapplicable),
                ("<embed>", Expect::Inapplicable),
            ],
        );
    }
}
