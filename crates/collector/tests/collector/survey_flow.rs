//! A survey of several pages, as a browser without script walks through it.

use crate::harness::{Answer, Server};
use sada_survey::Survey;
use scraper::{ElementRef, Html, Selector};

const PAGE: &str = "/s/demo/every-kind?lang=en";
const EVERY_KIND: &str = include_str!("../../../../tests/surveys/every-kind.json");

async fn start() -> Server {
    Server::start_with(|config| config.surveys.push(Survey::from_json(EVERY_KIND).unwrap())).await
}

/// Fields of a form and what is typed there.
type Fields<'a> = &'a [(&'a str, &'a str)];
/// A question; its answer as a number, as words, or as JSON.
type Row = (String, Option<i64>, Option<String>, Option<String>);

/// A visitor who has a page before her.
struct Visitor<'s> {
    server: &'s Server,
    page: Answer,
}

fn attribute<'e>(element: ElementRef<'e>, name: &str) -> &'e str {
    element.value().attr(name).unwrap_or_default()
}

impl<'s> Visitor<'s> {
    async fn at(server: &'s Server, path: &str) -> Self {
        Self { server, page: server.get(path).await }
    }

    fn has(&self, selector: &str) -> bool {
        let document = Html::parse_document(&self.page.body);
        document.select(&Selector::parse(selector).unwrap()).next().is_some()
    }

    fn text(&self, selector: &str) -> String {
        let document = Html::parse_document(&self.page.body);
        let found = document.select(&Selector::parse(selector).unwrap()).next();
        found.map(|element| element.text().collect()).unwrap_or_default()
    }

    /// What a browser would send: what stands in the fields, what is `typed` instead, and the button.
    fn form(&self, typed: Fields<'_>, button: (&str, &str)) -> Vec<(String, String)> {
        let document = Html::parse_document(&self.page.body);
        let mut fields = Vec::new();
        for element in document.select(&Selector::parse("form input, form textarea").unwrap()) {
            let (name, kind) = (attribute(element, "name"), attribute(element, "type"));
            let is_off = matches!(kind, "radio" | "checkbox") && element.value().attr("checked").is_none();
            if is_off || typed.iter().any(|(typed, _)| *typed == name) {
                continue;
            }
            let value = match element.value().name() {
                "textarea" => element.text().collect(),
                _ => attribute(element, "value").to_owned(),
            };
            fields.push((name.to_owned(), value));
        }
        let more = typed.iter().chain([&button]).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        fields.into_iter().chain(more).collect()
    }

    async fn press(&mut self, button: (&str, &str), typed: Fields<'_>) -> &Answer {
        let fields = self.form(typed, button);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let address = match button {
            ("sada:lang", tag) => format!("/s/demo/every-kind?lang={tag}"),
            _ => PAGE.to_owned(),
        };
        self.page = self.server.submit(&address, "", &fields).await;
        &self.page
    }

    async fn next(&mut self, typed: Fields<'_>) {
        let page = self.press(("sada:go", "next"), typed).await;
        assert_eq!(page.status, 200, "{}", page.body);
    }
}

/// What answers each page but the last, by question.
const ANSWERS: &[Fields<'_>] = &[
    &[("recommend", "9"), ("why", "a \"<b>\" & c\r\nسريع")],
    &[("overall", "4"), ("delivery", "5")],
    &[("easy", "7")],
    &[("reason", "other"), ("reason.other", "to look & buy")],
    &[("better", "price"), ("better", "other"), ("better.other", "taste")],
    &[("city", "حلب"), ("story", "long")],
    &[("feeling.calm", "1"), ("feeling.welcome", "5")],
    &[("parts.search", "good"), ("parts.pay", "bad"), ("parts.return", "none")],
    &[("write.email", "a@b.example"), ("write.consent", "yes")],
];

#[tokio::test]
async fn every_kind_is_answered_page_by_page_and_stored_once_at_the_end() {
    let server = start().await;
    let mut visitor = Visitor::at(&server, PAGE).await;
    assert_eq!(visitor.text("title"), "Question 1 of 10 – Every kind of question");
    for (number, page) in (2..).zip(ANSWERS) {
        assert!(!visitor.has("button[value=send]"), "not the last");
        visitor.next(page).await;
        assert_eq!(visitor.text(".standing"), format!("Question {number} of 10"));
        assert_eq!(server.count("SELECT count(*) FROM responses").await, 0, "nothing is kept before it is sent");
    }
    let sent = visitor.press(("sada:go", "send"), &[("rules", "yes")]).await;
    assert_eq!((sent.status, sent.header("location")), (303, "/s/demo/every-kind/thanks?lang=en"), "{}", sent.body);
    let stored: Vec<Row> = sqlx::query_as("SELECT question, number, words, parts FROM answers ORDER BY question")
        .fetch_all(&server.database().await)
        .await
        .unwrap();
    let number = |question: &str, number| (question.to_owned(), Some(number), None, None);
    let words = |question: &str, words: &str| (question.to_owned(), None, Some(words.to_owned()), None);
    let parts = |question: &str, parts: &str| (question.to_owned(), None, None, Some(parts.to_owned()));
    let expected = [
        parts("better", r#"["price",{"other":"taste"}]"#),
        words("city", "حلب"),
        number("delivery", 5),
        number("easy", 7),
        parts("feeling", r#"{"calm":1,"welcome":5}"#),
        number("overall", 4),
        parts("parts", r#"{"search":"good","pay":"bad","return":"none"}"#),
        parts("reason", r#"{"other":"to look & buy"}"#),
        number("recommend", 9),
        parts("rules", "true"),
        words("story", "long"),
        words("why", "a \"<b>\" & c\nسريع"),
        parts("write", r#"{"email":"a@b.example","consent":true}"#),
    ];
    assert_eq!(stored, expected);
}

#[tokio::test]
async fn going_back_and_another_language_lose_nothing() {
    let server = start().await;
    let mut visitor = Visitor::at(&server, PAGE).await;
    assert!(!visitor.has("button[value=back]"), "there is nothing before the first page");
    visitor.next(ANSWERS[0]).await;
    // Not whole, and nobody asks for it.
    visitor.press(("sada:go", "back"), &[("overall", "2")]).await;
    assert_eq!((visitor.page.status, visitor.text("textarea").as_str()), (200, "a \"<b>\" & c\nسريع"));
    assert!(visitor.has("input[name=recommend][value='9'][checked]") && !visitor.has(".summary"));
    visitor.press(("sada:lang", "ar"), &[("why", "changed")]).await;
    assert_eq!((visitor.page.status, visitor.text("textarea").as_str()), (200, "changed"));
    assert!(visitor.has("html[lang=ar][dir=rtl]") && visitor.has("form[action$='lang=ar']"));
    assert!(
        visitor.has("input[name=recommend][checked]") && visitor.has("input[name=overall][type=hidden][value='2']")
    );
    assert_eq!(visitor.text(".standing"), "السؤال ١ من ١٠");
    visitor.next(&[]).await;
    assert!(visitor.has("input[name=overall][value='2'][checked]"), "it is still there");
    let id =
        |visitor: &Visitor<'_>| visitor.form(&[], ("", "")).into_iter().find(|(name, _)| name == "sada:submission");
    let before = id(&visitor);
    visitor.press(("sada:lang", "fa"), &[]).await;
    assert_eq!(id(&visitor), before, "it is still the same answer");
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 0);
}

#[tokio::test]
async fn what_is_typed_and_no_answer_yet_stays_too() {
    let server = start().await;
    let mut visitor = Visitor::at(&server, PAGE).await;
    for page in &ANSWERS[..8] {
        visitor.next(page).await;
    }
    visitor.press(("sada:lang", "fa"), &[("write.consent", "yes")]).await;
    assert!(visitor.has("input[name='write.consent'][checked]"), "agreed before the address is written");
    visitor.press(("sada:go", "back"), &[("write.email", "half an addr")]).await;
    visitor.next(&[]).await;
    assert!(visitor.has("input[name='write.email'][value='half an addr']"));
}

#[tokio::test]
async fn a_problem_is_named_in_the_title_and_linked_to_its_field() {
    let server = start().await;
    let mut visitor = Visitor::at(&server, PAGE).await;
    let wrong: &[(Fields<'_>, &str, &str)] = &[
        (&[], "recommend", "Choose a number."),
        (&[("overall", "4")], "delivery", "Choose one of the answers."),
        (&[], "easy", "Choose a number."),
        (&[("reason", "other")], "reason.other", "Say what you mean by “other”."),
        (&[], "better", "Choose at least one answer."),
        (&[("city", "x")], "story", "Write an answer."),
        (&[("feeling.calm", "1")], "feeling.welcome", "Choose an answer in every row."),
        (&[("parts.search", "good")], "parts.pay", "Choose an answer in every row."),
        (&[("write.email", "a@b.example")], "write.consent", "Tick the box"),
    ];
    for ((typed, field, said), right) in wrong.iter().zip(ANSWERS) {
        let problem = visitor.press(("sada:go", "next"), typed).await;
        assert_eq!(problem.status, 422, "{field}");
        assert!(visitor.text("title").starts_with("Something is missing – Question "), "{}", visitor.text("title"));
        assert!(visitor.text(".summary a").contains(said), "{field}: {}", visitor.text(".summary a"));
        let document = Html::parse_document(&visitor.page.body);
        let link = document.select(&Selector::parse(".summary[autofocus] a").unwrap()).next().unwrap();
        let target = attribute(link, "href").trim_start_matches('#');
        assert!(visitor.has(&format!("[id='{target}'][name='{field}']")), "{target} is not the field {field}");
        assert!(visitor.text(".question > .problem:not(:empty)").contains(said), "{field}");
        visitor.next(right).await;
    }
}

#[tokio::test]
async fn an_answer_that_leads_to_the_end_is_not_sent_by_next() {
    let server = start().await;
    let mut visitor = Visitor::at(&server, PAGE).await;
    for page in &ANSWERS[..3] {
        visitor.next(page).await;
    }
    visitor.next(&[("reason", "nothing")]).await;
    let said = "That was the last question. Your answers are not sent yet.";
    assert_eq!(visitor.text(".standing"), said);
    assert!(visitor.text("title").starts_with(said));
    assert!(!visitor.has(".question") && visitor.has("button[value=send]"));
    visitor.press(("sada:lang", "ar"), &[]).await;
    assert!(visitor.page.body.contains("كان هذا آخر سؤال"));
    visitor.press(("sada:go", "back"), &[]).await;
    assert!(visitor.has("input[name=reason][value=nothing][checked]"));
    visitor.next(&[("reason", "ask")]).await;
    assert!(visitor.has("input[name=better]"), "another answer, another way");
    visitor.press(("sada:go", "back"), &[("better", "speed")]).await;
    visitor.next(&[("reason", "nothing")]).await;
    assert_eq!(visitor.press(("sada:go", "send"), &[]).await.status, 303);
    assert_eq!(server.count("SELECT count(*) FROM answers WHERE question = 'better'").await, 0, "it was not asked");
    assert_eq!(server.count("SELECT count(*) FROM answers WHERE question = 'reason'").await, 1);
}

#[tokio::test]
async fn a_forged_place_leads_to_what_is_missing_and_stores_nothing() {
    let server = start().await;
    for place in ["end", "rules", "better", "why", "nowhere", ""] {
        let fields = [("sada:page", place), ("rules", "yes"), ("easy", "9"), ("sada:go", "send")];
        let answer = server.submit(PAGE, "", &fields).await;
        assert_eq!(answer.status, 422, "{place}");
        assert!(!answer.body.contains("<script"), "{place}");
    }
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 0);
}

#[tokio::test]
async fn words_from_the_address_are_not_written_on_the_page() {
    let server = start().await;
    let page = server.get("/s/demo/every-kind?lang=en&name=Call+0900&value-name=Call").await.body;
    assert!(page.contains("recommend us, dear visitor?") && !page.contains("Call"));
}

#[tokio::test]
async fn the_trap_travels_along() {
    let server = start().await;
    let mut visitor = Visitor::at(&server, PAGE).await;
    visitor.next(&[("recommend", "0"), ("sada:website", "http://spam.example")]).await;
    assert!(visitor.has("input[name='sada:website'][value='http://spam.example']"));
}

#[tokio::test]
async fn a_survey_is_offered_in_its_own_languages_only() {
    let german = EVERY_KIND.replace("\"en\":", "\"de\":").replace("\"fa\":", "\"ur\":");
    let server = Server::start_with(|config| config.surveys.push(Survey::from_json(&german).unwrap())).await;
    let mut visitor = Visitor::at(&server, "/s/demo/every-kind?lang=en").await;
    assert!(visitor.has("html[lang=ar]"), "no English: the first of its own");
    visitor.press(("sada:lang", "de"), &[]).await;
    assert!(visitor.has("html[lang=de]") && visitor.text("button[value=next]") == "Weiter");
    for tag in ["ar", "de", "ur"] {
        assert!(visitor.has(&format!("footer button[value={tag}]")));
    }
    visitor.press(("sada:lang", "en"), &[]).await;
    assert!(visitor.has("html[lang=ar]"), "it does not speak English");
    assert!(!visitor.has("footer button[value=en]"));
}
