//! The style sheets of our own pages.

use super::files::{FIVE_MINUTES, file};
use crate::app::App;
use crate::problem::ApiError;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::get;
use sada_survey_view::QUESTIONS_CSS;
use std::borrow::Cow;

const PAGES: &str = include_str!("../../assets/pages.css");
const SURVEY: &str = include_str!("../../assets/survey.css");
const DASHBOARD: &str = include_str!("../../assets/dashboard.css");

pub(super) fn router() -> Router<App> {
    Router::new().route("/assets/{name}", get(asset))
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Result<impl IntoResponse, ApiError> {
    let find = |name: &str| match name {
        "survey.css" => Some(Cow::Owned([PAGES, QUESTIONS_CSS, SURVEY].concat().into_bytes())),
        "dashboard.css" => Some(Cow::Owned([PAGES, DASHBOARD].concat().into_bytes())),
        _ => None,
    };
    file(&name, FIVE_MINUTES, &headers, find).ok_or_else(|| ApiError::not_found("There is no such style sheet."))
}
