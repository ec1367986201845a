//! The script of a letter, and the scripts a language is written in.

use super::primary;

/// A script, as far as it tells languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Burmese,
    Georgian,
    Ethiopic,
    Khmer,
    Hangul,
    Kana,
    Han,
    /// Letters that no entry above has.
    Other,
}

use Script as S;

/// First and last letter of each block (Unicode 16, Scripts.txt, in whole blocks), sorted.
const BLOCKS: &[(char, char, Script)] = &[
    ('A', 'ʯ', S::Latin),
    ('Ͱ', 'Ͽ', S::Greek),
    ('Ѐ', 'ԯ', S::Cyrillic),
    ('\u{530}', '\u{58f}', S::Armenian),
    ('\u{590}', '\u{5ff}', S::Hebrew),
    ('\u{600}', '\u{6ff}', S::Arabic),
    ('\u{750}', '\u{77f}', S::Arabic),
    ('\u{8a0}', '\u{8ff}', S::Arabic),
    ('\u{900}', '\u{97f}', S::Devanagari),
    ('\u{980}', '\u{9ff}', S::Bengali),
    ('\u{a00}', '\u{a7f}', S::Gurmukhi),
    ('\u{a80}', '\u{aff}', S::Gujarati),
    ('\u{b80}', '\u{bff}', S::Tamil),
    ('\u{c00}', '\u{c7f}', S::Telugu),
    ('\u{c80}', '\u{cff}', S::Kannada),
    ('\u{d00}', '\u{d7f}', S::Malayalam),
    ('\u{d80}', '\u{dff}', S::Sinhala),
    ('\u{e00}', '\u{e7f}', S::Thai),
    ('\u{e80}', '\u{eff}', S::Lao),
    ('\u{1000}', '\u{109f}', S::Burmese),
    ('\u{10a0}', '\u{10ff}', S::Georgian),
    ('\u{1100}', '\u{11ff}', S::Hangul),
    ('\u{1200}', '\u{139f}', S::Ethiopic),
    ('\u{1780}', '\u{17ff}', S::Khmer),
    ('\u{1e00}', '\u{1eff}', S::Latin),
    ('\u{1f00}', '\u{1fff}', S::Greek),
    ('\u{3005}', '\u{3007}', S::Han),
    ('\u{3040}', '\u{30ff}', S::Kana),
    ('\u{3130}', '\u{318f}', S::Hangul),
    ('\u{31f0}', '\u{31ff}', S::Kana),
    ('\u{3400}', '\u{9fff}', S::Han),
    ('\u{ac00}', '\u{d7ff}', S::Hangul),
    ('\u{f900}', '\u{faff}', S::Han),
    ('\u{fb1d}', '\u{fb4f}', S::Hebrew),
    ('\u{fb50}', '\u{fdff}', S::Arabic),
    ('\u{fe70}', '\u{fefc}', S::Arabic),
    ('\u{ff66}', '\u{ff9f}', S::Kana),
    ('\u{20000}', '\u{323af}', S::Han),
];

impl Script {
    /// How many there are.
    pub(super) const COUNT: usize = Script::Other as usize + 1;

    /// Those that a block has.
    pub(super) fn all() -> impl Iterator<Item = Script> {
        let mut seen = [false; Script::COUNT];
        let scripts = BLOCKS.iter().map(|(_, _, script)| *script);
        scripts.filter(move |script| !std::mem::replace(&mut seen[*script as usize], true))
    }

    /// The script of a letter; `None` for what is no letter, or a sign that all scripts share.
    pub(crate) fn of(letter: char) -> Option<Script> {
        if !letter.is_alphabetic() || matches!(letter, 'ª' | 'º' | 'ー') {
            return None;
        }
        let at = BLOCKS.partition_point(|(_, last, _)| *last < letter);
        let found = BLOCKS.get(at).filter(|(first, ..)| *first <= letter);
        Some(found.map_or(S::Other, |(_, _, script)| *script))
    }

    /// Its name, as it stands before "letters".
    pub(crate) fn name(self) -> &'static str {
        match self {
            S::Latin => "Latin",
            S::Greek => "Greek",
            S::Cyrillic => "Cyrillic",
            S::Armenian => "Armenian",
            S::Hebrew => "Hebrew",
            S::Arabic => "Arabic",
            S::Devanagari => "Devanagari",
            S::Bengali => "Bengali",
            S::Gurmukhi => "Gurmukhi",
            S::Gujarati => "Gujarati",
            S::Tamil => "Tamil",
            S::Telugu => "Telugu",
            S::Kannada => "Kannada",
            S::Malayalam => "Malayalam",
            S::Sinhala => "Sinhala",
            S::Thai => "Thai",
            S::Lao => "Lao",
            S::Burmese => "Burmese",
            S::Georgian => "Georgian",
            S::Ethiopic => "Ethiopic",
            S::Khmer => "Khmer",
            S::Hangul => "Korean",
            S::Kana => "Japanese",
            S::Han => "Chinese",
            S::Other => "other",
        }
    }

    /// Whether it is written from right to left.
    pub(crate) fn is_right_to_left(self) -> bool {
        matches!(self, S::Arabic | S::Hebrew)
    }

    /// Whether it joins its letters, so that space between them tears words apart.
    pub(crate) fn is_joined(self) -> bool {
        matches!(self, S::Arabic)
    }

    /// Whether words are written without spaces between them.
    pub(crate) fn has_no_word_spaces(self) -> bool {
        matches!(self, S::Thai | S::Lao | S::Burmese | S::Khmer | S::Kana | S::Han)
    }
}

/// The scripts that texts in a language are written in, its history and neighbouring countries included; `None` where
/// that is not certain. Latin is not counted where it is a transliteration. A script subtag says it all.
pub(super) fn scripts_of(tag: &str) -> Option<&'static [Script]> {
    if tag.split('-').skip(1).any(|subtag| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        return of_subtag(tag);
    }
    Some(match primary(tag).as_str() {
        "en" | "fr" | "de" | "es" | "pt" | "it" | "nl" | "sv" | "da" | "no" | "nb" | "nn" | "fi" | "is" | "et"
        | "lv" | "lt" | "pl" | "cs" | "sk" | "sl" | "hr" | "hu" | "tr" | "ca" | "gl" | "eu" | "cy" | "ga" | "gd"
        | "mt" | "lb" | "fo" | "af" | "fy" | "eo" | "fil" => &[S::Latin],
        "ar" | "arb" | "arz" | "apc" | "ary" | "fa" | "pes" | "prs" | "ur" | "ps" | "ckb" => &[S::Arabic],
        "he" | "iw" | "yi" | "ji" => &[S::Hebrew],
        "ru" | "uk" | "bg" | "mk" => &[S::Cyrillic],
        "el" => &[S::Greek],
        "hy" => &[S::Armenian],
        "ka" => &[S::Georgian],
        "hi" | "mr" | "ne" => &[S::Devanagari],
        "bn" | "as" => &[S::Bengali],
        "gu" => &[S::Gujarati],
        "ta" => &[S::Tamil],
        "te" => &[S::Telugu],
        "kn" => &[S::Kannada],
        "ml" => &[S::Malayalam],
        "si" => &[S::Sinhala],
        "th" => &[S::Thai],
        "lo" => &[S::Lao],
        "my" => &[S::Burmese],
        "km" => &[S::Khmer],
        "am" | "ti" => &[S::Ethiopic],
        "ko" => &[S::Hangul, S::Han],
        "ja" => &[S::Kana, S::Han],
        "zh" | "cmn" | "yue" => &[S::Han],
        _ => return None,
    })
}

/// ISO 15924.
fn of_subtag(tag: &str) -> Option<&'static [Script]> {
    let subtag = tag.split('-').skip(1).find(|subtag| subtag.len() == 4)?.to_ascii_lowercase();
    Some(match subtag.as_str() {
        "latn" => &[S::Latin],
        "cyrl" => &[S::Cyrillic],
        "arab" => &[S::Arabic],
        "hebr" => &[S::Hebrew],
        "grek" => &[S::Greek],
        "deva" => &[S::Devanagari],
        "hans" | "hant" | "hani" => &[S::Han],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{BLOCKS, Script};

    #[test]
    fn blocks_are_sorted() {
        assert!(BLOCKS.windows(2).all(|pair| pair[0].1 < pair[1].0 && pair[0].0 <= pair[0].1));
    }

    #[test]
    fn letters_have_a_script() {
        for (letter, script) in [
            ('a', Some(Script::Latin)),
            ('é', Some(Script::Latin)),
            ('ế', Some(Script::Latin)),
            ('я', Some(Script::Cyrillic)),
            ('λ', Some(Script::Greek)),
            ('ق', Some(Script::Arabic)),
            ('چ', Some(Script::Arabic)),
            ('ש', Some(Script::Hebrew)),
            ('語', Some(Script::Han)),
            ('の', Some(Script::Kana)),
            ('한', Some(Script::Hangul)),
            ('ไ', Some(Script::Thai)),
            ('ᚠ', Some(Script::Other)),
            ('1', None),
            ('۱', None),
            ('،', None),
            ('-', None),
        ] {
            assert_eq!(Script::of(letter), script, "{letter}");
        }
    }
}
