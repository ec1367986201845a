//! Reading a survey file.

use crate::check::DefinitionError;
use crate::definition::Survey;

/// Why a survey file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SurveyFileError {
    /// Not JSON, or not the JSON of a survey.
    #[error("line {line}, column {column}: {message}")]
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
        /// What was expected there.
        message: String,
    },
    /// The JSON of a survey that cannot be asked.
    #[error(transparent)]
    Definition(#[from] DefinitionError),
}

impl Survey {
    /// Reads and checks a survey.
    ///
    /// # Errors
    /// Where the text is not a survey, or why it cannot be asked.
    pub fn from_json(json: &str) -> Result<Self, SurveyFileError> {
        let survey: Survey = serde_json::from_str(json).map_err(|error| {
            let message = error.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
            SurveyFileError::Json { line: error.line(), column: error.column().max(1), message: message.to_owned() }
        })?;
        survey.check()?;
        Ok(survey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NPS: &str = include_str!("../../../www/surveys/nps.json");

    #[test]
    fn the_template_reads_and_writes_back_the_same() {
        let survey = Survey::from_json(NPS).unwrap();
        let again = Survey::from_json(&serde_json::to_string(&survey).unwrap()).unwrap();
        assert_eq!(survey, again);
        for language in crate::LANGUAGES {
            assert!(survey.questions.iter().all(|question| question.text.get(language.tag).is_some()));
        }
    }

    #[test]
    fn broken_files_say_what_and_where() {
        for (broken, said) in [
            ("{", "line 1, column 1: EOF while parsing an object"),
            ("[]", "line 1, column"),
            (&NPS.replacen("\"nps\"", "\"N P S\"", 1), "named `N P S`"),
            (&NPS.replace("\"long-text\"", "\"essay\""), "unknown variant `essay`"),
            (&NPS.replace("\"id\": \"why\"", "\"id\": \"nps\""), "two questions are named `nps`"),
            (&NPS.replacen("\"en\"", "\"xx\"", 1), "`title` is in `xx`"),
            (&NPS.replacen("\"version\"", "\"vresion\"", 1), "unknown field `vresion`"),
        ] {
            let error = Survey::from_json(broken).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
