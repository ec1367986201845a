//! What the popup shows, as a function of where it stands.

use leptos::prelude::*;
use sada_survey::{Answers, Language, Problem, Survey};
use sada_survey_view::{Messages, Shown, legend_id, questions};

/// Where the popup stands.
#[derive(Clone, Default, PartialEq)]
pub(crate) enum Phase {
    /// The questions are open.
    #[default]
    Asking,
    /// The answer is on its way.
    Sending,
    /// The endpoint has said that it has it.
    Stored,
    /// The endpoint could not be reached. Whether the answer outlives the page.
    Waiting(bool),
    /// The endpoint will not take it; the visitor's own words, to be copied.
    Refused(String),
}

/// All that can change.
#[derive(Clone, Default)]
pub(crate) struct State {
    pub(crate) phase: Phase,
    /// What a try to send has shown: the question, and what is wrong.
    pub(crate) problem: Option<(String, Problem)>,
}

pub(crate) fn screen(survey: &Survey, language: &'static Language, state: &State) -> AnyView {
    let messages = Messages::of(language);
    let is_open = matches!(state.phase, Phase::Asking | Phase::Sending);
    let said = match &state.phase {
        Phase::Asking => String::new(),
        Phase::Sending => messages.sending.to_owned(),
        Phase::Stored => survey.thanks.in_language(language).to_owned(),
        Phase::Waiting(true) => messages.saved_on_device.to_owned(),
        Phase::Waiting(false) => messages.kept_in_page.to_owned(),
        Phase::Refused(_) => messages.refused.to_owned(),
    };
    let words = match &state.phase {
        Phase::Refused(words) => Some(
            view! { <textarea class="words" readonly=true rows="4" dir="auto" aria-labelledby="sada-said">{words.clone()}</textarea> },
        ),
        _ => None,
    };
    let asked = is_open.then(|| {
        let problem = state.problem.as_ref().map(|(id, problem)| (id.as_str(), *problem));
        questions(Shown { survey, language, answers: &Answers::default(), problem })
    });
    let is_busy = (state.phase == Phase::Sending).then_some("true");
    let send =
        is_open.then(|| view! { <button type="submit" class="send" aria-disabled=is_busy>{messages.send}</button> });
    let done = (!is_open).then(|| view! { <button type="button" class="send" name="close">{messages.close}</button> });
    let name =
        if is_open { survey.questions.first().map(|first| legend_id(&first.id)) } else { Some("sada-said".to_owned()) };
    view! {
        <dialog aria-labelledby=name lang=language.tag dir=language.direction.as_str()>
            <form novalidate=true>
                <button type="button" class="close" name="close" aria-label=messages.close><span aria-hidden="true">{"×"}</span></button>
                {asked}
                <p id="sada-said" role="status" tabindex="-1" class="said">{said}</p>
                {words}
                <div class="actions">{send}{done}</div>
            </form>
        </dialog>
    }
    .into_any()
}
