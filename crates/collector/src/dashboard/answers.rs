//! What visitors said, one after the other. Their words are text, whatever they contain.

use super::answer::answer;
use super::count;
use super::said::said;
use crate::messages::{Hosted, Messages, fill};
use crate::store::StoredResponse;
use leptos::prelude::*;
use sada_survey::{Language, Survey};
use time::OffsetDateTime;

/// How many answers a page shows.
pub(super) const PAGE_SIZE: u64 = 100;

/// The answers as a list, which needs no more width than a phone has. `level` is that of its headings, 3 or 5.
pub(super) fn answers(
    language: &'static Language,
    level: u8,
    survey: Option<&Survey>,
    responses: &[StoredResponse],
) -> AnyView {
    let items = responses.iter().map(|response| view! { <li>{one(language, level, survey, response)}</li> });
    view! { <ol class="answers">{items.collect::<Vec<_>>()}</ol> }.into_any()
}

fn one(language: &'static Language, level: u8, survey: Option<&Survey>, response: &StoredResponse) -> AnyView {
    let messages = Messages::of(language);
    let state = if response.is_held_back {
        Some(messages.held_back)
    } else {
        (!response.complete).then_some(messages.half_done)
    };
    let address = response.page_url.clone().map(|address| {
        view! { <div><dt>{messages.page}</dt><dd><bdi dir="ltr">{address}</bdi></dd></div> }
    });
    let time = time(language, response.received_at);
    let heading = if level == 3 { view! { <h3>{time}</h3> }.into_any() } else { view! { <h5>{time}</h5> }.into_any() };
    view! {
        <article class="answer">
            {heading}
            {all(language, survey, response)}
            <dl class="about">
                {address}
                <div><dt>{Hosted::of(language).language}</dt><dd><bdi>{language_name(&response.lang)}</bdi></dd></div>
                <div><dt>{messages.channel}</dt><dd><bdi>{channel_name(messages, &response.channel)}</bdi></dd></div>
                {state.map(|state| view! { <div class="state"><dt>{messages.state}</dt><dd>{state}</dd></div> })}
            </dl>
        </article>
    }
    .into_any()
}

/// What was answered, in the order of the questions; then answers to questions that are asked no more.
fn all(language: &'static Language, survey: Option<&Survey>, response: &StoredResponse) -> AnyView {
    if response.answers.is_empty() {
        return view! { <p class="hint">{Messages::of(language).no_words}</p> }.into_any();
    }
    let questions = survey.map(|survey| survey.questions.as_slice()).unwrap_or_default();
    let known = questions.iter().filter_map(|question| {
        let answer = answer(language, Some(question), response.answers.get(&question.id)?);
        Some(view! { <div><dt>{said(language, &question.text)}</dt>{answer}</div> }.into_any())
    });
    let unknown = response.answers.iter().filter(|(id, _)| questions.iter().all(|question| question.id != *id));
    let unknown = unknown.map(|(id, one)| {
        view! { <div><dt><bdi>{id.to_owned()}</bdi></dt>{answer(language, None, one)}</div> }.into_any()
    });
    view! { <dl class="said">{known.chain(unknown).collect::<Vec<_>>()}</dl> }.into_any()
}

/// A time of the server in the digits of the language, in an order of its own.
fn time(language: &Language, milliseconds: i64) -> AnyView {
    let time = OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000)
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let date = format!("{:04}-{:02}-{:02}", time.year(), u8::from(time.month()), time.day());
    let machine = format!("{date}T{:02}:{:02}:{:02}Z", time.hour(), time.minute(), time.second());
    let people = format!("{date} {:02}:{:02}", time.hour(), time.minute());
    let digits =
        people.chars().map(|c| c.to_digit(10).map_or(c.to_string(), |digit| language.number(i64::from(digit))));
    view! { <time datetime=machine dir="ltr">{digits.collect::<String>()}" UTC"</time> }.into_any()
}

fn language_name(tag: &str) -> String {
    Language::of_tag(tag).map_or_else(|| tag.to_owned(), |language| language.name.to_owned())
}

fn channel_name(messages: &Messages, channel: &str) -> String {
    match channel {
        "popup" => messages.channel_popup.to_owned(),
        "page" => messages.channel_page.to_owned(),
        other => other.to_owned(),
    }
}

/// The way to newer and older answers. `address` already has a query.
pub(super) fn pagination(language: &'static Language, address: &str, number: u64, pages: u64) -> AnyView {
    let messages = Messages::of(language);
    let link = |page: u64, name: &'static str, rel: &'static str| {
        view! { <li><a class="link" rel=rel href=format!("{address}&page={page}")>{name}</a></li> }
    };
    let here = fill(messages.page_of, &[("page", &count(language, number)), ("pages", &count(language, pages))]);
    view! {
        <nav class="pages" aria-label=messages.pages>
            <ul>
                {(number > 1).then(|| link(number - 1, messages.newer, "prev"))}
                <li>{here}</li>
                {(number < pages).then(|| link(number + 1, messages.older, "next"))}
            </ul>
        </nav>
    }
    .into_any()
}
