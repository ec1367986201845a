//! What can be asked for. Each resource has a file of its own.

mod assets;
mod files;
mod health;
mod log;
mod responses;
mod survey_files;
mod survey_page;
mod widget;

use crate::app::App;
use crate::dashboard;
use crate::document::{Failure, Reason, Sheet};
use crate::language::preferred;
use crate::messages::Messages;
use crate::problem::ApiError;
use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_http::cors::{Any, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;

/// Every route of the collector.
pub fn router(app: App) -> Router {
    let for_every_origin = responses::router().merge(survey_files::router()).merge(widget::router());
    let ours = survey_page::router().merge(dashboard::router(&app)).merge(assets::router()).merge(health::router());
    // Before the layer: it must see the methods that a route does not take, OPTIONS among them.
    let for_every_origin = for_every_origin.method_not_allowed_fallback(other_method).layer(cross_origin());
    for_every_origin
        .merge(ours.method_not_allowed_fallback(other_method))
        .fallback(nothing_here)
        .layer(always(header::CONTENT_SECURITY_POLICY, dashboard::CONTENT_SECURITY_POLICY))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // Not `no-referrer`: with it browsers send `Origin: null`, and a form of our own looks like a stranger's.
        .layer(always(header::REFERRER_POLICY, "same-origin"))
        .layer(axum::middleware::from_fn(log::log))
        .with_state(app)
}

async fn other_method() -> ApiError {
    ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method.")
}

/// Programs get JSON, people a page.
async fn nothing_here(uri: Uri, headers: HeaderMap) -> Response {
    if uri.path().starts_with("/api/") {
        return ApiError::not_found("There is nothing at this address.").into_response();
    }
    let language = preferred(None, &headers, &Messages::languages());
    Failure { language, sheet: Sheet::Dashboard, reason: Reason::NotFound }.into_response()
}

/// The popup lives on other people's pages. It sends no cookie, and may read when to come again.
fn cross_origin() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE, header::CONTENT_ENCODING])
        .expose_headers([header::RETRY_AFTER])
        .allow_private_network(true)
        .max_age(Duration::from_hours(24))
}

/// Sets a header on every answer that has not set it itself.
fn always(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}
