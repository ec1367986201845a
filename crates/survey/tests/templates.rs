//! The templates that come with the product can be asked, in each of the languages that everything is said in.
#![expect(clippy::unwrap_used, reason = "a test that cannot be carried out has failed")]

use sada_survey::Survey;
use serde_json::Value;
use std::path::Path;

/// Every template: its file's name and what is in it.
fn templates() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/surveys");
    let paths = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let paths = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let templates: Vec<_> = paths.map(|path| (name(&path), std::fs::read_to_string(path).unwrap())).collect();
    assert!(!templates.is_empty(), "{} has no templates", folder.display());
    templates
}

#[test]
fn templates_read_and_write_back_the_same() {
    for (name, json) in templates() {
        let survey = Survey::from_json(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(survey.id, name, "a template is found by its id");
        let written = serde_json::to_string(&survey).unwrap();
        let [before, after]: [Value; 2] = [&json, &written].map(|json| serde_json::from_str(json).unwrap());
        assert_eq!(after, before, "{name}");
        assert_eq!(Survey::from_json(&written).unwrap(), survey, "{name}");
    }
}

#[test]
fn templates_say_everything_in_english_arabic_and_persian() {
    for (name, json) in templates() {
        let mut missing = Vec::new();
        let count = untranslated(&serde_json::from_str(&json).unwrap(), &name, &mut missing);
        assert!(count >= 3, "{name}: title, question and thanks");
        assert!(missing.is_empty(), "{missing:?}");
    }
}

/// Counts the texts in `value`; those that lack a language are added to `missing`, with their place.
fn untranslated(value: &Value, place: &str, missing: &mut Vec<String>) -> usize {
    const TEXTS: [&str; 7] = ["title", "text", "help", "low", "high", "agree", "thanks"];
    match value {
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, item)| untranslated(item, &format!("{place}[{index}]"), missing)).sum()
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let place = format!("{place}.{name}");
                if !TEXTS.contains(&name.as_str()) {
                    return untranslated(value, &place, missing);
                }
                let lacks = |tag: &&str| value[*tag].as_str().is_none_or(|text| text.trim().is_empty());
                missing.extend(["en", "ar", "fa"].iter().filter(|tag| lacks(tag)).map(|tag| format!("{place}.{tag}")));
                1
            })
            .sum(),
        _ => 0,
    }
}
