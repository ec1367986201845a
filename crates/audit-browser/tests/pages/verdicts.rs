//! What rules say of a page, element by element, to be compared with what they say another time.

use sada_audit::{Outcome, Page, RULES, Rule};
use std::collections::BTreeMap;

/// What a report would say of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// Nothing: the rule does not apply.
    Nothing,
    Passed,
    Asked,
    Failed,
}

/// A rule, and an element by its selector.
pub type Place = (&'static str, String);

/// The worst that each rule says of each element it applies to.
pub type Verdicts = BTreeMap<Place, Said>;

/// What `rules` say of a page.
pub fn verdicts<'r>(page: &Page, rules: impl Iterator<Item = &'r &'static Rule>) -> Verdicts {
    let mut verdicts = Verdicts::new();
    for rule in rules.filter(|rule| rule.can_check(page)) {
        for (element, outcome) in rule.outcomes(page) {
            let said = match outcome {
                Outcome::Passed => Said::Passed,
                // As in a report: of what may not be there nothing is proved.
                Outcome::Failed(_) if element.may_be_hidden() => Said::Asked,
                Outcome::Failed(_) => Said::Failed,
                Outcome::NeedsReview(_) => Said::Asked,
            };
            let known = verdicts.entry((rule.id, element.selector())).or_insert(said);
            *known = said.max(*known);
        }
    }
    verdicts
}

/// What every rule says of a page.
pub fn all_verdicts(page: &Page) -> Verdicts {
    verdicts(page, RULES.iter())
}

/// Where the two differ, with what each says.
pub fn differences(one: &Verdicts, other: &Verdicts) -> Vec<(Place, Said, Said)> {
    let said = |verdicts: &Verdicts, place: &Place| verdicts.get(place).copied().unwrap_or(Said::Nothing);
    let more = other.keys().filter(|place| !one.contains_key(*place));
    let places = one.keys().chain(more);
    let both = places.map(|place| (place.clone(), said(one, place), said(other, place)));
    both.filter(|(_, one, other)| one != other).collect()
}
