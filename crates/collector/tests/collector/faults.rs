//! What may fail, and that nothing is lost or kept twice when it does.

use crate::harness::{Server, UNLIMITED, config, id, response};
use sada_collector::{Collector, CollectorError};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::collections::BTreeSet;
use std::sync::Arc;
use tempfile::TempDir;

/// Somebody else writes, and takes long.
async fn lock(server: &Server) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(server.folder.path().join("sada.db"));
    let mut other = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    other
}

#[tokio::test]
async fn a_locked_database_is_503_and_the_next_try_is_stored_once() {
    let server = Server::start().await;
    let mut other = lock(&server).await;
    let refused = server.send(&response(1, 9)).await;
    assert_eq!(refused.status, 503, "{}", refused.body);
    assert_eq!(refused.header("retry-after"), "5");
    assert_eq!(refused.header("access-control-expose-headers"), "retry-after");
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();

    assert_eq!(server.send(&response(1, 9)).await.status, 201);
    assert_eq!(server.send(&response(1, 9)).await.status, 200);
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_is_503_and_the_writer_recovers() {
    let server = Arc::new(
        Server::start_with(|config| {
            config.limits.per_address = UNLIMITED;
            config.limits.queue = 4;
        })
        .await,
    );
    let mut other = lock(&server).await;
    let tries: Vec<_> = (0..1_000)
        .map(|number| {
            let server = Arc::clone(&server);
            tokio::spawn(async move { server.send(&response(number, 9)).await })
        })
        .collect();
    let mut at_once = 0;
    for each in tries {
        let answer = each.await.unwrap();
        assert_eq!(answer.status, 503, "{}", answer.body);
        at_once += u32::from(answer.header("retry-after") == "2");
    }
    assert!(at_once > 0, "some did not even wait");
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    assert_eq!(server.send(&response(1, 9)).await.status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses").await, 1, "what was refused was not kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_in_the_file_after_reopening() {
    let server = Arc::new(Server::start().await);
    let tries: Vec<_> = (0..500)
        .map(|number| {
            let server = Arc::clone(&server);
            tokio::spawn(async move { (id(number), server.send(&response(number, 9)).await.status) })
        })
        .collect();
    let mut acknowledged = BTreeSet::new();
    for each in tries {
        let (id, status) = each.await.unwrap();
        if status == 201 {
            acknowledged.insert(id);
        }
    }
    assert_eq!(acknowledged.len(), 500);
    let Ok(server) = Arc::try_unwrap(server) else { panic!("nobody else holds it") };
    let Server { folder, collector, .. } = server;
    drop(collector);

    let reopened = Collector::open(config(&folder)).await.unwrap();
    assert_eq!(reopened.new_password(), None, "the first password stays");
    drop(reopened);
    let options = SqliteConnectOptions::new().filename(folder.path().join("sada.db"));
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let stored: Vec<String> =
        sqlx::query_scalar("SELECT submission_id FROM responses").fetch_all(&mut connection).await.unwrap();
    assert_eq!(stored.into_iter().collect::<BTreeSet<_>>(), acknowledged);
    let check: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut connection).await.unwrap();
    assert_eq!(check, "ok");
}

#[tokio::test]
async fn what_cannot_start_says_why_and_keeps_the_first_password() {
    let folder = TempDir::new().unwrap();
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut busy = config(&folder);
    busy.listen = taken.local_addr().unwrap();
    assert!(matches!(Collector::open(busy).await.err(), Some(CollectorError::Listen { .. })));

    let mut nowhere = config(&folder);
    nowhere.database = folder.path().join("missing/sada.db");
    let error = Collector::open(nowhere).await.err().unwrap();
    assert!(error.to_string().contains("missing/sada.db"), "{error}");

    for site in ["", "Shop", "a b", "<b>"] {
        let mut odd = config(&folder);
        odd.sites = vec![site.to_owned()];
        assert!(matches!(Collector::open(odd).await.err(), Some(CollectorError::SiteName(name)) if name == site));
    }
    for url in ["ftp://sada.example", "https://sada.example/feedback", "mailto:a@sada.example"] {
        let mut odd = config(&folder);
        odd.public_url = Some(url.parse().unwrap());
        assert!(matches!(Collector::open(odd).await.err(), Some(CollectorError::PublicUrl(_))), "{url}");
    }

    let first = Collector::open(config(&folder)).await.unwrap();
    assert!(first.new_password().is_some(), "a start that failed has made none");
    let mut forgotten = config(&folder);
    forgotten.new_password = true;
    let second = Collector::open(forgotten).await.unwrap();
    assert!(second.new_password().is_some() && second.new_password() != first.new_password());
}
