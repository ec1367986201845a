//! Headings say what comes after them.

use crate::page::{Element, Page, Piece, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::{FILLER, PARTS, PERHAPS_FILLER, normalized};
use crate::wcag;
use hashbrown::HashSet;

pub const RULE: Rule = Rule {
    id: "heading-is-descriptive",
    criteria: &[wcag::HEADINGS_AND_LABELS],
    act: &["b49b2e"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Headings must say what comes after them",
        why: "Whoever moves by headings skips what a heading does not promise, and reads in vain what it promises wrongly.",
        fix: "Say in a few words what the part is about.",
        asks: "None of this heading's words come up in what follows it. Does it say what that is about?",
    },
    ar: Words {
        title: "يجب أن تقول العناوين ما يأتي بعدها",
        why: "من يتنقل بين العناوين يتخطى ما لا يَعِد به العنوان، ويقرأ بلا جدوى ما يَعِد به خطأً.",
        fix: "قل في بضع كلمات عمَّ يتحدث هذا الجزء.",
        asks: "لا تَرِد أي كلمة من هذا العنوان فيما يأتي بعده. هل يقول عمَّ يتحدث ذلك؟",
    },
    fa: Words {
        title: "عنوان‌ها باید بگویند پس از آن‌ها چه می‌آید",
        why: "کسی که با عنوان‌ها جابه‌جا می‌شود از آنچه عنوان وعده نمی‌دهد می‌گذرد، و آنچه را نادرست وعده می‌دهد بیهوده می‌خواند.",
        fix: "در چند کلمه بگویید این بخش دربارهٔ چیست.",
        asks: "هیچ‌یک از واژه‌های این عنوان در آنچه پس از آن آمده نیست. آیا می‌گوید آن دربارهٔ چیست؟",
    },
    good: &["<h2>High tide</h2><p>The tide is high at nine.</p>"],
    bad: &[
        "<h2>Add your heading text here</h2><p>The tide is high at nine.</p>",
        "<h2>Weather</h2><p>The tide is high at nine, and low in the afternoon.</p>",
    ],
    check: Check::Page(check),
};

/// Nobody reads more than this many bytes to know what a part is about.
const LONGEST: usize = 1_000;
/// Fewer words than this hardly repeat any.
const FEW_WORDS: usize = 6;
const LEFT_OVER: &str = "This heading may be left over from a template. Does it say what follows?";

/// Headings with a name that are seen or heard and that anything follows
/// (<https://act-rules.github.io/rules/b49b2e>). One that nothing follows is another rule's.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let headings = page.headings().filter(|heading| !heading.accessible_name().is_empty());
    headings
        .filter_map(|heading| {
            let following = following(heading);
            (!following.is_empty()).then(|| (heading, expectation(heading, &following)))
        })
        .collect()
}

/// What a template says fails where what follows is something else. Whether words fit a text, only a person can tell: they
/// are asked where no word of a heading comes up in it, nor is it what a part of any page is called.
fn expectation(heading: Element<'_>, following: &str) -> Outcome {
    let name = normalized(heading.accessible_name());
    let words: HashSet<&str> = following.split(' ').collect();
    let comes_up = shares_word(&name, &words);
    if FILLER.holds(&name) && heading.has_certain_name() && !comes_up {
        return Outcome::failed(format!("“{}” is what a template says", heading.accessible_name()));
    }
    let without_number = name.trim_end_matches(|c: char| c.is_numeric() || c == ' ');
    if FILLER.holds(&name) || PERHAPS_FILLER.holds(without_number) {
        return Outcome::needs_review(LEFT_OVER);
    }
    let is_telling = comes_up || is_unspaced(&name) || PARTS.holds(without_number) || words.len() < FEW_WORDS;
    let is_other_thing = || heads_links(heading) || labels_field(heading);
    if is_telling || is_other_thing() { Outcome::Passed } else { Outcome::needs_review(RULE.en.asks) }
}

/// Whether its script puts no spaces between words, so that none can be looked for.
fn is_unspaced(name: &str) -> bool {
    let is_it = |c: char| {
        matches!(u32::from(c), 0xe00..=0xeff | 0xf00..=0xfff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff
            | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x2_0000..=0x3_ffff)
    };
    name.chars().any(is_it)
}

/// Whether it is the label of a field or of a group of them, and says what to fill in.
fn labels_field(heading: Element<'_>) -> bool {
    let is_label = |element: Element<'_>| element.is("label") || element.is("legend");
    heading.flat_lineage().any(is_label) || heading.descendants().any(is_label)
}

/// Whether it stands in a part that holds links, which seldom repeat what is above them.
fn heads_links(heading: Element<'_>) -> bool {
    heading.landmark().is_some_and(|landmark| {
        matches!(
            landmark.role(),
            Role::Banner | Role::Complementary | Role::ContentInfo | Role::Navigation | Role::Search
        )
    })
}

/// Whether a word of the heading, or one that begins alike, is among the words. A single letter heads words that begin
/// with it.
fn shares_word(heading: &str, words: &HashSet<&str>) -> bool {
    if heading.chars().count() == 1 {
        return words.iter().any(|word| word.starts_with(heading));
    }
    heading.split(' ').any(|word| {
        let own = stem(word);
        match word.chars().count() {
            0..=2 if word.is_ascii() && !word.starts_with(|c: char| c.is_ascii_digit()) => false,
            0..=3 => words.contains(word) || words.contains(own),
            _ => {
                let beginning = own.char_indices().nth(4).map_or(own, |(end, _)| &own[..end]);
                words.iter().any(|other| stem(other).starts_with(beginning))
            }
        }
    })
}

/// A word without the Arabic article.
fn stem(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

/// What follows a heading up to the next one of the same or a higher level, as it is compared.
fn following(heading: Element<'_>) -> String {
    let level = heading.heading_level().unwrap_or(1);
    let mut text = String::new();
    let mut is_inside = true;
    for piece in heading.page().pieces_after(heading.id()) {
        let (Piece::Element(element) | Piece::Text(element, _)) = piece;
        // What stands in the heading comes first.
        is_inside = is_inside && element.flat_lineage().any(|around| around == heading);
        if is_inside {
            continue;
        }
        if text.len() > LONGEST {
            break;
        }
        match piece {
            Piece::Element(element) => {
                if element.heading_level().is_some_and(|own| own <= level) && !element.is_programmatically_hidden() {
                    break;
                }
                if matches!(element.name(), "img" | "input" | "button" | "svg") {
                    text.push(' ');
                    text.push_str(element.accessible_name());
                }
            }
            Piece::Text(element, words) => {
                if !words.trim().is_empty() && !element.is_programmatically_hidden() && !is_code(element) {
                    text.push(' ');
                    text.push_str(words);
                }
            }
        }
    }
    normalized(&text)
}

fn is_code(element: Element<'_>) -> bool {
    matches!(element.name(), "script" | "style" | "noscript" | "template")
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
                ("<h1>Opening hours</h1><p>We open at nine.</p>", Expect::Passed),
                ("<h1>Boats</h1><h2>Sails</h2><p>A boat has sails.</p>", Expect::Passed),
                ("<h1>المدّ والجزر</h1><p>يبلغ الْمَد ذروته في التاسعة.</p>", Expect::Passed),
                ("<h1>كتاب‌ها</h1><p>کتاب تازه رسید.</p>", Expect::Passed),
                ("<h1>B</h1><p>boat, bridge</p>", Expect::Passed),
                ("<h2>Your heading here</h2><p>High at nine.</p>", Expect::Failed),
                ("<h2>لورم ایپسوم</h2><p>مد ساعت نه است.</p>", Expect::Failed),
                ("<h2>Lorem ipsum</h2><p>Lorem ipsum is a text of printers.</p>", Expect::NeedsReview),
                ("<h2>Heading 2</h2><p>High at nine.</p>", Expect::NeedsReview),
                ("<h2>عنوان ۲</h2><p>مد ساعت نه است.</p>", Expect::NeedsReview),
                ("<h2>Weather</h2><p>The tide is high at nine in the morning.</p>", Expect::NeedsReview),
                ("<h2>Weather</h2><p>High at nine.</p>", Expect::Passed),
                ("<h2>Summary</h2><p>The tide is high at nine in the morning.</p>", Expect::Passed),
                ("<h2>گام ۳</h2><p>آب هر روز ساعت نه صبح به بالاترین جا می‌رسد.</p>", Expect::Passed),
                ("<nav><h2>Weather</h2><p>The tide is high at nine in the morning.</p></nav>", Expect::Passed),
                ("<h2>Weather</h2><h2>Tides</h2>", Expect::Inapplicable),
                ("<h2 hidden>Weather</h2><p>High at nine.</p>", Expect::Inapplicable),
                ("<h2></h2><p>High at nine.</p>", Expect::Inapplicable),
                ("<p>High at nine.</p>", Expect::Inapplicable),
            ],
        );
    }
}
