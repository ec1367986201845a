//! Survey files: what the popup asks.

use super::files::{FIVE_MINUTES, file};
use crate::app::App;
use crate::problem::ApiError;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::get;
use std::borrow::Cow;

pub(super) fn router() -> Router<App> {
    Router::new().route("/surveys/{file}", get(survey))
}

async fn survey(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let find = |name: &str| {
        let survey = app.survey(name.strip_suffix(".json")?)?;
        serde_json::to_vec(survey).ok().map(Cow::Owned)
    };
    let unknown = || ApiError::not_found("There is no such survey here: start the collector with its file.");
    file(&name, FIVE_MINUTES, &headers, find).ok_or_else(unknown)
}
