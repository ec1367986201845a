//! Everything the pages ask for comes from here. Nothing they say leaves this machine.

use super::assets::{Asset, Assets};
use anyhow::{Context, Result};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// A server that runs as long as this program.
pub struct Server {
    origin: String,
    unknown: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts serving on a port that nobody uses. The assets may depend on the origin.
    pub fn start(assets: impl FnOnce(&str) -> Result<Assets>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot open a port")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let assets = Arc::new(assets(&origin)?);
        let unknown = Arc::<Mutex<Vec<String>>>::default();
        let asked = Arc::clone(&unknown);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (assets, asked) = (Arc::clone(&assets), Arc::clone(&asked));
                // A connection that breaks concerns only its page, which is measured as it is.
                thread::spawn(move || answer(&stream, &assets, &asked));
            }
        });
        Ok(Self { origin, unknown })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Which paths were asked for that nobody answers, since this was last asked.
    pub fn take_unknown(&self) -> Vec<String> {
        std::mem::take(&mut *self.unknown.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Answers one request and closes.
fn answer(stream: &TcpStream, assets: &Assets, unknown: &Mutex<Vec<String>>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut body_length = 0;
    let mut takes_brotli = false;
    for line in reader.by_ref().lines() {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => body_length = value.trim().parse().unwrap_or(0),
            "accept-encoding" => takes_brotli = value.split(',').any(|coding| coding.trim() == "br"),
            _ => {}
        }
    }
    // Bytes that are left unread would break the connection off.
    io::copy(&mut reader.take(body_length), &mut io::sink())?;
    let target = first.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let Some(asset) = assets.get(path) else {
        unknown.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        let mut stream = stream;
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    };
    send(stream, asset, takes_brotli)
}

fn send(mut stream: &TcpStream, asset: &Asset, takes_brotli: bool) -> io::Result<()> {
    if asset.kind.is_empty() {
        return stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
    }
    let (coding, body) = if takes_brotli { ("content-encoding: br\r\n", &asset.brotli) } else { ("", &asset.plain) };
    let (kind, length) = (asset.kind, body.len());
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\n{coding}content-length: {length}\r\n\
         cache-control: max-age=600\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.origin().strip_prefix("http://").unwrap()).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn answers_what_it_has_and_remembers_what_it_has_not() {
        let server = Server::start(|_| {
            let mut assets = Assets::default();
            assets.add("/flags/", "flags.json", "{\"flags\":{}}")?;
            assets.add_empty("/feedback");
            Ok(assets)
        })
        .unwrap();
        let flags = ask(&server, "POST /flags/?v=2 HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}");
        assert!(flags.starts_with("HTTP/1.1 200 OK") && flags.ends_with("{\"flags\":{}}"), "{flags}");
        let compressed = ask(&server, "GET /flags/ HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\n");
        assert!(compressed.contains("content-encoding: br"), "{compressed}");
        assert!(ask(&server, "POST /feedback HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 204 "));
        assert!(server.take_unknown().is_empty());
        assert!(ask(&server, "GET /nowhere HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert_eq!(server.take_unknown(), ["/nowhere"]);
    }
}
