//! What the owner sees.

mod answer;
mod answers;
mod chart;
mod log_in;
mod overview;
mod said;
mod score;
mod session;
mod survey;

use crate::app::App;
use crate::document::{Failure, Reason, Sheet, document, language_switch};
use crate::messages::Messages;
use crate::problem::ApiError;
use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use leptos::prelude::*;
use sada_survey::Language;
use serde::Deserialize;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// The strictest of ours; also that of every answer that has no page of its own.
pub(crate) const CONTENT_SECURITY_POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The owner's pages. Their forms are taken from pages of our own only.
pub(crate) fn router(app: &App) -> Router<App> {
    let refuse = |_: ProtectionError| {
        let detail =
            "This form came from another site: open the dashboard itself. Behind a proxy, start with --public-url.";
        ApiError::new(StatusCode::FORBIDDEN, detail).into_response()
    };
    let mut own_origin = CsrfLayer::new();
    if let Some(url) = &app.public_url {
        own_origin = own_origin
            .add_trusted_origin(url.origin().ascii_serialization())
            .expect("opening the app refuses an address that is no http or https origin");
    }
    Router::new()
        .route("/", get(overview::show))
        .route("/sites/{site}/surveys/{survey}", get(survey::show))
        .route("/login", get(log_in::show).post(log_in::log_in))
        .route("/logout", post(log_in::log_out))
        .layer(own_origin.with_rejection_response(refuse))
}

/// What every page of the owner may be asked.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    pub(crate) lang: Option<String>,
}

/// A page of the owner: heading and switch above, the way out beside them.
fn owner_page(language: &'static Language, title: Title, path: &str, query: &[(&str, &str)], body: AnyView) -> String {
    let messages = Messages::of(language);
    let Title { lang, words } = title;
    let page = view! {
        <a class="skip" href="#content">{messages.skip}</a>
        <header>
            <a class="home" href="/">"Sada"</a>
            {language_switch(language, &Messages::languages(), path, query)}
            <form method="post" action="/logout"><button class="button quiet">{messages.log_out}</button></form>
        </header>
        <main id="content" tabindex="-1">
            <h1><bdi lang=lang>{words.clone()}</bdi></h1>
            {body}
        </main>
    };
    document(language, Sheet::Dashboard, format!("{words} – Sada"), page.into_any())
}

/// What a page is about, and the tag of the language it is said in, if that is not the page's.
struct Title {
    lang: Option<String>,
    words: String,
}

impl Title {
    fn of(words: &str) -> Self {
        Self { lang: None, words: words.to_owned() }
    }
}

fn failure(language: &'static Language, reason: Reason) -> Failure {
    Failure { language, sheet: Sheet::Dashboard, reason }
}

/// A count in the digits of the language.
fn count(language: &Language, people: u64) -> String {
    language.number(i64::try_from(people).unwrap_or(i64::MAX))
}
