//! Images have an accessible name, or are marked as decorative.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "image-has-name",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &["23a2a8"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Images must have an accessible name",
        why: "A screen reader says the file name, or nothing, where others see the picture.",
        fix: "Say in `alt` what the image tells. If it tells nothing, write `alt=\"\"`.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يكون للصور اسم مُتاح",
        why: "يقول قارئ الشاشة اسم الملف أو لا يقول شيئًا، بينما يرى الآخرون الصورة.",
        fix: "اكتب في `alt` ما تقوله الصورة. وإن كانت لا تقول شيئًا فاكتب `alt=\"\"`.",
        asks: "",
    },
    fa: Words {
        title: "تصویرها باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان نام فایل را می‌خواند یا هیچ نمی‌گوید، در حالی که دیگران تصویر را می‌بینند.",
        fix: "در `alt` بنویسید تصویر چه می‌گوید. اگر چیزی نمی‌گوید `alt=\"\"` بنویسید.",
        asks: "",
    },
    good: &[r#"<img src="harbour.jpg" alt="The harbour at night">"#, r#"<img src="line.png" alt="">"#],
    bad: &[r#"<img src="harbour.jpg">"#],
    check: Check::Each { applicability, expectation },
};

/// HTML `img` elements and whatever has the role of an image, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    let is_image = element.is("img") && element.explicit_role().is_none_or(|role| role == Role::None);
    (is_image || (element.namespace() == Namespace::Html && element.role() == Role::Img))
        && !element.is_programmatically_hidden()
}

/// A name that is not empty, or the role of decoration.
fn expectation(image: Element<'_>) -> Outcome {
    if image.role() == Role::None || !image.accessible_name().is_empty() {
        return Outcome::Passed;
    }
    Outcome::failed(match image.attribute("alt") {
        None => "it has no `alt`, and nothing else names it",
        Some("") => "its `alt` is empty, but it is not decoration: it can be focused or has ARIA attributes",
        Some(_) => "its `alt` holds nothing but spaces",
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
                (r#"<img alt="A harbour at night">"#, Expect::Passed),
                (r#"<img alt="">"#, Expect::Passed),
                (r#"<img role="none" alt="x">"#, Expect::Passed),
                (r#"<span id="l">Harbour</span><img aria-labelledby="l">"#, Expect::Passed),
                (r#"<img title="Harbour">"#, Expect::Passed),
                (r#"<div role="img" aria-label="Three of five stars"></div>"#, Expect::Passed),
                (r#"<img src="a.png">"#, Expect::Failed),
                (r#"<img alt=" ">"#, Expect::Failed),
                (r#"<img alt="" tabindex="0">"#, Expect::Failed),
                (r#"<div role="img"></div>"#, Expect::Failed),
                (r#"<div role="image"></div>"#, Expect::Failed),
                (r#"<img aria-labelledby="nowhere">"#, Expect::Failed),
                (r#"<img aria-hidden="true">"#, Expect::Inapplicable),
                (r#"<p aria-hidden="true"><img></p>"#, Expect::Inapplicable),
                (r#"<img role="button">"#, Expect::Inapplicable),
                ("<svg><circle/></svg>", Expect::Inapplicable),
            ],
        );
    }
}
