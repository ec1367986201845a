//! What is hidden from assistive technologies tells nothing.
//!
//! ACT rule e88epe, <https://act-rules.github.io/rules/e88epe>.

use crate::page::{Certainty, Element, Naming, NodeId, Piece, Role, folded_words};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
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

/// Nobody but a person can tell what an image tells, unless the page itself says that it tells something.
fn expectation(image: Element<'_>) -> Outcome {
    if let Some(alt) = unheard_alt(image) {
        return Outcome::failed(format!(
            "its `alt` says that it tells something, {}, which its role keeps from screen readers",
            quoted(alt)
        ));
    }
    if let Some(text) = announcing(image) {
        return Outcome::failed(format!("{} announces it, and screen readers find nothing there", quoted(&text)));
    }
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

/// What `alt` says of an image whose role says that it tells nothing, where the text around does not say it (ARIA in HTML:
/// that role is for an empty `alt` or none, <https://www.w3.org/TR/html-aria/#el-img>). One word may be there for a linter.
fn unheard_alt(image: Element<'_>) -> Option<&str> {
    const DECORATION: &[&str] = &[
        "background",
        "banner",
        "border",
        "bullet",
        "decoration",
        "decorative",
        "divider",
        "icon",
        "image",
        "ornament",
        "picture",
        "placeholder",
        "separator",
        "spacer",
    ];
    let alt = image.attribute("alt").filter(|_| image.is("img") && image.explicit_role() == Some(Role::None))?;
    let words = folded_words(alt);
    let is_decoration = words.iter().any(|word| DECORATION.contains(&word.as_str()));
    if words.len() < 2 || is_decoration || alt.contains(['/', '_', '.']) || image.has_attribute("aria-hidden") {
        return None;
    }
    let said = folded_words(&image.flat_lineage().last()?.visible_inner_text());
    (!words.iter().all(|word| said.contains(word))).then_some(alt)
}

/// The text right before an image that ends in a colon, where the image is all that follows.
fn announcing(image: Element<'_>) -> Option<String> {
    let page = image.page();
    let around: Vec<NodeId> = image.flat_lineage().map(Element::id).collect();
    let is_nothing = |piece: &Piece<'_>| match piece {
        Piece::Text(around, text) => text.trim().is_empty() || !around.has_visible_text(),
        Piece::Element(element) => !says_more(*element),
    };
    let text = page.pieces_before(image.id()).find_map(|piece| match piece {
        Piece::Element(element) if says_more(element) => Some(None),
        Piece::Text(element, text) if !text.trim().is_empty() && element.has_visible_text() => {
            Some(Some((element, text)))
        }
        _ => None,
    });
    let (element, text) = text.flatten()?;
    let text = text.trim();
    let is_near =
        element.parent().is_some_and(|parent| around.contains(&parent.id())) || around.contains(&element.id());
    let is_phrase = text.ends_with([':', '：']) && folded_words(text).len() >= 2;
    let is_inside = |piece: &Piece<'_>| {
        let (Piece::Element(element) | Piece::Text(element, _)) = piece;
        element.flat_lineage().any(|at| at == image)
    };
    let is_last = page.pieces_after(image.id()).filter(|piece| !is_inside(piece)).all(|piece| is_nothing(&piece));
    (is_phrase && is_near && is_last && page.stays_as_it_is()).then(|| text.to_owned())
}

/// Anything besides text that could be what is announced.
fn says_more(element: Element<'_>) -> bool {
    const NAMES: &[&str] = &[
        "a", "audio", "button", "canvas", "embed", "hr", "iframe", "img", "input", "math", "object", "select", "svg",
        "table", "textarea", "video",
    ];
    NAMES.contains(&element.name())
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
                ("<img src=a alt='Cat on a roof' role=none>", Expect::Failed),
                ("<img src=a alt='Cat on a roof' role=presentation><p>My cat</p>", Expect::Failed),
                ("<img src=a alt='Cat on a roof' role=none><p>On a roof: the cat</p>", Expect::NeedsReview),
                ("<img src=a alt='Decorative line' role=none>", Expect::NeedsReview),
                ("<img src=a alt='cat on_roof.jpg' role=none>", Expect::NeedsReview),
                ("<img src=a alt='Cat on a roof' aria-hidden=true>", Expect::NeedsReview),
                ("<p>The best drawing:</p><svg><circle r=9 /></svg>", Expect::Failed),
                ("<p>أفضل رسم:</p><svg><circle r=9 /></svg>", Expect::Failed),
                ("<p>The best drawing:</p><svg><circle r=9 /></svg><p>Round</p>", Expect::NeedsReview),
                ("<p>The best drawing:</p><svg><circle r=9 /></svg><input aria-label=a>", Expect::NeedsReview),
                ("<p>The best drawing</p><svg><circle r=9 /></svg>", Expect::NeedsReview),
                ("<p>The best drawing:</p><svg><circle r=9 /></svg><script>x()</script>", Expect::NeedsReview),
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
