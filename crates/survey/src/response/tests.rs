use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

const WIRE: &str = r#"{"submission_id":"0192f0c1-7d3a-7000-8000-000000000001","rev":2,"complete":true,"survey":"checkout","survey_version":3,
    "site":"pk_demo","channel":"popup","touchpoint":"checkout","answers":{"nps":9,"why":"سريع"},"lang":"ar","dir":"rtl",
    "page":{"url":"https://shop.example/checkout?mail=a@b#x","title":"…"},"context":{"viewport":[390,844],"theme":"dark"},
    "attributes":{"plan":"pro"},"shown_at":"2026-11-22T10:00:00Z","client_time":"2026-11-22T10:00:09Z","sent_at":"2026-11-22T10:00:09Z",
    "sada":"0.1.0","added_next_year":[1]}"#;

fn with_answers(answers: &Value) -> Result<Response, serde_json::Error> {
    let mut wire: Value = serde_json::from_str(WIRE).unwrap();
    wire["answers"] = answers.clone();
    // As bytes, the way it travels: numbers are parsed again.
    serde_json::from_str(&wire.to_string())
}

/// What comes out of where it was stored.
fn read_back(response: &Response) -> Response {
    serde_json::from_str(&serde_json::to_string(response).unwrap()).unwrap()
}

#[test]
fn the_wire_format_reads() {
    let mut response: Response = serde_json::from_str(WIRE).unwrap();
    response.check().unwrap();
    response.strip_address();
    assert_eq!(response.page.unwrap().url, "https://shop.example/checkout");
    assert_eq!(response.answers.get("nps"), Some(&Answer::Number(9)));
}

#[test]
fn every_form_of_answer_travels() {
    let text = |text: &str| Answer::Text(text.into());
    let parts =
        |of: &[(&str, Answer)]| Answer::Parts(of.iter().map(|(name, part)| ((*name).into(), part.clone())).collect());
    let own_words = parts(&[("other", text("ذوق"))]);
    let sent = r#"{"nps":9,"why":"سريع","reason":"price","own":{"other":"ذوق"},"some":["price",{"other":"ذوق"}],"none":[],
        "felt":{"calm":4},"areas":{"food":"good"},"contact":{"email":"a@b.c","consent":true},"agreed":true}"#;
    let response: Response = serde_json::from_str(&WIRE.replace(r#"{"nps":9,"why":"سريع"}"#, sent)).unwrap();
    response.check().unwrap();
    for (question, expected) in [
        ("nps", Answer::Number(9)),
        ("why", text("سريع")),
        ("reason", text("price")),
        ("own", own_words.clone()),
        ("some", Answer::Several(vec![text("price"), own_words])),
        ("none", Answer::Several(vec![])),
        ("felt", parts(&[("calm", Answer::Number(4))])),
        ("areas", parts(&[("food", text("good"))])),
        ("contact", parts(&[("email", text("a@b.c")), ("consent", Answer::Yes(true))])),
        ("agreed", Answer::Yes(true)),
    ] {
        assert_eq!(response.answers.get(question), Some(&expected), "{question}");
    }
    assert_eq!(read_back(&response), response);
    let sent: Value = serde_json::from_str(sent).unwrap();
    assert_eq!(serde_json::to_value(&response.answers).unwrap(), sent);
}

#[test]
fn what_cannot_be_stored_is_refused_by_name() {
    for (from, to, said) in [
        ("\"pk_demo\"", "\"pk demo\"", "`site` is `pk demo`"),
        ("\"rev\":2", "\"rev\":0", "counted from 1"),
        ("\"rtl\"", "\"up\"", "`dir` is `up`"),
        ("سريع", "\\u0000", "`answers.why` holds the character U+0000"),
        ("\"dark\"", "\"darkdarkdarkdarkdarkdarkdarkdarkdark\"", "`context.theme` has 36 characters"),
    ] {
        let response: Response = serde_json::from_str(&WIRE.replace(from, to)).unwrap();
        let error = response.check().unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    assert!(serde_json::from_str::<Response>(&WIRE.replace("\"why\"", "\"nps\"")).is_err(), "a key said twice");
}

#[test]
fn an_answer_is_as_wide_and_deep_as_questions_ask() {
    let wide = |count: usize| json!({"q": vec!["a"; count]});
    let rows = |count: usize| json!({"q": (0..count).map(|row| (format!("r{row}"), json!(1))).collect::<serde_json::Map<_, _>>()});
    let name = |length: usize| json!({"q": {"ق".repeat(length): 1}});
    let words = |length: usize| json!({"q": [{"other": "ق".repeat(length)}]});
    let many = |count: usize| (0..count).map(|question| (format!("q{question}"), json!(1))).collect::<Value>();
    for (answers, refused) in [
        (wide(100), None),
        (wide(101), Some("`answers.q` has 101 entries: at most 100 are taken")),
        (rows(100), None),
        (rows(101), Some("`answers.q` has 101 entries: at most 100 are taken")),
        (many(100), None),
        (many(101), Some("`answers` has 101 entries: at most 100 are taken")),
        (json!({"q": [[[1]]]}), None),
        (json!({"q": [[[[1]]]]}), Some("`answers.q` is nested too deep: at most 4 levels are taken")),
        (json!({"q": {"a": {"b": {"c": {"d": 1}}}}}), Some("`answers.q` is nested too deep")),
        (name(64), None),
        (name(65), Some("`answers.q` has 65 characters: at most 64 are taken")),
        (words(10_000), None),
        (words(10_001), Some("`answers.q` has 10001 characters")),
        (json!({"q": [{"other": "\0"}]}), Some("`answers.q` holds the character U+0000")),
        (json!({"q": {"\0": 1}}), Some("`answers.q` holds the character U+0000")),
        (json!({"\0": 1}), Some("`answers` holds the character U+0000")),
    ] {
        let error = with_answers(&answers).unwrap().check().err().map(|error| error.to_string());
        let fits = match (&error, refused) {
            (None, None) => true,
            (Some(error), Some(refused)) => error.starts_with(refused),
            _ => false,
        };
        assert!(fits, "{error:?} instead of {refused:?}");
    }
}

#[test]
fn what_is_no_answer_is_named() {
    for answer in [json!(null), json!(9.5), json!(u64::MAX), json!([null]), json!({"row": 0.5})] {
        let error = with_answers(&json!({"q": answer})).unwrap_err().to_string();
        assert!(error.starts_with("an answer is true or false, a whole number, "), "{error}");
    }
    let twice = WIRE.replace("\"سريع\"", "{\"row\":1,\"row\":2}");
    assert!(serde_json::from_str::<Response>(&twice).is_err(), "a part said twice");
}

/// Any JSON, with a liking for what is nearly an answer.
fn any_json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![any::<String>(), "[a-z]{1,8}", Just("\0".to_owned()), "[a-z\u{600}-\u{6ff}]{60,70}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 128, 110, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..110).prop_map(Value::from),
            prop::collection::vec((text.clone(), inner), 0..110).prop_map(|parts| parts.into_iter().collect()),
        ]
    })
}

fn is_all_storable(answer: &Value) -> bool {
    match answer {
        Value::Null => false,
        Value::Bool(_) => true,
        Value::Number(number) => number.is_i64(),
        Value::String(text) => !text.contains('\0'),
        Value::Array(several) => several.iter().all(is_all_storable),
        Value::Object(parts) => parts.iter().all(|(name, part)| !name.contains('\0') && is_all_storable(part)),
    }
}

proptest! {
    #[test]
    fn any_answers_are_refused_or_kept_as_they_are(answers in prop::collection::vec(("[a-z]{1,70}", any_json()), 0..6)) {
        let answers: Value = answers.into_iter().collect();
        let kept = with_answers(&answers).ok().filter(|response| response.check().is_ok());
        if let Some(response) = kept {
            prop_assert!(is_all_storable(&answers));
            prop_assert_eq!(&read_back(&response), &response);
            prop_assert_eq!(serde_json::to_value(&response.answers).unwrap(), answers);
        }
    }

    #[test]
    fn answers_that_questions_ask_for_are_kept(
        scale in any::<i64>(),
        words in "[^\0]{0,300}",
        rows in prop::collection::btree_map("[a-z0-9_-]{1,64}", 1..=5_i64, 0..=100),
        chosen in prop::collection::vec("[a-z0-9_-]{1,64}", 0..100),
    ) {
        let mut several: Vec<Value> = chosen.into_iter().map(Value::from).collect();
        several.push(json!({"other": &words}));
        let answers = json!({"scale": scale, "words": words, "rows": rows, "several": several, "agreed": false});
        let response = with_answers(&answers).unwrap();
        prop_assert_eq!(response.check(), Ok(()));
        prop_assert_eq!(serde_json::to_value(&read_back(&response).answers).unwrap(), answers);
    }
}
