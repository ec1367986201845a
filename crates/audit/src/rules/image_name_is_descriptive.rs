//! The name of an image says what it shows.
//!
//! ACT rule qt1vmo, <https://act-rules.github.io/rules/qt1vmo>; WCAG 2.2 failure F30,
//! <https://www.w3.org/WAI/WCAG22/Techniques/failures/F30>.

use crate::page::{Certainty, Element, Naming, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "image-name-is-descriptive",
    criteria: &[wcag::NON_TEXT_CONTENT],
    act: &["qt1vmo"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "The name of an image must say what it shows",
        why: "A screen reader reads out a file name or an empty word such as \"image\", and whoever listens learns nothing of the picture.",
        fix: "Say in `alt` what the picture tells in this place. If it tells nothing, write `alt=\"\"`.",
        asks: "Does the name of this image say what the image shows?",
    },
    ar: Words {
        title: "يجب أن يقول اسم الصورة ما فيها",
        why: "يقرأ قارئ الشاشة اسم ملف أو كلمة فارغة مثل «صورة»، فلا يعرف السامع شيئًا عمّا فيها.",
        fix: "اكتب في `alt` ما تقوله الصورة في هذا الموضع. وإن كانت لا تقول شيئًا فاكتب `alt=\"\"`.",
        asks: "هل يقول اسم هذه الصورة ما يظهر فيها؟",
    },
    fa: Words {
        title: "نام تصویر باید بگوید در آن چیست",
        why: "صفحه‌خوان نام فایل یا واژه‌ای بی‌معنا مثل «تصویر» را می‌خواند و شنونده از خود تصویر چیزی دستگیرش نمی‌شود.",
        fix: "در `alt` بنویسید تصویر در این جا چه می‌گوید. اگر چیزی نمی‌گوید `alt=\"\"` بنویسید.",
        asks: "آیا نام این تصویر می‌گوید در آن چه دیده می‌شود؟",
    },
    good: &[r#"<img src="DSC0001.jpg" alt="The harbour at night">"#],
    bad: &[r#"<img src="DSC0001.jpg" alt="DSC0001.jpg">"#, r#"<img src="hero.jpg" alt="Image description">"#],
    check: Check::Each { applicability, expectation },
};

/// `img`, `canvas` and `svg` elements that can be seen, are in the accessibility tree and have a name.
fn applicability(element: Element<'_>) -> bool {
    (element.is("img") || element.is("canvas") || element.is_svg("svg"))
        && element.role() != Role::None
        && !element.is_programmatically_hidden()
        && element.visible() != Certainty::No
        && !element.accessible_name().is_empty()
}

/// A name that is neither a file's nor a word that stands where a description should.
fn expectation(image: Element<'_>) -> Outcome {
    let name = image.accessible_name().to_lowercase();
    let said = name.trim_matches(|c: char| !c.is_alphanumeric());
    let file = image.file_name();
    let is_alone = around(image).is_none();
    let stem = file.rsplit_once('.').map_or(&*file, |(stem, _)| stem);
    let failed = |what: &str| Outcome::failed(format!("its name, `{}`, {what}", image.accessible_name()));
    if has_image_extension(&name) && !name.contains(char::is_whitespace) {
        // In a list of files the name of a picture may be the name of its file.
        return if last_segment(&name) == file && is_alone {
            failed("is that of its file")
        } else {
            Outcome::needs_review("Is the name of a file the best description of this image?")
        };
    }
    if is_alone && is_numbered_by_camera(&name) {
        return failed("is the number a camera gave it");
    }
    if is_alone && (LEFT_OVER.contains(&said) || said.starts_with("lorem ipsum")) {
        return failed("was never replaced by a description");
    }
    let kind = said.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace());
    // An icon may well mean "photo"; a photo never tells that it is one.
    let is_photo = [".jpg", ".jpeg", ".avif", ".heic"].iter().any(|end| file.ends_with(end));
    if is_alone && is_photo && PHOTOS.contains(&kind) {
        return failed("only says that it is one");
    }
    if [PHOTOS, KINDS, LEFT_OVER].iter().any(|words| words.contains(&kind)) || is_numbered_by_camera(&name) {
        return Outcome::needs_review("Does this name say more than that there is an image?");
    }
    let is_code = !name.contains(char::is_whitespace) && name.contains(['_', '-', '%']) && name == stem;
    if is_code {
        return Outcome::needs_review("Does this name, which is that of the file, describe the image?");
    }
    if is_other_logo(stem, &name) {
        return Outcome::needs_review("Is this the logo of what the name says? The name of its file says otherwise.");
    }
    Outcome::Passed
}

/// What was to be replaced and was not.
const LEFT_OVER: &[&str] = &[
    "alt text",
    "alternative text",
    "description of image",
    "image alt",
    "image alt text",
    "image description",
    "img alt",
    "insert alt text here",
    "نص بديل",
    "النص البديل",
    "وصف الصورة",
    "متن جایگزین",
    "توضیح تصویر",
    "توضیحات تصویر",
    "لورم ایپسوم",
];

/// What a photo is, not what it shows.
const PHOTOS: &[&str] = &[
    "bild",
    "foto",
    "image",
    "imagen",
    "img",
    "photo",
    "photograph",
    "pic",
    "picture",
    "صورة",
    "صوره",
    "تصویر",
    "عکس",
];

/// What may be a kind of image, or the work of a program, and may be meant.
const KINDS: &[&str] = &[
    "alt",
    "blank",
    "graphic",
    "icon",
    "jpeg",
    "jpg",
    "logo",
    "null",
    "placeholder",
    "placeholder image",
    "png",
    "spacer",
    "thumbnail",
    "undefined",
    "untitled",
    "أيقونة",
    "بدون عنوان",
    "بلا عنوان",
    "بی‌عنوان",
    "رسم",
    "شعار",
    "آیکون",
    "لوگو",
    "نگاره",
];

/// What stands around it and is named by what is in it: there the name serves something else.
fn around(image: Element<'_>) -> Option<Element<'_>> {
    image.flat_lineage().skip(1).find(|around| around.is("label") || around.role().naming() == Naming::Contents)
}

fn has_image_extension(name: &str) -> bool {
    const ENDS: &[&str] = &["avif", "bmp", "gif", "heic", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp"];
    name.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && ENDS.contains(&end))
}

fn last_segment(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// `DSC0001`, `IMG_20240131_1530`: letters that cameras and phones use, and digits.
fn is_numbered_by_camera(name: &str) -> bool {
    const CAMERAS: &[&str] = &["dsc_", "dsc0", "dscf", "dscn", "gopr", "img-20", "img_", "imgp", "pxl_20", "mvimg_"];
    let rest = CAMERAS.iter().find_map(|camera| name.strip_prefix(camera));
    rest.is_some_and(|rest| rest.len() >= 3 && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_'))
}

/// Both are called a logo, and share no other word.
fn is_other_logo(stem: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.map(str::to_owned).collect()
    };
    let (file, said) = (words(stem), words(name));
    let is_logo = |words: &[String]| words.len() > 1 && words.iter().any(|word| word == "logo");
    is_logo(&file) && is_logo(&said) && !file.iter().any(|word| word != "logo" && name.contains(word))
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
                (r#"<img src="cat.jpg" alt="cat">"#, Expect::Passed),
                (r#"<img src="a.jpg" alt="Photo of the crew, 1969">"#, Expect::Passed),
                (r#"<img src="shop-logo.png" alt="Shop logo">"#, Expect::Passed),
                (r#"<svg role="img"><title>Sales by month</title></svg>"#, Expect::Passed),
                (r#"<img src="media/DSC0001.JPG?w=9" alt="dsc0001.jpg">"#, Expect::Failed),
                (r#"<img src="x" alt="IMG_20240131_1530">"#, Expect::Failed),
                (r#"<img src="a.png" alt="[Alt text]">"#, Expect::Failed),
                (r#"<img src="a.png" alt="نص بديل">"#, Expect::Failed),
                (r#"<img src="a.jpg" alt="عکس">"#, Expect::Failed),
                (r#"<img src="a.jpg" alt="Image 1">"#, Expect::Failed),
                (r#"<img src="a.jpg" aria-label="(photo)">"#, Expect::Failed),
                (r#"<img src="1.png" alt="sunset.jpg">"#, Expect::NeedsReview),
                (r#"<img src="a.png" alt="Untitled">"#, Expect::NeedsReview),
                (r#"<a href="a"><img src="a.png" alt="IMG_1234"></a>"#, Expect::NeedsReview),
                (r#"<button><img src="a.svg" alt="Image description"></button>"#, Expect::NeedsReview),
                (r#"<a href="sunset.jpg"><img src="sunset.jpg" alt="sunset.jpg"></a>"#, Expect::NeedsReview),
                (r#"<img src="camera.svg" alt="Photo">"#, Expect::NeedsReview),
                (r#"<button><img src="a.jpg" alt="Image"></button>"#, Expect::NeedsReview),
                (r#"<img src="hero_banner-2.webp" alt="hero_banner-2">"#, Expect::NeedsReview),
                (r#"<img src="acme-logo.png" alt="Zenith logo">"#, Expect::NeedsReview),
                (r#"<img src="a.jpg" alt="">"#, Expect::Inapplicable),
                (r#"<img src="a.jpg">"#, Expect::Inapplicable),
                (r#"<img src="a.jpg" alt="image" hidden>"#, Expect::Inapplicable),
                (r#"<img src="a.jpg" alt="image" aria-hidden="true">"#, Expect::Inapplicable),
                (r#"<img src="a.jpg" alt="image" style="opacity:0">"#, Expect::Inapplicable),
                (r#"<img src="a.jpg" alt="image" role="none">"#, Expect::Inapplicable),
            ],
        );
    }
}
