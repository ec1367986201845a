//! Servers for the tests, on this machine only.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};

/// Answers requests with what `answer` says of the path: the status line's end with more head lines, and the body.
/// Returns the origin.
pub fn serve(answer: impl Fn(&str) -> (&'static str, String) + Send + 'static) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut buffer = [0; 8192];
            let read = stream.read(&mut buffer).unwrap_or(0);
            let head = String::from_utf8_lossy(&buffer[..read]).into_owned();
            let (status, body) = answer(head.split(' ').nth(1).unwrap_or_default());
            let length = body.len();
            let _ = write!(stream, "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
        }
    });
    origin
}

/// The head of a page.
pub const HTML: &str = "200 OK\r\ncontent-type: text/html; charset=utf-8";
