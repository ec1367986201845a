//! Every site with its scores.

use super::answers::answers;
use super::said::said;
use super::score::{Scored, responses, tile};
use super::session::{Owner, Spoken};
use super::{Title, failure, owner_page};
use crate::app::App;
use crate::document::{Reason, page};
use crate::messages::Messages;
use crate::store::{StoredResponse, SurveyAnswered, SurveyVersion};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use sada_survey::Language;

/// How many answers are shown of each survey.
const NEWEST: u64 = 5;

pub(super) async fn show(State(app): State<App>, _: Owner, spoken: Spoken) -> Result<Response, Response> {
    let language = spoken.language;
    let sites = sites(&app, language).await.map_err(|reason| failure(language, reason).into_response())?;
    let title = Title::of(Messages::of(language).feedback);
    Ok(spoken.remember(page(StatusCode::OK, owner_page(language, title, "/", &[], sites))))
}

async fn sites(app: &App, language: &'static Language) -> Result<AnyView, Reason> {
    let messages = Messages::of(language);
    let mut sections = Vec::new();
    for (index, site) in app.store.sites().await?.into_iter().enumerate() {
        let tiles = tiles(app, &site, language).await?;
        let id = format!("site-{index}");
        sections.push(view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id.clone()>{messages.site}" "<bdi>{site}</bdi></h2>
                {tiles}
            </section>
        });
    }
    Ok(sections.into_any())
}

/// One tile for each survey: of its newest version that was answered.
async fn tiles(app: &App, site: &str, language: &'static Language) -> Result<AnyView, Reason> {
    let mut answered = app.store.surveys_answered(site).await?;
    answered.dedup_by(|later, earlier| later.survey == earlier.survey);
    let mut tiles = Vec::new();
    for survey in &answered {
        let version = SurveyVersion { site, survey: &survey.survey, version: survey.version };
        let scored = Scored::load(app, &version).await?;
        let newest = app.store.responses(&version, 0, NEWEST).await?;
        tiles.push(survey_tile(app, site, survey, &scored, &newest, language));
    }
    for survey in app.surveys.iter().filter(|survey| answered.iter().all(|one| one.survey != survey.id)) {
        tiles.push(empty_tile(site, survey, language));
    }
    Ok(view! { <div class="tiles">{tiles}</div> }.into_any())
}

fn survey_tile(
    app: &App,
    site: &str,
    answered: &SurveyAnswered,
    scored: &[Scored<'_>],
    newest: &[StoredResponse],
    language: &'static Language,
) -> AnyView {
    let messages = Messages::of(language);
    let definition = app.survey(&answered.survey);
    let title = definition.map(|survey| view! { {said(language, &survey.title)}" " });
    let address = format!("/sites/{site}/surveys/{}", answered.survey);
    view! {
        <article class="tile">
            <h3>{title}<span class="hint">{answered.survey.clone()}</span></h3>
            {responses(language, answered)}
            {scored.iter().map(|scored| tile(language, 4, scored)).collect::<Vec<_>>()}
            <h4>{messages.newest}</h4>
            {answers(language, 5, definition, newest)}
            <p><a class="link" href=address>{messages.all_answers}</a></p>
            {definition.map(|_| page_link(site, &answered.survey, messages))}
        </article>
    }
    .into_any()
}

fn empty_tile(site: &str, survey: &sada_survey::Survey, language: &'static Language) -> AnyView {
    let messages = Messages::of(language);
    view! {
        <article class="tile">
            <h3>{said(language, &survey.title)}" "<span class="hint">{survey.id.clone()}</span></h3>
            <p>{messages.no_answers}</p>
            <p class="hint">{messages.no_answers_advice}</p>
            {page_link(site, &survey.id, messages)}
        </article>
    }
    .into_any()
}

fn page_link(site: &str, survey: &str, messages: &'static Messages) -> AnyView {
    view! { <p><a class="link" href=format!("/s/{site}/{survey}")>{messages.survey_page}</a></p> }.into_any()
}
