//! The lines as files, and as the popup gets them.

use super::{Line, Messages};
use crate::language::{Direction, LANGUAGES, Language};
use crate::map::Map;
use serde::Deserialize;
use std::sync::LazyLock;

/// Every language's file, in the order of [`LANGUAGES`].
static ALL: LazyLock<Vec<Messages>> = LazyLock::new(|| {
    let read = |(language, file): (&Language, &&str)| read(language, file).expect("a test reads every file");
    LANGUAGES.iter().zip(FILES).map(read).collect()
});

macro_rules! files {
    ($($tag:literal)*) => { &[$(include_str!(concat!("../../messages/", $tag, ".json"))),*] };
}

const FILES: &[&str] =
    files!["ar" "de" "en" "es" "fa" "fr" "he" "hi" "id" "ja" "ko" "pt" "ru" "sw" "tr" "uk" "ur" "vi" "zh"];

/// What the lines are called in the files, in the order of [`Line`].
const KEYS: [&str; Line::COUNT] = [
    "name",
    "feedback",
    "unavailable",
    "optional",
    "send",
    "next",
    "back",
    "close",
    "later",
    "progress",
    "sending",
    "saved_on_device",
    "kept_in_page",
    "refused",
    "problems",
    "choose_number",
    "choose_one",
    "choose_some",
    "choose_each",
    "write",
    "write_other",
    "too_long",
    "email",
    "agree_or_empty",
    "must_agree",
    "not_an_answer",
    "other",
    "other_words",
    "email_label",
    "agree",
    "csat_1",
    "csat_2",
    "csat_3",
    "csat_4",
    "csat_5",
    "star_1",
    "star_2",
    "star_3",
    "star_4",
    "star_5",
    "announced",
    "copy",
    "frame_title",
    "frame_link",
];

const PLURAL: &str = "characters_left";

#[derive(Deserialize)]
#[serde(untagged)]
enum Said {
    Line(String),
    Plural(Map<String>),
}

fn read(language: &Language, file: &str) -> Result<Messages, String> {
    let said: Map<Said> = serde_json::from_str(file).map_err(|error| format!("{}: {error}", language.tag))?;
    let line = |key: &&str| match said.get(key) {
        Some(Said::Line(line)) if !line.trim().is_empty() => Ok(line.clone()),
        _ => Err(format!("{}: no line `{key}`", language.tag)),
    };
    if let Some((key, _)) = said.iter().find(|(key, _)| *key != PLURAL && !KEYS.contains(key)) {
        return Err(format!("{}: `{key}` is no line", language.tag));
    }
    let Some(Said::Plural(characters_left)) = said.get(PLURAL) else {
        return Err(format!("{}: no `{PLURAL}` by plural category", language.tag));
    };
    Ok(Messages {
        tag: language.tag.to_owned(),
        direction: language.direction,
        zero: language.zero,
        lines: KEYS.iter().map(line).collect::<Result<_, _>>()?,
        characters_left: characters_left.clone(),
    })
}

impl Messages {
    /// The lines of a language.
    pub fn of(language: &Language) -> &'static Messages {
        let index = LANGUAGES.iter().position(|known| known.tag == language.tag).unwrap_or_default();
        &ALL[index]
    }

    /// As the popup gets them: a JSON array of direction, digit zero, the plural, and every line in order.
    pub fn packed(&self) -> String {
        let direction = match self.direction {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        let start = [direction.into(), self.zero.to_string().into(), serde_json::json!(self.characters_left)];
        let lines = self.lines.iter().map(|line| line.as_str().into());
        start.into_iter().chain(lines).collect::<serde_json::Value>().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Question;

    /// Cardinal plural categories (CLDR 42 and later).
    const CATEGORIES: &[(&str, &[&str])] = &[
        ("ar", &["zero", "one", "two", "few", "many", "other"]),
        ("de", &["one", "other"]),
        ("en", &["one", "other"]),
        ("es", &["one", "many", "other"]),
        ("fa", &["one", "other"]),
        ("fr", &["one", "many", "other"]),
        ("he", &["one", "two", "other"]),
        ("hi", &["one", "other"]),
        ("id", &["other"]),
        ("ja", &["other"]),
        ("ko", &["other"]),
        ("pt", &["one", "many", "other"]),
        ("ru", &["one", "few", "many", "other"]),
        ("sw", &["one", "other"]),
        ("tr", &["one", "other"]),
        ("uk", &["one", "few", "many", "other"]),
        ("ur", &["one", "other"]),
        ("vi", &["other"]),
        ("zh", &["other"]),
    ];

    #[test]
    fn every_language_says_every_line() {
        assert_eq!(FILES.len(), LANGUAGES.len());
        for ((language, file), (tag, categories)) in LANGUAGES.iter().zip(FILES).zip(CATEGORIES) {
            let messages = read(language, file).unwrap();
            assert_eq!((messages.tag.as_str(), &messages[Line::Name]), (*tag, language.name));
            let given: Vec<_> = messages.characters_left.iter().map(|(category, _)| category).collect();
            assert_eq!(given, *categories, "{tag}");
        }
    }

    #[test]
    fn a_missing_and_an_unknown_line_are_named() {
        let english = FILES[2];
        let error = |file: &str| read(Language::ENGLISH, file).unwrap_err();
        assert_eq!(error(&english.replacen("\"send\"", "\"sent\"", 1)), "en: `sent` is no line");
        let send = english.lines().find(|line| line.contains("\"send\"")).unwrap();
        assert_eq!(error(&english.replacen(send, "", 1)), "en: no line `send`");
    }

    #[test]
    fn places_are_there_in_every_language() {
        for (line, places) in [
            (Line::Progress, &["{n}", "{total}"][..]),
            (Line::TooLong, &["{limit}"]),
            (Line::Announced, &["{question}", "F8"]),
        ] {
            for messages in ALL.iter() {
                for place in places {
                    assert_eq!(messages[line].matches(place).count(), 1, "{} {line:?} {place}", messages.tag);
                }
            }
        }
    }

    #[test]
    fn keys_are_the_names_of_the_lines() {
        // The first, the last and those around the groups: the compiler counts the rest.
        for (line, key) in [
            (Line::Name, "name"),
            (Line::Problems, "problems"),
            (Line::TooLong, "too_long"),
            (Line::Csat1, "csat_1"),
            (Line::Star5, "star_5"),
            (Line::Announced, "announced"),
            (Line::FrameLink, "frame_link"),
        ] {
            assert_eq!(KEYS[line as usize], key);
        }
    }

    #[test]
    fn numbers_and_places_are_written_in_the_language() {
        let arabic = Messages::of(Language::of_tag("ar").unwrap());
        assert_eq!(arabic.number(1024), "١٠٢٤");
        assert_eq!(arabic.number(0), "٠");
        let question = Question { kind: crate::QuestionKind::LongText, ..Question::default() };
        assert!(arabic.problem(&question, crate::Problem::TooLong).contains("٥٠٠٠"));
        let english = Messages::of(Language::ENGLISH);
        assert_eq!(english.with(Line::Progress, &[("n", "{total}"), ("total", "9")]), "Question {total} of 9");
    }

    #[test]
    fn the_popup_gets_an_array() {
        let packed: Vec<serde_json::Value> = serde_json::from_str(&Messages::of(Language::ENGLISH).packed()).unwrap();
        assert_eq!((packed.len(), &packed[0], &packed[1]), (Line::COUNT + 3, &"ltr".into(), &"0".into()));
        assert_eq!(packed[3 + Line::Send as usize], "Send");
    }
}
