//! `WebDriver` `BiDi` over its WebSocket: commands and their answers, and what the browser tells by itself.
//! <https://www.w3.org/TR/webdriver-bidi/#protocol>

use serde_json::{Value, json};
use std::net::TcpStream;
use std::time::Duration;
use tungstenite::{Message, WebSocket, client};

/// How long a command may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection with one browser.
pub(crate) struct Bidi {
    socket: WebSocket<TcpStream>,
    last: u64,
    /// What the browser has told by itself.
    pub(crate) events: Vec<Value>,
}

impl Bidi {
    /// Connects to `127.0.0.1:9222`.
    pub(crate) fn connect(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = client(format!("ws://{address}/session"), stream).unwrap();
        Self { socket, last: 0, events: Vec::new() }
    }

    /// Gives a command and waits for its result. `Err` is what the browser says about it.
    pub(crate) fn call(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": params });
        self.socket.send(Message::text(command.to_string())).unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap_or_else(|error| panic!("{method}: {error}")) else {
                continue;
            };
            let mut message: Value = serde_json::from_str(text.as_str()).unwrap();
            if message["id"] == self.last {
                let is_error = message["type"] == "error";
                return if is_error { Err(message.to_string()) } else { Ok(message["result"].take()) };
            }
            self.events.push(message);
        }
    }
}
