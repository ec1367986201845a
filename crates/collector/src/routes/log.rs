//! One line for each request: which route, which status, how long. Never addresses, bodies, tokens or queries.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;

pub(super) async fn log(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let (status, milliseconds) = (response.status().as_u16(), start.elapsed().as_secs_f64() * 1_000.0);
    tracing::info!(%method, route, status, milliseconds, "answered");
    response
}
