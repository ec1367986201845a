//! Image buttons have an accessible name.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "image-button-has-name",
    criteria: &[wcag::NON_TEXT_CONTENT, wcag::NAME_ROLE_VALUE],
    act: &["59796f"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Image buttons must have an accessible name",
        why: "A screen reader says \"button\" and nothing else: nobody can tell what it will do.",
        fix: "Say in `alt` what the button does, not what it looks like.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يكون لأزرار الصور اسم مُتاح",
        why: "يقول قارئ الشاشة «زر» ولا شيء غير ذلك، فلا يعرف أحد ماذا سيفعل الزر.",
        fix: "اكتب في `alt` ما يفعله الزر، لا كيف يبدو.",
        asks: "",
    },
    fa: Words {
        title: "دکمه‌های تصویری باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «دکمه»؛ هیچ‌کس نمی‌فهمد این دکمه چه می‌کند.",
        fix: "در `alt` بنویسید دکمه چه می‌کند، نه اینکه چه شکلی است.",
        asks: "",
    },
    good: &[r#"<input type="image" src="lens.svg" alt="Search">"#],
    bad: &[r#"<input type="image" src="lens.svg">"#],
    check: Check::Each { applicability, expectation },
};

/// `input type="image"`, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.is("input")
        && element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"))
        && !element.is_programmatically_hidden()
}

/// A name that is not empty. What browsers say when there is none ("Submit Query") names nothing.
fn expectation(button: Element<'_>) -> Outcome {
    if button.accessible_name().is_empty() {
        return Outcome::failed("it has no `alt`, and nothing else names it");
    }
    Outcome::Passed
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
                (r#"<input type="image" alt="Search">"#, Expect::Passed),
                (r#"<label>Search <input type="IMAGE"></label>"#, Expect::Passed),
                (r#"<input type="image" title="Search">"#, Expect::Passed),
                (r#"<input type="image" value="Search">"#, Expect::Failed),
                (r#"<input type="image" alt="">"#, Expect::Failed),
                (r#"<input type="image" style="display:none">"#, Expect::Inapplicable),
                (r#"<input type="submit">"#, Expect::Inapplicable),
            ],
        );
    }
}
