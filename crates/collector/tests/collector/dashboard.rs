//! What the owner sees, and nobody else.

use crate::harness::{Server, form, response};
use axum::body::Body;
use axum::http::Request;
use scraper::{Html, Selector};
use serde_json::json;

fn text(html: &str) -> String {
    let document = Html::parse_document(html);
    document.root_element().text().collect()
}

fn count(html: &str, selector: &str) -> usize {
    Html::parse_document(html).select(&Selector::parse(selector).unwrap()).count()
}

/// Sends a response for each number.
async fn answer(server: &Server, start: u128, numbers: &[i64]) {
    for (id, number) in (start..).zip(numbers) {
        assert_eq!(server.send(&response(id, *number)).await.status, 201);
    }
}

#[tokio::test]
async fn nobody_sees_anything_without_the_password() {
    let server = Server::start().await;
    answer(&server, 1, &[9]).await;
    for (path, to) in [("/", "/login"), ("/?lang=ar", "/login?lang=ar"), ("/sites/demo/surveys/nps", "/login")] {
        for cookie in ["", "sada=", "sada=guessed", "sada=%00"] {
            let answer = server.get_as(path, cookie).await;
            assert_eq!((answer.status, answer.header("location")), (303, to), "{path} {cookie}");
            assert!(answer.body.is_empty());
        }
    }
}

#[tokio::test]
async fn logging_out_ends_the_session_and_logging_in_changes_the_token() {
    let server = Server::start().await;
    let first = server.log_in().await;
    assert_eq!(server.get_as("/", &first).await.status, 200);
    assert_eq!(server.get_as("/login", &first).await.header("location"), "/");

    let password = server.collector.new_password().unwrap().to_owned();
    let again = server.submit("/login", &first, &[("password", &password)]).await;
    let cookie = again.header("set-cookie").to_owned();
    assert!(cookie.contains("; Path=/; ") && cookie.contains("HttpOnly; SameSite=Lax"), "{cookie}");
    let second = cookie.split(';').next().unwrap();
    assert_ne!(second, first);
    assert_eq!(server.get_as("/", &first).await.status, 303, "the old token is dead");

    let out = server.submit("/logout", second, &[]).await;
    assert_eq!((out.status, out.header("location")), (303, "/login"));
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(server.get_as("/", second).await.status, 303, "used again after logging out");
    let token = second.strip_prefix("sada=").unwrap().as_bytes().to_vec();
    let file = std::fs::read(server.folder.path().join("sada.db-wal")).unwrap();
    assert!(!file.windows(token.len()).any(|window| window == token), "only the hash is stored");
}

#[tokio::test]
async fn behind_https_the_cookie_is_bound_to_it() {
    let server = Server::start_with(|config| config.public_url = Some("https://sada.example".parse().unwrap())).await;
    let password = server.collector.new_password().unwrap();
    let request = Request::post("/login").header("host", "inner:8080").header("origin", "https://sada.example");
    let answer = server.ask(request.body(Body::from(form(&[("password", password)]))).unwrap()).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-sada=") && cookie.ends_with("; Secure"), "{cookie}");
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let server = Server::start().await;
    let cookie = server.log_in().await;
    let password = server.collector.new_password().unwrap();
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://sada.example.evil.example"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        for path in ["/login", "/logout"] {
            let request =
                Request::post(path).header("host", "sada.example").header("cookie", &cookie).header(name, value);
            let answer = server.ask(request.body(Body::from(form(&[("password", password)]))).unwrap()).await;
            assert_eq!(answer.status, 403, "{path} {name}: {value}");
        }
    }
    assert_eq!(server.get_as("/", &cookie).await.status, 200, "still logged in");
}

#[tokio::test]
async fn guessing_is_slowed_down_in_the_language_of_whoever_guesses() {
    let server = Server::start().await;
    let wrong = server.submit("/login?lang=en", "", &[("password", "wrong")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("This is not the password.") && !wrong.body.contains("\"wrong\""));
    assert_eq!(count(&wrong.body, "input[type=password][aria-invalid=true][autofocus]"), 1);
    for _ in 0..4 {
        server.submit("/login", "", &[("password", "")]).await;
    }
    let right = server.collector.new_password().unwrap().to_owned();
    let held = server.submit("/login?lang=ar", "", &[("password", &right)]).await;
    let wait: u32 = held.header("retry-after").parse().unwrap();
    assert!(held.status == 429 && (20..=30).contains(&wait), "{} {wait}", held.status);
    assert!(held.body.contains("محاولات كثيرة"));
}

#[tokio::test]
async fn a_score_stands_with_its_number_and_interval() {
    let server = Server::start().await;
    // 7 promoters, 3 passives, 2 detractors: 41.7 in [−5.5, 72.2]. One has answered and not gone on: that is an answer.
    answer(&server, 1, &[9, 9, 9, 10, 10, 10, 10, 7, 8, 8, 0]).await;
    let mut half_done = response(50, 6);
    half_done["complete"] = json!(false);
    assert_eq!(server.send(&half_done).await.status, 201);

    let cookie = server.log_in().await;
    let english = text(&server.get_as("/?lang=en", &cookie).await.body);
    for said in [
        "41.7",
        "\u{2066}\u{2212}5.5\u{2069} to \u{2066}72.2\u{2069}",
        "Responses12",
        "Answers12",
        "Left half done1",
        "fewer than 30",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    let arabic = server.get_as("/sites/demo/surveys/nps?lang=ar", &cookie).await;
    assert!(arabic.header("set-cookie").starts_with("sada_lang=ar;"));
    let arabic = text(&arabic.body);
    for said in ["٤١٫٧", "من \u{2067}\u{61c}-٥٫٥\u{2069} إلى \u{2067}٧٢٫٢\u{2069}", "إجابات قليلة: أقل من ٣٠"]
    {
        assert!(arabic.contains(said), "{said}: {arabic}");
    }
}

#[tokio::test]
async fn enough_answers_are_not_called_few() {
    let server = Server::start().await;
    answer(&server, 1, &[9; 30]).await;
    let cookie = server.log_in().await;
    let page = server.get_as("/?lang=en", &cookie).await.body;
    assert!(!page.contains("fewer than") && text(&page).contains("100.0"));
}

#[tokio::test]
async fn every_number_has_a_row_and_half_done_answers_a_column() {
    let server = Server::start().await;
    answer(&server, 1, &[0, 10, 10]).await;
    let mut half_done = response(50, 10);
    half_done["complete"] = json!(false);
    server.send(&half_done).await;
    let cookie = server.log_in().await;
    let page = server.get_as("/sites/demo/surveys/nps?lang=en", &cookie).await.body;
    let document = Html::parse_document(&page);
    let rows: Vec<String> = document
        .select(&Selector::parse("table.distribution tbody tr").unwrap())
        .map(|row| row.text().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(rows.len(), 11);
    assert_eq!((rows[0].as_str(), rows[5].as_str(), rows[10].as_str()), ("0 1 0", "5 0 0", "10 2 1"));
    assert_eq!(count(&page, "table.distribution caption"), 1);
    assert_eq!(count(&page, "th:not([scope])"), 0);
}

#[tokio::test]
async fn answers_come_newest_first_a_hundred_a_page() {
    let server = Server::start().await;
    answer(&server, 1, &[9; 100]).await;
    let mut last = response(500, 3);
    last["answers"]["why"] = json!("the very last");
    server.send(&last).await;
    let cookie = server.log_in().await;
    let first = server.get_as("/sites/demo/surveys/nps?lang=en", &cookie).await.body;
    assert_eq!(count(&first, ".answers > li"), 100);
    assert!(text(&first).contains("Page 1 of 2"));
    let words = Html::parse_document(&first);
    let newest = words.select(&Selector::parse(".words").unwrap()).next().unwrap();
    assert_eq!(newest.text().collect::<String>(), "the very last");
    assert_eq!(count(&first, "a[rel=next]"), 1);
    let second = server.get_as("/sites/demo/surveys/nps?version=1&page=2&lang=en", &cookie).await.body;
    assert_eq!((count(&second, ".answers > li"), count(&second, "a[rel=next]")), (1, 0));
    let beyond = server.get_as("/sites/demo/surveys/nps?page=99999999999", &cookie).await;
    assert_eq!((beyond.status, count(&beyond.body, ".answers > li")), (200, 1));
}

#[tokio::test]
async fn versions_of_a_survey_are_never_merged() {
    let server = Server::start().await;
    answer(&server, 1, &[9, 9]).await;
    let mut older = response(50, 0);
    older["survey_version"] = json!(7);
    server.send(&older).await;
    let cookie = server.log_in().await;
    let newest = text(&server.get_as("/sites/demo/surveys/nps?lang=en", &cookie).await.body);
    assert!(newest.contains("Version 7") && newest.contains("\u{2212}100.0"), "{newest}");
    let first = text(&server.get_as("/sites/demo/surveys/nps?version=1", &cookie).await.body);
    assert!(first.contains("100.0") && !first.contains("\u{2212}100.0"), "{first}");
    for path in ["/sites/demo/surveys/nps?version=5", "/sites/demo/surveys/none", "/sites/none/surveys/nps"] {
        assert_eq!(server.get_as(path, &cookie).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_dashboard_cannot_be_framed_and_runs_nothing() {
    let server = Server::start().await;
    let cookie = server.log_in().await;
    for path in ["/", "/login", "/nowhere"] {
        let page = server.get_as(path, &cookie).await;
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!page.body.contains("<script") && !page.body.contains("style="), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
    }
    assert_eq!(server.get_as("/", &cookie).await.header("cache-control"), "no-store");
    assert!(server.get_as("/", &cookie).await.body.contains("No answers yet"));
}
