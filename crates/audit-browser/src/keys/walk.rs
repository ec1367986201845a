//! Walks in one direction, and what they prove.

use super::hands::{Hands, Inside, Patience, Place, Stop};
use sada_audit::Exit;
use sada_devtools::{Key, Modifiers, Press};
use std::collections::{HashMap, HashSet};

/// The key onward.
pub const TAB: Press = Press { key: Key::Tab, modifiers: Modifiers::NONE };
/// The key back.
pub const BACK: Press = Press { key: Key::Tab, modifiers: Modifiers::SHIFT };

/// How often Tab may leave the focus where it is: the fields of a date and time are nine, a video has eight controls.
const MOST_INNER_STOPS: usize = 14;
/// And where there is nothing inside that could be stepped through.
const MOST_REPEATS: usize = 2;
/// How often Tab may lead to no element at all before nothing more is expected of it.
const MOST_NOWHERE: usize = 3;

/// Walks, and remembers what is known of the elements it meets.
pub struct Walker<'h, H> {
    hands: &'h mut H,
    exits: HashMap<Stop, Exit>,
    /// In the order they were met.
    met: Vec<Stop>,
    known: HashSet<Stop>,
    /// Whether the focus was last seen where Tab does not get it out, and something may call it back there.
    pub is_caught: bool,
}

/// A walk in one direction.
pub struct Walk {
    /// Where it led, each element once; where it began, if it began at an element.
    pub path: Vec<Stop>,
    pub end: End,
}

/// How a walk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At the browser's controls, or at an element from which Tab leads there.
    Out,
    /// At the browser's controls, and something was called back then: it has to be gone again, slowly.
    Doubtful,
    /// It came back to where it had been: the place of that in the path.
    Circle(usize),
    /// The focus was nowhere to be seen any more.
    Lost,
}

impl<'h, H: Hands> Walker<'h, H> {
    pub fn new(hands: &'h mut H) -> Self {
        Self { hands, exits: HashMap::new(), met: Vec::new(), known: HashSet::new(), is_caught: false }
    }

    /// What is known, in the order in which the elements were met.
    pub fn into_exits(mut self) -> Vec<(Stop, Exit)> {
        self.met.iter().filter_map(|stop| Some((*stop, self.exits.remove(stop)?))).collect()
    }

    /// How the focus gets away from an element, as far as that is known.
    pub fn exit(&self, stop: Stop) -> Option<&Exit> {
        self.exits.get(&stop)
    }

    /// Whether an element has had the focus.
    pub fn has_met(&self, stop: Stop) -> bool {
        self.known.contains(&stop)
    }

    /// How many elements were met from which it is not known how the focus gets away.
    pub fn unknown(&self) -> usize {
        self.met.iter().filter(|stop| self.exit(**stop).is_none()).count()
    }

    /// Keeps how the focus gets away from an element. Nothing takes back that Tab does it.
    pub fn set(&mut self, stop: Stop, exit: &Exit) {
        self.meet(stop);
        let known = self.exits.entry(stop).or_insert_with(|| exit.clone());
        if *exit == Exit::Standard {
            *known = Exit::Standard;
        }
    }

    /// Whether it is met for the first time.
    pub fn meet(&mut self, stop: Stop) -> bool {
        let is_new = self.known.insert(stop);
        if is_new {
            self.met.push(stop);
        }
        is_new
    }

    /// Whether the focus has left, or is where Tab makes it leave.
    pub fn is_out(&self, place: Place) -> bool {
        matches!(place, Place::Browser { .. })
            || place.stop().is_some_and(|stop| self.exit(stop) == Some(&Exit::Standard))
    }

    /// Keeps that everything on a walk that ended outside is free; whether it did.
    pub fn free(&mut self, walk: &Walk) -> bool {
        let is_out = walk.end == End::Out;
        if is_out {
            walk.path.iter().for_each(|stop| self.set(*stop, &Exit::Standard));
        }
        is_out
    }

    /// Puts the focus on an element, out of any trap it may be in; whether it took it.
    pub fn take(&mut self, stop: Stop) -> Result<bool, H::Error> {
        if std::mem::take(&mut self.is_caught) {
            self.hands.release()?;
        }
        self.hands.focus(stop)
    }

    /// Presses one key.
    pub fn press(&mut self, press: Press, patience: Patience) -> Result<Place, H::Error> {
        self.hands.press(press, patience)
    }

    /// Presses one key until the focus has left or comes round; once more and slowly, where that was too quick to tell.
    pub fn walk(&mut self, press: Press, from: Option<Stop>, patience: Patience) -> Result<Walk, H::Error> {
        let walk = self.walk_once(press, from, patience)?;
        if walk.end != End::Doubtful {
            return Ok(walk);
        }
        self.hands.release()?;
        match from {
            Some(stop) if !self.take(stop)? => Ok(Walk { path: walk.path, end: End::Lost }),
            _ => self.walk_once(press, from, Patience::Long),
        }
    }

    fn walk_once(&mut self, press: Press, from: Option<Stop>, patience: Patience) -> Result<Walk, H::Error> {
        let mut path: Vec<Stop> = from.into_iter().collect();
        let mut places: HashSet<Stop> = path.iter().copied().collect();
        let (mut repeats, mut nowhere) = (0, 0);
        loop {
            let place = self.hands.press(press, patience)?;
            if self.is_out(place) {
                let is_doubtful = place == CALLED_BACK && patience == Patience::Usual;
                return Ok(Walk { path, end: if is_doubtful { End::Doubtful } else { End::Out } });
            }
            let Place::At { stop, inside } = place else {
                nowhere += 1;
                if nowhere > MOST_NOWHERE {
                    return Ok(Walk { path, end: End::Lost });
                }
                continue;
            };
            self.meet(stop);
            let end = if path.last() == Some(&stop) {
                repeats += 1;
                match inside {
                    Inside::Nothing => (repeats > MOST_REPEATS).then_some(End::Circle(path.len() - 1)),
                    Inside::Fields => (repeats > MOST_INNER_STOPS).then_some(End::Circle(path.len() - 1)),
                    Inside::Unseen => (repeats > MOST_INNER_STOPS).then_some(End::Lost),
                }
            } else {
                repeats = 0;
                let is_known = !places.insert(stop);
                is_known.then(|| End::Circle(path.iter().position(|known| *known == stop).unwrap_or_default()))
            };
            if let Some(end) = end {
                self.is_caught = true;
                return Ok(Walk { path, end });
            }
            if repeats == 0 {
                path.push(stop);
            }
        }
    }
}

const CALLED_BACK: Place = Place::Browser { is_called_back: true };
