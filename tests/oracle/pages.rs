//! The pages: a manual, site templates of strangers, our own.

use sada_audit::Page;
use sada_audit_html::{Input, Reader, Sheet, StyleSheets};
use sada_tests::{Collector, Origin, npm_package};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use url::{Position, Url};

/// Pages of different kinds from the manual that comes with Rust.
const MANUAL: &[&str] = &[
    "index.html",
    "book/ch03-02-data-types.html",
    "book/appendix-02-operators.html",
    "cargo/reference/manifest.html",
    "clippy/lints.html",
    "core/macro.assert.html",
    "edition-guide/index.html",
    "error_codes/E0308.html",
    "nomicon/subtyping.html",
    "reference/expressions/operator-expr.html",
    "rust-by-example/primitives.html",
    "rustc/platform-support.html",
    "rustdoc/what-is-rustdoc.html",
    "std/index.html",
    "std/option/enum.Option.html",
    "std/vec/struct.Vec.html",
    "std/primitive.i32.html",
    "std/keyword.match.html",
    "src/alloc/lib.rs.html",
    "unstable-book/index.html",
];

/// Calls `ask` with the address of every page.
pub fn each(mut ask: impl FnMut(&str)) {
    for page in MANUAL.iter().map(|page| manual().join(page)).filter(|page| page.is_file()) {
        ask(Url::from_file_path(page).unwrap().as_str());
    }
    for (folder, name) in [
        (npm_package("startbootstrap-sb-admin-2", "4.1.4"), "index.html"),
        (npm_package("startbootstrap-sb-admin-2", "4.1.4"), "register.html"),
        (npm_package("startbootstrap-agency", "7.0.12").join("dist"), "index.html"),
        (npm_package("gentelella", "4.2.0").join("dist"), "index.html"),
    ] {
        ask(&Origin::site(&folder, "").url(&format!("/{name}")));
    }
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    ask(&shop.url("/ar.html"));
    ask(&shop.url("/fa.html"));
    for lang in ["en", "ar"] {
        ask(&format!("{}/s/demo/nps?lang={lang}", collector.origin()));
        ask(&format!("{}/login?lang={lang}", collector.origin()));
    }
}

fn manual() -> PathBuf {
    let rustc = Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    Path::new(String::from_utf8(rustc.stdout).unwrap().trim()).join("share/doc/rust/html")
}

/// The page that we make of what Chromium has.
pub fn read(url: &str, markup: &str) -> Page {
    Reader::default().read(&Input::new(url, markup.as_bytes()), &Sheets).unwrap()
}

/// A page as it is sent.
pub fn markup(url: &str) -> String {
    let url = Url::parse(url).unwrap();
    let bytes =
        if url.scheme() == "file" { std::fs::read(url.to_file_path().unwrap()).unwrap() } else { fetch(&url).unwrap() };
    String::from_utf8(bytes).unwrap()
}

/// Style sheets from files and from servers of this test.
struct Sheets;

impl StyleSheets for Sheets {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let url = Url::parse(address).ok()?;
        let bytes = match url.scheme() {
            "file" => std::fs::read(url.to_file_path().ok()?).ok()?,
            "http" => fetch(&url)?,
            _ => return None,
        };
        Some(Arc::new(Sheet::from_bytes(&bytes, None)))
    }
}

fn fetch(url: &Url) -> Option<Vec<u8>> {
    let host = url.host_str().filter(|host| *host == "127.0.0.1" || *host == "localhost")?;
    let mut stream = TcpStream::connect((host, url.port()?)).ok()?;
    write!(
        stream,
        "GET {} HTTP/1.0\r\nhost: {host}\r\nconnection: close\r\n\r\n",
        &url[Position::BeforePath..Position::AfterQuery]
    )
    .ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    answer.starts_with(b"HTTP/1.").then(|| answer.split_off(end + 4))
}
