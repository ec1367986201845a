//! Text that is read from right to left is laid out from right to left.

use crate::language::Script;
use crate::page::{Certainty, Element, Page, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "text-direction-matches",
    criteria: &[wcag::MEANINGFUL_SEQUENCE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Pages in Arabic, Persian, Urdu or Hebrew must run from right to left",
        why: "Full stops, brackets, numbers and foreign words jump to the wrong end of the line, and columns stand in the wrong order.",
        fix: "Write `dir=\"rtl\"` on `<html>`, and `dir=\"ltr\"` on the parts that are in other languages.",
        asks: "Do these words stand in the order they are read? They run from right to left in a part that runs from left to right: `dir=\"rtl\"` or `dir=\"auto\"` on it keeps full stops and numbers in place.",
    },
    ar: Words {
        title: "يجب أن تجري الصفحات العربية والفارسية والأردية والعبرية من اليمين إلى اليسار",
        why: "تقفز النقاط والأقواس والأرقام والكلمات الأجنبية إلى طرف السطر الخطأ، وتنعكس الأعمدة.",
        fix: "اكتب `dir=\"rtl\"` على `<html>`، و`dir=\"ltr\"` على الأجزاء المكتوبة بلغات أخرى.",
        asks: "هل تظهر هذه الكلمات بالترتيب الذي تُقرأ به؟ هي من اليمين إلى اليسار داخل جزء من اليسار إلى اليمين، و`dir=\"rtl\"` أو `dir=\"auto\"` يبقي النقاط والأرقام في مكانها.",
    },
    fa: Words {
        title: "صفحه‌های فارسی، عربی، اردو و عبری باید از راست به چپ چیده شوند",
        why: "نقطه، پرانتز، عدد و واژهٔ بیگانه به سر نادرست سطر می‌پرند و ستون‌ها وارونه می‌ایستند.",
        fix: "روی `<html>` بنویسید `dir=\"rtl\"` و روی بخش‌هایی که به زبان دیگری‌اند `dir=\"ltr\"`.",
        asks: "آیا این واژه‌ها به همان ترتیبی که خوانده می‌شوند ایستاده‌اند؟ راست‌به‌چپ‌اند و در بخشی چپ‌به‌راست آمده‌اند؛ `dir=\"rtl\"` یا `dir=\"auto\"` نقطه‌ها و عددها را سر جایشان نگه می‌دارد.",
    },
    good: &[
        r#"<html lang="ar" dir="rtl"><p>المكتبة مفتوحة كل يوم (من 9 إلى 17).</p></html>"#,
        r#"<html lang="en"><p>They say <q lang="fa">خوش آمدید</q> to everybody.</p></html>"#,
    ],
    bad: &[r#"<html lang="ar"><p>المكتبة مفتوحة كل يوم (من 9 إلى 17).</p></html>"#],
    check: Check::Page(check),
};

/// How many letters make a text whose direction matters: a few words.
const ENOUGH: usize = 15;

/// The page, where most letters are of a script that runs from right to left: most of them stand in elements whose
/// direction is that. Elsewhere each block with such a text is asked about.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let (mut all, mut right, mut wrong, mut doubtful) = (0, 0, 0, 0);
    let mut blocks = Vec::new();
    let visible = || page.elements().filter(|element| element.is(element.name()) && element.is_visible());
    if visible().all(|element| element.own_texts().all(|(_, text)| !text.chars().any(runs_from_right))) {
        return Vec::new();
    }
    for element in visible() {
        let letters = || element.own_texts().flat_map(|(_, text)| text.chars()).filter(|c| c.is_alphabetic());
        let own = letters().filter(|letter| runs_from_right(*letter)).count();
        all += letters().count();
        if own == 0 {
            continue;
        }
        right += own;
        let is_main = own * 4 >= letters().count() * 3 && own >= ENOUGH;
        match is_right_to_left(element) {
            Certainty::Yes => {}
            Certainty::No => {
                wrong += own;
                blocks.extend(Some(element).filter(|block| is_main && is_block(*block)));
            }
            Certainty::Unknown => doubtful += own,
        }
    }
    let is_page_of_it = right * 4 >= all * 3 && right >= ENOUGH;
    let Some(root) = page.root().filter(|_| is_page_of_it) else {
        return blocks.into_iter().map(|block| (block, Outcome::needs_review(RULE.en.asks))).collect();
    };
    let outcome = if wrong * 2 > right {
        Outcome::failed(
            "most of its letters run from right to left, and most of its text is laid out from left to right",
        )
    } else if (wrong + doubtful) * 2 > right {
        Outcome::needs_review("Does this page run from right to left? Its styles cannot be told.")
    } else {
        Outcome::Passed
    };
    vec![(root, outcome)]
}

fn runs_from_right(letter: char) -> bool {
    // Nothing before Hebrew does, which is most of what is asked.
    letter >= '\u{590}' && Script::of(letter).is_some_and(Script::is_right_to_left)
}

/// Whether its text begins at the right. `dir="auto"`, `bdi` and `unicode-bidi: plaintext` look at the text themselves.
fn is_right_to_left(element: Element<'_>) -> Certainty {
    let says =
        |element: Element<'_>, word: &str| element.attribute("dir").is_some_and(|said| said.eq_ignore_ascii_case(word));
    let looks_itself = |around: Element<'_>| {
        says(around, "auto")
            || (around.is("bdi") && !around.has_attribute("dir"))
            || around.style().get(Property::UnicodeBidi).is_some_and(|value| value.is("plaintext"))
    };
    let decides = |around: &Element<'_>| looks_itself(*around) || says(*around, "rtl") || says(*around, "ltr");
    let decisive = element.flat_lineage().find(decides);
    if decisive.is_some_and(looks_itself) {
        return Certainty::Yes;
    }
    match (element.style().get(Property::Direction), decisive) {
        (Some(direction), _) if direction.is("rtl") => Certainty::Yes,
        (Some(_), _) => Certainty::No,
        (None, Some(around)) if says(around, "rtl") => Certainty::Yes,
        (None, _) => Certainty::Unknown,
    }
}

fn is_block(element: Element<'_>) -> bool {
    element.style().get(Property::Display).is_some_and(|display| !display.is("inline") && !display.is("contents"))
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
                ("<html dir=rtl><p>این کتابخانه هر روز باز است.</p>", Expect::Passed),
                ("<body dir=RTL><p>המוזיאון פתוח בכל ימות השבוע.</p>", Expect::Passed),
                ("<style>body{direction:rtl}</style><p>این کتابخانه هر روز باز است.</p>", Expect::Passed),
                ("<p dir=auto>این کتابخانه هر روز باز است.</p>", Expect::Passed),
                ("<p><bdi>این کتابخانه هر روز باز است.</bdi></p>", Expect::Passed),
                ("<p style='unicode-bidi:plaintext'>این کتابخانه هر روز باز است.</p>", Expect::Passed),
                ("<html dir=rtl><p>این کتابخانه هر روز باز است.</p><p dir=ltr>أهلًا</p>", Expect::Passed),
                ("<html lang=fa><p>این کتابخانه هر روز باز است.</p>", Expect::Failed),
                ("<html dir=right><p>این کتابخانه هر روز باز است.</p>", Expect::Failed),
                ("<p>המוזיאון פתוח בכל ימות השבוע.</p>", Expect::Failed),
                ("<html dir=rtl><body style='direction:ltr'><p>این کتابخانه هر روز باز است.</p>", Expect::Failed),
                (
                    "<style>@media (some-day){p{direction:rtl}}</style><p>این کتابخانه هر روز باز است.</p>",
                    Expect::NeedsReview,
                ),
                (
                    "<p>Most of this page is in English, as you can see here.</p><p>این کتابخانه هر روز باز است.</p>",
                    Expect::NeedsReview,
                ),
                ("<p>Most of this page is in English, so a link stays: <a>العربية</a></p>", Expect::Inapplicable),
                ("<p>Nothing here</p>", Expect::Inapplicable),
                ("<p hidden>این کتابخانه هر روز باز است.</p>", Expect::Inapplicable),
            ],
        );
    }
}
