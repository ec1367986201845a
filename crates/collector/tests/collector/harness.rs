//! A collector with a database of its own, asked without a port.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use http_body_util::BodyExt;
use sada_collector::{Collector, Config, Rate, router};
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::path::PathBuf;
use tempfile::TempDir;
use tower::ServiceExt;

pub const INGEST: &str = "/api/v1/sites/demo/responses";
pub const UNLIMITED: Rate = Rate { burst: 1_000_000, per_second: 1_000_000.0 };

pub struct Server {
    pub folder: TempDir,
    pub collector: Collector,
    router: Router,
}

/// What was answered.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// Limits as they are, on a free port.
pub fn config(folder: &TempDir) -> Config {
    Config::new(([127, 0, 0, 1], 0).into(), database(folder))
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("sada.db")
}

impl Server {
    /// As most owners run it, but without limits.
    pub async fn start() -> Self {
        Self::start_with(|config| {
            config.limits.per_address = UNLIMITED;
            config.limits.per_site = UNLIMITED;
        })
        .await
    }

    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = TempDir::new().unwrap();
        let mut config = config(&folder);
        change(&mut config);
        let collector = Collector::open(config).await.unwrap();
        Self { router: router(collector.app()), collector, folder }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: head.status.as_u16(), headers: head.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn get_as(&self, path: &str, cookie: &str) -> Answer {
        self.ask(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// Posts JSON to the ingest.
    pub async fn send(&self, response: &Value) -> Answer {
        self.send_body(response.to_string()).await
    }

    pub async fn send_body(&self, body: impl Into<Body>) -> Answer {
        let request = Request::post(INGEST).header(header::CONTENT_TYPE, "application/json");
        self.ask(request.body(body.into()).unwrap()).await
    }

    /// Posts a form, as a browser does from a page of ours.
    pub async fn submit(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "sada.example")
            .header(header::ORIGIN, "http://sada.example")
            .header(header::COOKIE, cookie);
        self.ask(request.body(form(fields).into()).unwrap()).await
    }

    /// Logs in; returns the cookie.
    pub async fn log_in(&self) -> String {
        let password = self.collector.new_password().unwrap().to_owned();
        let answer = self.submit("/login", "", &[("password", &password)]).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{}", answer.body);
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    /// A connection beside the collector's own.
    pub async fn database(&self) -> SqlitePool {
        SqlitePool::connect_with(SqliteConnectOptions::new().filename(database(&self.folder))).await.unwrap()
    }

    /// One number out of the database.
    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.database().await).await.unwrap()
    }
}

pub fn form(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Submission id number `id`.
pub fn id(id: u128) -> String {
    uuid::Uuid::from_u128(id).to_string()
}

/// What a popup sends.
pub fn response(number: u128, nps: i64) -> Value {
    json!({
        "submission_id": id(number), "rev": 1, "complete": true, "survey": "nps", "survey_version": 1, "site": "demo",
        "channel": "popup", "answers": {"nps": nps, "why": "سريع"}, "lang": "ar", "dir": "rtl",
        "page": {"url": "https://shop.example/checkout?mail=a@b", "title": "Checkout"},
        "sent_at": "2026-11-22T10:00:00Z",
    })
}
