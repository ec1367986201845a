//! One survey on one site: its score, and every answer.

use super::answers::{PAGE_SIZE, answers, pagination};
use super::said::in_language;
use super::score::{Scored, distribution, responses, tile};
use super::session::{Owner, Spoken};
use super::{Title, count, failure, owner_page};
use crate::app::App;
use crate::document::{Reason, page};
use crate::messages::{Messages, fill};
use crate::store::{SurveyAnswered, SurveyVersion};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use sada_survey::Language;
use serde::Deserialize;

/// Which version, and which page of answers, counted from 1.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    version: Option<u32>,
    page: Option<u64>,
}

pub(super) async fn show(
    State(app): State<App>,
    _: Owner,
    Path((site, survey)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    spoken: Spoken,
) -> Result<Response, Response> {
    let language = spoken.language;
    let shown = load(&app, &site, &survey, &wanted, language).await;
    let html = shown.map_err(|reason| failure(language, reason).into_response())?;
    Ok(spoken.remember(page(StatusCode::OK, html)))
}

async fn load(
    app: &App,
    site: &str,
    survey: &str,
    wanted: &Wanted,
    language: &'static Language,
) -> Result<String, Reason> {
    let all = app.store.surveys_answered(site).await?;
    let versions: Vec<&SurveyAnswered> = all.iter().filter(|answered| answered.survey == survey).collect();
    let is_wanted = |answered: &&&SurveyAnswered| wanted.version.is_none_or(|version| answered.version == version);
    let answered = *versions.iter().find(is_wanted).ok_or(Reason::NotFound)?;

    let version = SurveyVersion { site, survey, version: answered.version };
    let scored = Scored::load(app, &version).await?;
    let pages = (answered.complete + answered.partial + answered.held_back).div_ceil(PAGE_SIZE).max(1);
    let number = wanted.page.unwrap_or(1).clamp(1, pages);
    let newest = app.store.responses(&version, (number - 1) * PAGE_SIZE, PAGE_SIZE).await?;

    let messages = Messages::of(language);
    let definition = app.survey(survey);
    let title = definition.map_or_else(
        || Title::of(survey),
        |survey| {
            let (lang, words) = in_language(language, &survey.title);
            Title { lang, words }
        },
    );
    let tiles = scored.iter().map(|scored| {
        view! { <section class="tile">{tile(language, 2, scored)}{distribution(language, scored)}</section> }
    });
    let path = format!("/sites/{site}/surveys/{survey}");
    let version_value = answered.version.to_string();
    let body = view! {
        <p class="where">
            {messages.site}" "<bdi>{site.to_owned()}</bdi>" · "{version_name(messages, language, answered.version)}
        </p>
        {(versions.len() > 1).then(|| version_links(language, &path, &versions, answered.version))}
        {responses(language, answered)}
        {tiles.collect::<Vec<_>>()}
        <section aria-labelledby="answers">
            <h2 id="answers">{messages.newest_first}</h2>
            {answers(language, 3, definition, &newest)}
            {(pages > 1).then(|| pagination(language, &format!("{path}?version={version_value}"), number, pages))}
        </section>
    };
    let number = number.to_string();
    let query = [("version", version_value.as_str()), ("page", number.as_str())];
    Ok(owner_page(language, title, &path, &query, body.into_any()))
}

fn version_name(messages: &Messages, language: &Language, version: u32) -> String {
    fill(messages.version, &[("version", &count(language, u64::from(version)))])
}

fn version_links(language: &'static Language, path: &str, versions: &[&SurveyAnswered], current: u32) -> AnyView {
    let messages = Messages::of(language);
    let links = versions.iter().map(|answered| {
        let address = format!("{path}?version={}", answered.version);
        let is_current = (answered.version == current).then_some("page");
        view! {
            <li><a class="link" href=address aria-current=is_current>{version_name(messages, language, answered.version)}</a></li>
        }
    });
    view! { <nav class="versions" aria-label=messages.versions><ul>{links.collect::<Vec<_>>()}</ul></nav> }.into_any()
}
