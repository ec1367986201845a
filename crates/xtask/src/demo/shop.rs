//! The demo shop, served from another origin than the collector's, as in life.

use super::{folder, report};
use crate::workspace;
use anyhow::{Context, Result, ensure};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Stands for the collector's origin in the shop's pages.
const PLACEHOLDER: &str = "__COLLECTOR__";
/// More than any browser sends.
const LONGEST_REQUEST: u64 = 16 * 1024;

/// A server that runs as long as this program.
pub struct Shop {
    origin: String,
}

impl Shop {
    /// Starts serving.
    pub fn open(port: u16, collector: &str) -> Result<Self> {
        let pages = workspace::dist().join("shop");
        ensure!(pages.join("index.html").exists(), "trunk made no {}: does index.html copy it?", pages.display());
        let files = Arc::new(Files { pages, reports: folder(), collector: collector.to_owned() });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).context("cannot open the shop")?;
        // A thread for each connection: browsers hold idle ones open. A connection that breaks concerns only its visitor.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let files = Arc::clone(&files);
                thread::spawn(move || serve(&stream, &files));
            }
        });
        Ok(Self { origin: format!("http://127.0.0.1:{port}") })
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// What is served.
struct Files {
    pages: PathBuf,
    reports: PathBuf,
    collector: String,
}

impl Files {
    /// The type and the bytes of what is at `path`. `None` where nothing is.
    fn find(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let file = match [report::TEXT, report::JSON].iter().find(|(at, _)| *at == path) {
            Some((_, file)) => self.reports.join(file),
            None => page(&self.pages, path)?,
        };
        let bytes = std::fs::read(&file).ok()?;
        let kind = content_type(&file);
        if kind.starts_with("text/html") {
            return Some((kind, String::from_utf8_lossy(&bytes).replace(PLACEHOLDER, &self.collector).into_bytes()));
        }
        Some((kind, bytes))
    }
}

/// The file below `folder` that a path means. None of ours has a name that needs escapes or starts with a dot.
fn page(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_owned();
    let (folders, name) = path.strip_prefix('/')?.rsplit_once('/').unwrap_or(("", path.strip_prefix('/')?));
    for part in folders.split('/').filter(|_| !folders.is_empty()).chain((!name.is_empty()).then_some(name)) {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if part.is_empty() || part.starts_with('.') || !part.chars().all(is_plain) {
            return None;
        }
        file.push(part);
    }
    Some(if name.is_empty() { file.join("index.html") } else { file })
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Answers one request and closes.
fn serve(stream: &TcpStream, files: &Files) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    // The rest of the head says nothing we need; unread bytes would reset the connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let (status, kind, body) = match (method, files.find(path)) {
        ("GET" | "HEAD", Some((kind, body))) => ("200 OK", kind, body),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such page.".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"This server only shows pages.".to_vec()),
    };
    let length = body.len();
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\
         cache-control: no-store\r\nconnection: close\r\n\r\n"
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_folder() {
        let file = |path| page(Path::new("/shop"), path).map(|file| file.display().to_string());
        for (path, expected) in [
            ("/", Some("/shop/index.html")),
            ("/a.css", Some("/shop/a.css")),
            ("/ar/", Some("/shop/ar/index.html")),
            ("/ar/cart.html", Some("/shop/ar/cart.html")),
            ("", None),
            ("a.css", None),
            ("//etc/passwd", None),
            ("/../sada.db", None),
            ("/ar/../../sada.db", None),
            ("/.hidden", None),
            ("/%2e%2e/sada.db", None),
            ("/a\\b", None),
        ] {
            assert_eq!(file(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn pages_learn_where_the_collector_is() {
        let (pages, reports) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(pages.path().join("index.html"), "<script src=__COLLECTOR__/sada.js></script>").unwrap();
        std::fs::write(pages.path().join("a.css"), "/* __COLLECTOR__ */").unwrap();
        std::fs::write(reports.path().join("audit.txt"), "صدى").unwrap();
        std::fs::write(reports.path().join("sada.db"), "answers").unwrap();
        let files = Files {
            pages: pages.path().to_owned(),
            reports: reports.path().to_owned(),
            collector: "http://127.0.0.1:1".to_owned(),
        };
        let text = |path| files.find(path).map(|(_, bytes)| String::from_utf8(bytes).unwrap());
        assert_eq!(text("/").as_deref(), Some("<script src=http://127.0.0.1:1/sada.js></script>"));
        assert_eq!(text("/a.css").as_deref(), Some("/* __COLLECTOR__ */"));
        assert_eq!(text("/report/audit.txt").as_deref(), Some("صدى"));
        assert_eq!(text("/report/sada.db"), None);
        assert_eq!(text("/nothing.html"), None);
    }
}
