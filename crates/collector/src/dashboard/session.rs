//! Who is the owner: whoever holds the token of a session.

use crate::app::App;
use crate::document::Reason;
use crate::language::{self, cookie, one_of, preferred};
use crate::messages::Messages;
use crate::{clock, secret};
use axum::extract::{FromRequestParts, OptionalFromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use sada_survey::Language;

const WEEK_MS: i64 = 7 * 24 * 60 * 60 * 1_000;
const WEEK_SECONDS: i64 = WEEK_MS / 1_000;

/// The owner, logged in.
pub(super) struct Owner;

impl FromRequestParts<App> for Owner {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let owner = <Self as OptionalFromRequestParts<App>>::from_request_parts(parts, app).await?;
        // The language goes along; it is remembered there.
        let spoken = Query::<super::Asked>::try_from_uri(&parts.uri).ok().and_then(|query| query.0.lang);
        let log_in = match spoken.as_deref().and_then(|tag| one_of(tag, &Messages::languages())) {
            Some(language) => Redirect::to(&format!("/login?lang={}", language.tag)),
            None => Redirect::to("/login"),
        };
        owner.ok_or_else(|| log_in.into_response())
    }
}

impl OptionalFromRequestParts<App> for Owner {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Response> {
        let Some(token) = token(app, &parts.headers) else { return Ok(None) };
        match app.store.has_session(&secret::hash(token), clock::now()).await {
            Ok(is_open) => Ok(is_open.then_some(Owner)),
            Err(error) => {
                let failure =
                    super::failure(preferred(None, &parts.headers, &Messages::languages()), Reason::from(error));
                Err(failure.into_response())
            }
        }
    }
}

/// The language of a page of the owner. What the address asks for is remembered.
pub(super) struct Spoken {
    pub(super) language: &'static Language,
    is_chosen: bool,
}

impl FromRequestParts<App> for Spoken {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        let asked = Query::<super::Asked>::try_from_uri(&parts.uri).ok().and_then(|query| query.0.lang);
        let languages = Messages::languages();
        let is_chosen = asked.as_deref().and_then(|tag| one_of(tag, &languages)).is_some();
        Ok(Self { language: preferred(asked.as_deref(), &parts.headers, &languages), is_chosen })
    }
}

impl Spoken {
    /// `response`, with the choice for the next page.
    pub(super) fn remember(&self, mut response: Response) -> Response {
        if self.is_chosen {
            let cookie =
                format!("{}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", language::COOKIE, self.language.tag);
            add_cookie(&mut response, &cookie);
        }
        response
    }
}

/// Begins a session. A token that came with the request is never used again.
pub(super) async fn begin(app: &App, headers: &HeaderMap) -> Result<Response, Reason> {
    end_stored(app, headers).await?;
    let token = secret::token();
    let now = clock::now();
    app.store.add_session(&secret::hash(&token), now, now + WEEK_MS).await?;
    let mut response = Redirect::to("/").into_response();
    add_cookie(&mut response, &session_cookie(app, &token, WEEK_SECONDS));
    Ok(response)
}

/// Ends the session.
pub(super) async fn end(app: &App, headers: &HeaderMap) -> Result<Response, Reason> {
    end_stored(app, headers).await?;
    let mut response = Redirect::to("/login").into_response();
    add_cookie(&mut response, &session_cookie(app, "", 0));
    Ok(response)
}

async fn end_stored(app: &App, headers: &HeaderMap) -> Result<(), Reason> {
    if let Some(token) = token(app, headers) {
        app.store.forget_session(&secret::hash(token)).await?;
    }
    Ok(())
}

fn token<'h>(app: &App, headers: &'h HeaderMap) -> Option<&'h str> {
    cookie(headers, cookie_name(app))
}

/// With `__Host-` a browser takes it only by https, from us, for the whole site (RFC 6265bis, section 4.1.3.2).
fn cookie_name(app: &App) -> &'static str {
    if app.is_secure() { "__Host-sada" } else { "sada" }
}

fn session_cookie(app: &App, token: &str, seconds: i64) -> String {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    format!("{}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", cookie_name(app))
}

fn add_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
