//! Words are text, not pictures of text.
//!
//! ACT rule 0va7u6, <https://act-rules.github.io/rules/0va7u6>.

use crate::page::{Certainty, Element, Observation};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "image-has-no-text",
    criteria: &[wcag::IMAGES_OF_TEXT, wcag::IMAGES_OF_TEXT_NO_EXCEPTION],
    act: &["0va7u6"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Words must be text, not pictures of text",
        why: "Whoever needs larger letters, other colours or another font gets a blur; a picture cannot be translated or searched either.",
        fix: "Write the words as text and style them. Logos, and pictures in which words are only part of the scene, may stay.",
        asks: "Are there words in this image that could be text?",
    },
    ar: Words {
        title: "يجب أن تكون الكلمات نصًّا لا صورة نص",
        why: "من يحتاج إلى حروف أكبر أو ألوان أخرى أو خط آخر لا يجد إلا صورة ضبابية، ولا يمكن ترجمتها ولا البحث فيها.",
        fix: "اكتب الكلمات نصًّا ونسّقها. ويجوز إبقاء الشعارات والصور التي لا تكون الكلمات فيها إلا جزءًا من المشهد.",
        asks: "هل في هذه الصورة كلمات يمكن أن تكون نصًّا؟",
    },
    fa: Words {
        title: "واژه‌ها باید متن باشند، نه تصویر متن",
        why: "کسی که حروف بزرگ‌تر، رنگ دیگر یا قلم دیگری لازم دارد فقط تصویری تار می‌بیند؛ تصویر را نه می‌توان ترجمه کرد و نه جست‌وجو.",
        fix: "واژه‌ها را به شکل متن بنویسید و سبک بدهید. نشان‌ها، و تصویرهایی که نوشته در آن‌ها فقط بخشی از صحنه است، می‌توانند بمانند.",
        asks: "آیا در این تصویر نوشته‌ای هست که می‌توانست متن باشد؟",
    },
    good: &[r#"<h1 style="font-style:italic">Spring sale</h1>"#],
    bad: &[r#"<img src="img/sale-banner.png" alt="Spring sale! Everything is half the price until Sunday">"#],
    check: Check::Each { applicability, expectation },
};

/// Images of pixels that can be seen and may hold words: their file or their name speaks for it. Logos may.
fn applicability(element: Element<'_>) -> bool {
    if shows_its_words(element) {
        return true;
    }
    if element.shown_file().is_none() {
        return false;
    }
    let file = element.file_name();
    is_pixels(&file) && !file.contains("logo") && may_hold_words(element, &file) && element.visible() != Certainty::No
}

fn is_pixels(file: &str) -> bool {
    const ENDS: &[&str] = &[".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".webp"];
    ENDS.iter().any(|end| file.ends_with(end))
}

/// A word in the name of the file, or a name that is a sentence said to the reader.
fn may_hold_words(image: Element<'_>, file: &str) -> bool {
    const HINTS: &[&str] = &[
        "banner",
        "btn",
        "button",
        "flyer",
        "headline",
        "heading",
        "infographic",
        "letter",
        "menu",
        "quote",
        "slogan",
        "text",
        "title",
        "word",
    ];
    let alt = image.attribute("alt").unwrap_or_default();
    let calls = alt.contains(['!', '؟', '?', '%', '٪']) || alt.contains('«');
    HINTS.iter().any(|hint| file.contains(hint)) || calls || alt.split_whitespace().count() >= 12
}

/// The browser has found the words of its alternative in it, letter by letter.
fn shows_its_words(element: Element<'_>) -> bool {
    element.observations().contains(&Observation::ShowsItsWords)
}

/// Words that are part of a logo may be drawn: what says that it is one, and what stands alone in a link or a heading, where
/// the name of a house does.
fn may_be_logo(image: Element<'_>) -> bool {
    let says_so = |text: &str| ["logo", "brand"].iter().any(|word| text.to_lowercase().contains(word));
    let around = || image.flat_lineage().take(3);
    let says = around().any(|one| ["id", "class", "src"].iter().filter_map(|name| one.attribute(name)).any(says_so));
    let stands_alone = around().skip(1).any(|one| one.is("a") || one.heading_level().is_some() || one.is("header"));
    says || stands_alone || image.attribute("alt").is_some_and(says_so)
}

/// A sentence and nothing else could be text, unless it is a logo. Otherwise nobody but a person can tell.
fn expectation(element: Element<'_>) -> Outcome {
    if shows_its_words(element) && !may_be_logo(element) {
        return Outcome::failed("it shows the words of its alternative, and nothing else");
    }
    Outcome::needs_review("Are there words in this image that could be text?")
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
                ("<img src='a/header-text.png' alt='Opening hours'>", Expect::NeedsReview),
                ("<img src=a.jpg alt='Fresh bread every day!'>", Expect::NeedsReview),
                ("<input type=image src=btn_send.gif alt=Send>", Expect::NeedsReview),
                ("<object data=banner.png></object>", Expect::NeedsReview),
                ("<h1 style='background:url(\"title.png\")'></h1>", Expect::NeedsReview),
                ("<h1 style='background:url(harbour.png)'></h1>", Expect::Inapplicable),
                ("<img src=harbour.jpg alt='The harbour at night'>", Expect::Inapplicable),
                ("<img src=text.svg alt='Opening hours'>", Expect::Inapplicable),
                ("<img src=logo-text.png alt=Acme>", Expect::Inapplicable),
                ("<img src=banner.png alt=Sale hidden>", Expect::Inapplicable),
                ("<input src=btn.gif>", Expect::Inapplicable),
            ],
        );
    }
}
