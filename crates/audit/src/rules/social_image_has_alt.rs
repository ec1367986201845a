//! Pictures that a page sends to social networks have a description.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "social-image-has-alt",
    // No part of the page as visitors get it, so no criterion of WCAG is about it: it is shown where the page is shared.
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Preview images for social networks should have a description",
        why: "Where the page is shared, a screen reader says \"image\" and nothing else.",
        fix: "Add `<meta property=\"og:image:alt\" content=\"…\">` behind the image and say in it what the image tells.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون لصور المعاينة في الشبكات الاجتماعية وصف",
        why: "حيث تُشارَك الصفحة يقول قارئ الشاشة «صورة» ولا شيء غير ذلك.",
        fix: "أضف `<meta property=\"og:image:alt\" content=\"…\">` بعد الصورة، واكتب فيه ما تقوله الصورة.",
        asks: "",
    },
    fa: Words {
        title: "تصویر پیش‌نمایش در شبکه‌های اجتماعی بهتر است توضیح داشته باشد",
        why: "هر جا صفحه را هم‌رسانی کنند، صفحه‌خوان فقط می‌گوید «تصویر».",
        fix: "پس از تصویر `<meta property=\"og:image:alt\" content=\"…\">` بیفزایید و در آن بنویسید تصویر چه می‌گوید.",
        asks: "",
    },
    good: &[
        r#"<meta property="og:image" content="/harbour.jpg"><meta property="og:image:alt" content="The harbour at night">"#,
    ],
    bad: &[r#"<meta property="og:image" content="/harbour.jpg">"#],
    check: Check::Page(check),
};

/// What an image and its description are called, by network. Both networks take the other one's.
const IMAGES: &[(&[&str], &str)] = &[
    (&["og:image", "og:image:url", "og:image:secure_url"], "og:image:alt"),
    (&["twitter:image", "twitter:image:src"], "twitter:image:alt"),
];

/// `meta` elements with an image for Open Graph (<https://ogp.me/#structured>) or Twitter cards. An Open Graph image has the
/// descriptions that follow it, up to the next image. A Twitter image without one takes that of Open Graph if it is the
/// same image or there is no other.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut images: Vec<Image<'_>> = Vec::new();
    let mut alts = [false; 2];
    for meta in page.elements().filter(|element| element.is("meta")) {
        let Some((name, content)) = name_and_content(meta) else { continue };
        for (network, (names, alt)) in IMAGES.iter().enumerate() {
            if name == *alt {
                alts[network] = true;
                // An alternative text in front of its image stands in the wrong place, and is found all the same by some.
                if let Some(image) = images.iter_mut().rev().find(|image| image.network == network) {
                    image.has_alt = true;
                }
            } else if names.contains(&name.as_str()) {
                let is_same =
                    |image: &Image<'_>| image.network == network && (name != names[0] || image.content == content);
                // `og:image:url` says again what `og:image` has said.
                if !images.last().is_some_and(is_same) {
                    images.push(Image { meta, network, content, has_alt: false });
                }
            }
        }
    }
    let outcome = |image: &Image<'_>| {
        let of_network = images.iter().filter(|other| other.network == image.network).count();
        let is_described = image.has_alt || (of_network == 1 && alts[image.network]) || alts[1 - image.network];
        if is_described {
            Outcome::Passed
        } else {
            Outcome::failed(format!("there is no `{}` for it", IMAGES[image.network].1))
        }
    };
    images.iter().map(|image| (image.meta, outcome(image))).collect()
}

struct Image<'p> {
    meta: Element<'p>,
    /// Which of [`IMAGES`].
    network: usize,
    content: &'p str,
    has_alt: bool,
}

fn name_and_content(meta: Element<'_>) -> Option<(String, &str)> {
    let name = meta.attribute("property").or_else(|| meta.attribute("name"))?.trim().to_ascii_lowercase();
    let content = meta.attribute("content").map(str::trim).filter(|content| !content.is_empty())?;
    Some((name, content))
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
                ("<meta property=og:image content=a><meta property=og:image:alt content=Harbour>", Expect::Passed),
                ("<meta property=og:image:alt content=Harbour><meta name=og:image content=a>", Expect::Passed),
                (
                    "<meta property=og:image content=a><meta property=og:image:url content=a><meta property=og:image:alt content=x>",
                    Expect::Passed,
                ),
                ("<meta name=twitter:image content=a><meta name=twitter:image:alt content=Harbour>", Expect::Passed),
                (
                    "<meta property=og:image content=a><meta property=og:image:alt content=x><meta name=twitter:image content=a>",
                    Expect::Passed,
                ),
                ("<meta property=og:image content=a>", Expect::Failed),
                ("<meta property=og:image content=a><meta property=og:image:alt content=' '>", Expect::Failed),
                ("<meta name=twitter:image content=a>", Expect::Failed),
                ("<meta name=twitter:image:src content=a>", Expect::Failed),
                (
                    "<meta property=og:image content=a><meta property=og:image content=b><meta property=og:image:alt content=x>",
                    Expect::Failed,
                ),
                ("<meta property=og:image content>", Expect::Inapplicable),
                ("<meta property=og:title content=a>", Expect::Inapplicable),
            ],
        );
    }
}
