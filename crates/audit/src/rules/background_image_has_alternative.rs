//! What a background image tells is also said in words.

use crate::page::{Certainty, Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "background-image-has-alternative",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What a background image tells must also be said in words",
        why: "Screen readers know nothing of background images, and high contrast modes take many of them away.",
        fix: "Use `img` with an `alt`, or give the element `role=\"img\"` and an `aria-label`. If the image tells nothing, it is right as it is.",
        asks: "This element is empty but for a background image. Is the image mere decoration?",
    },
    ar: Words {
        title: "ما تقوله صورة الخلفية يجب أن يُقال بالكلمات أيضًا",
        why: "لا تعرف قارئات الشاشة شيئًا عن صور الخلفية، وأنماط التباين العالي تزيل كثيرًا منها.",
        fix: "استعمل `img` مع `alt`، أو أعطِ العنصر `role=\"img\"` و`aria-label`. وإن كانت الصورة لا تقول شيئًا فهي كما ينبغي.",
        asks: "هذا العنصر فارغ إلا من صورة خلفية. هل هي للزينة فقط؟",
    },
    fa: Words {
        title: "آنچه تصویر پس‌زمینه می‌گوید باید با واژه هم گفته شود",
        why: "صفحه‌خوان از تصویر پس‌زمینه خبر ندارد و حالت‌های کنتراست بالا بسیاری از آن‌ها را برمی‌دارند.",
        fix: "از `img` با `alt` استفاده کنید، یا به عنصر `role=\"img\"` و `aria-label` بدهید. اگر تصویر چیزی نمی‌گوید، همین درست است.",
        asks: "این عنصر جز تصویر پس‌زمینه چیزی ندارد. آیا تصویر فقط تزئینی است؟",
    },
    good: &[r#"<div role="img" aria-label="Our shop by the harbour" style="background-image:url(shop.jpg)"></div>"#],
    bad: &[r#"<div class="photo" style="background-image:url(shop.jpg)"></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Empty elements that can be seen and do not say that they tell nothing, with the address of a background image in their `style`, unless something around them
/// is named by its words. Sheets paint what many places share; what stands in `style` is chosen for one place.
fn applicability(element: Element<'_>) -> bool {
    let css = element.attribute("style").unwrap_or_default();
    css.contains("url(")
        && css.contains("background")
        && element.style().has_background_image
        && element.children().next().is_none()
        && !element.own_texts().any(|(_, text)| !text.trim().is_empty())
        && element.visible() != Certainty::No
        && !element.is_programmatically_hidden()
        && !element.is("img")
        && !matches!(element.role(), Role::Img | Role::None)
        && !is_named(element)
}

/// It has a name, or a link or control around it has.
fn is_named(element: Element<'_>) -> bool {
    let has_name = |element: Element<'_>| !element.accessible_name().is_empty() || element.has_attribute("title");
    has_name(element)
        || element.flat_lineage().skip(1).any(|around| {
            (around.role().is_widget() || around.role() == Role::Link) && !around.accessible_name().is_empty()
        })
}

/// Nobody but a person can tell what an image tells.
fn expectation(_: Element<'_>) -> Outcome {
    Outcome::needs_review("This element is empty but for a background image. Is the image mere decoration?")
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
                ("<div style='background:url(a.jpg)'></div>", Expect::NeedsReview),
                ("<a href=x><span style='background:url(a.jpg)'></span></a>", Expect::NeedsReview),
                ("<a href=x><span style='background:url(a.jpg)'></span>Home</a>", Expect::Inapplicable),
                ("<div style='background:url(a.jpg)'>Welcome</div>", Expect::Inapplicable),
                ("<div style='background:linear-gradient(red,blue)'></div>", Expect::Inapplicable),
                ("<div role=img aria-label=Shop style='background:url(a.jpg)'></div>", Expect::Inapplicable),
                ("<div aria-hidden=true style='background:url(a.jpg)'></div>", Expect::Inapplicable),
                ("<div role=presentation style='background:url(a.jpg)'></div>", Expect::Inapplicable),
                ("<img alt='' style='background:url(a.jpg)'>", Expect::Inapplicable),
                ("<div hidden style='background:url(a.jpg)'></div>", Expect::Inapplicable),
                ("<div></div>", Expect::Inapplicable),
            ],
        );
    }
}
