//! A server for tests, on every address of this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// It lasts as long as the test's process.
pub struct Server {
    pub port: u16,
    asked: Arc<AtomicUsize>,
}

impl Server {
    /// Answers the n-th request with what `answer` gives.
    pub fn answering(answer: impl Fn(usize) -> String + Send + Sync + 'static) -> Self {
        Self::serve(move |at, mut stream| drop(stream.write_all(answer(at).as_bytes())))
    }

    /// Answers with one byte after the other, for a minute.
    pub fn dripping() -> Self {
        Self::serve(|_, mut stream| {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/css\r\ncontent-length: 9999\r\n\r\n";
            let mut is_there = stream.write_all(head.as_bytes()).is_ok();
            for _ in 0..1200 {
                is_there = is_there && stream.write_all(b" ").is_ok();
                if is_there {
                    std::thread::sleep(Duration::from_millis(50));
                }
            }
        })
    }

    fn serve(answer: impl Fn(usize, &TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("0.0.0.0:0").expect("there is a free port");
        let port = listener.local_addr().expect("it listens").port();
        let asked = Arc::new(AtomicUsize::new(0));
        let (counted, answer) = (Arc::clone(&asked), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (at, answer) = (counted.fetch_add(1, Ordering::SeqCst), Arc::clone(&answer));
                std::thread::spawn(move || {
                    let head = BufReader::new(&stream).lines().map_while(Result::ok);
                    head.take_while(|line| !line.is_empty()).for_each(drop);
                    answer(at, &stream);
                });
            }
        });
        Self { port, asked }
    }

    /// The address of a path on it, by the name or number of a host.
    pub fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

/// A page, or what else is there.
pub fn there(text: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}", text.len())
}

/// A redirect.
pub fn elsewhere(address: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nlocation: {address}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}
