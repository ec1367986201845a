//! The way between the visitor and the collector, on which things go wrong.

use crate::http::{Request, serve};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What goes wrong on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// What is posted arrives, and the answer is lost.
    LostReply,
    /// One bit of every file with this end of its name is another one.
    FlippedBit(&'static str),
}

/// A server in front of another, which does not know of it.
pub struct Relay {
    origin: String,
    fault: Arc<Mutex<Fault>>,
    posts: Arc<AtomicUsize>,
}

impl Relay {
    /// A relay to the server at `origin`: `http://127.0.0.1:8787`.
    pub fn to(origin: &str) -> Self {
        let behind = origin.trim_start_matches("http://").to_owned();
        let (fault, posts) = (Arc::new(Mutex::new(Fault::None)), Arc::<AtomicUsize>::default());
        let (now, counted) = (Arc::clone(&fault), Arc::clone(&posts));
        let address = serve(move |request| {
            let mut answer = forward(&behind, request)?;
            let is_post = request.method == "POST";
            if is_post {
                counted.fetch_add(1, Ordering::SeqCst);
            }
            match *now.lock().unwrap() {
                Fault::LostReply if is_post => return None,
                Fault::FlippedBit(end) if request.path.ends_with(end) => *answer.last_mut()? ^= 1,
                _ => {}
            }
            Some(answer)
        });
        Self { origin: format!("http://{address}"), fault, posts }
    }

    /// From now on this goes wrong.
    pub fn suffers(&self, fault: Fault) {
        *self.fault.lock().unwrap() = fault;
    }

    /// Where it listens.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How often something was posted, and has arrived.
    pub fn posts(&self) -> usize {
        self.posts.load(Ordering::SeqCst)
    }
}

/// The whole answer of the server behind, in its plain form.
fn forward(behind: &str, request: &Request) -> Option<Vec<u8>> {
    let is_kept = |line: &&String| {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        !["accept-encoding", "connection"].contains(&name.as_str())
    };
    let mut head = format!("{} {} HTTP/1.1\r\nconnection: close\r\n", request.method, request.path);
    for line in request.headers.iter().filter(is_kept) {
        head.push_str(line);
        head.push_str("\r\n");
    }
    let mut stream = TcpStream::connect(behind).ok()?;
    stream.write_all(format!("{head}\r\n").as_bytes()).ok()?;
    stream.write_all(&request.body).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    Some(answer)
}
