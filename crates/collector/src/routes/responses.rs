//! Responses, as the popup and programs send them.

use crate::address::Client;
use crate::app::App;
use crate::problem::ApiError;
use crate::store::{Added, NewResponse};
use crate::{body, clock, secret, wire};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::post;
use axum::{Json, Router};
use serde::Serialize;

pub(super) fn router() -> Router<App> {
    Router::new().route("/api/v1/sites/{site}/responses", post(create))
}

/// What became of a response.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
enum Receipt {
    /// It is stored. With the receipt its author can read or delete it.
    Stored { receipt: String },
    /// It was stored before.
    Duplicate,
}

/// Keeps one response. The answer comes once it would survive a power cut.
async fn create(
    State(app): State<App>,
    Path(site): Path<String>,
    client: Client,
    request: Request,
) -> Result<impl IntoResponse, ApiError> {
    app.gate.admit_client(client)?;
    if !app.store.has_site(&site).await? {
        return Err(ApiError::not_found("There is no such site here: check the key in the snippet."));
    }
    app.gate.admit_site(&site)?;
    let (head, body) = request.into_parts();
    check_content_type(&head.headers)?;
    let body = body::read(&head.headers, body, body::LIMIT).await?;
    let (response, content_hash) = wire::read(&body)?;
    if response.site != site {
        let detail =
            format!("`site` is `{}`, but the address is that of another site: make them the same.", response.site);
        return Err(ApiError::unprocessable(detail));
    }
    wire::check_answers(&response, &app.surveys)?;

    let receipt = secret::code();
    let new = NewResponse {
        rev: Some(response.rev),
        content_hash,
        receipt_hash: Some(secret::hash(&receipt)),
        held_back: None,
        received_at: clock::now(),
        response,
    };
    match app.queue.keep(new).await? {
        Added::Stored => Ok((StatusCode::CREATED, Json(Receipt::Stored { receipt }))),
        Added::Duplicate => Ok((StatusCode::OK, Json(Receipt::Duplicate))),
        Added::Conflict => {
            let detail = "This revision of the response is stored with other content: raise `rev` to replace it.";
            Err(ApiError::new(StatusCode::CONFLICT, detail))
        }
    }
}

/// `text/plain` is what a page can still send while it is being closed.
fn check_content_type(headers: &HeaderMap) -> Result<(), ApiError> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if ["application/json", "text/plain"].iter().any(|known| essence.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    let detail = "The content-type is not application/json: send the response as JSON and say so.";
    Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail))
}
