//! What words point at by its place or its looks can be found without seeing it (<https://act-rules.github.io/rules/9bd38c>;
//! WCAG 2.2, 1.3.3, <https://www.w3.org/WAI/WCAG22/Understanding/sensory-characteristics.html>).

use crate::page::{Certainty, Element, NodeId, Page, Property, Role, folded_words};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::{HashMap, HashSet};
use std::sync::LazyLock;

const ASKS: &str =
    "Words here point at something by its place, colour, shape or size. Do they also say what it is called?";

pub const RULE: Rule = Rule {
    id: "visual-reference-has-alternative",
    criteria: &[wcag::SENSORY_CHARACTERISTICS],
    act: &["9bd38c"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Instructions must not rely on place, colour, shape or size alone",
        why: "\"The green button on the right\" is nowhere for somebody who does not see it, and elsewhere on a small screen.",
        fix: "Say what it is called as well: \"Send, the green button on the right\".",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب ألا تعتمد الإرشادات على الموضع أو اللون أو الشكل أو الحجم وحده",
        why: "«الزر الأخضر على اليمين» لا وجود له عند من لا يراه، وهو في موضع آخر على شاشة صغيرة.",
        fix: "اذكر اسمه أيضًا: «إرسال، وهو الزر الأخضر على اليمين».",
        asks: "تشير هذه الكلمات إلى شيء بموضعه أو لونه أو شكله أو حجمه. فهل تذكر اسمه أيضًا؟",
    },
    fa: Words {
        title: "راهنمایی‌ها نباید فقط بر جا، رنگ، شکل یا اندازه تکیه کنند",
        why: "«دکمهٔ سبز سمت راست» برای کسی که آن را نمی‌بیند وجود ندارد و در صفحهٔ کوچک جای دیگری است.",
        fix: "نامش را هم بگویید: «فرستادن، دکمهٔ سبز سمت راست».",
        asks: "این جمله با جا، رنگ، شکل یا اندازه به چیزی اشاره می‌کند. آیا نامش را هم می‌گوید؟",
    },
    good: &["<p>Choose a day, then press Send.</p>"],
    bad: &["<p>Choose a day, then press the green button on the right.</p>", "<p>اضغط على الزر الأخضر.</p>"],
    check: Check::Page(check),
};

/// What a word is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Something to use.
    Thing,
    /// Something that may stand on a side.
    Part,
    /// A colour, a shape, a size.
    Look,
    Side,
}

const WORDS: &[(Kind, &str)] = &[
    (Kind::Thing, "button buttons link links icon icons menu field fields box boxes checkbox tab tabs"),
    (Kind::Thing, "زر الزر أزرار الأزرار رابط الرابط أيقونة الأيقونة قائمة القائمة حقل الحقل خانة الخانة"),
    (Kind::Thing, "دکمه دکمه‌های پیوند لینک آیکون نماد منو منوی فیلد کادر گزینه"),
    (Kind::Part, "sidebar navigation column panel form list image picture map table arrow text"),
    (
        Kind::Part,
        "الشريط العمود اللوحة النموذج الصورة الخريطة الجدول السهم النص ستون پنل فرم تصویر نقشه جدول پیکان متن",
    ),
    (Kind::Look, "red green blue yellow orange purple pink grey gray black white round circular square rectangular"),
    (Kind::Look, "triangular oval big large small أحمر الأحمر الحمراء أخضر الأخضر الخضراء أزرق الأزرق الزرقاء"),
    (Kind::Look, "أصفر الأصفر الصفراء البرتقالي البرتقالية الأسود السوداء الأبيض البيضاء المستدير المستديرة الدائري"),
    (
        Kind::Look,
        "الدائرية المثلث المثلثة الكبير الكبيرة الصغير الصغيرة قرمز سبز آبی زرد نارنجی سیاه سفید گرد بزرگ کوچک",
    ),
    (Kind::Side, "left right يمين يسار اليمين اليسار الأيمن الأيسر اليمنى اليسرى راست چپ"),
];

static KINDS: LazyLock<HashMap<String, Kind>> = LazyLock::new(|| {
    let rows = WORDS.iter().flat_map(|(kind, words)| words.split(' ').map(|word| (*kind, word)));
    rows.filter_map(|(kind, word)| folded_words(word).into_iter().next().map(|word| (word, kind))).collect()
});

/// Looks, sides and shapes in English by their length: texts are sorted out by them before they are read.
static LOOKS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let looks = WORDS.iter().filter(|(kind, _)| matches!(kind, Kind::Look | Kind::Side));
    let looks = looks.flat_map(|(_, words)| words.split(' ')).filter(|word| word.is_ascii());
    let mut by_length: Vec<Vec<&str>> = Vec::new();
    for look in looks.chain(["star", "circle", "triangle", "dot", "cross", "diamond"]) {
        by_length.resize_with(by_length.len().max(look.len() + 1), Vec::new);
        by_length[look.len()].push(look);
    }
    by_length
});

/// Blocks of text that can be seen and that point at something so. Whether they also name it, a person must say.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut read: HashSet<NodeId> = HashSet::new();
    let mut outcomes = Vec::new();
    for element in page.elements().filter(|element| element.own_texts().any(|(_, text)| may_point(text))) {
        let block = element.flat_lineage().find(|around| !is_in_line(*around)).unwrap_or(element);
        let is_first = read.insert(block.id());
        if !is_first || !block.is_visible() || is_example(block) {
            continue;
        }
        let words = folded_words(&block.visible_inner_text());
        if points(&words) {
            outcomes.push((block, told_apart_by_side(block, &words)));
        }
    }
    outcomes.sort_by_key(|(block, _)| block.id());
    outcomes
}

/// Words for parts of a page that have a role, and that role.
const ROLES: &[(&str, Role)] = &[
    ("navigation", Role::Navigation),
    ("form", Role::Form),
    ("button", Role::Button),
    ("table", Role::Table),
    ("sidebar", Role::Complementary),
    ("الزر", Role::Button),
    ("النموذج", Role::Form),
    ("الجدول", Role::Table),
    ("دکمه", Role::Button),
    ("فرم", Role::Form),
    ("جدول", Role::Table),
];

/// Fails where a text names one kind of thing and a side, there are several of that kind, none of them has a name, and no
/// heading stands in any. Other words of the text name nothing on the page then.
fn told_apart_by_side(block: Element<'_>, words: &[String]) -> Outcome {
    let sides: Vec<usize> = (0..words.len()).filter(|at| KINDS.get(&words[*at]) == Some(&Kind::Side)).collect();
    let &[side] = sides.as_slice() else { return Outcome::needs_review(ASKS) };
    // "the navigation on the right", "the right navigation"
    let near = &words[side.saturating_sub(4)..words.len().min(side + 2)];
    let is_thing = |word: &&String| matches!(KINDS.get(*word), Some(Kind::Thing | Kind::Part));
    let things: Vec<&String> = near.iter().filter(is_thing).collect();
    let &[thing] = things.as_slice() else { return Outcome::needs_review(ASKS) };
    let is_it = |(word, _): &&(&str, Role)| folded_words(word).iter().eq([thing]);
    let Some((_, kind)) = ROLES.iter().find(is_it) else { return Outcome::needs_review(ASKS) };
    let all: Vec<Element<'_>> = block
        .page()
        .elements()
        .filter(|element| {
            element.role() == *kind && element.is_in_accessibility_tree() && element.visible() == Certainty::Yes
        })
        .collect();
    let is_named = |element: &Element<'_>| {
        let says = |part: Element<'_>| part.role() == Role::Heading || part.is("caption") || part.is("legend");
        !element.accessible_name().is_empty() || element.descendants().any(says)
    };
    let holds_text = block.flat_lineage().any(|around| all.contains(&around));
    if all.len() < 2 || holds_text || all.iter().any(is_named) || block.descendants().any(|part| part.is("a")) {
        return Outcome::needs_review(ASKS);
    }
    Outcome::failed(format!(
        "there are {} of what it points at, none has a name, and only the side tells them apart",
        all.len()
    ))
}

fn may_point(text: &str) -> bool {
    let by_length = &*LOOKS;
    let is_look = |word: &str| {
        by_length.get(word.len()).is_some_and(|looks| looks.iter().any(|look| word.eq_ignore_ascii_case(look)))
    };
    let is_arabic = || text.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    text.split(|letter: char| !letter.is_ascii_alphabetic()).any(is_look) || (!text.is_ascii() && is_arabic())
}

fn is_in_line(element: Element<'_>) -> bool {
    element.style().get(Property::Display).is_some_and(|display| display.is("inline") || display.is("contents"))
}

/// Code, and what is pressed itself.
fn is_example(block: Element<'_>) -> bool {
    block.flat_lineage().any(|around| ["pre", "code", "button", "option", "textarea"].contains(&around.name()))
}

fn points(words: &[String]) -> bool {
    let kinds: Vec<Option<Kind>> = words.iter().map(|word| KINDS.get(word).copied()).collect();
    let is = |at: usize, kind: Kind| kinds.get(at).copied().flatten() == Some(kind);
    let is_thing = |at: usize| is(at, Kind::Thing) || is(at, Kind::Part);
    (0..words.len()).any(|at| match kinds[at] {
        // "the red button", "the large round button"
        Some(Kind::Look) if words[at].is_ascii() => {
            let end = at + 1 + usize::from(is(at + 1, Kind::Look));
            has_article(words, at) && is(end, Kind::Thing)
        }
        // "the left column", "the menu on the right"
        Some(Kind::Side) if words[at].is_ascii() => {
            let thing = at + 1 + usize::from(words.get(at + 1).is_some_and(|word| word == "hand" || word == "side"));
            let is_key = words.get(thing).is_some_and(|word| word == "arrow");
            (has_article(words, at) && is_thing(thing) && !is_key) || follows_thing(words, at, &is_thing)
        }
        // "underneath the star"
        None if is_shape(&words[at]) => {
            let is_near = |word: &String| {
                matches!(word.as_str(), "under" | "underneath" | "beneath" | "below" | "above" | "beside")
            };
            has_article(words, at) && at > 1 && is_near(&words[at - 2])
        }
        // In Arabic and Persian the thing comes first.
        Some(Kind::Look) => {
            at > 0 && (is(at - 1, Kind::Thing) || (words[at - 1] == "ی" && at > 1 && is(at - 2, Kind::Thing)))
        }
        Some(Kind::Side) => (at.saturating_sub(4)..at).any(is_thing),
        _ => false,
    })
}

fn is_shape(word: &str) -> bool {
    matches!(word, "star" | "circle" | "triangle" | "dot" | "cross" | "diamond")
}

fn has_article(words: &[String], at: usize) -> bool {
    at > 0
        && matches!(
            words[at - 1].as_str(),
            "the" | "a" | "this" | "that" | "press" | "click" | "each" | "every" | "any"
        )
}

/// "(the) menu on the right", "at the far left".
fn follows_thing(words: &[String], side: usize, is_thing: &impl Fn(usize) -> bool) -> bool {
    let start = side.saturating_sub(4);
    let place = (start..side).rev().find(|at| matches!(words[*at].as_str(), "on" | "at" | "in" | "to"));
    place.is_some_and(|at| {
        at > 0 && is_thing(at - 1) && words[at + 1..side].iter().any(|word| word == "the" || word == "your")
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
                ("<p>Press the green button.</p>", Expect::NeedsReview),
                ("<p>Press the <b>large</b> round button.</p>", Expect::NeedsReview),
                ("<p>Use the menu on the left.</p>", Expect::NeedsReview),
                ("<p>The links in the right column lead on.</p>", Expect::NeedsReview),
                ("<p>The form on your far left</p>", Expect::NeedsReview),
                ("<p>اضغط على الزر الأحمر</p>", Expect::NeedsReview),
                ("<p>القائمة الموجودة على اليمين</p>", Expect::NeedsReview),
                ("<p>روی دکمهٔ قرمز بزنید</p>", Expect::NeedsReview),
                ("<p>از منوی سمت چپ برگزینید</p>", Expect::NeedsReview),
                ("<p>Look underneath the star.</p>", Expect::NeedsReview),
                (
                    "<p>Use the navigation on the right.</p><nav><a href=a>b</a></nav><nav><a href=c>d</a></nav>",
                    Expect::Failed,
                ),
                (
                    "<p>استخدم الجدول على اليمين.</p><table><tr><th>a<td>1</table><table><tr><th>b<td>2</table>",
                    Expect::Failed,
                ),
                ("<p>Use the navigation on the right.</p><nav><a href=a>b</a></nav>", Expect::NeedsReview),
                (
                    "<p>Use the navigation on the right.</p><nav aria-label=Help><a href=a>b</a></nav><nav><a href=c>d</a></nav>",
                    Expect::NeedsReview,
                ),
                (
                    "<p>Use the navigation on the right.</p><nav><h2>Help</h2><a href=a>b</a></nav><nav><a href=c>d</a></nav>",
                    Expect::NeedsReview,
                ),
                ("<p>Press Send.</p>", Expect::Inapplicable),
                ("<p>You have the right to a button. Turn left.</p>", Expect::Inapplicable),
                ("<p>A red house stands on the right.</p>", Expect::Inapplicable),
                ("<p>Press the right arrow.</p>", Expect::Inapplicable),
                ("<p>این پاسخ راست است</p>", Expect::Inapplicable),
                ("<p hidden>Press the green button.</p>", Expect::Inapplicable),
                ("<pre>Press the green button.</pre>", Expect::Inapplicable),
                ("<button>The green button</button>", Expect::Inapplicable),
            ],
        );
    }
}
