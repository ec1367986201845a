//! Whether a text can be in the language it is said to be in.

use super::primary;
use super::script::{Script, scripts_of};
use super::words::{Known, lists_with};
use std::borrow::Cow;

/// What a text shows of the language it is said to be in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing speaks against it.
    Fits,
    /// It looks like another one, named here.
    Doubtful(String),
    /// It cannot be in it: what was found, as a clause.
    Contradicts(String),
}

/// How many words are looked at. What they show does not change after that, and pages may be books.
const ENOUGH: usize = 800;

/// Judges texts that are all said to be in the language of `tag`.
pub(crate) fn judge<'t>(tag: &str, texts: impl Iterator<Item = &'t str>) -> Verdict {
    let seen = Seen::of(texts);
    let signs = [Seen::by_script, Seen::by_words, Seen::by_letters].into_iter();
    signs.map(|by| by(&seen, tag)).find(|found| *found != Verdict::Fits).unwrap_or(Verdict::Fits)
}

/// Letters that Persian, Urdu and Kurdish write and standard Arabic does not: names and dialects have one now and then.
const NOT_ARABIC: [char; 4] = ['پ', 'چ', 'ژ', 'گ'];

/// What was seen in a text.
#[derive(Debug, Default)]
struct Seen<'t> {
    /// Letters in words of two letters or more, by script.
    letters: [usize; Script::COUNT],
    all_letters: usize,
    /// The longest word of each script, in letters.
    longest: [usize; Script::COUNT],
    words: usize,
    /// Words with a letter that Arabic does not write.
    not_arabic: Vec<&'t str>,
    common: Vec<Common>,
}

/// A common word in a text.
#[derive(Debug, Clone, Copy)]
struct Common {
    word: &'static str,
    /// The lists it is in.
    lists: u64,
    /// Whether it stands in lower case or first in a text, as in a sentence and not in a name.
    is_lower: bool,
}

impl<'t> Seen<'t> {
    fn of(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut seen = Seen::default();
        for text in texts {
            let mut is_first = true;
            for word in text.split(|c: char| !is_part_of_word(c)).filter(|word| !word.is_empty()) {
                if seen.words >= ENOUGH {
                    return seen;
                }
                seen.put(word, is_first);
                is_first = false;
            }
        }
        seen
    }

    fn put(&mut self, word: &'t str, is_first: bool) {
        let mut letters = word.chars().filter_map(|letter| Some((letter, Script::of(letter)?)));
        let Some((first, script)) = letters.next() else { return };
        let count = if word.is_ascii() { word.len() } else { letters.clone().count() + 1 };
        // A letter alone is a sign, as in mathematics, but for scripts that write a word with it.
        if count < 2 && script != Script::Han {
            return;
        }
        if word.is_ascii() {
            self.letters[script as usize] += count;
        } else {
            // Japanese words have letters of two scripts.
            self.letters[script as usize] += 1;
            letters.for_each(|(_, script)| self.letters[script as usize] += 1);
        }
        self.all_letters += count;
        let longest = &mut self.longest[script as usize];
        *longest = count.max(*longest);
        self.words += 1;
        if script == Script::Arabic && word.contains(NOT_ARABIC) {
            self.not_arabic.push(word);
        }
        let lower =
            if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) };
        if let Some((word, lists)) = lists_with(&lower) {
            self.common.push(Common { word, lists, is_lower: is_first || !first.is_uppercase() });
        }
    }

    fn count(&self, scripts: &[Script]) -> usize {
        scripts.iter().map(|script| self.letters[*script as usize]).sum()
    }

    /// Letters that the language is never written in. Latin letters may transliterate any language, and letters we know
    /// nothing of prove nothing.
    fn by_script(&self, tag: &str) -> Verdict {
        let Some(scripts) = scripts_of(tag) else { return Verdict::Fits };
        let is_foreign =
            |script: &Script| !scripts.contains(script) && !matches!(script, Script::Latin | Script::Other);
        let is_there = |script: &Script| self.count(&[*script]) > 0 && is_foreign(script);
        let foreign: Vec<Script> = Script::all().filter(is_there).collect();
        let Some(main) = foreign.iter().copied().max_by_key(|script| (self.count(&[*script]), *script as u8)) else {
            return Verdict::Fits;
        };
        let (count, share) = (self.count(&foreign), ratio(self.count(&foreign), self.all_letters));
        // Signs and letters that mathematics borrows are no words.
        let is_text = main.has_no_word_spaces() || self.longest[main as usize] >= 3;
        let is_all = share >= 1.0 && count >= if main == Script::Han { 2 } else { 4 };
        let least = if main.has_no_word_spaces() { 8 } else { 20 };
        // Japanese has many Chinese characters; what Chinese never has are kana.
        let most = if main == Script::Kana && scripts.contains(&Script::Han) { 0.2 } else { 0.75 };
        let what = || format!("its text is written in {} letters", main.name());
        if is_text && (is_all || count >= least) && share >= most {
            return Verdict::Contradicts(what());
        }
        if is_text && count >= least && share >= 0.5 { Verdict::Doubtful(what()) } else { Verdict::Fits }
    }

    /// Letters that Arabic does not write, in more words than names would account for.
    fn by_letters(&self, tag: &str) -> Verdict {
        if primary(tag) != "ar" {
            return Verdict::Fits;
        }
        let words = distinct(self.not_arabic.iter().copied());
        if words.len() < 3 || ratio(words.len(), self.words) < 0.1 {
            return Verdict::Fits;
        }
        Verdict::Doubtful(format!("its text has letters that Arabic does not: {}", examples(&words)))
    }

    /// Common words of another language, and next to none of its own.
    fn by_words(&self, tag: &str) -> Verdict {
        let declared = Known::of(&primary(tag));
        let own_list = declared.map_or(0, Known::bit);
        let count =
            |other: Known| self.common.iter().filter(|word| word.is_lower && word.is_of(other.bit(), own_list)).count();
        let Some((other, theirs)) = Known::all().map(|other| (other, count(other))).max_by_key(|(_, count)| *count)
        else {
            return Verdict::Fits;
        };
        let own = self.common.iter().filter(|word| word.is_of(own_list, other.bit())).count();
        let share = ratio(theirs, self.words);
        let foreign = self.common.iter().filter(|word| word.is_lower && word.is_of(other.bit(), own_list));
        let distinct = distinct(foreign.map(|common| common.word));
        if distinct.len() < 3 || share < 0.12 || (theirs < 4 && share < 0.3) || own * 2 > theirs {
            return Verdict::Fits;
        }
        // What a language without a list is like is not known; that it is not in Latin letters may be.
        let is_disproved = match declared {
            Some(declared) => !declared.is_near(other),
            None => scripts_of(tag).is_some_and(|scripts| ratio(self.count(scripts), self.all_letters) < 0.1),
        };
        let what = format!("its text is in {}: it has words such as {}", other.name(), examples(&distinct));
        let is_much = share >= 0.2 || distinct.len() >= 6;
        if is_disproved && is_much && own * 8 <= theirs {
            Verdict::Contradicts(what)
        } else if declared.is_some() || is_disproved || share >= 0.3 {
            Verdict::Doubtful(what)
        } else {
            Verdict::Fits
        }
    }
}

impl Common {
    /// Whether it is in one of these lists and in none of those.
    fn is_of(self, lists: u64, others: u64) -> bool {
        self.lists & lists != 0 && self.lists & others == 0
    }
}

/// Each word once, in the order in which they come.
fn distinct<'t>(words: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut distinct = Vec::new();
    for word in words {
        if !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct
}

/// A few of the words, as they are shown.
fn examples(words: &[&str]) -> String {
    let shown: Vec<String> = words.iter().take(3).map(|word| format!("`{word}`")).collect();
    shown.join(", ")
}

/// Letters with their marks, and the sign that Persian writes within words.
fn is_part_of_word(c: char) -> bool {
    c.is_alphabetic()
        || c == '\u{200c}'
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};

    fn verdict(tag: &str, text: &str) -> &'static str {
        match judge(tag, std::iter::once(text)) {
            Verdict::Fits => "fits",
            Verdict::Doubtful(_) => "doubtful",
            Verdict::Contradicts(_) => "contradicts",
        }
    }

    #[test]
    fn scripts_and_words_decide() {
        let english = "The library is open for all of you, and it is not far from the station.";
        let persian = "این کتابخانه هر روز باز است و برای شما که از راه دور می‌آیید جا دارد.";
        let arabic = "المكتبة مفتوحة كل يوم لكل من يريد أن يقرأ في هذا المكان الذي لا مثيل له.";
        let urdu = "یہ کتب خانہ ہر روز کھلا ہے اور اس میں سب کے لیے جگہ ہے جو پڑھنا چاہیں۔";
        for (tag, text, expected) in [
            ("en", english, "fits"),
            ("en-GB", english, "fits"),
            ("fa", english, "contradicts"),
            ("de", english, "contradicts"),
            ("tlh", english, "doubtful"),
            ("fa", persian, "fits"),
            ("prs", persian, "fits"),
            ("ar", persian, "contradicts"),
            ("en", persian, "contradicts"),
            ("az", persian, "doubtful"),
            ("ar", arabic, "fits"),
            ("ar", "نان تازه هر بامداد: گندم، جو، چاودار. کلوچه‌های گردویی، پنیر تازه، ژله و چای گرم", "doubtful"),
            ("ar", "وصلت سيارة پورشه إلى گراج المدينة صباح اليوم، ثم خرجت منه مع صاحبها إلى البحر الكبير", "fits"),
            ("fa", "نان تازه هر بامداد: گندم، جو، چاودار. کلوچه‌های گردویی، پنیر تازه، ژله و چای گرم", "fits"),
            ("fa", arabic, "contradicts"),
            ("ur", urdu, "fits"),
            ("fa", urdu, "contradicts"),
            ("ar-Latn", "al-maktaba maftuha", "fits"),
            ("ar-Latn", arabic, "contradicts"),
            ("sr", "Библиотека је отворена сваки дан", "fits"),
            ("sr", "Biblioteka je otvorena svaki dan", "fits"),
            ("ja", "図書館", "fits"),
            ("zh", "图书馆每天开放", "fits"),
            ("zh", "図書館は毎日開いていますのでどうぞ", "contradicts"),
            ("ko", "圖書館", "fits"),
            ("ko", "図書館は毎日開いていますのでどうぞ", "contradicts"),
            ("en", "図書館は毎日開いていますのでどうぞ", "contradicts"),
            ("en", "", "fits"),
            ("en", "x = 1", "fits"),
            ("en", "α β γ δ ε", "fits"),
            ("en", "मेट्रो", "contradicts"),
            ("nb", "Det er ikke for alle, men de har en på lager", "fits"),
            ("da", "Huset är stort och det är inte från i år, som alla har sagt", "doubtful"),
            ("xyz", "Huset är stort och det är inte från i år, som alla har sagt", "doubtful"),
        ] {
            assert_eq!(verdict(tag, text), expected, "{tag}: {text}");
        }
    }
}
