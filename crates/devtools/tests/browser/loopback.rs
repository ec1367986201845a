//! Servers for the tests, on this machine only.

use crate::LIMIT;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Answers requests on loopback with what `answer` says of the path: the head's lines and the body. `None` never
/// answers.
pub fn serve(
    answer: impl Fn(&str) -> Option<(String, String)> + Send + Sync + 'static,
) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::<Mutex<Vec<String>>>::default();
    let (answer, log) = (Arc::new(answer), asked.clone());
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (answer, log) = (answer.clone(), log.clone());
            std::thread::spawn(move || answer_one(stream, &*answer, &log));
        }
    });
    (origin, asked)
}

fn answer_one(
    mut stream: TcpStream,
    answer: &(dyn Fn(&str) -> Option<(String, String)> + Send + Sync),
    asked: &Mutex<Vec<String>>,
) {
    let mut buffer = [0; 8192];
    let read = stream.read(&mut buffer).unwrap_or(0);
    let head = String::from_utf8_lossy(&buffer[..read]).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    asked.lock().unwrap().push(path.clone());
    match answer(&path) {
        Some((head, body)) => {
            let length = body.len();
            let _ = write!(stream, "HTTP/1.1 {head}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
        }
        None => std::thread::sleep(LIMIT * 2),
    }
}

/// An answer with a page.
#[expect(clippy::unnecessary_wraps, reason = "it stands beside answers that may be none")]
pub fn html(body: &str) -> Option<(String, String)> {
    Some(("200 OK\r\ncontent-type: text/html".to_owned(), body.to_owned()))
}
