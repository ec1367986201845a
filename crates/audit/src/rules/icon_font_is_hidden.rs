//! Letters that are drawn as icons are not read out.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "icon-font-is-hidden",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Icons made of letters must be hidden from screen readers or have a name",
        why: "A screen reader reads out the letters behind the icon: nothing at all, a strange sign, or a word such as \"menu_open\".",
        fix: "Hide the icon with `aria-hidden=\"true\"`. If it tells something, say that in text beside it, or give it `role=\"img\"` and an `aria-label`.",
        asks: "Does this icon, read out as letters, make sense to whoever listens?",
    },
    ar: Words {
        title: "الأيقونات المصنوعة من حروف يجب أن تُخفى عن قارئات الشاشة أو يكون لها اسم",
        why: "يقرأ قارئ الشاشة الحروف التي وراء الأيقونة: لا شيء، أو رمزًا غريبًا، أو كلمة مثل «menu_open».",
        fix: "أخفِ الأيقونة بـ`aria-hidden=\"true\"`. وإن كانت تقول شيئًا فقُله في نص بجانبها، أو أعطها `role=\"img\"` و`aria-label`.",
        asks: "هل يفهم السامع هذه الأيقونة إذا قُرئت حروفًا؟",
    },
    fa: Words {
        title: "نمادهای ساخته‌شده از حروف باید از صفحه‌خوان پنهان باشند یا نام داشته باشند",
        why: "صفحه‌خوان حروف پشت نماد را می‌خواند: هیچ، نشانه‌ای ناآشنا، یا واژه‌ای مثل «menu_open».",
        fix: "نماد را با `aria-hidden=\"true\"` پنهان کنید. اگر چیزی می‌گوید، آن را در متن کنارش بگویید یا `role=\"img\"` و `aria-label` بدهید.",
        asks: "اگر این نماد به شکل حروف خوانده شود، آیا شنونده چیزی می‌فهمد؟",
    },
    good: &[r#"<button><span class="material-icons" aria-hidden="true">close</span> Close</button>"#],
    bad: &[
        r#"<p><span class="material-icons">check_circle</span> Sent</p>"#,
        "<p><i class=\"icon\">\u{e900}</i> 030 1234567</p>",
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements with a text of their own in characters without a meaning (Unicode, private use areas), or with the class of a
/// font that draws whole words as icons; not those that have a name or stand in something with a name of its own.
fn applicability(element: Element<'_>) -> bool {
    (has_private_text(element) || draws_words(element))
        && !element.is_programmatically_hidden()
        && !matches!(element.role(), Role::Img | Role::None)
        && !element.flat_lineage().take(4).any(|around| around.has_attribute("aria-label"))
}

fn has_private_text(element: Element<'_>) -> bool {
    let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}');
    !matches!(element.name(), "script" | "style" | "noscript" | "template" | "option" | "title")
        && element.own_texts().any(|(_, text)| !text.is_ascii() && text.chars().any(is_private))
}

/// Google's fonts, which make `check_circle` an icon.
fn draws_words(element: Element<'_>) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    classes.split_ascii_whitespace().any(|class| {
        class.strip_prefix("material-").is_some_and(|rest| rest.starts_with("icons") || rest.starts_with("symbols"))
    }) && element.own_texts().any(|(_, text)| !text.trim().is_empty())
}

/// What is heard hangs on the font, the screen reader and the words beside it.
fn expectation(element: Element<'_>) -> Outcome {
    Outcome::needs_review(if draws_words(element) {
        "This icon is read out as the word it is made of. Does that make sense to whoever listens?"
    } else {
        "This icon is a character that means nothing by itself. Is all that it tells also said in words?"
    })
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
                ("<i>\u{f007}</i> Account", Expect::NeedsReview),
                ("<i class='material-symbols-outlined'>menu_open</i>", Expect::NeedsReview),
                ("<i class=material-icons aria-hidden=true>menu</i>", Expect::Inapplicable),
                ("<button aria-label=Menu><i class=material-icons>menu</i></button>", Expect::Inapplicable),
                ("<i role=img aria-label=Account>\u{f007}</i>", Expect::Inapplicable),
                ("<i class=material-icons></i>", Expect::Inapplicable),
                ("<i class=material-card>Text</i>", Expect::Inapplicable),
                ("<i>é</i>", Expect::Inapplicable),
                ("<script>'\u{f007}'</script>", Expect::Inapplicable),
            ],
        );
    }
}
