//! The popup's files, carried inside the binary.

use super::files::{FIVE_MINUTES, FOR_EVER, file};
use crate::app::App;
use crate::problem::ApiError;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::get;
use rust_embed::RustEmbed;
use std::borrow::Cow;

/// What `cargo xtask widget` has built. Debug builds read it from the disk at each request.
#[derive(RustEmbed)]
#[folder = "../../dist"]
#[allow_missing = true]
struct Dist;

pub(super) fn router() -> Router<App> {
    Router::new().route("/sada.js", get(loader)).route("/widget/{name}", get(part))
}

/// The script of the snippet. Its address stays, its content does not.
async fn loader(headers: HeaderMap) -> Result<impl IntoResponse, ApiError> {
    file("sada.js", FIVE_MINUTES, &headers, find).ok_or_else(missing)
}

/// What the loader loads: named by content.
async fn part(Path(name): Path<String>, headers: HeaderMap) -> Result<impl IntoResponse, ApiError> {
    // Percent-encoded, a name can hold a way out of the folder.
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    let file = is_name.then(|| file(&format!("widget/{name}"), FOR_EVER, &headers, find));
    file.flatten().ok_or_else(missing)
}

fn find(path: &str) -> Option<Cow<'static, [u8]>> {
    Dist::get(path).map(|file| file.data)
}

fn missing() -> ApiError {
    if find("sada.js").is_some() {
        return ApiError::not_found(
            "The popup has no file of this name: load the page again to get the current loader.",
        );
    }
    ApiError::not_found("The popup was not built into this program: run `cargo xtask widget`, then build it again.")
}
