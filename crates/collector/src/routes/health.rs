//! Whether the collector works: for whoever watches over it.

use crate::app::App;
use crate::problem::ApiError;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

pub(super) fn router() -> Router<App> {
    Router::new().route("/healthz", get(health))
}

async fn health(State(app): State<App>) -> Result<&'static str, ApiError> {
    app.store.sites().await?;
    Ok("ok\n")
}
