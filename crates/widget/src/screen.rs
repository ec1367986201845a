//! What the popup shows, as a function of where it stands.

use leptos::prelude::AnyView;
use sada_survey::{Answers, Language, Problem, Survey};
use sada_survey_view::{Messages, Shown, element, if_so, is, legend_id, questions, text, textarea};

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
        Phase::Asking => "",
        Phase::Sending => messages.sending,
        Phase::Stored => survey.thanks.in_language(language),
        Phase::Waiting(true) => messages.saved_on_device,
        Phase::Waiting(false) => messages.kept_in_page,
        Phase::Refused(_) => messages.refused,
    };
    let cross = element("span", [is("aria-hidden", "true")], vec![text("×")]);
    let close = [is("type", "button"), is("class", "close"), is("name", "close"), is("aria-label", messages.close)];
    let mut parts = vec![element("button", close, vec![cross])];
    let problem = state.problem.as_ref().map(|(id, problem)| (id.as_str(), *problem));
    let asked = is_open.then(|| questions(Shown { survey, language, answers: &Answers::default(), problem }));
    parts.push(element("div", [is("class", "questions")], asked.unwrap_or_default()));
    let status = [is("id", "sada-said"), is("role", "status"), is("tabindex", "-1"), is("class", "said")];
    parts.push(element("p", status, vec![text(said)]));
    let words = match &state.phase {
        Phase::Refused(words) => vec![to_copy(words)],
        _ => Vec::new(),
    };
    parts.push(element("div", [is("class", "words")], words));
    let (kind, name, label) =
        if is_open { ("submit", "send", messages.send) } else { ("button", "close", messages.close) };
    let is_busy = ("aria-disabled", (state.phase == Phase::Sending).then(|| "true".to_owned()));
    let button = [is("type", kind), is("name", name), is("class", "send"), is_busy];
    parts.push(element("div", [is("class", "actions")], vec![element("button", button, vec![text(label)])]));

    let asked = survey.questions.first().filter(|_| is_open).map(|first| legend_id(&first.id));
    let attributes = [
        is("aria-labelledby", asked.unwrap_or_else(|| "sada-said".to_owned())),
        is("lang", language.tag),
        is("dir", language.direction.as_str()),
    ];
    let form = element("form", [if_so("novalidate", true)], parts);
    element("dialog", attributes, vec![form])
}

/// The visitor's own words, where they can be selected and copied, and not changed.
fn to_copy(words: &str) -> AnyView {
    let attributes = [is("rows", "4"), is("dir", "auto"), is("aria-labelledby", "sada-said"), if_so("readonly", true)];
    textarea(attributes, words)
}
