//! Texts as they are heard: spelling that makes no difference to a voice is taken out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What punctuation does to the words around it: `e-mail` and `email`, `1,000` and `1000` are said alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Space,
    None,
}

/// A text as it is said: words with a single space between them.
pub(super) fn words(text: &str, joint: Joint) -> String {
    let mut said = String::with_capacity(text.len());
    let mut say = |character: char| match character {
        _ if is_mark(character) || is_silent(character) => {}
        _ if character.is_alphanumeric() || is_combining_mark(character) => said.push(alike(character)),
        _ if joint == Joint::None && !character.is_whitespace() => {}
        _ if said.is_empty() || said.ends_with(' ') => {}
        _ => said.push(' '),
    };
    if text.is_ascii() {
        // Nothing in it can be taken apart, which is what takes the time.
        text.chars().for_each(|character| say(character.to_ascii_lowercase()));
    } else {
        let is_heard = |character: &char| !matches!(character, '™' | '℠' | '®' | '©' | '\u{ad}');
        text.chars().filter(is_heard).nfkd().flat_map(char::to_lowercase).for_each(say);
    }
    said.truncate(said.trim_end().len());
    said
}

/// Accents, vowel signs and the like, of scripts that are read as well without.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}'
            | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8ca}'..='\u{8ff}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// What only steers how a text is set, apostrophes, and tatweel. The zero-width non-joiner is no such thing: it stands
/// where others write a space, or nothing.
fn is_silent(character: char) -> bool {
    matches!(
        character,
        '\'' | '’' | 'ʼ' | 'ـ' | 'ء' | '\u{61c}' | '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// One letter for those that are written one for another, and European digits.
fn alike(character: char) -> char {
    match character {
        'ي' | 'ى' | 'ې' => 'ی',
        'ك' => 'ک',
        'ة' | 'ە' | 'ہ' | 'ھ' => 'ه',
        'ٱ' => 'ا',
        'ς' => 'σ',
        'ı' => 'i',
        'ё' => 'е',
        '٠'..='٩' => digit(character, '٠'),
        '۰'..='۹' => digit(character, '۰'),
        '०'..='९' => digit(character, '०'),
        _ => character,
    }
}

fn digit(character: char, zero: char) -> char {
    char::from_digit(u32::from(character) - u32::from(zero), 10).unwrap_or(character)
}

/// Letters of scripts that put no spaces between words.
pub(super) fn is_unspaced(character: char) -> bool {
    matches!(
        character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1100}'..='\u{11ff}'
            | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'
    )
}
