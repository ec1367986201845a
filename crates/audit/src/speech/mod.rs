//! Whether one text is said by another: what somebody reads aloud from the screen, compared with a name.
//!
//! Case, punctuation, white space and the spelling that only keyboards decide (presentation forms, vowel signs, tatweel,
//! Arabic or Persian yeh, kaf and digits) make no difference to a voice (Understanding 2.5.3,
//! <https://www.w3.org/WAI/WCAG22/Understanding/label-in-name>).

mod letters;

use hashbrown::HashSet;
use letters::{Joint, is_unspaced, words};

/// How a name says a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// Word for word.
    Yes,
    /// Perhaps: signs may be said in words, a word may be short for another, or part of a longer one where words are joined
    /// in writing.
    Perhaps,
    /// Its words are there, but not together, or not all of them.
    Partly,
    /// Not one of its words.
    No,
}

/// Whether a text says anything: signs and pictures do not.
pub(crate) fn is_text(text: &str) -> bool {
    !words(text, Joint::Space).is_empty()
}

/// How `name` says `label`.
pub(crate) fn said(label: &str, name: &str) -> Said {
    let mut is_inside = false;
    for joint in [Joint::Space, Joint::None] {
        let names = ways(name, joint);
        for label in ways(label, joint).iter().filter(|label| !label.is_empty()) {
            for name in &names {
                match find(label, name) {
                    Found::Whole => return Said::Yes,
                    Found::Inside => is_inside = true,
                    Found::Nowhere => {}
                }
            }
        }
    }
    let (label_text, name_text) = (words(label, Joint::Space), words(name, Joint::Space));
    let (spoken, heard): (Vec<&str>, Vec<&str>) = (label_text.split(' ').collect(), name_text.split(' ').collect());
    let is_same = |said: &str, named: &str| said == named;
    let may_be_said = has_spoken_sign(label) && is_in_order(&spoken, &heard, is_same);
    let has_point = label.contains('.');
    let is_short = |said: &str, named: &str| said == named || is_short_for(said, named, has_point);
    if is_inside || may_be_said || is_in_order(&spoken, &heard, is_short) && !is_in_order(&spoken, &heard, is_same) {
        return Said::Perhaps;
    }
    let known: HashSet<&str> = heard.into_iter().collect();
    let is_shared = |word: &&str| known.contains(word) || word.chars().any(is_unspaced);
    if spoken.iter().any(is_shared) { Said::Partly } else { Said::No }
}

/// A text as it is said whole, and without what stands in brackets if anything does.
fn ways(text: &str, joint: Joint) -> Vec<String> {
    let short = without_brackets(text);
    let mut ways = vec![words(text, joint)];
    if short != text {
        ways.push(words(&short, joint));
    }
    ways
}

/// What stands in brackets is an aside, and not part of a label (Understanding 2.5.3, text in parentheses).
fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '(' | '[' | '（' | '［' | '【' => depth += 1,
            ')' | ']' | '）' | '］' | '】' if depth > 0 => {
                depth -= 1;
                kept.push(' ');
            }
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    if depth == 0 { kept } else { text.to_owned() }
}

enum Found {
    Whole,
    /// In a longer word of a script that writes small words and endings joined to others.
    Inside,
    Nowhere,
}

fn find(label: &str, name: &str) -> Found {
    let is_edge = |before: Option<char>, after: Option<char>| match (before, after) {
        (Some(before), Some(after)) => [before, after].contains(&' ') || is_unspaced(before) || is_unspaced(after),
        _ => true,
    };
    let mut found = Found::Nowhere;
    for (start, _) in name.match_indices(label) {
        let end = start + label.len();
        let starts = is_edge(name[..start].chars().next_back(), label.chars().next());
        let ends = is_edge(label.chars().next_back(), name[end..].chars().next());
        if starts && ends {
            return Found::Whole;
        }
        let joins = |character: char| !character.is_ascii() && !matches!(character, '\u{80}'..='\u{52f}');
        if label.chars().all(|character| character == ' ' || joins(character)) {
            found = Found::Inside;
        }
    }
    found
}

/// Signs that people read out as words. An equation is to be said as it is written: there are many ways to read it out
/// (Understanding 2.5.3, mathematical expressions and formulae).
fn has_spoken_sign(text: &str) -> bool {
    text.contains(|character| "&+%٪@#/<>$€£¥°№§*×÷±−~".contains(character)) && !text.contains('=')
}

/// Whether all words are in the name, one after the other, whatever stands between.
fn is_in_order(label: &[&str], name: &[&str], is_same: impl Fn(&str, &str) -> bool) -> bool {
    let mut rest = name.iter();
    label.iter().all(|word| rest.any(|other| is_same(word, other)))
}

/// Whether a word may be short for another, as people read it out: `Ave.` for `Avenue`, `Nov` for `November`. With a point,
/// letters may be left out anywhere.
fn is_short_for(short: &str, long: &str, has_point: bool) -> bool {
    let letters = short.chars().filter(|character| character.is_alphabetic()).count();
    if letters != short.chars().count() || short.len() >= long.len() {
        return false;
    }
    if long.starts_with(short) && letters > 2 {
        return true;
    }
    let mut rest = long.chars();
    let is_left = short.chars().all(|letter| rest.any(|other| other == letter));
    has_point && is_left && short.chars().next() == long.chars().next()
}

#[cfg(test)]
mod tests {
    use super::{Said, is_text, said};

    #[test]
    fn what_a_voice_takes_for_the_same() {
        for (label, name, expected) in [
            ("Send", "send the form", Said::Yes),
            ("Read more…", "Read more: opening hours", Said::Yes),
            ("E-mail", "Email address", Said::Yes),
            ("1,000 items", "1000 items in the cart", Said::Yes),
            ("Date (dd/mm/yyyy)", "Date", Said::Yes),
            ("Café", "cafe menu", Said::Yes),
            ("Sada™", "Sada home", Said::Yes),
            ("Don’t save", "Don't save", Said::Yes),
            ("Ｆｕｌｌ", "full", Said::Yes),
            ("Discover It", "Discover Italy", Said::Partly),
            ("Send", "Submit", Said::No),
            ("Send form", "Form is ready to send", Said::Partly),
            ("Terms & conditions", "Terms and conditions", Said::Perhaps),
            ("2 weeks", "two weeks", Said::Partly),
            ("11×3=33", "11 times 3 equals 33", Said::Partly),
            ("Market St.", "Market Street", Said::Perhaps),
            ("Nov 5", "5 November", Said::Partly),
            ("5 Nov", "5 November", Said::Perhaps),
            ("12.34", "1 2 3 4", Said::No),
        ] {
            assert_eq!(said(label, name), expected, "{label} / {name}");
        }
    }

    #[test]
    fn arabic_persian_and_others() {
        for (label, name, expected) in [
            ("البحث", "البَحْث في الموقع", Said::Yes),
            ("إرسال", "ارسال الطلب", Said::Yes),
            ("الصفحـــة", "الصفحه التالية", Said::Yes),
            ("صفحة ٣", "صفحة 3 من 9", Said::Yes),
            ("كتاب", "کتاب", Said::Yes),
            ("صفحهٔ ۲", "صفحه ٢", Said::Yes),
            ("می‌خواهم", "می خواهم بخرم", Said::Yes),
            ("کتاب‌ها", "کتابها", Said::Yes),
            ("ﺍﻟﺒﺤﺚ", "البحث", Said::Yes),
            ("بحث", "البحث", Said::Perhaps),
            ("إرسال", "حذف", Said::No),
            ("检索", "在网站检索", Said::Yes),
            ("検索", "送信", Said::Partly),
        ] {
            assert_eq!(said(label, name), expected, "{label} / {name}");
        }
    }

    #[test]
    fn signs_are_no_text() {
        for (text, expected) in
            [("×", false), ("…", false), (">>", false), ("\u{f00d}", false), ("x", true), ("٣", true)]
        {
            assert_eq!(is_text(text), expected, "{text}");
        }
    }
}
