//! Words as they are compared: what people write in several ways is one.

/// The same for every way of writing a word: small letters; of Arabic and Persian the letters that keyboards mix up made
/// one, vowel signs and joiners left out; white space collapsed.
pub fn folded(text: &str) -> String {
    let letters = text.chars().filter_map(|letter| match letter {
        // Vowel signs, lengthening, marks of direction.
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200d}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => None,
        '\u{200c}' | '\u{a0}' => Some(' '),
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ۀ' => Some('ه'),
        '\u{2018}' | '\u{2019}' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        letter => Some(letter),
    });
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    super::name::collapse(&letters)
}

/// The words of a text, each [`folded`], and the ending of many Arabic ones the same too.
pub fn folded_words(text: &str) -> Vec<String> {
    let text = folded(text).replace('ة', "ه");
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{folded, folded_words};

    #[test]
    fn words_have_no_signs_around_them() {
        assert_eq!(folded_words("The red (round) button: قيمةٌ!"), ["the", "red", "round", "button", "قیمه"]);
    }

    #[test]
    fn ways_of_writing_are_one() {
        for (one, other) in [
            ("E-Mail ", "e‑mail"),
            ("البريد  الإلكتروني", "البريد الالكترونى"),
            ("نام‌کاربري", "نام كاربری"),
            ("مُحَمَّد", "محمد"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
    }
}
