//! In with the password, and out.

use super::failure;
use super::session::{self, Owner, Spoken};
use crate::address::Client;
use crate::app::App;
use crate::document::{Reason, Sheet, document, language_switch, page};
use crate::messages::Messages;
use crate::{body, secret};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use sada_survey::Language;
use url::form_urlencoded;

/// No password is longer.
const FORM_LIMIT: usize = 4 * 1024;

pub(super) async fn show(owner: Option<Owner>, spoken: Spoken) -> Response {
    if owner.is_some() {
        return Redirect::to("/").into_response();
    }
    spoken.remember(page(StatusCode::OK, form(spoken.language, false)))
}

pub(super) async fn log_in(
    State(app): State<App>,
    spoken: Spoken,
    client: Client,
    request: Request,
) -> Result<Response, Response> {
    let failed = |reason| failure(spoken.language, reason).into_response();
    app.gate.admit_log_in(client).map_err(|wait| failed(Reason::TooManyTries(wait)))?;
    let (head, body) = request.into_parts();
    let body = body::read(&head.headers, body, FORM_LIMIT).await.map_err(IntoResponse::into_response)?;
    let password = form_urlencoded::parse(&body).find(|(name, _)| name == "password");
    let password = password.map(|(_, password)| password.trim().to_owned()).unwrap_or_default();
    if is_right(&app, password).await.map_err(failed)? {
        return session::begin(&app, &head.headers).await.map_err(failed);
    }
    tracing::warn!("somebody tried to log in with a wrong password");
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, form(spoken.language, true)))
}

pub(super) async fn log_out(State(app): State<App>, spoken: Spoken, headers: HeaderMap) -> Result<Response, Response> {
    session::end(&app, &headers).await.map_err(|reason| failure(spoken.language, reason).into_response())
}

async fn is_right(app: &App, password: String) -> Result<bool, Reason> {
    let stored = app.store.password_hash().await?;
    let _turn = app.gate.passwords.acquire().await;
    // Takes some hundredths of a second of pure computing.
    let check = tokio::task::spawn_blocking(move || secret::is_password(&password, stored.as_deref()));
    Ok(check.await.unwrap_or(false))
}

fn form(language: &'static Language, is_wrong: bool) -> String {
    let messages = Messages::of(language);
    let problem = is_wrong.then(|| view! { <p class="problem" id="problem">{messages.wrong_password}</p> });
    let body = view! {
        {language_switch(language, &Messages::languages(), "/login", &[])}
        <main class="sheet">
            <h1>{messages.log_in}</h1>
            <form method="post" action="/login">
                // There is one owner; password managers want a name to keep the password under.
                <input type="text" name="username" autocomplete="username" value="owner" readonly=true hidden=true />
                <div class="field">
                    <label for="password">{messages.password}</label>
                    <p class="hint" id="hint">{messages.password_hint}" "<code dir="ltr">"sada serve --new-password"</code></p>
                    {problem}
                    <input
                        type="password"
                        id="password"
                        name="password"
                        autocomplete="current-password"
                        dir="ltr"
                        required=true
                        autofocus=is_wrong
                        aria-invalid=is_wrong.then_some("true")
                        aria-describedby=if is_wrong { "problem hint" } else { "hint" }
                    />
                </div>
                <button class="button">{messages.log_in}</button>
            </form>
        </main>
    };
    let title = format!("{} – Sada", messages.log_in);
    document(language, Sheet::Dashboard, title, body.into_any())
}
