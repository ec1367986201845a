//! Words that say the same on every site, by language, and how a text is compared with them.

mod formats;
mod lists;

pub(crate) use formats::{FormatWords, format_of};
pub(crate) use lists::{
    BREADCRUMB, FILLER, NEW_WINDOW, PARTS, PERHAPS_FILLER, SAYS_LITTLE, SAYS_NOTHING, SKIP, STOP_WORDS, TOP,
};

use hashbrown::{HashMap, HashSet};
use std::sync::OnceLock;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Languages that the lists here know, by the first part of their tag.
const LANGUAGES: &[&str] = &[
    "ar", "da", "de", "en", "es", "fa", "fi", "fr", "hi", "id", "it", "ja", "ko", "nb", "nl", "nn", "no", "pl", "pt",
    "ru", "sv", "tr", "ur", "zh",
];

/// Whether the lists here know a language: what they do not hold is not said in it.
pub(crate) fn is_known(language: Option<&str>) -> bool {
    let first = language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    LANGUAGES.contains(&first.to_ascii_lowercase().as_str())
}

/// A list of phrases, prepared when it is first asked: commas and line ends part them, and a line with `#` is a comment.
pub(crate) struct Vocabulary {
    phrases: &'static str,
    prepared: OnceLock<Prepared>,
}

/// Phrases as they are compared.
#[derive(Default)]
struct Prepared {
    all: HashSet<String>,
    by_first_word: HashMap<String, Vec<String>>,
    /// Those of languages without spaces.
    unspaced: Vec<String>,
    /// Bytes of the longest.
    longest: usize,
}

impl Vocabulary {
    const fn new(phrases: &'static str) -> Self {
        Self { phrases, prepared: OnceLock::new() }
    }

    fn prepared(&self) -> &Prepared {
        self.prepared.get_or_init(|| {
            let mut prepared = Prepared::default();
            let lines = self.phrases.lines().filter(|line| !line.starts_with('#'));
            let phrases = lines.flat_map(|line| line.split(',')).map(normalized);
            for phrase in phrases.filter(|phrase| !phrase.is_empty()) {
                prepared.longest = prepared.longest.max(phrase.len());
                if phrase.chars().any(has_no_spaces) {
                    prepared.unspaced.push(phrase.clone());
                } else {
                    let first = phrase.split(' ').next().unwrap_or_default().to_owned();
                    prepared.by_first_word.entry(first).or_default().push(phrase.clone());
                }
                prepared.all.insert(phrase);
            }
            prepared
        })
    }

    /// Whether a text is one of the phrases, case, marks and punctuation apart.
    pub fn holds(&self, text: &str) -> bool {
        /// No text is this many times longer than its normal form, but for signs that nobody writes so often.
        const SIGNS: usize = 4;
        let prepared = self.prepared();
        text.len() <= prepared.longest * SIGNS && prepared.all.contains(&normalized(text))
    }

    /// Whether one of the phrases comes up in a text, as whole words where words have spaces between them.
    pub fn comes_up_in(&self, text: &str) -> bool {
        let prepared = self.prepared();
        let text = normalized(text);
        let mut at = 0;
        for word in text.split(' ') {
            let rest = &text[at..];
            at += word.len() + 1;
            let begins = |phrase: &String| {
                rest.strip_prefix(phrase.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            };
            if prepared.by_first_word.get(word).is_some_and(|phrases| phrases.iter().any(begins)) {
                return true;
            }
        }
        let is_unspaced = !text.is_ascii() && text.chars().any(has_no_spaces);
        is_unspaced && prepared.unspaced.iter().any(|phrase| text.contains(phrase.as_str()))
    }
}

/// Chinese, Japanese and Korean: particles follow without a space.
fn has_no_spaces(c: char) -> bool {
    ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ac00}'..='\u{d7af}').contains(&c)
}

/// A text as it is compared: compatibility forms, case, accents, Arabic vowel signs, tatweel and joiners made one,
/// Arabic and Persian forms of one letter and of digits made one, everything that is no letter or digit made a space.
pub(crate) fn normalized(text: &str) -> String {
    let mut normalized = String::with_capacity(text.len());
    if text.is_ascii() {
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            if !normalized.is_empty() {
                normalized.push(' ');
            }
            normalized.push_str(word);
        }
        normalized.make_ascii_lowercase();
        return normalized;
    }
    // Nothing is taken apart or put in order across a letter of ASCII.
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| c.is_ascii() != first.is_ascii()).unwrap_or(rest.len());
        let (run, left) = rest.split_at(end);
        rest = left;
        if first.is_ascii() {
            run.chars().for_each(|c| add(c.to_ascii_lowercase(), &mut normalized));
        } else {
            let letters = run.nfkd().filter(|c| !is_dropped(*c)).flat_map(char::to_lowercase).map(one_form);
            letters.for_each(|c| add(c, &mut normalized));
        }
    }
    normalized.truncate(normalized.trim_end().len());
    if is_nfc_quick(normalized.chars()) == IsNormalized::Yes {
        return normalized;
    }
    // Korean syllables were taken apart.
    normalized.nfc().collect()
}

fn add(c: char, normalized: &mut String) {
    if c.is_alphanumeric() || is_vowel_sign(c) {
        normalized.push(c);
    } else if !normalized.is_empty() && !normalized.ends_with(' ') {
        normalized.push(' ');
    }
}

/// Accents, Arabic signs above and below letters, tatweel, and what only steers joining and direction.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}')
}

/// Signs of Indian scripts and Thai, which are parts of words, and the voicing marks of Japanese.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{963}' | '\u{971}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{3099}' | '\u{309a}')
}

fn one_form(c: char) -> char {
    match c {
        'ي' | 'ى' | 'ې' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ە' | 'ہ' => 'ه',
        'ٱ' => 'ا',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        c => c,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_one() {
        for (text, expected) in [
            ("  Read   MORE… »", "read more"),
            ("اقرأ المَزيد", "اقرا المزید"),
            ("اقرأ المزيـــد", "اقرا المزید"),
            ("ﺍﻟﻤﺰﻳﺪ", "المزید"),
            ("ادامهٔ مطلب", "ادامه مطلب"),
            ("ادامه\u{200c}ی مطلب", "ادامهی مطلب"),
            ("بيشتر", "بیشتر"),
            ("كليك", "کلیک"),
            ("عنوان ۱۲", "عنوان 12"),
            ("عنوان ١٢", "عنوان 12"),
            ("Détails", "details"),
            ("더 보기", "더 보기"),
            ("पढ़ें", "पढ़ें"),
            ("→", ""),
        ] {
            assert_eq!(normalized(text), expected.nfc().collect::<String>(), "{text}");
        }
    }

    #[test]
    fn phrases_are_whole_or_whole_words() {
        assert!(SAYS_NOTHING.holds("Read more…") && SAYS_NOTHING.holds("ادامه‌ی مطلب"));
        assert!(!SAYS_NOTHING.holds("Read more about cats"));
        assert!(NEW_WINDOW.comes_up_in("Help (opens in a new tab)"));
        assert!(NEW_WINDOW.comes_up_in("راهنما (در پنجرهٔ جدید باز می‌شود)"));
        assert!(NEW_WINDOW.comes_up_in("ヘルプ（新しいタブで開く）"));
        assert!(!NEW_WINDOW.comes_up_in("Renew tabs"));
    }

    #[test]
    fn languages_are_known_by_their_first_part() {
        assert!(is_known(Some("fa-IR")) && is_known(Some("EN")));
        assert!(!is_known(Some("ckb")) && !is_known(Some("")) && !is_known(None));
    }
}
