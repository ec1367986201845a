//! What is said, for those parts of the popup that are script: from the same files as everything else that speaks.

use sada_survey::{LANGUAGES, Language, Line, Messages};
use serde_json::{Map, Value, json};

/// The languages of the button, for which every page pays, and of the second stage where it could not even fetch words.
/// Others are spoken once the popup is there.
const SPARE: [&str; 3] = ["ar", "en", "fa"];
/// What stands before the lines among the packed words: direction, digit zero, plural.
const BEFORE_LINES: usize = 3;
/// The lines of `www/loader/lines.js`, in its order.
const LINES: [Line; 4] = [Line::Unavailable, Line::Close, Line::FrameTitle, Line::FrameLink];

fn messages<'a>(tags: &'a [&str]) -> impl Iterator<Item = (&'a str, &'static Messages)> {
    tags.iter().filter_map(|tag| Some((*tag, Messages::of(Language::of_tag(tag)?))))
}

/// What the button says, by language.
pub fn labels() -> Value {
    let label = |(tag, messages): (&str, &Messages)| (tag.to_owned(), json!(messages[Line::Feedback]));
    Value::Object(messages(&SPARE).map(label).collect())
}

/// Every language's words, as the popup gets them.
pub fn packed() -> impl Iterator<Item = (&'static str, String)> {
    LANGUAGES.iter().map(|language| (language.tag, Messages::of(language).packed()))
}

/// The names in capitals that the second stage's modules use.
pub fn names() -> Vec<(&'static str, Value)> {
    let tags: Value = LANGUAGES.iter().map(|language| language.tag).collect();
    let places: Vec<usize> = LINES.iter().map(|line| BEFORE_LINES + *line as usize).collect();
    let spare = |(tag, messages): (&str, &Messages)| {
        let lines = LINES.iter().map(|line| json!(messages[*line]));
        (tag.to_owned(), std::iter::once(json!(messages.direction.as_str())).chain(lines).collect())
    };
    let spare: Map<String, Value> = messages(&SPARE).map(spare).collect();
    // The direction stands first.
    let places: Vec<usize> = std::iter::once(0).chain(places).collect();
    vec![("SADA_TAGS", tags), ("SADA_LINES", json!(places)), ("SADA_SPARE", Value::Object(spare))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_to_the_lines_they_are_named_after() {
        let names: Map<String, Value> = names().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let (_, packed) = packed().find(|(tag, _)| *tag == "fa").unwrap();
        let packed: Value = serde_json::from_str(&packed).unwrap();
        let places = names["SADA_LINES"].as_array().unwrap();
        let said: Vec<&Value> =
            places.iter().map(|place| &packed[usize::try_from(place.as_u64().unwrap()).unwrap()]).collect();
        let spare: Vec<&Value> = names["SADA_SPARE"]["fa"].as_array().unwrap().iter().collect();
        assert_eq!(said, spare);
        assert_eq!(said[0], "rtl");
    }

    #[test]
    fn the_button_speaks_the_languages_that_are_complete_everywhere() {
        for tag in SPARE {
            assert!(labels()[tag].is_string(), "{tag}");
        }
    }
}
