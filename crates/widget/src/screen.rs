//! What the popup shows, as a function of where it stands.

use crate::config::Asked;
use sada_survey::{Answers, Line, Problem};
use sada_survey_view::{Node, Shown, element, if_so, is, keyed, legend_id, questions, said};

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
    /// The endpoint could not be reached. Where the answer does not outlive the page, the visitor's own words, to be copied.
    Waiting(Option<String>),
    /// The endpoint will not take it; the visitor's own words, to be copied.
    Refused(String),
}

impl Phase {
    /// What only the visitor can still save.
    fn words(&self) -> Option<&str> {
        match self {
            Self::Refused(words) | Self::Waiting(Some(words)) => Some(words),
            _ => None,
        }
    }
}

/// All that can change.
#[derive(Clone, Default)]
pub(crate) struct State {
    pub(crate) phase: Phase,
    /// The first question of the page.
    pub(crate) page: usize,
    /// What was answered when the page was drawn.
    pub(crate) answers: Answers,
    /// What a try to go on has shown: the question, and what is wrong.
    pub(crate) problem: Option<(String, Problem)>,
    /// Opened by a trigger: it takes no focus, and can be put off.
    pub(crate) is_prompt: bool,
    /// Whether that is said, wherever the visitor is on the page.
    pub(crate) is_announced: bool,
}

pub(crate) fn screen(asked: &Asked, state: &State) -> Node {
    let (survey, messages) = (asked.survey(), asked.messages());
    let problem = state.problem.as_ref().map(|(id, problem)| (id.as_str(), *problem));
    let shown = Shown { survey, messages, answers: &state.answers, values: &|name| asked.value(name), problem };
    let is_open = matches!(state.phase, Phase::Asking | Phase::Sending);
    let page = survey.page(state.page);
    let first = survey.questions.get(state.page);

    let fate = match &state.phase {
        Phase::Asking => String::new(),
        Phase::Sending => messages[Line::Sending].to_owned(),
        Phase::Stored => shown.said(&survey.thanks),
        Phase::Waiting(None) => messages[Line::SavedOnDevice].to_owned(),
        Phase::Waiting(Some(_)) => messages[Line::KeptInPage].to_owned(),
        Phase::Refused(_) => messages[Line::Refused].to_owned(),
    };
    let mut parts = vec![close(&messages[Line::Close])];
    let path = survey.path(&state.answers);
    let place = path.iter().position(|first| *first == state.page).unwrap_or_default();
    let progress = if is_open && path.len() > 1 { progress(shown, place + 1, path.len()) } else { String::new() };
    parts.push(said("p", &[is("class", "progress")], &progress));
    let fields = if is_open { questions(shown, page) } else { Vec::new() };
    parts.push(keyed(&state.page.to_string(), element("div", &[is("class", "questions")], fields)));
    let status = [is("id", "sada-said"), is("role", "status"), is("tabindex", "-1"), is("class", "said")];
    parts.push(said("p", &status, &fate));
    let words = state.phase.words().map(to_copy).into_iter().collect();
    parts.push(element("div", &[is("class", "words")], words));
    parts.push(element("div", &[is("class", "actions")], actions(shown, state, place, path.len())));

    let named_by = first.filter(|_| is_open).map_or_else(|| "sada-said".to_owned(), |first| legend_id(&first.id));
    let form = element("form", &[if_so("novalidate", true)], parts);
    let dialog = element("dialog", &[is("aria-labelledby", &named_by), is("part", "dialog")], vec![form]);
    let announced = if state.is_prompt && state.is_announced && state.phase == Phase::Asking {
        let question = first.map(|first| shown.said(&first.text)).unwrap_or_default();
        messages.with(Line::Announced, &[("question", &question)])
    } else {
        String::new()
    };
    let announced = said("p", &[is("class", "heard"), is("role", "status")], &announced);
    let class = if state.is_prompt { "sada prompt" } else { "sada" };
    let attributes = [is("class", class), is("lang", &messages.tag), is("dir", messages.direction.as_str())];
    element("div", &attributes, vec![announced, dialog])
}

fn progress(shown: Shown<'_>, n: usize, total: usize) -> String {
    let number = |number| shown.messages.number(u32::try_from(number).unwrap_or_default());
    shown.messages.with(Line::Progress, &[("n", &number(n)), ("total", &number(total))])
}

fn close(label: &str) -> Node {
    let cross = said("span", &[is("aria-hidden", "true")], "×");
    let attributes =
        [is("type", "button"), is("class", "close"), is("part", "close"), is("name", "close"), is("aria-label", label)];
    element("button", &attributes, vec![cross])
}

/// The buttons below. The one that goes on comes first, so that Enter takes it and Tab finds it.
fn actions(shown: Shown<'_>, state: &State, place: usize, pages: usize) -> Vec<Node> {
    let messages = shown.messages;
    let is_open = matches!(state.phase, Phase::Asking | Phase::Sending);
    let is_busy = ("aria-disabled", (state.phase == Phase::Sending).then_some("true"));
    let (kind, name, line) = if !is_open {
        ("button", "close", Line::Close)
    } else if place + 1 < pages {
        ("submit", "send", Line::Next)
    } else {
        ("submit", "send", Line::Send)
    };
    let main = [is("type", kind), is("name", name), is("class", "send"), is("part", "send"), is_busy];
    let mut buttons = vec![said("button", &main, &messages[line])];
    for (name, line, is_there) in [
        ("back", Line::Back, is_open && place > 0),
        ("later", Line::Later, is_open && state.is_prompt && place == 0),
        ("copy", Line::Copy, state.phase.words().is_some()),
    ] {
        if is_there {
            let attributes = [is("type", "button"), is("name", name), is("class", "more"), is("part", "more")];
            buttons.push(keyed(name, said("button", &attributes, &messages[line])));
        }
    }
    buttons
}

/// The visitor's own words, where they can be selected and copied, and not changed.
fn to_copy(words: &str) -> Node {
    let attributes = [is("rows", "4"), is("dir", "auto"), is("aria-labelledby", "sada-said"), if_so("readonly", true)];
    said("textarea", &attributes, words)
}
