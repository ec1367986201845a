//! The hosted survey page: a plain form that works without script, in a frame, from a link or a QR code.

use super::always;
use crate::address::Client;
use crate::app::App;
use crate::document::{Failure, Reason, Sheet, page};
use crate::hosted::{self, Filled, Place, Pressed, Refusal, Step, spoken, step};
use crate::ingest::NotKept;
use crate::language::{one_of, preferred};
use crate::limiter::Wait;
use crate::problem::retry_after;
use crate::store::{HeldBack, NewResponse};
use crate::{body, clock, wire};
use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use sada_survey::{LANGUAGES, Language, Survey};
use serde::Deserialize;
use std::time::Duration;

/// Words from a form arrive with up to three bytes for each byte of theirs.
const FORM_LIMIT: usize = 4 * body::LIMIT;

/// No `frame-ancestors`: the page is what the popup falls back to, in a frame on other people's pages.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'";

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/s/{site}/{survey}", get(show).post(take))
        .route("/s/{site}/{survey}/thanks", get(thanks))
        .layer(always(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
}

#[derive(Deserialize)]
struct Asked {
    lang: Option<String>,
}

/// What an address stands for, and for whom.
struct Page<'a> {
    site: String,
    survey: &'a Survey,
    language: &'static Language,
}

impl Page<'_> {
    fn path(&self) -> String {
        format!("/s/{}/{}", self.site, self.survey.id)
    }

    fn failure(&self, reason: Reason) -> Response {
        Failure { language: self.language, sheet: Sheet::Survey, reason }.into_response()
    }

    fn form(&self, status: StatusCode, filled: &Filled, place: Place, refusal: Option<Refusal<'_>>) -> Response {
        page(status, hosted::form(self.survey, self.language, &self.path(), filled, place, refusal))
    }

    /// The form once more, with everything in it.
    fn later(&self, filled: &Filled, status: StatusCode, wait: Duration) -> Response {
        let mut response = self.form(status, filled, filled.place, Some(Refusal::NotNow));
        response.headers_mut().insert(header::RETRY_AFTER, retry_after(wait));
        response
    }
}

async fn find<'a>(
    app: &'a App,
    site: String,
    survey: &str,
    asked: Option<&str>,
    headers: &HeaderMap,
) -> Result<Page<'a>, Response> {
    let failure = |reason| {
        let language = preferred(asked, headers, &LANGUAGES.iter().collect::<Vec<_>>());
        Failure { language, sheet: Sheet::Survey, reason }.into_response()
    };
    let has_site = app.store.has_site(&site).await.map_err(|error| failure(error.into()))?;
    let survey = app.survey(survey).filter(|_| has_site).ok_or_else(|| failure(Reason::NotFound))?;
    Ok(Page { site, survey, language: preferred(asked, headers, &spoken(survey)) })
}

async fn show(
    State(app): State<App>,
    Path((site, survey)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let page = find(&app, site, &survey, asked.lang.as_deref(), &headers).await?;
    let empty = Filled::empty();
    Ok(page.form(StatusCode::OK, &empty, empty.place, None))
}

/// Takes what stands in the form, and goes where the pressed button leads. Nothing is kept before the last one.
async fn take(
    State(app): State<App>,
    Path((site, survey)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    client: Client,
    request: Request,
) -> Result<Response, Response> {
    let (head, body) = request.into_parts();
    let mut page = find(&app, site, &survey, asked.lang.as_deref(), &head.headers).await?;
    let body = body::read(&head.headers, body, FORM_LIMIT).await.map_err(|error| match error.status {
        StatusCode::PAYLOAD_TOO_LARGE => page.failure(Reason::TooLarge),
        _ => error.into_response(),
    })?;
    let filled = Filled::read(&body, page.survey);
    if let Pressed::Language(tag) = &filled.pressed {
        page.language = one_of(tag, &spoken(page.survey)).unwrap_or(page.language);
    }
    match step(page.survey, &filled) {
        Step::Show(place) => Ok(page.form(StatusCode::OK, &filled, place, None)),
        Step::Problem { place, question, problem } => {
            let refusal = Refusal::Problem { question, problem };
            Ok(page.form(StatusCode::UNPROCESSABLE_ENTITY, &filled, place, Some(refusal)))
        }
        Step::Store => store(&app, &page, client, &filled).await,
    }
}

async fn store(app: &App, page: &Page<'_>, client: Client, filled: &Filled) -> Result<Response, Response> {
    let response = filled.response(&page.site, page.survey, page.language);
    // What a person wrote into a form comes back with the form: only a program can send what is not storable.
    response.check().map_err(|error| crate::problem::ApiError::unprocessable(error.to_string()).into_response())?;
    let content_hash = wire::content_hash(serde_json::to_value(&response).unwrap_or_default());
    let new = NewResponse {
        rev: None,
        content_hash,
        receipt_hash: None,
        held_back: filled.is_trapped().then_some(HeldBack::Honeypot),
        received_at: clock::now(),
        response,
    };
    let admitted = app.gate.admit_client(client).and_then(|()| app.gate.admit_site(&page.site));
    if let Err(Wait(wait)) = admitted {
        return Ok(page.later(filled, StatusCode::TOO_MANY_REQUESTS, wait));
    }
    match app.queue.keep(new).await {
        Ok(_) => Ok(Redirect::to(&format!("{}/thanks?lang={}", page.path(), page.language.tag)).into_response()),
        Err(NotKept::Full | NotKept::Failed) => {
            Ok(page.later(filled, StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(5)))
        }
    }
}

async fn thanks(
    State(app): State<App>,
    Path((site, survey)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Response> {
    let found = find(&app, site, &survey, asked.lang.as_deref(), &headers).await?;
    Ok(page(StatusCode::OK, hosted::thanks(found.survey, found.language, &found.path())))
}
