//! What a program is told when it does not get what it asked for (RFC 9457).

use crate::ingest::NotKept;
use crate::limiter::Wait;
use crate::store::StoreError;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::error::Error;
use std::time::Duration;

/// One answer for every failure. `detail` says what is wrong and what to do; causes are logged, never told.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    pub(crate) status: StatusCode,
    detail: String,
    retry_after: Option<Duration>,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), retry_after: None }
    }

    pub(crate) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    pub(crate) fn unprocessable(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }

    pub(crate) fn unavailable(retry_after: Duration) -> Self {
        let detail = "The answer cannot be stored right now. Nothing was stored: send it again later.";
        Self { retry_after: Some(retry_after), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, detail) }
    }
}

impl From<Wait> for ApiError {
    fn from(wait: Wait) -> Self {
        let detail = "This is more than is taken at once. Nothing was stored: send it again later.";
        Self { retry_after: Some(wait.0), ..Self::new(StatusCode::TOO_MANY_REQUESTS, detail) }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = &error as &dyn Error, cause = error.source(), "the store failed");
        Self::unavailable(Duration::from_secs(5))
    }
}

impl From<NotKept> for ApiError {
    fn from(reason: NotKept) -> Self {
        match reason {
            NotKept::Full => Self::unavailable(Duration::from_secs(2)),
            NotKept::Failed => Self::unavailable(Duration::from_secs(5)),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Error");
        let body = serde_json::json!({ "title": title, "status": self.status.as_u16(), "detail": self.detail });
        let content_type = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (self.status, content_type, body.to_string()).into_response();
        if let Some(wait) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, retry_after(wait));
        }
        response
    }
}

/// Whole seconds, rounded up: an early try would only be refused again.
pub(crate) fn retry_after(wait: Duration) -> axum::http::HeaderValue {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    seconds.max(1).into()
}
