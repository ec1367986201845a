//! The hosted survey page, as a browser without script uses it.

use crate::harness::{Server, response};
use axum::body::Body;
use axum::http::Request;
use sada_collector::Rate;
use scraper::{Html, Selector};

const PAGE: &str = "/s/demo/nps?lang=en";
const THANKS: &str = "/s/demo/nps/thanks?lang=en";

fn select(html: &str, selector: &str) -> Vec<(String, String)> {
    let document = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    found
        .map(|element| (element.text().collect(), element.value().attr("value").unwrap_or_default().to_owned()))
        .collect()
}

fn submission(html: &str) -> String {
    select(html, "input[name='sada:submission']")[0].1.clone()
}

#[tokio::test]
async fn an_answer_sent_twice_is_stored_once_and_a_changed_one_replaces_it() {
    let server = Server::start().await;
    let id = submission(&server.get(PAGE).await.body);
    assert_ne!(id, submission(&server.get(PAGE).await.body), "every visitor gets another");
    let fields = [("sada:submission", id.as_str()), ("nps", "9"), ("why", "line 1\r\nline 2"), ("sada:website", "")];
    for _ in 0..2 {
        let sent = server.submit(PAGE, "", &fields).await;
        assert_eq!((sent.status, sent.header("location")), (303, THANKS), "{}", sent.body);
    }
    assert!(server.get(THANKS).await.body.contains("Thank you. Your answer has been stored."));
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE channel = 'page' AND rev = 1").await, 1);
    assert_eq!(server.count("SELECT count(*) FROM answers WHERE words = 'line 1' || char(10) || 'line 2'").await, 1);

    let back = [("sada:submission", id.as_str()), ("nps", "2")];
    assert_eq!(server.submit(PAGE, "", &back).await.status, 303);
    assert_eq!(server.submit(PAGE, "", &fields).await.status, 303, "and back again");
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE rev = 3").await, 1);
    assert_eq!(server.count("SELECT number FROM answers WHERE question = 'nps'").await, 9);
}

#[tokio::test]
async fn a_missing_answer_is_said_first_and_the_words_stay() {
    let server = Server::start().await;
    let id = submission(&server.get(PAGE).await.body);
    let words = "a < b & c > d \"quoted\" &lt; <!-- --> صدى";
    let answer = server.submit(PAGE, "", &[("sada:submission", &id), ("why", words), ("nps", "11")]).await;
    assert_eq!(answer.status, 422);
    assert_eq!(submission(&answer.body), id, "it is still the same answer");
    assert_eq!(select(&answer.body, "textarea")[0].0, words, "not a character is lost or added");
    let summary = Html::parse_document(&answer.body);
    let link = summary.select(&Selector::parse("[role=alert][autofocus][tabindex='-1'] a").unwrap()).next().unwrap();
    let target = link.value().attr("href").unwrap();
    assert_eq!(select(&answer.body, &format!("input{target}[name=nps]")).len(), 1, "the link leads to the field");
    assert_eq!(select(&answer.body, "title")[0].0, "Something is missing – Your feedback");
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 0);
}

#[tokio::test]
async fn an_empty_form_has_nothing_in_it() {
    let server = Server::start().await;
    let page = server.get(PAGE).await.body;
    assert_eq!(select(&page, "textarea")[0].0, "");
    assert!(select(&page, "input[checked]").is_empty());
}

#[tokio::test]
async fn the_page_speaks_the_language_that_is_asked_for() {
    let server = Server::start().await;
    let accepting = |path: &'static str, languages: &'static str| {
        Request::get(path).header("accept-language", languages).body(Body::empty()).unwrap()
    };
    for (path, languages, tag, words) in [
        ("/s/demo/nps?lang=ar", "en", "<html lang=\"ar\" dir=\"rtl\">", "١٠"),
        ("/s/demo/nps", "fa-IR, en;q=0.8", "<html lang=\"fa\" dir=\"rtl\">", "۱۰"),
        ("/s/demo/nps", "de", "<html lang=\"en\" dir=\"ltr\">", "10"),
    ] {
        let page = server.ask(accepting(path, languages)).await;
        assert!(page.body.contains(tag) && page.body.contains(words), "{tag}");
        assert_eq!(select(&page.body, "footer button[lang][formaction]").len(), 3);
        assert!(page.header("vary").contains("accept-language"));
        assert_eq!(page.header("set-cookie"), "", "visitors get no cookie");
    }
}

#[tokio::test]
async fn what_fills_the_hidden_field_is_held_back_and_not_lost() {
    let server = Server::start().await;
    let sent = server.submit(PAGE, "", &[("nps", "0"), ("sada:website", "http://spam.example")]).await;
    assert_eq!((sent.status, sent.header("location")), (303, THANKS));
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE held_back = 'honeypot'").await, 1);
    let dashboard = server.get_as("/?lang=en", &server.log_in().await).await.body;
    let said: String = Html::parse_document(&dashboard).root_element().text().collect();
    assert!(said.contains("Held back1") && said.contains("Answers0"), "{said}");
}

#[tokio::test]
async fn a_flood_does_not_cost_a_visitor_her_words() {
    let server = Server::start_with(|config| config.limits.per_address = Rate { burst: 1, per_second: 0.01 }).await;
    assert_eq!(server.send(&response(1, 9)).await.status, 201);
    let answer = server.submit(PAGE, "", &[("nps", "9"), ("why", "my words")]).await;
    assert_eq!((answer.status, answer.header("retry-after").is_empty()), (429, false));
    assert_eq!(select(&answer.body, "textarea")[0].0, "my words");
    assert_eq!(select(&answer.body, "input[checked]")[0].1, "9");
    assert!(answer.body.contains("Not stored yet"));
}

#[tokio::test]
async fn the_page_may_be_framed_and_runs_nothing() {
    let server = Server::start().await;
    let page = server.get(PAGE).await;
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'self'") && !policy.contains("frame-ancestors"),
        "{policy}"
    );
    assert_eq!(page.header("x-frame-options"), "");
    assert!(!page.body.contains("<script") && !page.body.contains("style="));
}

#[tokio::test]
async fn what_is_not_asked_here_is_said_in_the_language_of_the_visitor() {
    let server = Server::start().await;
    for path in ["/s/demo/none?lang=fa", "/s/none/nps?lang=fa", "/s/none/nps/thanks?lang=fa"] {
        let answer = server.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (404, "text/html; charset=utf-8"), "{path}");
        assert!(answer.body.contains("اینجا چیزی نیست"), "{path}");
    }
    let long = "x".repeat(300 * 1024);
    let answer = server.submit(PAGE, "", &[("nps", "9"), ("why", &long)]).await;
    assert_eq!((answer.status, answer.body.contains("This is too long")), (413, true));
}
