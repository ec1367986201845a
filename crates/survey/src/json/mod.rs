//! Reading a survey file.

mod locate;

use crate::definition::Survey;
use locate::Source;
use std::ops::Range;

/// Something wrong in a survey file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct Mistake {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters (Unicode scalar values).
    pub column: usize,
    /// What to point at, in bytes of the file; never past the end of the line.
    pub bytes: Range<usize>,
    /// What is wrong, and what to do about it.
    pub message: String,
}

/// Why a survey file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SurveyFileError {
    /// Not JSON, or not the JSON of a survey. Reading ends there.
    #[error("{0}")]
    Json(Mistake),
    /// The JSON of a survey that cannot be asked, for at least one reason.
    #[error("{}", in_one_line(.0))]
    Definition(Vec<Mistake>),
}

impl SurveyFileError {
    /// All that was found.
    pub fn mistakes(&self) -> &[Mistake] {
        match self {
            SurveyFileError::Json(mistake) => std::slice::from_ref(mistake),
            SurveyFileError::Definition(mistakes) => mistakes,
        }
    }
}

fn in_one_line(mistakes: &[Mistake]) -> String {
    mistakes.iter().map(Mistake::to_string).collect::<Vec<_>>().join("; ")
}

impl Survey {
    /// Reads and checks a survey.
    ///
    /// # Errors
    /// Where the text is not a survey, or every reason why it cannot be asked.
    pub fn from_json(json: &str) -> Result<Self, SurveyFileError> {
        let survey: Survey = serde_json::from_str(json).map_err(|error| {
            let message = error.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
            SurveyFileError::Json(locate::mistake(json, locate::of_parser(json, &error), message.to_owned()))
        })?;
        survey.check().map_err(|errors| {
            let source = Source::new(json);
            let mistakes =
                errors.iter().map(|error| locate::mistake(json, source.find(&error.place), error.to_string()));
            let mut mistakes: Vec<_> = mistakes.collect();
            mistakes.sort_by_key(|mistake| mistake.bytes.start);
            SurveyFileError::Definition(mistakes)
        })?;
        Ok(survey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NPS: &str = include_str!("../../../../www/surveys/nps.json");

    fn mistakes(json: &str) -> Vec<String> {
        Survey::from_json(json).unwrap_err().mistakes().iter().map(Mistake::to_string).collect()
    }

    #[test]
    fn what_is_no_survey_ends_where_it_ends() {
        for (broken, expected) in [
            ("", "line 1, column 1: EOF while parsing a value"),
            ("{", "line 1, column 1: EOF while parsing an object"),
            ("{\n", "line 2, column 1: EOF while parsing an object"),
            (
                "{\n  \"id\": \"nps\",\n  \"version\": \"one\"\n}",
                "line 3, column 18: invalid type: string \"one\", expected u32",
            ),
            ("{\"id\": \"صدى\", \"vresion\": 1}", "line 1, column 23: unknown field `vresion`"),
            ("{\"id\":\"a\",\"id\":\"b\"}", "line 1, column 14: duplicate field `id`"),
            (
                &NPS.replace("\"long-text\"", "\"long-text\", \"when\": [{\"is\": []}]"),
                "an empty list is no condition: name the answers",
            ),
            (&NPS.replace("\"long-text\"", "\"essay\""), "unknown variant `essay`"),
        ] {
            let said = mistakes(broken);
            assert!(said.len() == 1 && said[0].contains(expected), "{said:?}");
        }
    }

    #[test]
    fn what_cannot_be_asked_is_named_with_its_place() {
        let json = "{\n\t\"id\": \"N P S\", \"version\": 1,\n \"title\": {\"ar\": \"صدى\", \"xx\": \"echo\"},\n \"questions\": [\n  \
                    {\"id\": \"q\",\n   \"kind\": \"word-pairs\", \"text\": {\"en\": \"?\"},\n   \"low\": {\n    \"en\": \"a\"\n   },\n   \
                    \"rows\": [{\"id\": \"r\", \"low\": {\"en\": \"b\"}}]}],\n \"thanks\": {\"en\": \" \"}\n}";
        assert_eq!(
            mistakes(json),
            [
                "line 2, column 2: `id` is `N P S`: an id is 1 to 64 of a-z, 0-9, - and _",
                "line 3, column 25: `title.xx` is not in a language that is spoken here: there are ar, de, en, es, fa, fr, he, hi, \
                 id, ja, ko, pt, ru, sw, tr, uk, ur, vi, zh",
                "line 7, column 4: `questions[0].low` means nothing for the kind `word-pairs`: take it out",
                "line 10, column 13: `questions[0].rows[0].high` has no text: write it in at least one language, such as \
                 {\"en\": \"…\"}",
                "line 11, column 13: `thanks.en` is blank: write the text, or take this language out",
            ]
        );
        let error = Survey::from_json(json).unwrap_err();
        let pointed_at: Vec<_> = error.mistakes().iter().map(|mistake| &json[mistake.bytes.clone()]).collect();
        assert_eq!(pointed_at, ["\"id\": \"N P S\"", "\"xx\": \"echo\"", "\"low\": {", "{", "\"en\": \" \""]);
    }
}
