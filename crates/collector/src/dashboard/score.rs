//! The scores of a survey: none without how many answered, and how sure it is.

use super::said::in_language;
use super::{chart, count};
use crate::app::App;
use crate::document::Reason;
use crate::messages::{Messages, fill};
use crate::store::{Chosen, SurveyAnswered, SurveyVersion};
use leptos::prelude::*;
use sada_survey::{Ces, Csat, Direction, FEW_ANSWERS, Interval, Language, Nps, Question, QuestionKind};

/// A question with a scale, and what was chosen.
pub(super) struct Scored<'s> {
    question: &'s Question,
    chosen: Vec<Chosen>,
    score: Score,
}

enum Score {
    Nps(Nps),
    Csat(Csat),
    Ces(Ces),
}

impl<'s> Scored<'s> {
    /// Every question of the survey that has a scale. An answer counts once it is stored, whether the rest was sent or not.
    pub(super) async fn load(app: &'s App, version: &SurveyVersion<'_>) -> Result<Vec<Scored<'s>>, Reason> {
        let mut all = Vec::new();
        for question in app.survey(version.survey).into_iter().flat_map(|survey| &survey.questions) {
            let Some(mut score) = Score::of(question.kind) else { continue };
            let chosen = app.store.distribution(version, &question.id).await?;
            for one in &chosen {
                score.count(one.value, one.complete + one.partial);
            }
            all.push(Scored { question, chosen, score });
        }
        Ok(all)
    }
}

impl Score {
    fn of(kind: QuestionKind) -> Option<Self> {
        match kind {
            QuestionKind::Nps => Some(Score::Nps(Nps::default())),
            QuestionKind::Csat => Some(Score::Csat(Csat::default())),
            QuestionKind::Ces => Some(Score::Ces(Ces::default())),
            _ => None,
        }
    }

    fn count(&mut self, value: i64, people: u64) {
        match self {
            Score::Nps(nps) => nps.count(value, people),
            Score::Csat(csat) => csat.count(value, people),
            Score::Ces(ces) => ces.count(value, people),
        }
    }

    fn n(&self) -> u64 {
        match self {
            Score::Nps(nps) => nps.n(),
            Score::Csat(csat) => csat.n(),
            Score::Ces(ces) => ces.n(),
        }
    }
}

/// How many responses there are, how many of them are not whole, and how many are not counted.
pub(super) fn responses(language: &'static Language, answered: &SurveyAnswered) -> AnyView {
    let messages = Messages::of(language);
    let SurveyAnswered { complete, partial, held_back, .. } = answered;
    let not_whole = [(messages.half_done, *partial), (messages.held_back, *held_back)];
    let not_whole = not_whole.into_iter().filter(|(_, people)| *people > 0);
    let not_whole = not_whole.map(|(name, people)| figure(language, name, count(language, people))).collect::<Vec<_>>();
    let explained = [
        (messages.half_done, messages.half_done_advice, *partial),
        (messages.held_back, messages.held_back_advice, *held_back),
    ];
    let explained = explained.into_iter().filter(|(_, _, people)| *people > 0);
    let explained = explained.map(|(name, advice, _)| view! { <p class="hint">{name}": "{advice}</p> });
    view! {
        <dl class="figures">{figure(language, messages.responses, count(language, complete + partial))}{not_whole}</dl>
        {explained.collect::<Vec<_>>()}
    }
    .into_any()
}

/// A question's score with everything it must not be shown without. `level` is that of its heading, 2 or 4.
pub(super) fn tile(language: &'static Language, level: u8, scored: &Scored<'_>) -> AnyView {
    let messages = Messages::of(language);
    let (lang, question) = in_language(language, &scored.question.text);
    let heading = if level == 2 {
        view! { <h2><bdi lang=lang>{question}</bdi></h2> }.into_any()
    } else {
        view! { <h4><bdi lang=lang>{question}</bdi></h4> }.into_any()
    };
    let (n, partial) = (scored.score.n(), scored.chosen.iter().map(|one| one.partial).sum::<u64>());
    let few = (n < FEW_ANSWERS).then(|| {
        let few = fill(messages.few_answers, &[("number", &count(language, FEW_ANSWERS))]);
        view! { <p class="few">{few}</p> }
    });
    let bar = match scored.score {
        Score::Nps(nps) if n > 0 => Some(chart::bar(language, nps)),
        _ => None,
    };
    view! {
        {heading}
        <dl class="figures">
            {figures(language, &scored.score)}
            {figure(language, messages.answered, count(language, n))}
            {(partial > 0).then(|| figure(language, messages.half_done, count(language, partial)))}
        </dl>
        {few}
        {bar}
    }
    .into_any()
}

/// How often each value was chosen.
pub(super) fn distribution(language: &'static Language, scored: &Scored<'_>) -> AnyView {
    let scale = scored.question.kind.scale().unwrap_or(0..=0);
    chart::distribution(language, scale, &scored.chosen)
}

fn figure(language: &Language, name: &'static str, value: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd><bdi dir=language.direction.as_str()>{value}</bdi></dd></div> }.into_any()
}

/// The score, its interval, and what is read beside it.
fn figures(language: &'static Language, score: &Score) -> AnyView {
    let messages = Messages::of(language);
    let decimal = |number: f64| language.decimal(number, 1);
    let share = |share: f64| fill(messages.percent, &[("number", &decimal(100.0 * share))]);
    let (name, number, interval, beside) = match score {
        Score::Nps(nps) => (messages.score, nps.score().map(decimal), ends(language, nps.interval(), decimal), None),
        Score::Csat(csat) => {
            let mean = csat.mean().map(|mean| figure(language, messages.mean, decimal(mean)));
            (messages.satisfied, csat.share().map(share), ends(language, csat.interval(), share), mean)
        }
        Score::Ces(ces) => {
            let easy = ces.share().zip(ces.share_interval()).map(|(of, interval)| {
                let [of, low, high] =
                    [of, interval.low, interval.high].map(|number| isolated(language, &share(number)));
                let places = [("share", of.as_str()), ("low", &low), ("high", &high)];
                figure(language, messages.easy, fill(messages.share_with_interval, &places))
            });
            (messages.effort, ces.mean().map(decimal), ends(language, ces.interval(), decimal), easy)
        }
    };
    let number = number.unwrap_or_else(|| "–".to_owned());
    view! {
        <div class="score"><dt>{name}</dt><dd><bdi dir=language.direction.as_str()>{number}</bdi></dd></div>
        {interval}
        {beside}
    }
    .into_any()
}

fn ends(language: &'static Language, interval: Option<Interval>, written: impl Fn(f64) -> String) -> Option<AnyView> {
    let messages = Messages::of(language);
    let Interval { low, high } = interval?;
    let [low, high] = [low, high].map(|end| isolated(language, &written(end)));
    Some(figure(language, messages.interval, fill(messages.interval_ends, &[("low", &low), ("high", &high)])))
}

/// A number in a sentence, kept from mingling with its neighbours (Unicode UAX 9, isolates). Signs follow the language, not
/// the digits: Arabic ones are no strong characters.
fn isolated(language: &Language, number: &str) -> String {
    let isolate = if language.direction == Direction::Rtl { '\u{2067}' } else { '\u{2066}' };
    format!("{isolate}{number}\u{2069}")
}
