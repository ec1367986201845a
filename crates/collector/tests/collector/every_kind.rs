//! Answers of every kind, from the ingest to the dashboard.

use crate::harness::{Server, id};
use sada_survey::Survey;
use scraper::{Html, Selector};
use serde_json::{Value, json};

const EVERY_KIND: &str = include_str!("../../../../tests/surveys/every-kind.json");

async fn start() -> Server {
    Server::start_with(|config| config.surveys.push(Survey::from_json(EVERY_KIND).unwrap())).await
}

fn response(number: u128, answers: &Value) -> Value {
    json!({
        "submission_id": id(number), "rev": 1, "complete": true, "survey": "every-kind", "survey_version": 1, "site": "demo",
        "channel": "popup", "answers": answers, "lang": "en", "dir": "ltr",
    })
}

fn answers() -> Value {
    json!({
        "recommend": 9, "why": "<b>fast</b>", "overall": 4, "delivery": 5, "easy": 6, "reason": {"other": "to look"},
        "better": ["price", {"other": "طعم"}], "city": "Aleppo", "story": "long", "feeling": {"calm": 1, "welcome": 5},
        "parts": {"search": "good", "pay": "middling", "return": "none"},
        "write": {"email": "a@b.example", "consent": true}, "rules": true,
    })
}

/// Each question with its answer, as the owner reads them.
async fn read(server: &Server, lang: &str) -> Vec<String> {
    let cookie = server.log_in().await;
    let page = server.get_as(&format!("/sites/demo/surveys/every-kind?lang={lang}"), &cookie).await.body;
    let document = Html::parse_document(&page);
    let selector = Selector::parse(".said > div").unwrap();
    let pairs = document.select(&selector).map(|pair| {
        let text = pair.text().map(str::trim).filter(|text| !text.is_empty());
        text.collect::<Vec<_>>().join(" ")
    });
    pairs.collect()
}

#[tokio::test]
async fn every_kind_of_answer_can_be_read_in_the_owners_language() {
    let server = start().await;
    let sent = server.send(&response(1, &answers())).await;
    assert_eq!(sent.status, 201, "{}", sent.body);
    let english = read(&server, "en").await;
    let expected = [
        "How likely are you to recommend us, dear visitor? 9",
        "What is the main reason? <b>fast</b>",
        "How satisfied are you overall? 4",
        "How was the delivery? 5",
        "The shop made it easy for me to order. 6",
        "Why did you come today? Other : to look",
        "What should be better? The price Other : طعم",
        "In which city do you live? Aleppo",
        "Tell us about it. long",
        "How did it feel? tense – calm : 1 like a stranger – welcome : 5",
        "How were these parts of your visit? Searching : Good Paying : Neither good nor bad Sending something back : I did not use it",
        "May we write to you? E-mail : a@b.example May be written to : Yes",
        "I have read how my answers are used. Yes",
    ];
    assert_eq!(english, expected);
    let arabic = read(&server, "ar").await;
    assert!(arabic.contains(&"لماذا جئت اليوم؟ إجابة أخرى : to look".to_owned()), "{arabic:#?}");
    assert!(arabic.iter().any(|pair| pair.contains("هادئ : ١") && pair.contains("مرحَّب بي : ٥")), "{arabic:#?}");
    assert!(arabic.iter().any(|pair| pair.ends_with("a@b.example يمكن مراسلته : نعم")), "{arabic:#?}");
}

#[tokio::test]
async fn answers_that_are_asked_no_more_are_shown_as_they_are() {
    let server = start().await;
    let mut older =
        response(1, &json!({"gone": ["a", {"other": "b"}], "rows": {"x": true}, "reason": "gone", "overall": "much"}));
    older["survey_version"] = json!(0);
    assert_eq!(server.send(&older).await.status, 201);
    let read = read(&server, "en").await;
    assert_eq!(
        read,
        ["How satisfied are you overall? much", "Why did you come today? gone", "gone a Other : b", "rows x : Yes"]
    );
}

#[tokio::test]
async fn answers_are_held_against_their_kind() {
    let server = start().await;
    let with = |question: &str, answer: Value| {
        let mut answers = answers();
        answers[question] = answer;
        response(1, &answers)
    };
    for (question, answer) in [
        ("overall", json!(0)),
        ("reason", json!("other")),
        ("better", json!("price")),
        ("feeling", json!({"calm": 6, "welcome": 1})),
        ("parts", json!({"search": "good"})),
        ("write", json!({"email": "a@b.example", "consent": false})),
        ("rules", json!(false)),
        ("thanks", json!("words")),
    ] {
        let refused = server.send(&with(question, answer)).await;
        assert_eq!(refused.status, 422, "{question}");
        assert!(refused.body.contains(&format!("Question `{question}`")), "{}", refused.body);
    }
    let end = json!({"recommend": 0, "delivery": 1, "easy": 1, "reason": "nothing"});
    assert_eq!(server.send(&response(1, &end)).await.status, 201, "what was not asked need not be answered");
}

#[tokio::test]
async fn every_scale_has_its_score_and_half_done_answers_count_once() {
    let server = start().await;
    let values = [7, 6, 7, 5, 4, 6, 7, 2, 6, 5];
    for (number, easy) in (1..).zip(values) {
        let mut half_done = response(number, &json!({"overall": 3}));
        half_done["complete"] = json!(false);
        assert_eq!(server.send(&half_done).await.status, 201);
        let mut more = response(number, &json!({"overall": if number == 1 { 5 } else { 1 }, "easy": easy}));
        (more["rev"], more["complete"]) = (json!(2), json!(false));
        assert_eq!(server.send(&more).await.status, 201);
    }
    let cookie = server.log_in().await;
    let page = server.get_as("/sites/demo/surveys/every-kind?lang=en", &cookie).await.body;
    let document = Html::parse_document(&page);
    let tile = |number: usize| -> String {
        let tile = document.select(&Selector::parse("section.tile").unwrap()).nth(number).unwrap();
        tile.text().collect::<String>().replace(['\u{2066}', '\u{2069}'], "")
    };
    let csat = tile(1);
    for said in ["Satisfied (4 or 5)10.0 %", "95 % interval1.8 % to 40.4 %", "Mean1.4", "Answers10", "Left half done10"]
    {
        assert!(csat.contains(said), "{said}: {csat}");
    }
    let ces = tile(4);
    for said in [
        "(mean of 1 to 7)5.5",
        "95 % interval4.4 to 6.6",
        "Found it easy (5 to 7)80.0 % (49.0 % to 94.3 %)",
        "Answers10",
    ] {
        assert!(ces.contains(said), "{said}: {ces}");
    }
    let nps = tile(0);
    assert!(nps.contains("Net Promoter Score–") && nps.contains("Answers0"), "{nps}");
}
