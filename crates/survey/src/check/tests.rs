use super::*;
use serde_json::{Value, json};

/// A survey with every kind of question and every field, that can be asked.
fn survey() -> Value {
    serde_json::from_str(include_str!("../../tests/every-kind.json")).unwrap()
}

/// Everything that is wrong once `changes` are made, each a JSON pointer and what to put there (`null` takes it out).
fn faults(changes: &[(&str, Value)]) -> Vec<String> {
    let mut survey = survey();
    for (pointer, value) in changes {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        match survey.pointer_mut(parent).unwrap() {
            Value::Object(fields) if value.is_null() => drop(fields.remove(field)),
            Value::Object(fields) => drop(fields.insert(field.to_owned(), value.clone())),
            Value::Array(list) => list[field.parse::<usize>().unwrap()] = value.clone(),
            other => panic!("{pointer} leads into {other}"),
        }
    }
    let survey: Survey = serde_json::from_value(survey).unwrap();
    survey.check().err().unwrap_or_default().iter().map(DefinitionError::to_string).collect()
}

#[test]
fn every_kind_and_field_can_be_asked() {
    assert_eq!(faults(&[]), [""; 0]);
    let kinds: Vec<_> =
        survey()["questions"].as_array().unwrap().iter().map(|question| question["kind"].clone()).collect();
    assert!(QuestionKind::ALL.iter().all(|(name, _)| kinds.contains(&json!(name))));
}

#[test]
fn each_fault_is_found_where_it_is() {
    let text = json!({"en": "x"});
    let row = json!({"id": "r", "text": text});
    for (pointer, value, expected) in [
        ("/id", json!(""), "`id` is ``: an id is 1 to 64"),
        ("/id", json!("a".repeat(65)), "`id` is `aaa"),
        ("/title", json!({}), "`title` has no text: write it"),
        ("/title", json!({"en": " "}), "`title.en` is blank: write the text"),
        (
            "/thanks",
            json!({"en-GB": "x"}),
            "`thanks.en-GB` is not in a language that is spoken here: there are ar, de, en",
        ),
        ("/thanks/en", json!("x".repeat(5_001)), "`thanks.en` has 5001 characters: shorten it to 5000"),
        ("/questions/0/id", json!("N P S"), "`questions[0].id` is `N P S`: an id is"),
        ("/questions/6/id", json!("short"), "`questions[6].id` is `short`, and so is `questions[5].id`: answers"),
        ("/questions/10/id", json!("end"), "`questions[10].id` is `end`, which has a meaning of its own"),
        ("/questions/0/text", json!({}), "`questions[0].text` has no text"),
        ("/questions/0/help/en", json!("\t"), "`questions[0].help.en` is blank"),
        ("/questions/0/same_page", json!(true), "`questions[0].same_page` is true, and there is no question before"),
        ("/questions/0/high/xx", json!("x"), "`questions[0].high.xx` is not in a language"),
        ("/questions/0/look", json!("stars"), "`questions[0].look` means nothing for the kind `nps`: take it out"),
        ("/questions/10/required", json!(true), "`questions[10].required` means nothing for the kind `statement`"),
        ("/questions/3/low", text.clone(), "`questions[3].low` means nothing for the kind `single-choice`"),
        ("/questions/7/high", text.clone(), "`questions[7].high` means nothing for the kind `word-pairs`"),
        ("/questions/8/other", json!(true), "`questions[8].other` means nothing for the kind `matrix`"),
        (
            "/questions/5/choices",
            json!([{"id": "a", "text": text}]),
            "`questions[5].choices` means nothing for the kind `short-text`",
        ),
        ("/questions/3/rows", json!([row]), "`questions[3].rows` means nothing for the kind `single-choice`"),
        ("/questions/11/agree", text.clone(), "`questions[11].agree` means nothing for the kind `consent`"),
        ("/questions/9/agree/en", json!(""), "`questions[9].agree.en` is blank"),
        ("/questions/9/longest", json!(9), "`questions[9].longest` means nothing for the kind `contact`"),
        ("/questions/5/longest", json!(0), "`questions[5].longest` is 0: it must be from 1 to 5000"),
        ("/questions/6/longest", json!(5_001), "`questions[6].longest` is 5001: it must be from 1 to 5000"),
        ("/questions/3/choices/1/id", json!("other"), "`questions[3].choices[1].id` is `other`, which has a meaning"),
        (
            "/questions/8/choices/1/id",
            json!("price"),
            "`questions[8].choices[1].id` is `price`, and so is `questions[8].choices[0].id`",
        ),
        ("/questions/8/choices/1/text/en", json!(" "), "`questions[8].choices[1].text.en` is blank"),
        (
            "/questions/8/choices",
            json!([{"id": "a", "text": text}]),
            "`questions[8].choices` has 1 of the at least 2 that are needed",
        ),
        ("/questions/8/choices", Value::Null, "`questions[8].choices` has 0 of the at least 2"),
        ("/questions/8/rows", Value::Null, "`questions[8].rows` has 0 of the at least 1"),
        (
            "/questions/8/rows",
            json!(vec![row.clone(); 2]),
            "`questions[8].rows[1].id` is `r`, and so is `questions[8].rows[0].id`",
        ),
        ("/questions/8/rows/0/id", json!("a.b"), "`questions[8].rows[0].id` is `a.b`: an id is"),
        ("/questions/8/rows/0/text", Value::Null, "`questions[8].rows[0].text` has no text"),
        ("/questions/8/rows/0/low", text.clone(), "`questions[8].rows[0].low` means nothing for the kind `matrix`"),
        (
            "/questions/7/rows/0/text",
            text.clone(),
            "`questions[7].rows[0].text` means nothing for the kind `word-pairs`",
        ),
        ("/questions/7/rows/0/high", Value::Null, "`questions[7].rows[0].high` has no text"),
    ] {
        assert_one(pointer, value, expected);
    }
}

#[test]
fn branches_lead_forward_on_answers_that_can_be() {
    for (pointer, value, expected) in [
        ("/questions/0/when/0/at_least", json!(-1), "`questions[0].when[0].at_least` is -1: it must be from 0 to 10"),
        ("/questions/0/when/0/at_most", json!(11), "`questions[0].when[0].at_most` is 11: it must be from 0 to 10"),
        (
            "/questions/4/when/0/at_most",
            json!(1),
            "`questions[4].when[0].at_most` means nothing for the kind `multiple-choice`",
        ),
        (
            "/questions/0/when/1/is/1",
            json!(11),
            "`questions[0].when[1].is[1]` is no answer to this question: the answers are 0, 1, 2",
        ),
        ("/questions/0/when/1/is/0", json!("nine"), "`questions[0].when[1].is[0]` is no answer"),
        (
            "/questions/3/when/0/is/0",
            json!("smell"),
            "`questions[3].when[0].is[0]` is no answer to this question: the answers are \"price\", \"speed\", \"other\"",
        ),
        (
            "/questions/4/when/0/is/0",
            json!("other"),
            "`questions[4].when[0].is[0]` is no answer to this question: the answers are \"price\", \"speed\"",
        ),
        (
            "/questions/11/when/0/is/0",
            json!(false),
            "`questions[11].when[0].is[0]` is no answer to this question: the answers are true",
        ),
        (
            "/questions/6/when",
            json!([{"is": ["x"], "go_to": "end"}]),
            "`questions[6].when[0].is` means nothing for the kind `long-text`",
        ),
        (
            "/questions/8/when",
            json!([{"is": [{"food": "price"}], "go_to": "end"}]),
            "`questions[8].when[0].is` means nothing for the kind `matrix`",
        ),
        (
            "/questions/0/when/0/go_to",
            json!("nowhere"),
            "`questions[0].when[0].go_to` is `nowhere`, and no question has that id",
        ),
        (
            "/questions/0/when/0/go_to",
            json!("nps"),
            "`questions[0].when[0].go_to` is `nps`, which is not on a later page",
        ),
        (
            "/questions/0/when/0/go_to",
            json!("beside"),
            "`questions[0].when[0].go_to` is `beside`, which is not on a later page",
        ),
        (
            "/questions/1/when",
            json!([{"go_to": "nps"}]),
            "`questions[1].when[0].go_to` is `nps`, which is not on a later page",
        ),
        (
            "/questions/4/when/0/go_to",
            json!("csat"),
            "`questions[4].when[0].go_to` is `csat`, which is not on a later page",
        ),
        ("/questions/5/same_page", json!(true), "`questions[3].when[0].go_to` is `short`, which does not begin a page"),
    ] {
        assert_one(pointer, value, expected);
    }
    let unreachable = json!([{"go_to": "end"}, {"at_least": 9, "at_most": 1, "go_to": "csat"}]);
    assert_eq!(faults(&[("/questions/0/when", unreachable)]), [""; 0], "never taken, and no harm");
    assert_eq!(faults(&[("/questions/10/when", json!([{"go_to": "agreed"}]))]), [""; 0], "a statement leads on, too");
}

fn assert_one(pointer: &str, value: Value, expected: &str) {
    let found = faults(&[(pointer, value)]);
    assert!(found.len() == 1 && found[0].starts_with(expected), "{pointer}: {found:?} instead of {expected}");
}

#[test]
fn everything_is_said_at_once() {
    let found = faults(&[
        ("/thanks", json!({})),
        ("/questions/0/when/0/go_to", json!("x")),
        ("/questions/2/longest", json!(0)),
        ("/id", json!("A")),
    ]);
    let places: Vec<_> = found.iter().map(|said| said.split('`').nth(1).unwrap()).collect();
    assert_eq!(places, ["id", "questions[0].when[0].go_to", "questions[2].longest", "questions[2].longest", "thanks"]);
}

#[test]
fn lists_end_somewhere() {
    let text = json!({"en": "x"});
    let named =
        |count: usize| (0..count).map(|index| json!({"id": format!("n{index}"), "text": text})).collect::<Value>();
    let questions = |count: usize| {
        (0..count).map(|index| json!({"id": format!("q{index}"), "kind": "statement", "text": text})).collect::<Value>()
    };
    let branches = |count: usize| json!(vec![json!({"go_to": "end"}); count]);
    for (pointer, most, list) in [
        ("/questions", 100, &questions as &dyn Fn(usize) -> Value),
        ("/questions/4/choices", 100, &named),
        ("/questions/3/choices", 99, &named),
        ("/questions/8/rows", 100, &named),
        ("/questions/8/when", 100, &branches),
    ] {
        let said = |count: usize| {
            faults(&[("/questions/3/when", json!([])), ("/questions/4/when", json!([])), (pointer, list(count))])
        };
        assert_eq!(said(most), [""; 0], "{pointer}");
        let found = said(most + 1);
        let expected = format!("has {} of the at most {most} that are taken", most + 1);
        assert!(found.len() == 1 && found[0].contains(&expected), "{pointer}: {found:?}");
    }
    let found = faults(&[("/questions", json!([]))]);
    assert!(found.len() == 1 && found[0].starts_with("`questions` has 0 of the at least 1"), "{found:?}");
}
