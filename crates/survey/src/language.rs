//! The languages a survey speaks: direction and digits.

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// How one language writes.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, the primary subtag alone: `ar`.
    pub tag: &'static str,
    /// What the language calls itself.
    pub name: &'static str,
    /// Which way it is written.
    pub direction: Direction,
    /// The digit zero; the nine others follow it in Unicode.
    pub(crate) zero: char,
    /// Between whole and fraction (CLDR, decimal).
    decimal_separator: char,
    /// Before a negative number (CLDR, minusSign), with the mark that keeps it in front of the digits.
    minus: &'static str,
}

/// Every language the product speaks, sorted by tag. Digits and signs are those of CLDR's usual numbering system.
pub const LANGUAGES: &[Language] = &[
    language("ar", "العربية", Direction::Rtl, '٠', '٫', "\u{61c}-"),
    language("de", "Deutsch", Direction::Ltr, '0', ',', "-"),
    language("en", "English", Direction::Ltr, '0', '.', "\u{2212}"),
    language("es", "Español", Direction::Ltr, '0', ',', "-"),
    language("fa", "فارسی", Direction::Rtl, '۰', '٫', "\u{200e}\u{2212}"),
    language("fr", "Français", Direction::Ltr, '0', ',', "-"),
    language("he", "עברית", Direction::Rtl, '0', '.', "\u{200e}-"),
    language("hi", "हिन्दी", Direction::Ltr, '0', '.', "-"),
    language("id", "Bahasa Indonesia", Direction::Ltr, '0', ',', "-"),
    language("ja", "日本語", Direction::Ltr, '0', '.', "-"),
    language("ko", "한국어", Direction::Ltr, '0', '.', "-"),
    language("pt", "Português", Direction::Ltr, '0', ',', "-"),
    language("ru", "Русский", Direction::Ltr, '0', ',', "-"),
    language("sw", "Kiswahili", Direction::Ltr, '0', '.', "-"),
    language("tr", "Türkçe", Direction::Ltr, '0', ',', "-"),
    language("uk", "Українська", Direction::Ltr, '0', ',', "-"),
    language("ur", "اردو", Direction::Rtl, '0', '.', "\u{200e}-"),
    language("vi", "Tiếng Việt", Direction::Ltr, '0', ',', "-"),
    language("zh", "中文", Direction::Ltr, '0', '.', "-"),
];

const fn language(
    tag: &'static str,
    name: &'static str,
    direction: Direction,
    zero: char,
    decimal_separator: char,
    minus: &'static str,
) -> Language {
    Language { tag, name, direction, zero, decimal_separator, minus }
}

impl Language {
    /// English: what is spoken where nothing else fits.
    pub const ENGLISH: &'static Language = &LANGUAGES[2];

    /// The language of a BCP 47 tag (`ar-EG` is `ar`), if the product speaks it.
    pub fn of_tag(tag: &str) -> Option<&'static Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().trim();
        LANGUAGES.iter().find(|language| language.tag.eq_ignore_ascii_case(primary))
    }

    /// The first of `tags` that the product speaks; English if it speaks none.
    pub fn best<'a>(tags: impl IntoIterator<Item = &'a str>) -> &'static Language {
        tags.into_iter().find_map(Language::of_tag).unwrap_or(Language::ENGLISH)
    }

    /// A whole number in the digits of the language.
    pub fn number(&self, number: i64) -> String {
        self.write(&number.to_string())
    }

    /// A number with `places` decimal places in the digits of the language.
    pub fn decimal(&self, number: f64, places: usize) -> String {
        let plain = format!("{number:.places$}");
        // −0.04 rounds to "-0.0", which reads like a mistake.
        let is_zero = plain.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0');
        self.write(if is_zero { plain.trim_start_matches('-') } else { &plain })
    }

    fn write(&self, plain: &str) -> String {
        let mut written = String::with_capacity(plain.len() * 2);
        for c in plain.chars() {
            match c {
                '-' => written.push_str(self.minus),
                '.' => written.push(self.decimal_separator),
                _ => written.push(self.digit(c)),
            }
        }
        written
    }

    fn digit(&self, c: char) -> char {
        let digit = c.to_digit(10).and_then(|value| char::from_u32(u32::from(self.zero) + value));
        digit.unwrap_or(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_find_their_language_whatever_the_region() {
        for (tag, expected) in [
            ("ar-EG", Some("ar")),
            ("FA", Some("fa")),
            ("en_GB", Some("en")),
            ("de", Some("de")),
            ("xx", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag).map(|language| language.tag), expected, "{tag}");
        }
        assert_eq!(Language::best(["xx", "fa-IR", "en"]).tag, "fa");
        assert_eq!(Language::best(["xx"]).tag, "en");
    }

    #[test]
    fn numbers_are_written_in_local_digits() {
        let [arabic, english, persian] = ["ar", "en", "fa"].map(|tag| Language::of_tag(tag).unwrap());
        assert_eq!(arabic.number(1024), "١٠٢٤");
        assert_eq!(persian.number(1456), "۱۴۵۶");
        assert_eq!(english.decimal(-5.5, 1), "\u{2212}5.5");
        assert_eq!(arabic.decimal(-5.5, 1), "\u{61c}-٥٫٥");
        assert_eq!(persian.decimal(30.0, 1), "۳۰٫۰");
        assert_eq!(english.decimal(-0.04, 1), "0.0");
    }
}
