//! What is hidden from assistive technologies tells nothing.
//!
//! ACT rule e88epe, <https://act-rules.github.io/rules/e88epe>.

use crate::page::{Certainty, Element, Naming, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "hidden-image-is-decorative",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &["e88epe"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Images hidden from screen readers must be decoration",
        why: "Whoever does not see the image does not even learn that there is one.",
        fix: "If the image tells something, say it in `alt` or in the text beside it. If it tells nothing, it is right as it is.",
        asks: "Screen readers pass over this image. Is it mere decoration?",
    },
    ar: Words {
        title: "يجب أن تكون الصور المخفية عن قارئات الشاشة للزينة فقط",
        why: "من لا يرى الصورة لا يعلم حتى بوجودها.",
        fix: "إن كانت الصورة تقول شيئًا فقُله في `alt` أو في النص بجانبها. وإن كانت لا تقول شيئًا فهي كما ينبغي.",
        asks: "تتخطّى قارئات الشاشة هذه الصورة. هل هي للزينة فقط؟",
    },
    fa: Words {
        title: "تصویرهایی که از صفحه‌خوان پنهان‌اند باید تزئینی باشند",
        why: "کسی که تصویر را نمی‌بیند حتی نمی‌فهمد تصویری هست.",
        fix: "اگر تصویر چیزی می‌گوید، آن را در `alt` یا در متن کنارش بگویید. اگر چیزی نمی‌گوید، همین درست است.",
        asks: "صفحه‌خوان از این تصویر می‌گذرد. آیا فقط تزئینی است؟",
    },
    good: &[r#"<img src="chart.png" alt="Sales doubled in May">"#],
    bad: &[r#"<figure><img src="chart.png" alt=""><figcaption>Figure 3</figcaption></figure>"#],
    check: Check::Each { applicability, expectation },
};

/// `img`, `canvas` and `svg` elements that can be seen, but are not in the accessibility tree or have no name there; not
/// in anything that is named by what is in it, and not without a picture.
fn applicability(element: Element<'_>) -> bool {
    let is_picture = (element.is("img") && has_picture(element))
        || (element.is("canvas") && element.children().next().is_none() && element.own_texts().next().is_none())
        || (element.is_svg("svg") && !is_part_of_another(element));
    is_picture
        && element.visible() != Certainty::No
        && is_passed_over(element)
        && !element.flat_lineage().skip(1).any(is_named_by_contents)
}

/// A drawing within a drawing, or a file that a frame shows, which has its name there.
fn is_part_of_another(drawing: Element<'_>) -> bool {
    match drawing.parent() {
        Some(parent) => parent.is_svg(parent.name()),
        None => drawing.frame().and_then(Element::framed) == Some(drawing),
    }
}

/// What has words of its own beside the image, or lacks a name, which is for other rules.
fn is_named_by_contents(around: Element<'_>) -> bool {
    around.is("label") || around.is("summary") || around.role().naming() == Naming::Contents
}

/// An address, and not that of a pixel that only counts visits.
fn has_picture(image: Element<'_>) -> bool {
    let is_dot = ["width", "height"].iter().any(|side| matches!(image.attribute(side), Some("0" | "1")));
    let has = |name| image.attribute(name).is_some_and(|source| !source.trim_ascii().is_empty());
    !is_dot && (has("src") || has("srcset"))
}

/// Nothing is said of it. What lacks a name and needs one is for other rules; a drawing with words in it says these.
fn is_passed_over(image: Element<'_>) -> bool {
    if image.is_programmatically_hidden() || image.role() == Role::None {
        return true;
    }
    let has_words = || image.descendants().any(|part| part.is_svg("text") || part.is_svg("foreignObject"));
    !image.is("img") && image.explicit_role().is_none() && image.accessible_name().is_empty() && !has_words()
}

/// A caption is the first or the last of few; a figure of a thousand images is not worth a thousand looks.
const MANY: usize = 20;

/// Nobody but a person can tell what an image tells.
fn expectation(image: Element<'_>) -> Outcome {
    let has_caption = image
        .flat_lineage()
        .skip(1)
        .take(3)
        .any(|around| around.is("figure") && around.children().take(MANY).any(|child| child.is("figcaption")));
    if has_caption {
        return Outcome::needs_review(
            "Screen readers pass over this image, but it has a caption. Is it mere decoration?",
        );
    }
    Outcome::needs_review("Screen readers pass over this image. Is it mere decoration?")
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
                ("<img src=a alt=''>", Expect::NeedsReview),
                ("<img src=a aria-hidden=true>", Expect::NeedsReview),
                ("<img src=a alt=Cat role=none>", Expect::NeedsReview),
                ("<p aria-hidden=true><img src=a alt=Cat></p>", Expect::NeedsReview),
                ("<svg><circle r=9 /></svg>", Expect::NeedsReview),
                ("<canvas></canvas>", Expect::NeedsReview),
                ("<img src=a alt=Cat>", Expect::Inapplicable),
                ("<img src=a>", Expect::Inapplicable),
                ("<img src=a alt='' hidden>", Expect::Inapplicable),
                ("<img alt=''>", Expect::Inapplicable),
                ("<img src=pixel.gif width=1 height=1 alt=''>", Expect::Inapplicable),
                ("<a href=x><img src=a alt=''>Cats</a>", Expect::Inapplicable),
                ("<button><svg><circle r=9 /></svg>Stop</button>", Expect::Inapplicable),
                ("<label><svg><circle r=9 /></svg><input type=checkbox aria-label=Menu></label>", Expect::Inapplicable),
                ("<svg><title>Cat</title></svg>", Expect::Inapplicable),
                ("<svg role=img><circle r=9 /></svg>", Expect::Inapplicable),
                ("<svg><text>Cat</text></svg>", Expect::Inapplicable),
                ("<canvas><p>Three of five</p></canvas>", Expect::Inapplicable),
                ("<img src=a alt='' style='opacity:0'>", Expect::Inapplicable),
            ],
        );
    }
}
