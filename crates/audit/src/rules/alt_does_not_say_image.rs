//! An `alt` does not begin with what every screen reader says by itself.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "alt-does-not-say-image",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "The alternative text of an image should not begin with \"image of\"",
        why: "A screen reader says \"image\" by itself, so whoever listens hears it twice, picture after picture.",
        fix: "Begin with what the image shows.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألّا يبدأ النص البديل بعبارة «صورة لـ»",
        why: "يقول قارئ الشاشة «صورة» من تلقاء نفسه، فيسمعها المستمع مرتين عند كل صورة.",
        fix: "ابدأ بما يظهر في الصورة.",
        asks: "",
    },
    fa: Words {
        title: "متن جایگزین نباید با «تصویری از» آغاز شود",
        why: "صفحه‌خوان خودش می‌گوید «تصویر»، و شنونده آن را برای هر تصویر دو بار می‌شنود.",
        fix: "با آنچه در تصویر دیده می‌شود آغاز کنید.",
        asks: "",
    },
    good: &[r#"<img src="harbour.jpg" alt="The harbour at night">"#],
    bad: &[r#"<img src="harbour.jpg" alt="Image of the harbour at night">"#],
    check: Check::Each { applicability, expectation },
};

/// In lower case. A photograph, a painting or a portrait may be worth saying.
const BEGINNINGS: &[&str] = &[
    "a picture of ",
    "an image of ",
    "bild von ",
    "graphic of ",
    "image of ",
    "image showing ",
    "imagen de un",
    "picture of ",
    "this image shows ",
    "تصویری از ",
    "صورة تظهر ",
    "صورة لـ",
    "صورة من ",
];

/// `img` elements in the accessibility tree with an `alt`.
fn applicability(element: Element<'_>) -> bool {
    element.is("img")
        && element.attribute("alt").is_some_and(|alt| !alt.is_empty())
        && element.role() == Role::Img
        && !element.is_programmatically_hidden()
}

fn expectation(image: Element<'_>) -> Outcome {
    let alt = image.attribute("alt").unwrap_or_default().trim().to_lowercase();
    match BEGINNINGS.iter().find(|beginning| alt.starts_with(**beginning)) {
        Some(beginning) => Outcome::failed(format!("its `alt` begins with `{}`", beginning.trim_end())),
        None => Outcome::Passed,
    }
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
                ("<img alt='The harbour'>", Expect::Passed),
                ("<img alt='Imagery from space'>", Expect::Passed),
                ("<img alt='تصویر ماهواره‌ای تهران'>", Expect::Passed),
                ("<img alt='صورة شخصية لسارة'>", Expect::Passed),
                ("<img alt=' Picture of the harbour'>", Expect::Failed),
                ("<img alt='تصویری از بندر'>", Expect::Failed),
                ("<img alt='صورة لـميناء'>", Expect::Failed),
                ("<img alt='Image of a wave' aria-hidden=true>", Expect::Inapplicable),
                ("<img alt=''>", Expect::Inapplicable),
                ("<img alt='Image of a wave' role=none>", Expect::Inapplicable),
            ],
        );
    }
}
