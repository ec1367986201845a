//! The accept loop, over real connections.

use crate::harness::{config, id, response};
use sada_collector::{Collector, Config};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

struct Running {
    folder: TempDir,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

async fn run(change: impl FnOnce(&mut Config)) -> Running {
    let folder = TempDir::new().unwrap();
    let mut config = config(&folder);
    config.limits.per_address = crate::harness::UNLIMITED;
    change(&mut config);
    let collector = Collector::open(config).await.unwrap();
    let address = collector.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let task = tokio::spawn(collector.run(async move {
        let _ = stopped.await;
    }));
    Running { folder, address, stop, task }
}

/// One request on a connection of its own; empty if there was no answer.
async fn ask(address: SocketAddr, request: &str) -> String {
    let mut answer = Vec::new();
    if let Ok(mut stream) = TcpStream::connect(address).await
        && stream.write_all(request.as_bytes()).await.is_ok()
    {
        let _ = stream.read_to_end(&mut answer).await;
    }
    String::from_utf8_lossy(&answer).into_owned()
}

const HEALTH: &str = "GET /healthz HTTP/1.1\r\nhost: sada.example\r\nconnection: close\r\n\r\n";

fn post(number: u128) -> String {
    let body = response(number, 9).to_string();
    let length = body.len();
    format!(
        "POST /api/v1/sites/demo/responses HTTP/1.1\r\nhost: sada.example\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_head_is_cut_off_while_others_are_answered() {
    let running = run(|_| {}).await;
    let start = Instant::now();
    let mut slow = Vec::new();
    for _ in 0..50 {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: sad").await.unwrap();
        slow.push(stream);
    }
    let asked = Instant::now();
    assert!(ask(running.address, HEALTH).await.starts_with("HTTP/1.1 200"));
    assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
    for mut stream in slow {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest).await;
    }
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_above_the_limit_wait_for_their_turn() {
    let running = run(|config| config.limits.connections = 1).await;
    let first = TcpStream::connect(running.address).await.unwrap();
    let address = running.address;
    let second = tokio::spawn(async move { ask(address, HEALTH).await });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!second.is_finished());
    drop(first);
    assert!(second.await.unwrap().starts_with("HTTP/1.1 200"));
}

#[tokio::test(flavor = "multi_thread")]
async fn told_to_end_under_load_it_keeps_what_it_acknowledged() {
    let running = run(|_| {}).await;
    let address = running.address;
    let idle = TcpStream::connect(address).await.unwrap();
    let tries: Vec<_> =
        (0..300).map(|number| tokio::spawn(async move { (number, ask(address, &post(number)).await) })).collect();
    while !tries.iter().any(JoinHandle::is_finished) {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let start = Instant::now();
    running.stop.send(()).unwrap();
    running.task.await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    assert!(TcpStream::connect(address).await.is_err(), "it listens no more");
    drop(idle);

    let options = SqliteConnectOptions::new().filename(running.folder.path().join("sada.db"));
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let stored: Vec<String> =
        sqlx::query_scalar("SELECT submission_id FROM responses").fetch_all(&mut connection).await.unwrap();
    let mut acknowledged = 0;
    for each in tries {
        let (number, answer) = each.await.unwrap();
        if answer.starts_with("HTTP/1.1 201") {
            acknowledged += 1;
            assert!(stored.contains(&id(number)), "{number} was acknowledged");
        }
    }
    assert!(acknowledged > 0, "some were answered");
}
