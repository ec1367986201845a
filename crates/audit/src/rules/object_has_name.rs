//! Objects that show a picture or play something have an accessible name.

use crate::nameless;
use crate::page::{Element, Engine, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "object-has-name",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &["8fc3b6"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Objects that show a picture or play something must have an accessible name",
        why: "A screen reader says nothing, or \"embedded object\", where others see a picture or hear a sound.",
        fix: "Say in `aria-label` or `title` what the object shows or plays. What stands in `<object>` is read only where it cannot be shown.",
        asks: "Does a screen reader say what this object shows or plays? What is really shown here only a browser knows.",
    },
    ar: Words {
        title: "يجب أن يكون للكائنات التي تعرض صورة أو تشغّل شيئًا اسم مُتاح",
        why: "لا يقول قارئ الشاشة شيئًا، أو يقول «كائن مضمّن»، بينما يرى الآخرون صورة أو يسمعون صوتًا.",
        fix: "قل في `aria-label` أو `title` ما يعرضه الكائن أو يشغّله. ما بداخل `<object>` لا يُقرأ إلا إذا تعذّر عرضه.",
        asks: "هل يقول قارئ الشاشة ما يعرضه هذا الكائن أو يشغّله؟ ما يُعرض هنا فعلًا لا يعرفه إلا المتصفح.",
    },
    fa: Words {
        title: "شیءهایی که تصویر نشان می‌دهند یا چیزی پخش می‌کنند باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان هیچ نمی‌گوید یا می‌گوید «شیء جاسازی‌شده»، در حالی که دیگران تصویری می‌بینند یا صدایی می‌شنوند.",
        fix: "در `aria-label` یا `title` بگویید چه نشان می‌دهد یا پخش می‌کند. آنچه داخل `<object>` است فقط وقتی خوانده می‌شود که نمایش ممکن نباشد.",
        asks: "آیا صفحه‌خوان می‌گوید این شیء چه نشان می‌دهد یا پخش می‌کند؟ اینکه واقعاً چه نمایش داده می‌شود را فقط مرورگر می‌داند.",
    },
    good: &[r#"<object data="harbour.jpg" aria-label="The harbour at night"></object>"#],
    bad: &[r#"<object data="harbour.jpg"></object>"#],
    check: Check::Each { applicability, expectation },
};

/// What an object shows, as far as markup tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A picture, a sound or a film.
    Media,
    /// SVG is a document with a name of its own, and its MIME type is that of an image.
    Drawing,
    Other,
}

/// `object` elements that hold an image, audio or video, have no role of another kind and are in the accessibility tree
/// (<https://act-rules.github.io/rules/8fc3b6>). In a browser it is
/// known whether it is shown, or what stands in it for others.
fn applicability(element: Element<'_>) -> bool {
    element.is("object")
        && element.role() == Role::Unmapped
        && kinds(element).any(|kind| kind != Kind::Other)
        && element.is_in_accessibility_tree()
        && (element.page().engine() == Engine::Html || is_shown_by_browser(element))
}

/// Whether it has a box, and what stands in it has none.
fn is_shown_by_browser(object: Element<'_>) -> bool {
    object.rect().is_some_and(|rect| !rect.is_empty()) && !object.descendants().any(|part| part.rect().is_some())
}

/// A name that can be heard. Where the object holds something for browsers that cannot show it, which of the two is shown
/// only a browser knows.
fn expectation(object: Element<'_>) -> Outcome {
    let outcome = nameless::outcome(object, "it has neither `aria-label` nor `title`");
    let is_shown = object.page().engine() == Engine::Browser || !nameless::is_filled(object);
    let is_certain = is_shown && kinds(object).all(|kind| kind == Kind::Media);
    match outcome {
        Outcome::Failed(_) if !is_certain => Outcome::needs_review(
            "Does a screen reader say what this object shows or plays? What is really shown here only a browser knows.",
        ),
        outcome => outcome,
    }
}

/// What the address says, and what `type` says (HTML, the object element,
/// <https://html.spec.whatwg.org/multipage/iframe-embed-object.html#the-object-element>): what the server says, which
/// counts for more, is not known.
fn kinds(object: Element<'_>) -> impl Iterator<Item = Kind> {
    let data = object.attribute("data").map(str::trim).filter(|data| !data.is_empty());
    let of_data = data.and_then(|data| match data.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("data") => Some(of_type(rest)),
        _ => of_address(data),
    });
    let of_type = object.attribute("type").filter(|kind| data.is_some() && !kind.trim().is_empty()).map(of_type);
    of_data.into_iter().chain(of_type)
}

fn of_type(kind: &str) -> Kind {
    let kind = kind.trim_ascii_start().to_ascii_lowercase();
    match kind.split('/').next() {
        Some("image") if kind.starts_with("image/svg") => Kind::Drawing,
        Some("image" | "audio" | "video") => Kind::Media,
        _ => Kind::Other,
    }
}

/// By the ending of the path; `None` if it has none that is known.
fn of_address(address: &str) -> Option<Kind> {
    const MEDIA: &[&str] = &[
        "aac", "apng", "avif", "bmp", "flac", "gif", "ico", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4", "mpeg",
        "mpg", "oga", "ogg", "ogv", "opus", "png", "tif", "tiff", "wav", "weba", "webm", "webp",
    ];
    const OTHER: &[&str] = &["htm", "html", "js", "json", "pdf", "swf", "txt", "xhtml", "xml"];
    let path = address.split(['?', '#']).next()?;
    let ending = path.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    match ending.as_str() {
        "svg" | "svgz" => Some(Kind::Drawing),
        ending if MEDIA.binary_search(&ending).is_ok() => Some(Kind::Media),
        ending => OTHER.binary_search(&ending).is_ok().then_some(Kind::Other),
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
                ("<object data=a.jpg title=Harbour></object>", Expect::Passed),
                ("<object data=a.mp3 aria-label=Waves></object>", Expect::Passed),
                ("<h2 id=h>Harbour</h2><object data=a.png aria-labelledby=h></object>", Expect::Passed),
                ("<object data=a.jpg title=Harbour><a href=b>b</a></object>", Expect::Passed),
                ("<object data=a.jpg></object>", Expect::Failed),
                ("<object data='a.JPG?size=9#x'></object>", Expect::Failed),
                ("<object data=/film type=video/mp4></object>", Expect::Failed),
                ("<object data='data:image/png;base64,'></object>", Expect::Failed),
                ("<object data=a.jpg alt=Harbour></object>", Expect::Failed),
                ("<object data=a.jpg>Harbour</object>", Expect::NeedsReview),
                ("<object data=a.jpg><img src=a.gif alt=Harbour></object>", Expect::NeedsReview),
                ("<object data=a.html type=image/png></object>", Expect::NeedsReview),
                ("<object data=a.svg></object>", Expect::NeedsReview),
                ("<object data=a.html></object>", Expect::Inapplicable),
                ("<object data=a.pdf type=application/pdf></object>", Expect::Inapplicable),
                ("<object data=/what></object>", Expect::Inapplicable),
                ("<object type=image/png></object>", Expect::Inapplicable),
                ("<object data=a.jpg hidden></object>", Expect::Inapplicable),
                ("<object data=a.jpg aria-hidden=true></object>", Expect::Inapplicable),
                ("<object data=a.jpg role=img></object>", Expect::Inapplicable),
                ("<object data=a.jpg role=none></object>", Expect::Inapplicable),
            ],
        );
    }
}
