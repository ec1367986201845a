//! Which declaration wins for each property (CSS Cascade 5, 6 and 7.3).

use super::collect::{Level, Matched};
use crate::css::declaration::{Custom, Declaration};
use crate::css::name::Name;
use crate::css::property::{Longhand, Set, Value, Wide};
use hashbrown::HashMap;

/// An entry of the cascade with its declarations.
pub(super) struct Entry<'a> {
    pub matched: Matched,
    pub declarations: &'a [Declaration],
}

/// The value that won, and whether another may have.
#[derive(Clone, Copy, Default)]
struct Winner<'a> {
    value: Option<&'a Value>,
    /// Its entry.
    at: usize,
    is_doubtful: bool,
}

const COUNT: usize = Longhand::ALL.len();

/// The winners for one element.
pub(super) struct Winners<'a> {
    entries: &'a [Entry<'a>],
    longhands: [Winner<'a>; COUNT],
    declared: Set,
    custom: HashMap<&'a str, (&'a Name, &'a Custom, bool)>,
}

impl<'a> Winners<'a> {
    /// The winners among `entries`, which come with the weakest first.
    pub fn among(entries: &'a [Entry<'a>]) -> Self {
        let mut winners =
            Self { entries, longhands: [Winner::default(); COUNT], declared: Set::NONE, custom: HashMap::new() };
        for (at, entry) in entries.iter().enumerate() {
            let is_certain = entry.matched.is_certain;
            for declaration in entry.declarations {
                match declaration {
                    Declaration::Longhand(longhand, value) => {
                        winners.longhands[*longhand as usize].meet(value, at, is_certain);
                        winners.declared.put(*longhand, true);
                    }
                    Declaration::Custom(name, value) if is_certain => {
                        winners.custom.insert(name.as_str(), (name, value, false));
                    }
                    Declaration::Custom(name, value) => {
                        let known = winners.custom.entry(name.as_str());
                        known.and_modify(|known| known.2 |= known.1 != value).or_insert((name, value, true));
                    }
                }
            }
        }
        winners
    }

    /// The custom properties, and whether each may be another.
    pub fn custom(&self) -> impl Iterator<Item = (&'a Name, &'a Custom, bool)> {
        self.custom.values().copied()
    }

    /// The longhands of which anybody says anything.
    pub fn declared(&self) -> Set {
        self.declared
    }

    /// The value of a longhand, and whether it may be another. `revert` and `revert-layer` are followed.
    pub fn of(&self, longhand: Longhand) -> (Option<&'a Value>, bool) {
        let mut winner = self.longhands[longhand as usize];
        let mut is_doubtful = winner.is_doubtful;
        // Each step leads to something weaker, so there are no more steps than entries.
        for _ in 0..self.entries.len() {
            let Some(Value::Wide(wide @ (Wide::Revert | Wide::RevertLayer))) = winner.value else { break };
            let from = self.entries[winner.at].matched;
            if *wide == Wide::RevertLayer && from.is_important {
                return (None, true);
            }
            winner = self.below(longhand, *wide, from);
            is_doubtful |= winner.is_doubtful;
        }
        (winner.value, is_doubtful)
    }

    /// The winner among what `wide`, standing in `from`, leads back to.
    fn below(&self, longhand: Longhand, wide: Wide, from: Matched) -> Winner<'a> {
        let is_weaker = |matched: &Matched| match wide {
            // From the author's back to the browser's, and from the browser's to nothing.
            Wide::Revert => matched.level() < Level::Hint as u64 && from.level() >= Level::Hint as u64,
            _ => matched.origin_and_layer() < from.origin_and_layer(),
        };
        let mut winner = Winner::default();
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| is_weaker(&entry.matched)) {
            for declaration in entry.declarations {
                match declaration {
                    Declaration::Longhand(known, value) if *known == longhand => {
                        winner.meet(value, at, entry.matched.is_certain);
                    }
                    _ => {}
                }
            }
        }
        winner
    }
}

impl<'a> Winner<'a> {
    /// A stronger value comes.
    fn meet(&mut self, value: &'a Value, at: usize, is_certain: bool) {
        if is_certain {
            *self = Winner { value: Some(value), at, is_doubtful: false };
        } else {
            // What it may be changed to is what it is already.
            self.is_doubtful |= self.value != Some(value);
        }
    }
}
