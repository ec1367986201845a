//! From the bytes on the wire to a checked response.

use crate::problem::ApiError;
use sada_survey::{Response, Survey};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// No response needs more than five levels; a parser's stack has an end.
const DEEPEST: usize = 32;

/// Reads a response and the hash of its content.
pub(crate) fn read(body: &[u8]) -> Result<(Response, Vec<u8>), ApiError> {
    let text = std::str::from_utf8(body).map_err(|error| {
        ApiError::bad_request(format!("The body is not UTF-8 from byte {}: encode it as UTF-8.", error.valid_up_to()))
    })?;
    check_depth(text)?;
    let content: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let mut response: Response = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    response.check().map_err(|error| ApiError::unprocessable(sentence(&error.to_string())))?;
    response.strip_address();
    Ok((response, content_hash(content)))
}

/// SHA-256 of what was sent, whatever the order of its fields, without what differs between two tries.
pub(crate) fn content_hash(mut content: Value) -> Vec<u8> {
    if let Some(fields) = content.as_object_mut() {
        fields.remove("rev");
        fields.remove("sent_at");
    }
    content.sort_all_objects();
    Sha256::digest(content.to_string()).to_vec()
}

/// Holds the answers against the survey, if this version of it is known. Older popups are out there for a while:
/// what they send is kept as it is.
pub(crate) fn check_answers(response: &Response, surveys: &[Survey]) -> Result<(), ApiError> {
    let Some(survey) = surveys.iter().find(|survey| survey.id == response.survey) else {
        let known: Vec<&str> = surveys.iter().map(|survey| survey.id.as_str()).collect();
        let (unknown, known) = (&response.survey, known.join(", "));
        let detail =
            format!("There is no survey `{unknown}` here: there are {known}. Start the collector with its file.");
        return Err(ApiError::unprocessable(detail));
    };
    if survey.version != response.survey_version {
        return Ok(());
    }
    if let Some((question, problem)) = survey.first_problem(&response.answers, response.complete) {
        return Err(ApiError::unprocessable(sentence(&format!("question `{}`: {problem}", question.id))));
    }
    match response.answers.iter().find(|(question, _)| survey.question(question).is_none()) {
        None => Ok(()),
        Some((unknown, _)) => {
            let detail = format!("Survey `{}` has no question `{unknown}`: take the answer out.", survey.id);
            Err(ApiError::unprocessable(detail))
        }
    }
}

/// Counts brackets outside of strings, before anything recurses.
fn check_depth(text: &str) -> Result<(), ApiError> {
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let (line, column) = place(text, index);
            let detail = format!(
                "The body is nested too deep at line {line}, column {column}: {DEEPEST} levels of brackets are taken."
            );
            return Err(ApiError::bad_request(detail));
        }
    }
    Ok(())
}

/// Line and column (in bytes) of a byte, counted from 1.
fn place(text: &str, index: usize) -> (usize, usize) {
    let lines = text.as_bytes()[..index].split(|byte| *byte == b'\n');
    lines.fold((0, 0), |(line, _), bytes| (line + 1, bytes.len() + 1))
}

fn not_json(error: &serde_json::Error) -> ApiError {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    let (line, column) = (error.line(), error.column().max(1));
    ApiError::bad_request(format!("The body is not the JSON of a response at line {line}, column {column}: {what}."))
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = r#"{"submission_id":"0192f0c1-7d3a-7000-8000-000000000001","survey":"nps","survey_version":1,"site":"demo",
        "answers":{"nps":9,"why":"[{\"سريع"},"page":{"url":"https://shop.example/?token=1"},"sent_at":"1","rev":1}"#;

    fn refusal(body: &[u8]) -> String {
        let error = read(body).unwrap_err();
        format!("{} {error:?}", error.status.as_u16())
    }

    #[test]
    fn the_query_of_the_page_is_not_kept() {
        let (response, _) = read(WIRE.as_bytes()).unwrap();
        assert_eq!(response.page.unwrap().url, "https://shop.example/");
    }

    #[test]
    fn deep_brackets_do_not_overflow_the_stack() {
        for deep in ["[".repeat(100_000), "{\"a\":".repeat(100_000), format!("{{\n \"x\": {}", "[".repeat(32))] {
            assert!(refusal(deep.as_bytes()).contains("32 levels of brackets"), "{}", &deep[..20]);
        }
        assert!(refusal(format!("\n{}", "[".repeat(33)).as_bytes()).contains("line 2, column 33"));
        assert!(check_depth(&format!("{}{}", "[]".repeat(1_000), "\"[[[[\\\"[[[[\"".repeat(100))).is_ok());
    }

    #[test]
    fn malformed_json_says_where() {
        assert!(refusal(b"{\n  \"site\": }").contains("line 2, column 11"));
        assert!(refusal(b"").starts_with("400"));
        assert!(refusal(b"[]").starts_with("400"));
        assert!(refusal(WIRE.replace("\"site\":\"demo\",", "").as_bytes()).contains("missing field `site`"));
    }

    #[test]
    fn bad_unicode_is_refused_wherever_it_stands() {
        let with = |bytes: &[u8]| {
            let (head, tail) = WIRE.split_once("سريع").unwrap();
            [head.as_bytes(), bytes, tail.as_bytes()].concat()
        };
        assert!(refusal(&with(b"\xff\xfe")).contains("not UTF-8 from byte"));
        assert!(refusal(&with(b"\xed\xa0\x80")).contains("not UTF-8"), "a lone surrogate");
        assert!(refusal(&with(b"\\ud800")).starts_with("400"), "an escaped lone surrogate");
        assert!(refusal(&with(b"\\u0000")).contains("U+0000"));
        assert!(
            refusal(WIRE.replace("\"rev\":1", "\"later\":\"\\udfff\"").as_bytes()).starts_with("400"),
            "unknown field"
        );
    }

    #[test]
    fn two_tries_have_the_same_content() {
        let hash = |wire: &str| read(wire.as_bytes()).unwrap().1;
        let first = hash(WIRE);
        assert_eq!(hash(&WIRE.replace("\"sent_at\":\"1\",\"rev\":1", "\"rev\":7,\"sent_at\":\"2\"")), first);
        assert_ne!(hash(&WIRE.replace("\"nps\":9", "\"nps\":8")), first);
    }

    #[test]
    fn answers_are_held_against_the_survey_that_is_known() {
        let nps = Survey::from_json(include_str!("../../../www/surveys/nps.json")).unwrap();
        let said = |from: &str, to: &str| {
            let (response, _) = read(WIRE.replace(from, to).as_bytes()).unwrap();
            check_answers(&response, std::slice::from_ref(&nps)).err().map(|error| format!("{error:?}"))
        };
        assert_eq!(said("", ""), None);
        assert!(said("\"nps\":9", "\"nps\":11").unwrap().contains("Question `nps`: the answer is not one"));
        assert!(said("\"nps\":9,", "").unwrap().contains("Question `nps`: an answer is required"));
        assert_eq!(said("\"answers\":{\"nps\":9,", "\"complete\":false,\"answers\":{"), None);
        assert!(
            said("\"survey\":\"nps\"", "\"survey\":\"other\"")
                .unwrap()
                .contains("no survey `other` here: there are nps")
        );
        assert!(said("\"nps\":9", "\"nps\":9,\"else\":1").unwrap().contains("no question `else`"));
        assert_eq!(said("\"survey_version\":1", "\"survey_version\":9"), None, "an older popup");
    }
}
