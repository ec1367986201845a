//! The published schema of surveys and the code that reads them agree: editors allow what works, and warn of what does not.

use sada_survey::{LANGUAGES, Look, QuestionKind, Survey};
use sada_tests::{npm_package, root};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads `{schema, surveys}` and writes, for each survey, whether it is valid. `strictSchema` refuses keywords that it does not know.
const VALIDATE: &str = r#"
const [ajv] = process.argv.slice(1);
const Ajv = require(ajv + "/dist/2020.js").default;
const { schema, surveys } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const validate = new Ajv({ strictSchema: true, strictTypes: false, strictTuples: false }).compile(schema);
console.log(JSON.stringify(surveys.map((survey) => validate(survey))));
"#;

fn schema() -> Value {
    let path = root().join("www/schema/survey-1.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Which of the surveys the schema allows, as an implementation says that nobody here wrote.
fn validate(surveys: &[Value]) -> Vec<bool> {
    let mut node = Command::new("node");
    node.args(["-e", VALIDATE, "--"]).arg(npm_package("ajv", "8.20.0"));
    let mut node = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node is needed: install Node.js");
    let input = json!({"schema": schema(), "surveys": surveys}).to_string();
    node.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "the schema itself is not valid");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A survey with every kind of question and every field.
fn every_kind() -> Value {
    serde_json::from_str(include_str!("../../crates/survey/tests/every-kind.json")).unwrap()
}

/// Puts `value` where the JSON pointer says; `null` takes out what is there.
fn changed(pointer: &str, value: Value) -> Value {
    let mut survey = every_kind();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match survey.pointer_mut(parent).unwrap() {
        Value::Object(fields) if value.is_null() => drop(fields.remove(field).unwrap()),
        Value::Object(fields) => drop(fields.insert(field.to_owned(), value)),
        Value::Array(list) => list[field.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} leads into {other}"),
    }
    survey
}

#[test]
fn what_comes_with_the_product_is_allowed_by_both() {
    let mut names = vec!["every-kind".to_owned()];
    let mut surveys = vec![every_kind()];
    for entry in std::fs::read_dir(root().join("www/surveys")).unwrap() {
        let path = entry.unwrap().path();
        surveys.push(serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap());
        names.push(path.display().to_string());
    }
    assert!(surveys.len() > 1);
    for ((name, survey), is_valid) in names.iter().zip(&surveys).zip(validate(&surveys)) {
        assert!(is_valid, "{name} is not valid");
        Survey::from_json(&survey.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn what_is_broken_is_refused_by_both() {
    let text = json!({"en": "x"});
    let choices = |count: usize| (0..count).map(|id| json!({"id": format!("n{id}"), "text": text})).collect::<Value>();
    let broken = [
        ("/id", Value::Null),
        ("/id", json!("A B")),
        ("/version", json!("1")),
        ("/version", json!(-1)),
        ("/vresion", json!(1)),
        ("/title", Value::Null),
        ("/title", json!({})),
        ("/title", json!({"en": " "})),
        ("/title", json!({"en-GB": "x"})),
        ("/title", json!({"en": "x".repeat(5_001)})),
        ("/thanks", json!("x")),
        ("/questions", json!([])),
        ("/questions", (0..101).map(|id| json!({"id": format!("q{id}"), "kind": "statement", "text": text})).collect()),
        ("/questions/0/id", json!("end")),
        ("/questions/0/kind", json!("essay")),
        ("/questions/0/text", Value::Null),
        ("/questions/0/hlep", text.clone()),
        ("/questions/0/required", json!("yes")),
        ("/questions/0/same_page", json!(true)),
        ("/questions/0/look", json!("stars")),
        ("/questions/2/look", json!("hearts")),
        ("/questions/3/low", text.clone()),
        ("/questions/7/high", text.clone()),
        ("/questions/3/choices", Value::Null),
        ("/questions/3/choices", choices(1)),
        ("/questions/4/choices", choices(101)),
        ("/questions/8/choices", Value::Null),
        ("/questions/8/choices/0/id", json!("other")),
        ("/questions/8/choices/0/text", Value::Null),
        ("/questions/5/choices", choices(2)),
        ("/questions/8/other", json!(true)),
        ("/questions/8/rows", Value::Null),
        ("/questions/8/rows/0/low", text.clone()),
        ("/questions/8/rows/0/text", Value::Null),
        ("/questions/8/rows", choices(101)),
        ("/questions/7/rows", Value::Null),
        ("/questions/7/rows/0/text", text.clone()),
        ("/questions/7/rows/0/high", Value::Null),
        ("/questions/3/rows", choices(1)),
        ("/questions/11/agree", text.clone()),
        ("/questions/5/longest", json!(0)),
        ("/questions/6/longest", json!(5_001)),
        ("/questions/9/longest", json!(10)),
        ("/questions/10/required", json!(true)),
        ("/questions/0/when", json!(vec![json!({"go_to": "end"}); 101])),
        ("/questions/0/when/0/go_to", Value::Null),
        ("/questions/0/when/0/at_least", json!(-1)),
        ("/questions/0/when/0/at_most", json!(11)),
        ("/questions/0/when/0/is", json!([])),
        ("/questions/0/when/0/is", json!(["nine"])),
        ("/questions/4/when/0/at_least", json!(1)),
        ("/questions/6/when", json!([{"is": ["x"], "go_to": "end"}])),
        ("/questions/11/when/0/is", json!([false])),
    ];
    let surveys: Vec<_> = broken.iter().map(|(pointer, value)| changed(pointer, value.clone())).collect();
    let mut allowed = Vec::new();
    for (((pointer, value), survey), is_valid) in broken.iter().zip(&surveys).zip(validate(&surveys)) {
        let shown: String = value.to_string().chars().take(80).collect();
        if is_valid {
            allowed.push(format!("the schema allows {pointer} = {shown}"));
        }
        if Survey::from_json(&survey.to_string()).is_ok() {
            allowed.push(format!("the code allows {pointer} = {shown}"));
        }
    }
    assert!(allowed.is_empty(), "{allowed:#?}");
}

/// Where one part of a survey speaks of another, a schema has no words.
#[test]
fn what_no_schema_can_say_is_refused_by_the_code() {
    for (pointer, value) in [
        ("/questions/0/id", json!("csat")),
        ("/questions/3/choices/0/id", json!("speed")),
        ("/questions/0/when/0/go_to", json!("nowhere")),
        ("/questions/2/when", json!([{"go_to": "nps"}])),
        ("/questions/5/same_page", json!(true)),
        ("/questions/3/when/0/is", json!(["smell"])),
        ("/questions/4/when/0/is", json!(["other"])),
    ] {
        assert!(Survey::from_json(&changed(pointer, value).to_string()).is_err(), "{pointer}");
    }
}

#[test]
fn kinds_looks_and_languages_are_those_of_the_code() {
    let schema = schema();
    let texts = |value: &Value| value.as_str().unwrap().to_owned();
    let question = &schema["$defs"]["question"]["properties"];
    let kinds = question["kind"]["oneOf"].as_array().unwrap().iter().map(|kind| texts(&kind["const"]));
    assert_eq!(kinds.collect::<Vec<_>>(), QuestionKind::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (name, kind) in QuestionKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), *name);
    }

    let looks = question["look"]["enum"].as_array().unwrap().iter().map(texts);
    let known = [Look::Numbers, Look::Stars, Look::Faces].map(|look| texts(&serde_json::to_value(look).unwrap()));
    assert_eq!(looks.collect::<Vec<_>>(), known);

    let languages = schema["$defs"]["text"]["properties"].as_object().unwrap().keys().map(String::as_str);
    assert_eq!(languages.collect::<BTreeSet<_>>(), LANGUAGES.iter().map(|language| language.tag).collect());
}
