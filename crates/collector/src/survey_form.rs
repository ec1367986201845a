//! The form of the hosted survey page: what is shown, and what comes back.

use crate::document::{Sheet, document, language_switch};
use crate::messages::{Messages, fill};
use leptos::prelude::*;
use sada_survey::{Answer, Answers, Language, Problem, Response, Survey};
use sada_survey_view::{Shown, answer_id, questions};
use url::form_urlencoded;
use uuid::Uuid;

const SUBMISSION: &str = "sada-submission";
/// A field that no visitor sees. Programs that fill everything fill it too.
const TRAP: &str = "sada-website";

/// What stands in the form.
pub(crate) struct Filled {
    submission_id: Uuid,
    pub(crate) answers: Answers,
    /// Whether the field that no visitor sees was filled.
    pub(crate) is_trapped: bool,
}

/// Why the form is shown again.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Refusal<'a> {
    Problem { question: &'a str, problem: Problem },
    NotNow,
}

impl Filled {
    /// A new form. Its id is made now, so that sending it twice stores it once.
    pub(crate) fn empty() -> Self {
        Self { submission_id: Uuid::now_v7(), answers: Answers::default(), is_trapped: false }
    }

    /// What a browser sent (`application/x-www-form-urlencoded`). Fields that ask nothing are left out.
    pub(crate) fn read(body: &[u8], survey: &Survey) -> Self {
        let mut filled = Self::empty();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                SUBMISSION => filled.submission_id = value.parse().unwrap_or(filled.submission_id),
                TRAP => filled.is_trapped = !value.is_empty(),
                _ => {
                    let Some(question) = survey.question(&name) else { continue };
                    // Browsers send line breaks as CRLF (HTML, section 4.10.21.4); the popup sends LF.
                    let words = value.replace("\r\n", "\n");
                    let answer = match words.parse() {
                        Ok(number) if question.kind.scale().is_some() => Answer::Number(number),
                        _ => Answer::Text(words),
                    };
                    if answer != Answer::Text(String::new()) {
                        filled.answers.set(&question.id, answer);
                    }
                }
            }
        }
        filled
    }

    /// The same as the popup would send.
    pub(crate) fn response(&self, site: &str, survey: &Survey, language: &Language) -> Response {
        Response {
            submission_id: self.submission_id,
            rev: 1,
            complete: true,
            survey: survey.id.clone(),
            survey_version: survey.version,
            site: site.to_owned(),
            channel: "page".to_owned(),
            touchpoint: None,
            answers: self.answers.clone(),
            lang: language.tag.to_owned(),
            dir: language.direction.as_str().to_owned(),
            page: None,
            context: None,
            attributes: sada_survey::Map::default(),
            shown_at: None,
            client_time: None,
            sent_at: None,
            sada: None,
        }
    }
}

/// The page with the form.
pub(crate) fn form(
    survey: &Survey,
    language: &'static Language,
    path: &str,
    filled: &Filled,
    refusal: Option<Refusal<'_>>,
) -> String {
    let messages = Messages::of(language);
    let around = sada_survey_view::Messages::of(language);
    let title = survey.title.in_language(language);
    let page_title = match refusal {
        Some(_) => fill(messages.title_with_problem, &[("title", title)]),
        None => title.to_owned(),
    };
    let problem = match refusal {
        Some(Refusal::Problem { question, problem }) => Some((question, problem)),
        Some(Refusal::NotNow) | None => None,
    };
    let shown = Shown { survey, language, answers: &filled.answers, problem };
    let body = view! {
        {language_switch(language, path, &[])}
        <main class="sheet">
            <h1>{title.to_owned()}</h1>
            {refusal.map(|refusal| summary(survey, language, refusal))}
            // Without `novalidate` browsers would speak in their own language, and only of one field.
            <form method="post" action=format!("{path}?lang={}", language.tag) novalidate=true>
                <input type="hidden" name=SUBMISSION value=filled.submission_id.to_string() />
                {questions(shown)}
                <div class="trap">
                    <label for=TRAP>{messages.leave_empty}</label>
                    <input id=TRAP name=TRAP autocomplete="off" tabindex="-1" />
                </div>
                <button class="button">{around.send}</button>
            </form>
        </main>
    };
    document(language, Sheet::Survey, page_title, body.into_any())
}

/// What is wrong, with a link to the field. Focus starts here, so that it is the first thing heard.
fn summary(survey: &Survey, language: &'static Language, refusal: Refusal<'_>) -> AnyView {
    let messages = Messages::of(language);
    let around = sada_survey_view::Messages::of(language);
    let (title, what) = match refusal {
        Refusal::NotNow => (messages.not_stored, view! { <p>{messages.not_stored_advice}</p> }.into_any()),
        Refusal::Problem { question, problem } => {
            let is_scale = survey.question(question).is_some_and(|question| question.kind.scale().is_some());
            let link =
                view! { <a href=format!("#{}", answer_id(question))>{around.problem(problem, is_scale, language)}</a> };
            (around.problems, view! { <ul><li>{link}</li></ul> }.into_any())
        }
    };
    view! {
        <div class="summary" role="alert" tabindex="-1" autofocus=true aria-labelledby="summary-title">
            <h2 id="summary-title">{title}</h2>
            {what}
        </div>
    }
    .into_any()
}

/// The page after a response is stored.
pub(crate) fn thanks(survey: &Survey, language: &'static Language, path: &str) -> String {
    let title = survey.title.in_language(language).to_owned();
    let body = view! {
        {language_switch(language, &format!("{path}/thanks"), &[])}
        <main class="sheet">
            <h1>{title.clone()}</h1>
            <p>{survey.thanks.in_language(language).to_owned()}</p>
        </main>
    };
    document(language, Sheet::Survey, title, body.into_any())
}
