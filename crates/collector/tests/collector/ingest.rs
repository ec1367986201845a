//! Responses as programs send them.

use crate::harness::{INGEST, Server, id, response};
use axum::body::Body;
use axum::http::Request;
use sada_collector::Rate;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

fn with(mut response: Value, field: &str, value: Value) -> Value {
    response[field] = value;
    response
}

#[tokio::test]
async fn a_second_try_is_no_second_answer() {
    let server = Server::start().await;
    let first = server.send(&response(1, 9)).await;
    assert_eq!(first.status, 201, "{}", first.body);
    let receipt = first.json()["receipt"].as_str().unwrap().to_owned();
    assert_eq!(receipt.len(), 23);

    let again = server.send(&with(response(1, 9), "sent_at", json!("2026-11-22T11:11:11Z"))).await;
    assert_eq!((again.status, again.json()), (200, json!({"status": "duplicate"})));
    let other = server.send(&response(1, 3)).await;
    assert_eq!(other.status, 409, "{}", other.body);
    let newer = server.send(&with(response(1, 3), "rev", json!(2))).await;
    assert_eq!(newer.status, 201);
    assert_eq!(server.send(&response(1, 9)).await.status, 200, "the lower revision arrives late");

    assert_eq!(server.count("SELECT count(*) FROM responses").await, 1);
    assert_eq!(server.count("SELECT number FROM answers WHERE question = 'nps'").await, 3);
    assert_eq!(
        server.count("SELECT count(*) FROM responses WHERE page_url = 'https://shop.example/checkout'").await,
        1
    );
    let file = std::fs::read(server.folder.path().join("sada.db-wal")).unwrap();
    let holds = |text: &str| file.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("سريع") && !holds(&receipt), "of the receipt only the hash is stored");
    assert!(!holds("a@b"), "the query of the page is not stored");
}

#[tokio::test]
async fn what_cannot_be_stored_is_refused_with_the_reason() {
    let server = Server::start().await;
    let good = response(1, 9).to_string();
    for (body, status, said) in [
        (String::new(), 400, "line 1, column 1"),
        (good.replace('}', ""), 400, "line 1"),
        ("[".repeat(100_000), 413, "64 KiB"),
        ("[".repeat(60_000), 400, "32 levels"),
        (good.replace("سريع", &"x".repeat(70 * 1024)), 413, "64 KiB"),
        (good.replace("سريع", &"ق".repeat(5_001)), 422, "Question `why`"),
        (good.replace("سريع", "\\u0000"), 422, "U+0000"),
        (good.replace("\"nps\":9", "\"nps\":11"), 422, "Question `nps`"),
        (good.replace("\"survey\":\"nps\"", "\"survey\":\"none\""), 422, "no survey `none` here: there are nps"),
        (good.replace("\"site\":\"demo\"", "\"site\":\"other\""), 422, "`site` is `other`"),
        (good.replace("\"site\":\"demo\"", "\"site\":\"<b>\""), 422, "`site` is `<b>`"),
    ] {
        let answer = server.send_body(body).await;
        assert_eq!(answer.status, status, "{said}: {}", answer.body);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.json()["status"], status);
        assert!(answer.json()["detail"].as_str().unwrap().contains(said), "{}", answer.body);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "the popup may read why");
    }
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 0);
}

#[tokio::test]
async fn other_addresses_methods_and_types_say_what_to_do() {
    let server = Server::start().await;
    let unknown = Request::post("/api/v1/sites/unknown/responses").body(Body::from(response(1, 9).to_string()));
    let unknown = server.ask(unknown.unwrap()).await;
    assert_eq!((unknown.status, unknown.body.contains("no such site")), (404, true));
    let form = Request::post(INGEST).header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(server.ask(form.body(Body::from("nps=9")).unwrap()).await.status, 415);
    assert_eq!(server.get(INGEST).await.status, 405);
    assert_eq!(server.get("/api/v2").await.header("content-type"), "application/problem+json");
    let beacon = Request::post(INGEST).header("content-type", "text/plain;charset=UTF-8");
    assert_eq!(server.ask(beacon.body(Body::from(response(2, 9).to_string())).unwrap()).await.status, 201);
}

#[tokio::test]
async fn packed_bodies_are_taken() {
    let server = Server::start().await;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(response(1, 9).to_string().as_bytes()).unwrap();
    let request = Request::post(INGEST).header("content-type", "application/json").header("content-encoding", "gzip");
    assert_eq!(server.ask(request.body(Body::from(gzip.finish().unwrap())).unwrap()).await.status, 201);
}

#[tokio::test]
async fn older_popups_and_half_done_answers_are_taken() {
    let server = Server::start().await;
    let older = with(with(response(1, 9), "survey_version", json!(0)), "answers", json!({"asked_last_year": "yes"}));
    assert_eq!(server.send(&older).await.status, 201);
    let half_done = with(with(response(2, 9), "complete", json!(false)), "answers", json!({"why": "…"}));
    assert_eq!(server.send(&half_done).await.status, 201);
    let least = json!({"submission_id": id(3), "survey": "nps", "site": "demo", "answers": {"nps": 0}});
    assert_eq!(server.send(&least).await.status, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_id_a_thousand_times_in_parallel_is_one_row() {
    let server = Arc::new(
        Server::start_with(|config| {
            config.limits.per_address = crate::harness::UNLIMITED;
            config.limits.queue = 2_000;
        })
        .await,
    );
    let tries: Vec<_> = (0..1_000)
        .map(|_| {
            let server = Arc::clone(&server);
            tokio::spawn(async move { server.send(&response(7, 9)).await.status })
        })
        .collect();
    let mut counts: HashMap<u16, u32> = HashMap::new();
    for each in tries {
        *counts.entry(each.await.unwrap()).or_default() += 1;
    }
    assert_eq!(counts, HashMap::from([(201, 1), (200, 999)]));
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 1);
    assert_eq!(server.count("SELECT count(*) FROM receipts").await, 1);
}

fn from(address: &str, number: u128) -> Request<Body> {
    let request = Request::post(INGEST).header("content-type", "application/json").header("x-forwarded-for", address);
    request.body(Body::from(response(number, 9).to_string())).unwrap()
}

#[tokio::test]
async fn a_flood_is_told_to_come_later_and_others_do_not_notice() {
    let server = Server::start_with(|config| {
        config.trusted_hops = 1;
        config.limits.per_address = Rate { burst: 10, per_second: 0.01 };
    })
    .await;
    let mut refused = 0;
    for number in 0..100 {
        // The flood invents a first entry each time; the proxy has appended its true address.
        let answer = server.ask(from(&format!("198.51.100.{number}, 2001:db8::{number:x}"), number)).await;
        if answer.status == 429 {
            assert!((1..=100).contains(&answer.header("retry-after").parse::<u32>().unwrap()));
            assert_eq!(answer.header("access-control-expose-headers"), "retry-after");
            refused += 1;
        }
    }
    assert_eq!(refused, 90);
    assert_eq!(server.ask(from("192.0.2.1", 1_000)).await.status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 11);
}

#[tokio::test]
async fn a_flooded_site_is_held_and_another_site_is_not() {
    let server = Server::start_with(|config| {
        config.sites.push("quiet".to_owned());
        config.limits.per_site = Rate { burst: 5, per_second: 0.01 };
    })
    .await;
    let mut statuses = Vec::new();
    for number in 0..10 {
        statuses.push(server.send(&response(number, 9)).await.status);
    }
    assert_eq!(statuses, [[201; 5], [429; 5]].concat());
    let quiet = with(response(20, 9), "site", json!("quiet")).to_string();
    let request = Request::post("/api/v1/sites/quiet/responses").header("content-type", "application/json");
    assert_eq!(server.ask(request.body(Body::from(quiet)).unwrap()).await.status, 201);
}

#[tokio::test]
async fn a_page_of_any_origin_may_send() {
    let server = Server::start().await;
    let preflight = Request::options(INGEST)
        .header("origin", "https://shop.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type")
        .header("access-control-request-private-network", "true");
    let answer = server.ask(preflight.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(answer.header("access-control-allow-methods").contains("POST"));
    assert!(answer.header("access-control-allow-headers").contains("content-type"));
    assert_eq!(answer.header("access-control-max-age"), "86400");
    assert_eq!(answer.header("access-control-allow-private-network"), "true");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
}
