//! Finds out how the focus gets away from every element that can take it.
//!
//! The walk with Tab from the start of the page comes first: if it ends at the browser's own controls, everything on it
//! is free. Whatever was not on it is asked one by one, and mostly answers with its first step, which leads to an element
//! that is known to be free. What remains is tried with everything a visitor might try.

use super::hands::{Hands, Patience, Place, Stop};
use sada_audit::Exit;
use sada_devtools::{Key, Modifiers, Press};
use std::collections::{HashMap, HashSet};

/// How often Tab may leave the focus where it is: fields of a date, controls of a video.
const MOST_INNER_STOPS: usize = 14;
/// And where there is nothing inside that could be stepped through.
const MOST_REPEATS: usize = 2;
/// How often Tab may lead to no element at all before nothing more is expected of it.
const MOST_NOWHERE: usize = 3;
/// How many members of one trap are tried with other keys than Tab. The others get out by way of these, or not at all.
const MOST_TRIED: usize = 4;

/// What is known of the elements of a page.
pub struct Explorer<'h, H> {
    hands: &'h mut H,
    /// What the page tells to press.
    advised: Vec<Press>,
    exits: HashMap<Stop, Exit>,
    /// In the order they were met.
    met: Vec<Stop>,
    known: HashSet<Stop>,
    /// Whether the focus was last seen where Tab does not get it out, and something may call it back there.
    is_caught: bool,
}

/// A walk in one direction.
struct Walk {
    path: Vec<Stop>,
    end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// At the browser's controls, or at an element from which Tab leads there.
    Out,
    /// At the browser's controls, and something was called back then: it has to be gone again, slowly.
    Doubtful,
    /// It came back to where it had been: the place of that in the path.
    Circle(usize),
    /// No element had the focus any more, and none got it.
    Lost,
}

impl<'h, H: Hands> Explorer<'h, H> {
    pub fn new(hands: &'h mut H, advised: Vec<Press>) -> Self {
        Self { hands, advised, exits: HashMap::new(), met: Vec::new(), known: HashSet::new(), is_caught: false }
    }

    /// What was found out so far, in the order in which the elements were met.
    pub fn into_exits(mut self) -> Vec<(Stop, Exit)> {
        self.met.iter().filter_map(|stop| Some((*stop, self.exits.remove(stop)?))).collect()
    }

    /// Whether an element has had the focus while keys were pressed.
    pub fn has_met(&self, stop: Stop) -> bool {
        self.known.contains(&stop)
    }

    /// How many elements were met from which it is not known how the focus gets away.
    pub fn unknown(&self) -> usize {
        self.met.iter().filter(|stop| !self.knows(**stop)).count()
    }

    /// Whether it is known how the focus gets away from an element.
    pub fn knows(&self, stop: Stop) -> bool {
        self.exits.contains_key(&stop)
    }

    /// Walks through the page from its start, and looks closer at what keeps the focus.
    pub fn walk_through(&mut self) -> Result<(), H::Error> {
        // If the page has put its focus somewhere, the first walk begins there; the second one begins at the start.
        for _ in 0..2 {
            let walk = self.walk(TAB, None, Patience::Usual)?;
            if !self.free(&walk) {
                for stop in walk.path {
                    self.examine(stop)?;
                }
                return Ok(());
            }
        }
        Ok(())
    }

    /// Finds out how the focus gets away from an element, if that is not known yet and it takes the focus.
    pub fn examine(&mut self, stop: Stop) -> Result<(), H::Error> {
        if self.knows(stop) || !self.take(stop)? {
            return Ok(());
        }
        let onward = self.walk(TAB, Some(stop), Patience::Usual)?;
        if self.free(&onward) || self.frees_backwards(stop, Patience::Usual)? {
            return Ok(());
        }
        let circle: Vec<Stop> = match onward.end {
            End::Circle(from) => onward.path[from..].to_vec(),
            End::Out | End::Doubtful | End::Lost => Vec::new(),
        };
        let exit = match self.exit_from(stop, &circle)? {
            Some(exit) => exit,
            None if self.frees_slowly(stop)? => return Ok(()),
            None => Exit::None { tried: self.tried() },
        };
        // Tab leads from every member of the circle to every other one, so all of them have the same way out.
        for member in circle.iter().copied().chain([stop]) {
            self.set(member, &exit);
        }
        Ok(())
    }

    /// Puts the focus on an element, out of any trap it may be in; whether it took it.
    fn take(&mut self, stop: Stop) -> Result<bool, H::Error> {
        if std::mem::take(&mut self.is_caught) {
            self.hands.release()?;
        }
        self.hands.focus(stop)
    }

    /// Tab and Shift+Tab once more, slowly: nothing is called a trap because a busy machine was late.
    fn frees_slowly(&mut self, stop: Stop) -> Result<bool, H::Error> {
        if !self.take(stop)? {
            return Ok(false);
        }
        let onward = self.walk(TAB, Some(stop), Patience::Long)?;
        Ok(self.free(&onward) || self.frees_backwards(stop, Patience::Long)?)
    }

    /// Neither Tab nor Shift+Tab leads away: what else there is, on the element and where Tab takes it.
    fn exit_from(&mut self, stop: Stop, circle: &[Stop]) -> Result<Option<Exit>, H::Error> {
        let others = circle.iter().copied().filter(|other| *other != stop).take(MOST_TRIED - 1);
        for tried in std::iter::once(stop).chain(others) {
            if let Some(exit) = self.exits.get(&tried).filter(|exit| **exit != Exit::Standard) {
                return Ok(Some(exit.clone()));
            }
            let exit = self.other_exit(tried, circle)?;
            if exit.is_some() {
                return Ok(exit);
            }
        }
        Ok(None)
    }

    /// Whether Shift+Tab leads away; if so, that is kept for the whole way.
    fn frees_backwards(&mut self, stop: Stop, patience: Patience) -> Result<bool, H::Error> {
        if !self.take(stop)? {
            return Ok(false);
        }
        let walk = self.walk(BACK, Some(stop), patience)?;
        Ok(self.free(&walk))
    }

    /// Tries Escape, the arrows and what the page advises, each followed by Tab.
    fn other_exit(&mut self, stop: Stop, circle: &[Stop]) -> Result<Option<Exit>, H::Error> {
        for press in self.other_presses() {
            if !self.take(stop)? {
                return Ok(None);
            }
            let place = self.hands.press(press, Patience::Long)?;
            let is_advised = self.advised.contains(&press);
            if self.is_out(place) {
                return Ok(Some(Exit::Other { keys: press.to_string(), is_advised }));
            }
            // An arrow moves within things. If it has led out of the circle, the next steps show it.
            let steps = if ARROWS.contains(&press.key) { AFTER_ARROW } else { circle.len() + MOST_INNER_STOPS };
            if self.is_out_within(steps, place)? {
                return Ok(Some(Exit::Other { keys: format!("{press}, Tab"), is_advised }));
            }
            self.is_caught = true;
        }
        Ok(None)
    }

    /// Whether Tab leads out in so many steps, or at all once it is on a way that was not known.
    fn is_out_within(&mut self, steps: usize, from: Place) -> Result<bool, H::Error> {
        let mut place = from;
        for _ in 0..steps {
            let last = place;
            place = self.hands.press(TAB, Patience::Usual)?;
            if self.is_out(place) {
                return Ok(true);
            }
            match place.stop() {
                Some(stop) if self.meet(stop) => {
                    let walk = self.walk(TAB, Some(stop), Patience::Usual)?;
                    return Ok(self.free(&walk));
                }
                Some(_) if place == last => return Ok(false),
                _ => {}
            }
        }
        Ok(false)
    }

    fn other_presses(&self) -> Vec<Press> {
        let mut presses: Vec<Press> = std::iter::once(Key::Escape).chain(ARROWS).map(Press::from).collect();
        presses.extend(self.advised.iter().filter(|press| !presses.contains(press)).copied().collect::<Vec<_>>());
        presses
    }

    /// Everything that was tried, in words.
    fn tried(&self) -> String {
        let mut tried = "Tab, Shift+Tab, Escape, arrow keys".to_owned();
        for press in self.other_presses().into_iter().skip(5) {
            tried.push_str(", ");
            tried.push_str(&press.to_string());
        }
        tried
    }

    /// Presses one key until the focus has left or comes round; once more and slowly, where that was too quick to tell.
    fn walk(&mut self, press: Press, from: Option<Stop>, patience: Patience) -> Result<Walk, H::Error> {
        let walk = self.walk_once(press, from, patience)?;
        if walk.end != End::Doubtful {
            return Ok(walk);
        }
        self.is_caught = true;
        match from {
            Some(stop) if !self.take(stop)? => return Ok(Walk { path: walk.path, end: End::Lost }),
            Some(_) => {}
            None => {
                self.is_caught = false;
                self.hands.release()?;
            }
        }
        self.walk_once(press, from, Patience::Long)
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
            let Place::At { stop, has_inner_stops } = place else {
                nowhere += 1;
                if nowhere > MOST_NOWHERE {
                    return Ok(Walk { path, end: End::Lost });
                }
                continue;
            };
            self.meet(stop);
            if path.last() == Some(&stop) {
                repeats += 1;
                let most = if has_inner_stops { MOST_INNER_STOPS } else { MOST_REPEATS };
                if repeats > most {
                    self.is_caught = true;
                    let circle = End::Circle(path.len() - 1);
                    return Ok(Walk { path, end: circle });
                }
                continue;
            }
            repeats = 0;
            if !places.insert(stop) {
                self.is_caught = true;
                let circle = End::Circle(path.iter().position(|known| *known == stop).unwrap_or_default());
                return Ok(Walk { path, end: circle });
            }
            path.push(stop);
        }
    }

    fn is_out(&self, place: Place) -> bool {
        matches!(place, Place::Browser { .. })
            || place.stop().is_some_and(|stop| self.exits.get(&stop) == Some(&Exit::Standard))
    }

    /// Keeps that everything on a walk that ended outside is free; whether it did.
    fn free(&mut self, walk: &Walk) -> bool {
        let is_out = walk.end == End::Out;
        if is_out {
            for stop in &walk.path {
                self.set(*stop, &Exit::Standard);
            }
        }
        is_out
    }

    fn set(&mut self, stop: Stop, exit: &Exit) {
        self.meet(stop);
        let known = self.exits.entry(stop).or_insert_with(|| exit.clone());
        if *exit == Exit::Standard {
            *known = Exit::Standard;
        }
    }

    /// Whether it is met for the first time.
    fn meet(&mut self, stop: Stop) -> bool {
        let is_new = self.known.insert(stop);
        if is_new {
            self.met.push(stop);
        }
        is_new
    }
}

const ARROWS: [Key; 4] = [Key::ArrowDown, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft];
/// How many times Tab is pressed after an arrow.
const AFTER_ARROW: usize = 3;
const CALLED_BACK: Place = Place::Browser { is_called_back: true };
const TAB: Press = Press { key: Key::Tab, modifiers: Modifiers::NONE };
const BACK: Press = Press { key: Key::Tab, modifiers: Modifiers::SHIFT };

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    /// A page of `count` stops in a row, Tab and Shift+Tab going through them, but where `rule` says otherwise.
    struct Row<R> {
        count: u32,
        at: Option<u32>,
        rule: R,
        presses: usize,
    }

    const fn stop(number: u32) -> Stop {
        Stop { frame: 0, number }
    }

    impl<R: FnMut(Option<u32>, Press) -> Option<Option<u32>>> Hands for Row<R> {
        type Error = Infallible;

        fn press(&mut self, press: Press, _patience: Patience) -> Result<Place, Infallible> {
            self.presses += 1;
            let last = self.count - 1;
            let usual = match (press, self.at) {
                (TAB, None) => Some(0),
                (TAB, Some(at)) => Some(at + 1).filter(|next| *next <= last),
                (BACK, None) => Some(last),
                (BACK, Some(at)) => at.checked_sub(1),
                (_, at) => at,
            };
            self.at = (self.rule)(self.at, press).unwrap_or(usual);
            Ok(self.at.map_or(Place::Browser { is_called_back: false }, |at| Place::At {
                stop: stop(at),
                has_inner_stops: false,
            }))
        }

        fn focus(&mut self, stop: Stop) -> Result<bool, Infallible> {
            self.at = Some(stop.number);
            Ok(true)
        }

        fn release(&mut self) -> Result<(), Infallible> {
            self.at = None;
            Ok(())
        }
    }

    fn explore(
        count: u32,
        advised: Vec<Press>,
        rule: impl FnMut(Option<u32>, Press) -> Option<Option<u32>>,
    ) -> (Vec<Exit>, usize) {
        let mut row = Row { count, at: None, rule, presses: 0 };
        let mut explorer = Explorer::new(&mut row, advised);
        explorer.walk_through().unwrap();
        (0..count).for_each(|number| explorer.examine(stop(number)).unwrap());
        assert_eq!(explorer.unknown(), 0);
        let mut exits = explorer.into_exits();
        exits.sort_by_key(|(stop, _)| stop.number);
        (exits.into_iter().map(|(_, exit)| exit).collect(), row.presses)
    }

    fn is_trap(exit: &Exit) -> bool {
        matches!(exit, Exit::None { .. })
    }

    #[test]
    fn a_clean_page_costs_one_press_a_stop() {
        let (exits, presses) = explore(50, Vec::new(), |_, _| None);
        assert!(exits.iter().all(|exit| *exit == Exit::Standard) && exits.len() == 50);
        assert!(presses < 55, "{presses}");
    }

    #[test]
    fn what_keeps_the_focus_is_a_trap_and_its_neighbours_are_free() {
        let (exits, _) = explore(5, Vec::new(), |at, _| (at == Some(2)).then_some(Some(2)));
        let traps: Vec<bool> = exits.iter().map(is_trap).collect();
        assert_eq!(traps, [false, false, true, false, false]);
        assert!(exits.iter().filter(|exit| !is_trap(exit)).all(|exit| *exit == Exit::Standard));
    }

    #[test]
    fn two_stops_that_send_the_focus_to_each_other_are_a_trap() {
        let (exits, _) = explore(5, Vec::new(), |at, press| match (at, press) {
            (Some(1), TAB | BACK) => Some(Some(2)),
            (Some(2), TAB | BACK) => Some(Some(1)),
            _ => None,
        });
        assert_eq!(exits.iter().map(is_trap).collect::<Vec<_>>(), [false, true, true, false, false]);
    }

    #[test]
    fn one_direction_is_enough() {
        let (exits, _) = explore(4, Vec::new(), |at, press| (at == Some(1) && press == TAB).then_some(Some(1)));
        assert!(exits.iter().all(|exit| *exit == Exit::Standard), "{exits:?}");
    }

    #[test]
    fn a_dialog_that_escape_closes_is_no_trap_for_any_of_its_elements() {
        let mut is_open = true;
        let (exits, _) = explore(3, Vec::new(), |at, press| {
            if press.key == Key::Escape {
                is_open = false;
            }
            match (at, press) {
                (Some(2), TAB) if is_open => Some(Some(0)),
                (Some(0), BACK) if is_open => Some(Some(2)),
                _ => None,
            }
        });
        let other = Exit::Other { keys: "Escape, Tab".to_owned(), is_advised: false };
        assert!(exits.iter().all(|exit| *exit == other), "{exits:?}");
    }

    #[test]
    fn advised_keys_are_tried_last_and_said_to_be_advised() {
        let advised = Key::Character('m').with(Modifiers::CONTROL);
        let (exits, _) = explore(1, vec![advised], |_, press| Some((press != advised).then_some(0)));
        assert_eq!(exits, [Exit::Other { keys: "Ctrl+M".to_owned(), is_advised: true }]);
        let (exits, _) = explore(1, vec![advised], |_, _| Some(Some(0)));
        let tried = "Tab, Shift+Tab, Escape, arrow keys, Ctrl+M".to_owned();
        assert_eq!(exits, [Exit::None { tried }]);
    }
}
