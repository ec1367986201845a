//! A site of somebody else: a folder, or one page, under an origin of its own.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";

/// A server on a port of its own. It lasts as long as the test's process: an idle listener harms nobody.
pub struct Origin {
    address: String,
}

struct Site {
    folder: PathBuf,
    /// What the owner does to every page.
    edit: Box<dyn Fn(&str) -> String + Send + Sync>,
}

impl Origin {
    /// Serves `folder`, with `snippet` pasted into every page.
    pub fn site(folder: &Path, snippet: &str) -> Self {
        let snippet = snippet.to_owned();
        Self::edited(folder, move |page| {
            // The last one: earlier ones may stand in scripts.
            let at = page.rfind("</body>").unwrap_or(page.len());
            format!("{}{snippet}{}", &page[..at], &page[at..])
        })
    }

    /// Serves the demo shop, whose snippet names the collector at `collector`.
    pub fn shop(collector: &str) -> Self {
        let collector = collector.to_owned();
        Self::edited(&crate::root().join("www/shop"), move |page| page.replace("__COLLECTOR__", &collector))
    }

    /// Serves one page at every path, with these headers (`content-type` among them, or it is HTML).
    pub fn page(text: &str, headers: &[(&'static str, &str)]) -> Self {
        let mut all = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(HTML))]);
        for (name, value) in headers {
            all.insert(HeaderName::from_static(name), value.parse().unwrap());
        }
        let page = (all, text.to_owned());
        Self::serve(Router::new().fallback(move || std::future::ready(page.clone())))
    }

    fn edited(folder: &Path, edit: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        assert!(folder.is_dir(), "{} is missing: run `cargo xtask test`", folder.display());
        let site = Arc::new(Site { folder: folder.to_owned(), edit: Box::new(edit) });
        Self::serve(Router::new().fallback(page).with_state(site))
    }

    /// The address of a path on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn serve(router: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
        });
        Self { address }
    }
}

async fn page(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    assert!(!path.contains(".."), "tests ask for nothing outside");
    let mut file = site.folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    let Ok(bytes) = std::fs::read(&file) else {
        // Browsers ask for it when they please; a page that lacks it would have a console that differs by chance.
        let is_icon = path == "favicon.ico";
        return if is_icon { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND }.into_response();
    };
    let kind = content_type(&file);
    if !kind.starts_with("text/html") {
        return ([(header::CONTENT_TYPE, kind)], bytes).into_response();
    }
    let page = (site.edit)(&String::from_utf8_lossy(&bytes));
    ([(header::CONTENT_TYPE, kind)], page).into_response()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "css" => "text/css",
        "html" | "htm" => HTML,
        "jpeg" | "jpg" => "image/jpeg",
        "js" => "text/javascript",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
