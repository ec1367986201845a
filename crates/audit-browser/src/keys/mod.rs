//! Presses real keys and tells how the focus gets away from every element that takes it.

mod advice;
mod explore;
mod hands;
mod walk;

pub use hands::{Hands, Inside, Patience, Place, Stop};

use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use crate::trials;
use explore::Explorer;
use sada_audit::{Exit, FocusStop, Keyboard};
use sada_audit_html::Visitor;
use sada_devtools::{DevtoolsError, Tab};
use std::collections::HashMap;
use std::time::Duration;

/// How much may be tried on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyBudget {
    /// Key presses.
    pub presses: usize,
    /// How long keys may be pressed and other things be tried.
    pub time: Duration,
}

impl Default for KeyBudget {
    /// 1,000 presses, and two minutes for all that is tried. Templates take five to twenty seconds; what else the machine does
    /// must not decide what is tried.
    fn default() -> Self {
        Self { presses: 1_000, time: Duration::from_mins(2) }
    }
}

/// More elements that may take the focus are not asked one by one.
const MOST_CANDIDATES: usize = 2_000;

/// Rules that look at the focus.
const FOCUS_LOOK: &[&str] =
    &["focus-is-visible", "focus-is-visible-in-forced-colors", "focus-is-not-covered", "focus-stands-out"];

/// How long the page may take to handle one key.
const KEY_LIMIT: Duration = Duration::from_secs(5);

/// Holds the page still, so that it is read at one moment and looked at in the same.
pub fn hold_still<'t>(tab: &'t Tab, visitor: &Visitor, presses: usize) -> Result<Probe<'t>, Stopped> {
    let probe = Probe::new(tab, visitor, presses, KEY_LIMIT)?;
    trials::hold(&probe)?;
    Ok(probe)
}

/// Lets a page move on that is read without keys.
pub fn let_go(probe: &Probe<'_>) {
    // Nothing comes after it.
    let _ = trials::let_go(probe);
}

/// Explores the page that is open and was read, and keeps in the reading what was found and what could not be tried.
///
/// # Errors
/// When the browser or the page has died. A page that is slow or goes elsewhere is no error: it is said in the reading.
pub fn explore(
    probe: Result<Probe<'_>, Stopped>,
    reading: &mut Reading,
    budget: KeyBudget,
) -> Result<(), DevtoolsError> {
    let mut probe = match probe {
        Ok(probe) => probe,
        Err(stopped) => return say(reading, stopped, "no key was pressed"),
    };
    probe.begin(budget.time);
    if let Err(stopped) = probe.adopt(&reading.closed_roots) {
        return say(reading, stopped, "no key was pressed");
    }
    trials::before_keys(&mut probe, reading)?;
    if let Err(stopped) = trials::scroll_at_once(&probe) {
        return say(reading, stopped, "no key was pressed");
    }
    let pressed = probe.with_part(2, |probe| press_keys(probe, reading));
    match pressed.stopped {
        Some(stopped) => {
            let untried = match pressed.unknown + pressed.unasked {
                0 => "what may have come up meanwhile was not tried".to_owned(),
                1 => "an element that can take the focus was not tried to the end".to_owned(),
                more => format!("{more} elements that can take the focus were not tried to the end"),
            };
            say(reading, stopped, &untried)?;
        }
        None if pressed.unknown > 0 => {
            let lost = format!("{} elements from which the focus went where it cannot be seen", pressed.unknown);
            reading.builder.not_checked(format!("keyboard traps: {lost}"));
        }
        None => {}
    }
    let stops: Vec<Stop> = pressed.exits.iter().map(|(stop, _)| *stop).collect();
    keep(&probe, reading, pressed.exits, &pressed.order)?;
    let looked = probe.with_part(2, |probe| trials::look(probe, reading, &stops));
    trials::kept(reading, looked, "how the focus looks", FOCUS_LOOK)?;
    trials::after_keys(&mut probe, reading)
}

/// What pressing keys has shown.
#[derive(Default)]
struct Pressed {
    exits: Vec<(Stop, Exit)>,
    /// Where Tab led from the start of the page.
    order: Vec<Stop>,
    /// Elements that had the focus, and it is not known how it gets away from them.
    unknown: usize,
    /// Elements that were not tried at all.
    unasked: usize,
    /// Why the keys were laid down early.
    stopped: Option<Stopped>,
}

fn press_keys(probe: &mut Probe<'_>, reading: &Reading) -> Pressed {
    let candidates = match probe.candidates(MOST_CANDIDATES) {
        Ok(candidates) => candidates,
        Err(stopped) => return Pressed { stopped: Some(stopped), ..Pressed::default() },
    };
    let mut explorer = Explorer::new(probe, advice::advised(&reading.words));
    let walked = explorer.walk_through();
    let walked = walked.and_then(|()| candidates.iter().try_for_each(|candidate| explorer.examine(*candidate)));
    Pressed {
        unknown: explorer.walker().unknown(),
        unasked: candidates.iter().filter(|candidate| !explorer.walker().has_met(**candidate)).count(),
        stopped: walked.err(),
        order: explorer.order().to_vec(),
        exits: explorer.into_exits(),
    }
}

/// Says why not everything was tried, unless that is the end of the page or the browser.
fn say(reading: &mut Reading, stopped: Stopped, what: &str) -> Result<(), DevtoolsError> {
    let why = match stopped {
        Stopped::Budget => "the time for pressing keys was over",
        Stopped::PageLeft => "the page, or a frame in it, went on to another one while keys were pressed",
        Stopped::Devtools(error @ (DevtoolsError::TimedOut { .. } | DevtoolsError::Refused { .. })) => {
            reading.builder.not_checked(format!("keyboard traps: {what}, because the page did not answer ({error})"));
            return Ok(());
        }
        Stopped::Devtools(error) => return Err(error),
    };
    reading.builder.not_checked(format!("keyboard traps: {what}, because {why}"));
    Ok(())
}

/// Puts what was found into the page.
fn keep(
    probe: &Probe<'_>,
    reading: &mut Reading,
    exits: Vec<(Stop, Exit)>,
    order: &[Stop],
) -> Result<(), DevtoolsError> {
    let mut keyboard = Keyboard::default();
    let mut known = HashMap::new();
    for (stop, exit) in exits {
        let found = probe.backend_id(stop, |id| reading.elements.contains_key(&id));
        match found {
            Ok(Some(id)) => {
                let element = reading.elements[&id];
                known.insert(stop, element);
                // What came up while keys were pressed stands for what it came up in, unless that is a stop itself.
                if !keyboard.stops.iter().any(|known| known.element == element) {
                    keyboard.stops.push(FocusStop { element, exit });
                }
            }
            Ok(None) => {}
            Err(stopped) => {
                say(reading, stopped, "what was found was lost")?;
                break;
            }
        }
    }
    keyboard.order = order.iter().filter_map(|stop| known.get(stop).copied()).collect();
    keyboard.order.dedup();
    reading.builder.set_keyboard(keyboard);
    Ok(())
}
