//! One question: native radio buttons for a scale, a text area for words.

use crate::messages::Messages;
use crate::questions::Shown;
use leptos::prelude::*;
use sada_survey::{Answer, Question, QuestionKind};

/// The `id` of what asks a question, for naming a dialog by it.
pub fn legend_id(question: &str) -> String {
    format!("sada-{question}-asked")
}

/// The `id` of the field an answer goes into; the first one of a scale.
pub fn answer_id(question: &str) -> String {
    format!("sada-{question}")
}

/// The `id` of what is said about a problem.
pub fn problem_id(question: &str) -> String {
    format!("sada-{question}-problem")
}

pub(crate) fn question(shown: Shown<'_>, question: &Question) -> AnyView {
    let messages = Messages::of(shown.language);
    let problem = shown.problem.filter(|(id, _)| *id == question.id);
    let is_scale = question.kind.scale().is_some();
    let said = problem.map(|(_, problem)| messages.problem(problem, is_scale, shown.language));
    let text = question.text.in_language(shown.language).to_owned();
    let optional = (!question.required).then(|| view! { " "<span class="optional">{messages.optional}</span> });
    let problem = said.map(|said| view! { <p class="problem" id=problem_id(&question.id)>{said}</p> });
    let described_by = problem.is_some().then(|| problem_id(&question.id));
    let is_invalid = problem.is_some().then_some("true");
    let id = question.id.as_str();
    if is_scale {
        return view! {
            <fieldset class="question" aria-describedby=described_by>
                <legend id=legend_id(id)>{text}{optional}</legend>
                {problem}
                {scale(shown, question)}
            </fieldset>
        }
        .into_any();
    }
    let written = match shown.answers.get(id) {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    };
    view! {
        <div class="question">
            <label id=legend_id(id) for=answer_id(id)>{text}{optional}</label>
            {problem}
            <textarea
                id=answer_id(id)
                name=id.to_owned()
                rows="3"
                dir="auto"
                maxlength=QuestionKind::LONGEST_TEXT.to_string()
                required=question.required
                aria-invalid=is_invalid
                aria-describedby=described_by
            >{written}</textarea>
        </div>
    }
    .into_any()
}

/// The values of a scale. What its ends mean is heard with the first and the last, and seen below them.
fn scale(shown: Shown<'_>, question: &Question) -> AnyView {
    let low = question.low.in_language(shown.language).to_owned();
    let high = question.high.in_language(shown.language).to_owned();
    let range = question.kind.scale().unwrap_or(0..=0);
    let (first, last) = (*range.start(), *range.end());
    let values = range.map(|value| {
        let id = if value == first { answer_id(&question.id) } else { format!("{}-{value}", answer_id(&question.id)) };
        let meaning = if value == first {
            low.clone()
        } else if value == last {
            high.clone()
        } else {
            String::new()
        };
        let meaning = (!meaning.is_empty()).then(|| view! { " "<span class="heard">{meaning}</span> });
        let is_chosen = shown.answers.get(&question.id) == Some(&Answer::Number(value));
        view! {
            <label class="value">
                <input type="radio" id=id name=question.id.clone() value=value.to_string() required=question.required checked=is_chosen />
                <span>{shown.language.number(value)}{meaning}</span>
            </label>
        }
    });
    let values = values.collect::<Vec<_>>();
    let ends = (!low.is_empty() || !high.is_empty()).then(|| {
        view! { <div class="ends" aria-hidden="true"><span>{low.clone()}</span><span>{high.clone()}</span></div> }
    });
    view! { <div class="scale">{values}</div>{ends} }.into_any()
}
