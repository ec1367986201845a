//! Servers for the tests, on this machine only.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Answers requests with what `answer` says of the path: the status line's end with more head lines, and the body.
/// Returns the origin.
pub fn serve<H: AsRef<str>, B: AsRef<[u8]>>(answer: impl Fn(&str) -> (H, B) + Send + Sync + 'static) -> String {
    serve_streams(move |path, stream| {
        let (status, body) = answer(path);
        let (status, body) = (status.as_ref(), body.as_ref());
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        // Whoever has gone needs no answer.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    })
}

/// Lets `answer` write what it likes, each answer on a thread of its own. Returns the origin.
pub fn serve_streams(answer: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let answer = answer.clone();
            std::thread::spawn(move || {
                let mut buffer = [0; 8192];
                let read = stream.read(&mut buffer).unwrap_or(0);
                let head = String::from_utf8_lossy(&buffer[..read]).into_owned();
                answer(head.split(' ').nth(1).unwrap_or_default(), &mut stream);
            });
        }
    });
    origin
}

/// Serves the files below a folder as they lie; `more` are further head lines of each.
pub fn serve_folder(root: PathBuf, more: &'static str) -> String {
    serve(move |path| {
        let file = file_at(&root, path);
        match std::fs::read(&file) {
            Ok(bytes) => (format!("200 OK\r\ncontent-type: {}{more}", content_type(&file)), bytes),
            Err(_) => ("404 Not Found\r\ncontent-type: text/plain".to_owned(), Vec::new()),
        }
    })
}

/// The file below a folder that the path of an address names.
pub fn file_at(root: &Path, path: &str) -> PathBuf {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    root.join(path.trim_start_matches('/'))
}

/// The head of a page.
pub const HTML: &str = "200 OK\r\ncontent-type: text/html; charset=utf-8";

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "xhtml" => "application/xhtml+xml",
        "css" => "text/css",
        "js" => "text/javascript",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "gif" => "image/gif",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "vtt" => "text/vtt",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
