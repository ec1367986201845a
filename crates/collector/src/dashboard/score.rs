//! The Net Promoter Score of a survey: never without how many answered, and how sure it is.

use super::count;
use crate::app::App;
use crate::document::Reason;
use crate::messages::{Messages, fill};
use crate::store::{Chosen, SurveyAnswered, SurveyVersion};
use leptos::prelude::*;
use sada_survey::{Direction, FEW_ANSWERS, Language, Nps, QuestionKind};

/// What a score is made of.
pub(super) struct Score {
    pub(super) chosen: Vec<Chosen>,
    nps: Nps,
}

impl Score {
    /// The score of the survey's first question that asks for one. What was left half done does not count.
    pub(super) async fn load(app: &App, version: &SurveyVersion<'_>) -> Result<Option<Self>, Reason> {
        let Some(survey) = app.survey(version.survey) else { return Ok(None) };
        let Some(question) = survey.questions.iter().find(|question| question.kind == QuestionKind::Nps) else {
            return Ok(None);
        };
        let chosen = app.store.distribution(version, &question.id).await?;
        let mut nps = Nps::default();
        for one in &chosen {
            nps.count(one.value, one.complete);
        }
        Ok(Some(Self { chosen, nps }))
    }

    fn groups(&self, language: &'static Language) -> [Group; 3] {
        let messages = Messages::of(language);
        let share = |people| percent(people, self.nps.n());
        let group = |class, name, from, to, people| {
            let values = format!("{}–{}", language.number(from), language.number(to));
            Group { class, name, values, people, share: share(people) }
        };
        [
            group("promoters", messages.promoters, 9, 10, self.nps.promoters),
            group("passives", messages.passives, 7, 8, self.nps.passives),
            group("detractors", messages.detractors, 0, 6, self.nps.detractors),
        ]
    }
}

/// One of the three groups that people fall into.
struct Group {
    class: &'static str,
    name: &'static str,
    values: String,
    people: u64,
    /// In percent.
    share: f64,
}

/// The score with everything it must not be shown without, and what is not in it.
pub(super) fn tile(language: &'static Language, answered: &SurveyAnswered, score: Option<&Score>) -> AnyView {
    let messages = Messages::of(language);
    let not_in_it = [(messages.half_done, answered.partial), (messages.held_back, answered.held_back)];
    let not_in_it = not_in_it.into_iter().filter(|(_, people)| *people > 0);
    let not_in_it = not_in_it.map(|(name, people)| figure(name, count(language, people))).collect::<Vec<_>>();
    let n = score.map_or(answered.complete, |score| score.nps.n());
    let held_back = (answered.held_back > 0)
        .then(|| view! { <p class="hint">{messages.held_back}": "{messages.held_back_advice}</p> });
    let few = (n < FEW_ANSWERS).then(|| {
        let few = fill(messages.few_answers, &[("number", &count(language, FEW_ANSWERS))]);
        view! { <p class="few">{few}</p> }
    });
    let figures = view! {
        <dl class="figures">
            {score.map(|score| score_figures(language, score))}
            {figure(messages.answered, count(language, n))}
            {not_in_it}
        </dl>
        {few}
        {held_back}
        {score.filter(|score| score.nps.n() > 0).map(|score| bar(language, score))}
    };
    figures.into_any()
}

fn figure(name: &'static str, value: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> }.into_any()
}

fn score_figures(language: &'static Language, score: &Score) -> AnyView {
    let messages = Messages::of(language);
    let number = score.nps.score().map_or_else(|| "–".to_owned(), |score| language.decimal(score, 1));
    let interval = score.nps.interval().map(|interval| {
        let (low, high) = (language.decimal(interval.low, 1), language.decimal(interval.high, 1));
        figure(messages.interval, fill(messages.interval_ends, &[("low", &isolated(&low)), ("high", &isolated(&high))]))
    });
    view! {
        <div class="score"><dt>{messages.score}</dt><dd><bdi>{number}</bdi></dd></div>
        {interval}
    }
    .into_any()
}

/// A number in a sentence, kept from mingling with its neighbours (Unicode UAX 9, isolates).
fn isolated(number: &str) -> String {
    format!("\u{2068}{number}\u{2069}")
}

/// Three shares as one bar, and the same in words and as a table.
fn bar(language: &'static Language, score: &Score) -> AnyView {
    let messages = Messages::of(language);
    let groups = score.groups(language);
    let share = |group: &Group, places| fill(messages.percent, &[("number", &language.decimal(group.share, places))]);
    let words: Vec<String> = groups.iter().map(|group| format!("{} {}", group.name, share(group, 0))).collect();
    let mut start = 0.0;
    let rects = groups.iter().map(|group| {
        let x = if language.direction == Direction::Rtl { 100.0 - start - group.share } else { start };
        start += group.share;
        view! { <rect class=group.class x=format!("{x:.2}") y="0" width=format!("{:.2}", group.share) height="10" /> }
    });
    let rects = rects.collect::<Vec<_>>();
    let rows = groups.iter().map(|group| {
        view! {
            <tr>
                <th scope="row">
                    <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class=group.class width="10" height="10" /></svg>
                    {group.name}" "<bdi class="hint" dir=language.direction.as_str()>{group.values.clone()}</bdi>
                </th>
                <td>{count(language, group.people)}</td>
                <td>{share(group, 1)}</td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label=words.join(", ")>{rects}</svg>
        <table>
            <thead>
                <tr><th scope="col">{messages.group}</th><th scope="col">{messages.people}</th><th scope="col">{messages.share}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^52")]
fn percent(of: u64, people: u64) -> f64 {
    100.0 * of as f64 / people.max(1) as f64
}

/// How often each number was chosen: in what was sent, and in what was left half done.
pub(super) fn distribution(language: &'static Language, score: &Score) -> AnyView {
    let messages = Messages::of(language);
    let range = QuestionKind::Nps.scale().unwrap_or(0..=0);
    let rows = range.map(|value| {
        let chosen = score.chosen.iter().find(|chosen| chosen.value == value);
        let (complete, partial) = chosen.map_or((0, 0), |chosen| (chosen.complete, chosen.partial));
        view! {
            <tr>
                <th scope="row">{language.number(value)}</th>
                <td>{count(language, complete)}</td>
                <td>{count(language, partial)}</td>
            </tr>
        }
    });
    view! {
        <table class="distribution">
            <caption>{messages.distribution}</caption>
            <thead>
                <tr><th scope="col">{messages.number}</th><th scope="col">{messages.sent}</th><th scope="col">{messages.half_done}</th></tr>
            </thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
        <p class="hint">{messages.half_done}": "{messages.half_done_advice}</p>
    }
    .into_any()
}
