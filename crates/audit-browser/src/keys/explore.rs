//! Finds out how the focus gets away from every element that can take it.
//!
//! The walk with Tab from the start of the page comes first: if it ends at the browser's own controls, everything on it
//! is free. Whatever was not on it is asked one by one, and mostly answers with its first step, which leads to an element
//! that is known to be free. What remains is tried with everything a visitor might try.

use super::hands::{Hands, Patience, Place, Stop};
use super::walk::{BACK, End, TAB, Walker};
use sada_audit::Exit;
use sada_devtools::{Key, Press};

/// How many members of one trap are tried with other keys than Tab. The others get out by way of these, or not at all.
const MOST_TRIED: usize = 4;
/// How many times Tab is pressed after an arrow.
const AFTER_ARROW: usize = 3;
/// And after anything else, once round the trap is done.
const AFTER_OTHERS: usize = 14;
const ARROWS: [Key; 4] = [Key::ArrowDown, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft];

/// Explores the elements of a page.
pub struct Explorer<'h, H> {
    walker: Walker<'h, H>,
    /// What the page tells to press.
    advised: Vec<Press>,
    /// What is being examined because something else leads there.
    entered: Vec<Stop>,
    /// Where Tab led from the start of the page.
    order: Vec<Stop>,
}

impl<'h, H: Hands> Explorer<'h, H> {
    pub fn new(hands: &'h mut H, advised: Vec<Press>) -> Self {
        Self { walker: Walker::new(hands), advised, entered: Vec::new(), order: Vec::new() }
    }

    /// What is known so far.
    pub fn walker(&self) -> &Walker<'h, H> {
        &self.walker
    }

    /// Where Tab led from the start of the page, as far as the walk went.
    pub fn order(&self) -> &[Stop] {
        &self.order
    }

    /// What was found out, in the order in which the elements were met.
    pub fn into_exits(self) -> Vec<(Stop, Exit)> {
        self.walker.into_exits()
    }

    /// Walks through the page from its start, and looks closer at what keeps the focus.
    pub fn walk_through(&mut self) -> Result<(), H::Error> {
        // If the page has put its focus somewhere, the first walk begins there; the second one begins at the start.
        for _ in 0..2 {
            let walk = self.walker.walk(TAB, None, Patience::Usual)?;
            let is_out = self.walker.free(&walk);
            // A walk ends where a known one goes on.
            self.order.splice(0..0, walk.path.iter().copied());
            if !is_out {
                for stop in walk.path {
                    self.examine_with(stop, Patience::Long)?;
                }
                return Ok(());
            }
        }
        Ok(())
    }

    /// Finds out how the focus gets away from an element, if that is not known yet and it takes the focus.
    pub fn examine(&mut self, stop: Stop) -> Result<(), H::Error> {
        self.examine_with(stop, Patience::Usual)
    }

    /// With the usual patience only the first walk is made. What does not let it through is looked at slowly: neither may
    /// a script be outrun that calls the focus back, nor may a busy machine make a trap.
    fn examine_with(&mut self, stop: Stop, patience: Patience) -> Result<(), H::Error> {
        if self.walker.exit(stop).is_some() || !self.walker.take(stop)? {
            return Ok(());
        }
        let onward = self.walker.walk(TAB, Some(stop), patience)?;
        if self.walker.free(&onward) {
            return Ok(());
        }
        if patience == Patience::Usual {
            return self.examine_with(stop, Patience::Long);
        }
        if self.frees_backwards(stop)? {
            return Ok(());
        }
        match onward.end {
            End::Circle(0) => self.judge(stop, &onward.path),
            End::Circle(from) => self.judge_by(stop, onward.path[from]),
            // Where the focus is cannot be seen: nothing is proved.
            End::Out | End::Doubtful | End::Lost => Ok(()),
        }
    }

    /// Whether Shift+Tab leads away; if so, that is kept for the whole way.
    fn frees_backwards(&mut self, stop: Stop) -> Result<bool, H::Error> {
        if !self.walker.take(stop)? {
            return Ok(false);
        }
        let walk = self.walker.walk(BACK, Some(stop), Patience::Long)?;
        Ok(self.walker.free(&walk))
    }

    /// An element in a trap. Tab leads from every member of the circle to every other one, so all of them have the same
    /// way out, and where none of those that are tried has one, none of them has.
    fn judge(&mut self, stop: Stop, circle: &[Stop]) -> Result<(), H::Error> {
        let others = circle.iter().copied().filter(|other| *other != stop).take(MOST_TRIED - 1);
        let mut exit = None;
        for tried in std::iter::once(stop).chain(others) {
            exit = self.walker.exit(tried).filter(|exit| **exit != Exit::Standard).cloned();
            if exit.is_none() {
                exit = self.other_exit(tried, circle.len())?;
            }
            if exit.is_some() {
                break;
            }
        }
        let exit = exit.unwrap_or_else(|| self.none());
        for member in circle {
            self.walker.set(*member, &exit);
        }
        Ok(())
    }

    /// An element from which Tab leads into a trap: the way out of there is its own.
    fn judge_by(&mut self, stop: Stop, entrance: Stop) -> Result<(), H::Error> {
        if !self.entered.contains(&entrance) {
            self.entered.push(entrance);
            self.examine_with(entrance, Patience::Long)?;
            self.entered.pop();
        }
        let exit = match self.walker.exit(entrance) {
            Some(exit @ (Exit::Standard | Exit::Other { .. })) => exit.clone(),
            Some(Exit::None { .. }) => self.other_exit(stop, 0)?.unwrap_or_else(|| self.none()),
            None => return Ok(()),
        };
        self.walker.set(stop, &exit);
        Ok(())
    }

    /// Tries Escape, the arrows and what the page advises, each followed by Tab.
    fn other_exit(&mut self, stop: Stop, circle: usize) -> Result<Option<Exit>, H::Error> {
        for press in self.other_presses() {
            if !self.walker.take(stop)? {
                return Ok(None);
            }
            let place = self.walker.press(press, Patience::Long)?;
            let is_advised = self.advised.contains(&press);
            if self.walker.is_out(place) {
                return Ok(Some(Exit::Other { keys: press.to_string(), is_advised }));
            }
            // An arrow moves within things. If it has led out of the circle, the next steps show it.
            let steps = if ARROWS.contains(&press.key) { AFTER_ARROW } else { circle + AFTER_OTHERS };
            if self.is_out_within(steps, place)? {
                return Ok(Some(Exit::Other { keys: format!("{press}, Tab"), is_advised }));
            }
            self.walker.is_caught = true;
        }
        Ok(None)
    }

    /// Whether Tab leads out in so many steps, or at all once it is on a way that was not known.
    fn is_out_within(&mut self, steps: usize, from: Place) -> Result<bool, H::Error> {
        let mut place = from;
        for _ in 0..steps {
            let last = place;
            place = self.walker.press(TAB, Patience::Usual)?;
            if self.walker.is_out(place) {
                return Ok(true);
            }
            match place.stop() {
                Some(stop) if self.walker.meet(stop) => {
                    let walk = self.walker.walk(TAB, Some(stop), Patience::Usual)?;
                    return Ok(self.walker.free(&walk));
                }
                Some(_) if place == last => return Ok(false),
                _ => {}
            }
        }
        Ok(false)
    }

    /// Escape, the arrows, and what else the page advises.
    fn other_presses(&self) -> Vec<Press> {
        let mut presses: Vec<Press> = std::iter::once(Key::Escape).chain(ARROWS).map(Press::from).collect();
        let others: Vec<Press> = self.advised.iter().filter(|press| !presses.contains(press)).copied().collect();
        presses.extend(others);
        presses
    }

    /// No exit, and everything that was tried, in words.
    fn none(&self) -> Exit {
        let mut tried = "Tab, Shift+Tab, Escape, arrow keys".to_owned();
        for press in self.other_presses().into_iter().skip(1 + ARROWS.len()) {
            tried.push_str(", ");
            tried.push_str(&press.to_string());
        }
        Exit::None { tried }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::hands::Inside;
    use sada_devtools::Modifiers;
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
                inside: Inside::Nothing,
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
        assert_eq!(explorer.walker().unknown(), 0);
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
    fn what_leads_into_a_trap_in_both_directions_is_lost_too() {
        // 0 and 2 keep the focus; from 1 every way leads to one of them.
        let keeps = |at| matches!(at, Some(0 | 2));
        let (exits, _) = explore(3, Vec::new(), |at, _| keeps(at).then_some(at));
        assert_eq!(exits.iter().map(is_trap).collect::<Vec<_>>(), [true, true, true]);
        // Escape works on the first one only, and the one before it gets out that way.
        let mut is_free = false;
        let (exits, _) = explore(3, Vec::new(), |at, press| {
            is_free |= press.key == Key::Escape && at == Some(2);
            (keeps(at) && !(is_free && at == Some(2))).then_some(at)
        });
        let other = Exit::Other { keys: "Escape, Tab".to_owned(), is_advised: false };
        assert!(
            is_trap(&exits[0]) && exits[1..].iter().all(|exit| *exit == other || *exit == Exit::Standard),
            "{exits:?}"
        );
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
