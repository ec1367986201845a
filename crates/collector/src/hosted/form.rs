//! The pages of a survey: plain forms.

use super::filled::{Filled, GO, LANGUAGE, PLACE, SUBMISSION, TRAP};
use super::spoken::spoken;
use super::step::Place;
use crate::document::{Sheet, document, language_switch};
use crate::messages::Hosted;
use leptos::prelude::*;
use sada_survey::{Language, Line, Messages, Problem, Survey, Text, fill};
use sada_survey_view::{Shown, field_id, questions, view as written};

/// The form, for what stands outside of it.
const FORM: &str = "sada:form";

/// Why the form is shown again.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Refusal<'a> {
    Problem { question: &'a str, problem: Problem },
    NotNow,
}

/// A text of the survey. Places in it get their fallbacks: words from the address would let a stranger write on our page.
fn said(text: &Text, language: &Language) -> String {
    fill(text.in_language(language.tag), &|_| None)
}

/// The page at `place`. What was answered on others travels along in fields that are not seen.
pub(crate) fn form(
    survey: &Survey,
    language: &'static Language,
    path: &str,
    filled: &Filled,
    place: Place,
    refusal: Option<Refusal<'_>>,
) -> String {
    let (messages, hosted) = (Messages::of(language), Hosted::of(language));
    let page = place.questions(survey);
    let problem = match refusal {
        Some(Refusal::Problem { question, problem }) => Some((question, problem)),
        Some(Refusal::NotNow) | None => None,
    };
    let answers = filled.shown(survey);
    let shown = Shown { survey, messages, answers: &answers, values: &|_| None, problem };
    let fields: Vec<_> = questions(shown, page.clone()).into_iter().map(written).collect();
    let carried = filled.elsewhere(survey, &page).into_iter();
    let carried = carried.map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let title = said(&survey.title, language);
    let standing = match place {
        Place::Page(first) => progress(survey, messages, filled, first),
        Place::End => Some(hosted.last_question.to_owned()),
    };
    let page_title =
        [refusal.map(|refusal| refusal.title(messages, hosted).to_owned()), standing.clone(), Some(title.clone())];
    let (go, label) = if place.is_last(survey) { ("send", Line::Send) } else { ("next", Line::Next) };
    let back = place.before(survey, &filled.answers).map(|_| {
        view! { <button class="button quiet" name=GO value="back">{messages[Line::Back].to_owned()}</button> }
    });
    let body = view! {
        <main class="sheet">
            <h1>{title}</h1>
            {standing.map(|standing| view! { <p class="standing">{standing}</p> })}
            {refusal.map(|refusal| summary(shown, hosted, refusal))}
            // Without `novalidate` browsers would speak in their own language, and hold back who wants to go back.
            <form id=FORM method="post" action=address(path, language) novalidate=true>
                <input type="hidden" name=SUBMISSION value=filled.submission_id.to_string() />
                <input type="hidden" name=PLACE value=place.name(survey).to_owned() />
                {carried.collect::<Vec<_>>()}
                {fields}
                <div class="trap">
                    <label for=TRAP>{hosted.leave_empty}</label>
                    <input id=TRAP name=TRAP value=filled.trap.clone() autocomplete="off" tabindex="-1" />
                </div>
                // The first button is what Enter presses (HTML, section 4.10.21.2): the languages come behind.
                <div class="actions">
                    <button class="button" name=GO value=go>{messages[label].to_owned()}</button>
                    {back}
                </div>
            </form>
        </main>
        {languages(survey, language, path)}
    };
    let page_title: Vec<_> = page_title.into_iter().flatten().collect();
    document(language, Sheet::Survey, page_title.join(" – "), body.into_any())
}

fn address(path: &str, language: &Language) -> String {
    format!("{path}?lang={}", language.tag)
}

/// The same page in another language, with everything in it: buttons of the form, where links would lose what is typed.
fn languages(survey: &Survey, language: &'static Language, path: &str) -> Option<AnyView> {
    let spoken = spoken(survey);
    let buttons = spoken.iter().map(|other| {
        let is_current = (*other == language).then_some("true");
        view! {
            <li>
                <button
                    class="link"
                    form=FORM
                    name=LANGUAGE
                    value=other.tag
                    formaction=address(path, other)
                    lang=other.tag
                    aria-current=is_current
                >
                    {other.name}
                </button>
            </li>
        }
    });
    let list = buttons.collect::<Vec<_>>();
    let label = Hosted::of(language).language;
    (list.len() > 1).then(|| view! { <footer class="languages"><ul aria-label=label>{list}</ul></footer> }.into_any())
}

/// Which page of how many, as far as the answers so far can tell. Nothing where there is one.
fn progress(survey: &Survey, messages: &Messages, filled: &Filled, first: usize) -> Option<String> {
    let path = survey.path(&filled.answers);
    let at = path.iter().position(|page| *page == first)?;
    let number = |number| messages.number(u32::try_from(number).unwrap_or_default());
    let places = [("n", number(at + 1)), ("total", number(path.len()))];
    let places = places.each_ref().map(|(place, number)| (*place, number.as_str()));
    (path.len() > 1).then(|| messages.with(Line::Progress, &places))
}

impl Refusal<'_> {
    fn title<'m>(self, messages: &'m Messages, hosted: &'static Hosted) -> &'m str {
        match self {
            Refusal::Problem { .. } => &messages[Line::Problems],
            Refusal::NotNow => hosted.not_stored,
        }
    }
}

/// What is wrong, with a link to the field. Focus starts here, so that it is the first thing heard.
fn summary(shown: Shown<'_>, hosted: &'static Hosted, refusal: Refusal<'_>) -> AnyView {
    let what = match refusal {
        Refusal::NotNow => view! { <p>{hosted.not_stored_advice}</p> }.into_any(),
        Refusal::Problem { question, problem } => shown
            .survey
            .question(question)
            .map(|question| {
                let field = question.field_with_problem(problem, shown.answers.get(&question.id));
                let address = format!("#{}", field_id(&field));
                view! { <ul><li><a href=address>{shown.messages.problem(question, problem)}</a></li></ul> }
            })
            .into_any(),
    };
    let title = refusal.title(shown.messages, hosted).to_owned();
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
    let (title, thanks) = (said(&survey.title, language), said(&survey.thanks, language));
    let page_title = format!("{thanks} – {title}");
    let body = view! {
        <main class="sheet">
            <h1>{title}</h1>
            <p>{thanks}</p>
        </main>
        {language_switch(language, &spoken(survey), &format!("{path}/thanks"), &[])}
    };
    document(language, Sheet::Survey, page_title, body.into_any())
}
