//! Whatever a stranger writes is shown as text.

use crate::harness::{Server, id, response};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

const CORPUS: [&str; 12] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' autofocus onfocus=alert(1) x='",
    "</textarea><script>alert(1)</script>",
    "</title></style></dd></dl><iframe src=javascript:alert(1)>",
    "javascript:alert(1)",
    "<!-- --><base href=//evil.example>",
    "&lt;b&gt; &#x3c;script&#x3e;",
    "\u{202e}evil\u{202c}\u{2066}\u{200f}",
    "<form action=//evil.example><button>",
    "{{7*7}}${7*7}<%= 7*7 %>",
];

/// `payload` in every field that takes text.
fn poisoned(number: u128, payload: &str) -> Value {
    let short: String = payload.chars().take(32).collect();
    let mut response = response(number, 9);
    response["survey_version"] = json!(0);
    response["answers"] = json!({"nps": 9, "why": payload, (short.clone()): payload});
    for field in ["channel", "touchpoint", "lang", "shown_at", "client_time", "sent_at", "sada"] {
        response[field] = json!(short);
    }
    response["page"] = json!({"url": payload, "title": payload});
    response["context"] = json!({"theme": short});
    response["attributes"] = json!({(short): payload});
    response
}

/// What a page of ours is made of: nothing else may appear.
fn check_tags(html: &str) {
    let document = Html::parse_document(html);
    for element in document.select(&Selector::parse("*").unwrap()) {
        let name = element.value().name();
        assert!(!["script", "img", "iframe", "base", "object", "style"].contains(&name), "<{name}>");
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{attribute}");
            let is_address = ["href", "action", "src"].contains(&attribute);
            assert!(!is_address || value.starts_with('/') || value.starts_with('#'), "{attribute}={value}");
        }
    }
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let text = |element: ElementRef<'_>| element.text().collect::<String>();
    document.select(&Selector::parse(selector).unwrap()).map(text).collect()
}

#[tokio::test]
async fn no_field_of_a_response_becomes_markup_on_the_dashboard() {
    let server = Server::start().await;
    for (number, payload) in (1..).zip(CORPUS) {
        let sent = server.send(&poisoned(number, payload)).await;
        assert_eq!(sent.status, 201, "{payload}: {}", sent.body);
    }
    let cookie = server.log_in().await;
    for lang in ["en", "ar", "fa"] {
        let page = server.get_as(&format!("/sites/demo/surveys/nps?lang={lang}"), &cookie).await.body;
        check_tags(&page);
        let (words, isolated) = (texts(&page, ".words"), texts(&page, "bdi[dir=ltr]"));
        for payload in CORPUS {
            assert!(words.iter().any(|text| text == payload), "shown as written: {payload}");
            let address = payload.split(['?', '#']).next().unwrap();
            assert!(isolated.iter().any(|text| text == address), "isolated from its neighbours: {payload}");
        }
        check_tags(&server.get_as(&format!("/?lang={lang}"), &cookie).await.body);
    }
}

#[tokio::test]
async fn no_field_of_a_form_becomes_markup_on_the_survey_page() {
    let server = Server::start().await;
    for payload in CORPUS {
        let fields = [("why", payload), ("nps", payload), ("sada:submission", payload), ("sada:website", payload)];
        let page = server.submit("/s/demo/nps?lang=en", "", &fields).await;
        assert_eq!(page.status, 422);
        check_tags(&page.body);
        assert_eq!(texts(&page.body, "textarea"), [payload]);
    }
    for path in
        ["/s/demo/nps?lang=%22%3E%3Cscript%3E", "/s/%3Cscript%3E/nps", "/login?lang=%3Cscript%3E", "/%3Cscript%3E"]
    {
        check_tags(&server.get(path).await.body);
    }
}

#[tokio::test]
async fn a_stranger_cannot_write_into_headers() {
    let server = Server::start().await;
    let mut odd = response(1, 9);
    odd["submission_id"] = json!("\r\nset-cookie: sada=x");
    assert_eq!(server.send(&odd).await.status, 400);
    odd["submission_id"] = json!(id(1));
    odd["survey"] = json!("nps\r\nx");
    let answer = server.send(&odd).await;
    assert_eq!((answer.status, answer.header("set-cookie")), (422, ""));
}
