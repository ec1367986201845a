//! What the snippet loads.

use crate::harness::Server;
use axum::body::Body;
use axum::http::Request;
use sada_survey::Survey;
use std::path::Path;

const NPS: &str = include_str!("../../../../www/surveys/nps.json");

#[tokio::test]
async fn survey_files_are_those_of_the_configuration() {
    let mut own = Survey::from_json(NPS).unwrap();
    own.id = "checkout".into();
    let server = Server::start_with(|config| config.surveys.push(own.clone())).await;
    for (path, survey) in [("/surveys/nps.json", Survey::from_json(NPS).unwrap()), ("/surveys/checkout.json", own)] {
        let answer = server.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
        assert_eq!(Survey::from_json(&answer.body).unwrap(), survey);
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
        let again = Request::get(path).header("if-none-match", answer.header("etag")).body(Body::empty());
        assert_eq!(server.ask(again.unwrap()).await.status, 304);
    }
    for path in ["/surveys/none.json", "/surveys/nps", "/surveys/..%2fnps.json"] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_loader_is_sent_or_it_is_said_how_to_build_it() {
    let server = Server::start().await;
    let answer = server.get("/sada.js").await;
    if Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/sada.js").exists() {
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert_eq!(answer.header("cache-control"), "public, max-age=300");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
    } else {
        assert_eq!(answer.status, 404);
        assert!(answer.body.contains("cargo xtask widget"), "{}", answer.body);
    }
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn nothing_outside_of_the_popup_is_sent() {
    let server = Server::start().await;
    for path in ["/widget/..%2f..%2fCargo.toml", "/widget/%2e%2e%2findex.html", "/widget/none.js", "/assets/none.css"] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn style_sheets_are_there() {
    let server = Server::start().await;
    for path in ["/assets/survey.css", "/assets/dashboard.css"] {
        let answer = server.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/css; charset=utf-8"));
        assert!(answer.body.contains("forced-colors"), "{path}");
    }
    assert_eq!(server.get("/healthz").await.body, "ok\n");
}
