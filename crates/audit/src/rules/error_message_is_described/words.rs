//! What texts say of errors.

use crate::page::{folded, folded_words};

/// Words for "there is an error", in the languages we can read.
const ERRORS: &str = "error errors invalid incorrect wrong خطا غلط نامعتبر نادرست اشتباه";
/// Words that go with them and give no reason.
const FILLERS: &str = "value values input entry field for in of the a is your this please check try again not an there was \
    failed with قیمه القیمه فی حقل الحقل ل مقدار فیلد در است یک لطفا دوباره";

/// The words of a text; "not valid" and "not right" are one word in Arabic too.
fn words(text: &str) -> Vec<String> {
    let mut words = folded_words(text);
    for at in (1..words.len()).rev() {
        let is_right = ["صالح", "صالحه", "صحیح", "صحیحه"].contains(&words[at].as_str());
        if is_right && words[at - 1] == "غیر" {
            words.remove(at);
            "نامعتبر".clone_into(&mut words[at - 1]);
        }
    }
    words
}

/// Whether a text says that something is wrong or missing.
pub(super) fn speaks_of_error(text: &str) -> bool {
    const ASKED: &[&str] = &["please fill", "please complete", "cannot be empty", "must be filled"];
    let folded = folded(text);
    words(text).iter().any(|word| ERRORS.split(' ').any(|known| known == word))
        || ASKED.iter().any(|words| folded.contains(words))
}

/// Whether a word of a message is one that a field is called by.
pub(super) fn names_field(message: &str, names: &str) -> bool {
    let names = words(names);
    words(message).iter().any(|word| names.contains(word))
}

/// Words that ask for something to be filled in, and say no more than that.
const ASKING: &str = "please fill in out enter complete provide is are required missing must be filled cannot empty field the \
    your a یرجی ملء ادخال ادخل املا حقل مطلوب فارغ من فضلک لطفا را پر وارد کنید الزامی خالی است فیلد";

/// Whether one of the sentences of a text asks for what a field is called, and says no more.
pub(super) fn asks_for(text: &str, name: &str) -> bool {
    let name = folded_words(name);
    let is_asking = |word: &String| ASKING.split_ascii_whitespace().any(|known| known == word);
    !name.is_empty()
        && text.split(['.', '!', '\n', ';', '؛', '۔']).any(|sentence| {
            let words = folded_words(sentence);
            let (own, others): (Vec<_>, Vec<_>) = words.into_iter().partition(|word| name.contains(word));
            own.len() == name.len() && !others.is_empty() && others.iter().all(is_asking)
        })
}

/// Whether a message speaks of an error and holds no word but that, fillers, and what fields are called.
pub(super) fn says_nothing(message: &str, names: &str) -> bool {
    let names = words(names);
    let is_empty = |word: &String| {
        ERRORS.split(' ').chain(FILLERS.split_ascii_whitespace()).any(|known| known == word) || names.contains(word)
    };
    words(message).iter().all(is_empty) && speaks_of_error(message)
}
