//! A whole page of ours: plain HTML, one style sheet, no script.

use crate::limiter::Wait;
use crate::messages::{Hosted, Messages};
use crate::problem::retry_after;
use crate::store::StoreError;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use sada_survey::Language;
use std::error::Error;

/// Which style sheet a page has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sheet {
    Survey,
    Dashboard,
}

impl Sheet {
    fn address(self) -> &'static str {
        match self {
            Sheet::Survey => "/assets/survey.css",
            Sheet::Dashboard => "/assets/dashboard.css",
        }
    }
}

/// The whole page around `body`.
pub(crate) fn document(language: &Language, sheet: Sheet, title: String, body: AnyView) -> String {
    view! {
        <!DOCTYPE html>
        <html lang=language.tag dir=language.direction.as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <title>{title}</title>
                <link rel="stylesheet" href=sheet.address() />
            </head>
            <body>{body}</body>
        </html>
    }
    .to_html()
}

/// Links to the same page in the languages it is `spoken` in; `rest` is what else stands in the query.
pub(crate) fn language_switch(
    language: &Language,
    spoken: &[&'static Language],
    path: &str,
    rest: &[(&str, &str)],
) -> AnyView {
    let links = spoken.iter().map(|other| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(rest).append_pair("lang", other.tag);
        let address = format!("{path}?{}", query.finish());
        let is_current = (*other == language).then_some("true");
        view! {
            <li>
                <a class="link" href=address lang=other.tag hreflang=other.tag aria-current=is_current>{other.name}</a>
            </li>
        }
    });
    let label = Hosted::of(language).language;
    let links = links.collect::<Vec<_>>();
    let nav = || view! { <nav class="languages" aria-label=label><ul>{links}</ul></nav> };
    (spoken.len() > 1).then(nav).into_any()
}

/// A page that says why there is no other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failure {
    pub(crate) language: &'static Language,
    pub(crate) sheet: Sheet,
    pub(crate) reason: Reason,
}

/// Why there is no page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Reason {
    NotFound,
    Unavailable,
    TooLarge,
    TooManyTries(Wait),
}

impl From<StoreError> for Reason {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = &error as &dyn Error, cause = error.source(), "the store failed");
        Reason::Unavailable
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (hosted, messages) = (Hosted::of(self.language), Messages::of(self.language));
        let (status, title, advice) = match self.reason {
            Reason::NotFound => (StatusCode::NOT_FOUND, hosted.not_found, hosted.not_found_advice),
            Reason::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, hosted.unavailable, hosted.unavailable_advice),
            Reason::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, hosted.too_large, hosted.too_large_advice),
            Reason::TooManyTries(_) => (StatusCode::TOO_MANY_REQUESTS, messages.log_in, messages.too_many_tries),
        };
        let body = view! { <main class="sheet"><h1>{title}</h1><p>{advice}</p></main> }.into_any();
        let mut response = page(status, document(self.language, self.sheet, title.to_owned(), body));
        let wait = match self.reason {
            Reason::TooManyTries(Wait(wait)) => Some(wait),
            Reason::Unavailable => Some(std::time::Duration::from_secs(5)),
            Reason::NotFound | Reason::TooLarge => None,
        };
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, retry_after(wait));
        }
        response
    }
}

/// HTML that nobody keeps: it holds answers, or the id of an answer to come.
pub(crate) fn page(status: StatusCode, html: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::VARY, "accept-language, cookie"),
    ];
    (status, headers, html).into_response()
}
