//! An endpoint of the owner's own, that does what a test tells it to do.

use crate::http::{Request, serve};
use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How an endpoint answers a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// With a status that any page may read.
    Status(u16),
    /// With a status and the seconds after which it may be tried again.
    Later(u16, u32),
    /// With a status, and with the address of another place.
    Elsewhere(u16, String),
    /// With 200, without the headers that let a page of another origin send and read.
    WithoutCors,
    /// Not at all, as long as anybody waits.
    Silence,
    /// By hanging up once it has read it.
    HangUp,
}

/// What was posted, and how it was answered.
#[derive(Debug, Clone)]
pub struct Posted {
    /// `POST`, or what else it was.
    pub method: String,
    /// The path.
    pub path: String,
    /// `content-type`.
    pub content_type: String,
    /// The body; `null` if it is not JSON.
    pub body: serde_json::Value,
    /// The answer.
    pub reply: Reply,
}

/// A server on a port of its own. It lasts as long as the test's process.
pub struct Endpoint {
    address: String,
    reply: Arc<Mutex<Reply>>,
    posted: Arc<Mutex<Vec<Posted>>>,
}

impl Endpoint {
    /// An endpoint that answers like this, on every path.
    pub fn replying(reply: Reply) -> Self {
        let (reply, posted) = (Arc::new(Mutex::new(reply)), Arc::<Mutex<Vec<Posted>>>::default());
        let (now, kept) = (Arc::clone(&reply), Arc::clone(&posted));
        let address = serve(move |request| {
            // A place that something leads to takes it.
            let is_elsewhere = request.path == "/elsewhere";
            let reply = if is_elsewhere { Reply::Status(204) } else { now.lock().unwrap().clone() };
            if request.method != "OPTIONS" {
                kept.lock().unwrap().push(Posted {
                    method: request.method.clone(),
                    path: request.path.clone(),
                    content_type: request.header("content-type").to_owned(),
                    body: serde_json::from_slice(&request.body).unwrap_or_default(),
                    reply: reply.clone(),
                });
            }
            written(request, &reply)
        });
        Self { address, reply, posted }
    }

    /// From now on it answers like this.
    pub fn becomes(&self, reply: Reply) {
        *self.reply.lock().unwrap() = reply;
    }

    /// The address of a path on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What has been sent so far, in whatever way but the browser's own question whether it may.
    pub fn posted(&self) -> Vec<Posted> {
        self.posted.lock().unwrap().clone()
    }
}

fn written(request: &Request, reply: &Reply) -> Option<Vec<u8>> {
    const PATIENCE: Duration = Duration::from_mins(1);
    let is_question = request.method == "OPTIONS";
    let mut lines = String::new();
    let status = match reply {
        Reply::Silence => {
            std::thread::sleep(PATIENCE);
            return None;
        }
        Reply::WithoutCors => 200,
        _ if is_question => 204,
        Reply::HangUp => return None,
        Reply::Status(status) => *status,
        Reply::Later(status, seconds) => {
            let _ = write!(lines, "retry-after: {seconds}\r\n");
            *status
        }
        Reply::Elsewhere(status, location) => {
            let _ = write!(lines, "location: {location}\r\n");
            *status
        }
    };
    if *reply != Reply::WithoutCors {
        lines += "access-control-allow-origin: *\r\naccess-control-allow-headers: content-type\r\n\
            access-control-allow-methods: POST\r\naccess-control-expose-headers: retry-after\r\n";
    }
    let head = format!("HTTP/1.1 {status} As told\r\ncontent-length: 0\r\nconnection: close\r\n{lines}\r\n");
    Some(head.into_bytes())
}
