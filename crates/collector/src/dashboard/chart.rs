//! Shares and counts, drawn and in words.

use super::count;
use crate::messages::{Messages, fill};
use crate::store::Chosen;
use leptos::prelude::*;
use sada_survey::{Direction, Language, Nps};
use std::ops::RangeInclusive;

/// One of the three groups that people fall into.
struct Group {
    class: &'static str,
    name: &'static str,
    values: String,
    people: u64,
    /// In percent.
    share: f64,
}

fn groups(language: &'static Language, nps: Nps) -> [Group; 3] {
    let messages = Messages::of(language);
    let group = |class, name, from, to, people| {
        let values = format!("{}–{}", language.number(from), language.number(to));
        Group { class, name, values, people, share: percent(people, nps.n()) }
    };
    [
        group("promoters", messages.promoters, 9, 10, nps.promoters),
        group("passives", messages.passives, 7, 8, nps.passives),
        group("detractors", messages.detractors, 0, 6, nps.detractors),
    ]
}

/// Three shares as one bar, and the same in words and as a table.
pub(super) fn bar(language: &'static Language, nps: Nps) -> AnyView {
    let messages = Messages::of(language);
    let groups = groups(language, nps);
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

/// How often each value of a scale was chosen: in whole responses, and in those left half done.
pub(super) fn distribution(language: &'static Language, scale: RangeInclusive<i64>, chosen: &[Chosen]) -> AnyView {
    let messages = Messages::of(language);
    let rows = scale.map(|value| {
        let chosen = chosen.iter().find(|chosen| chosen.value == value);
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
                <tr><th scope="col">{messages.number}</th><th scope="col">{messages.complete}</th><th scope="col">{messages.half_done}</th></tr>
            </thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}
