//! The page says how its letters are encoded.

use crate::page::{Element, Engine, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "encoding-is-declared",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Pages should say how their letters are encoded",
        why: "Where the server does not say it either, a browser guesses, and Arabic or Persian turns into signs nobody can read or hear.",
        fix: "Write `<meta charset=\"utf-8\">` first in the `<head>`.",
        asks: "Does the server say `charset=utf-8` in its `Content-Type`? If not, browsers guess.",
    },
    ar: Words {
        title: "ينبغي أن تذكر الصفحة ترميز حروفها",
        why: "إن لم يذكره الخادم أيضًا خمّنه المتصفح، فتصير العربية رموزًا لا تُقرأ ولا تُسمع.",
        fix: "اكتب `<meta charset=\"utf-8\">` في أول `<head>`.",
        asks: "هل يذكر الخادم `charset=utf-8` في `Content-Type`؟ إن لم يفعل خمّن المتصفح.",
    },
    fa: Words {
        title: "صفحه بهتر است بگوید حرف‌هایش چگونه کدگذاری شده‌اند",
        why: "اگر سرور هم نگوید، مرورگر حدس می‌زند و فارسی به نشانه‌هایی بدل می‌شود که نه خوانده می‌شوند و نه شنیده.",
        fix: "در آغاز `<head>` بنویسید `<meta charset=\"utf-8\">`.",
        asks: "آیا سرور در `Content-Type` می‌گوید `charset=utf-8`؟ اگر نه، مرورگر حدس می‌زند.",
    },
    good: &["<meta charset=\"utf-8\"><p>هر روز باز است</p>"],
    bad: &["<p>هر روز باز است</p>"],
    check: Check::Page(check),
};

/// Pages with letters beyond ASCII, read from markup: they declare an encoding
/// (<https://html.spec.whatwg.org/multipage/semantics.html#charset>), or begin with a byte order mark. What the server says
/// is not in the page, so the rest is a question.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(source) = page.source().filter(|source| page.engine() == Engine::Html && !source.is_ascii()) else {
        return Vec::new();
    };
    let Some(root) = page.root().filter(|root| root.is("html")) else { return Vec::new() };
    let is_declared = source.starts_with(['\u{feff}']) || page.elements().any(declares);
    vec![(root, if is_declared { Outcome::Passed } else { Outcome::needs_review(RULE.en.asks) })]
}

fn declares(element: Element<'_>) -> bool {
    let is_pragma = |element: Element<'_>| {
        element.attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-type"))
            && element.attribute("content").is_some_and(|content| content.to_ascii_lowercase().contains("charset"))
    };
    element.is("meta") && (element.has_attribute("charset") || is_pragma(element))
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
                ("<meta charset=utf-8><p>سلام</p>", Expect::Passed),
                ("<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>سلام</p>", Expect::Passed),
                ("<p>سلام</p>", Expect::NeedsReview),
                ("<meta name=charset content=utf-8><p>سلام</p>", Expect::NeedsReview),
                ("<p>Hello</p>", Expect::Inapplicable),
            ],
        );
    }
}
