//! What is tried on a page beside the keys that lead through it: looking at the focus, resizing the window, waiting,
//! typing, moving the device, pressing buttons. What was seen is kept in the reading, and so is in which ways the page was tried.

mod answer;
mod arrows;
mod change;
mod contexts;
mod dialogs;
mod flashes;
mod flicker;
mod focus;
mod folding;
mod graphics;
mod hover;
mod listeners;
mod media;
mod motion;
mod picture;
mod pixels;
mod pointer;
mod pressing;
mod resize;
mod snapshots;
mod states;
mod stillness;
mod targets;
mod typing;
mod waiting;

pub use focus::look;
pub use stillness::{hold, let_go, scroll_at_once};

use crate::keys::Stop;
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use contexts::Departures;
use sada_audit::{Need, NodeId, Observation};
use sada_devtools::DevtoolsError;

/// More elements are not operated one by one.
const MOST_STOPS: usize = 300;

/// Tries what leaves the page as it was.
///
/// # Errors
/// When the browser or the page has died.
pub fn before_keys(probe: &Probe<'_>, reading: &mut Reading, viewport: (u32, u32)) -> Result<(), DevtoolsError> {
    let measured = pixels::measure(probe, reading, viewport.0);
    kept(reading, measured, "contrast in pictures")?;
    let looked = graphics::look(probe, reading);
    kept(reading, looked, "how far controls and icons stand out")?;
    let filmed = flashes::look(probe, reading);
    kept(reading, filmed, "whether anything flashes")?;
    let heard = media::listen(probe, reading);
    kept(reading, heard, "sounds and films")?;
    let fetched = targets::fetch(probe, reading);
    kept(reading, fetched, "what links of one name lead to")?;
    let tried = resize::resize(probe, reading, viewport);
    kept(reading, tried, "how the page does in other windows")?;
    let moves = stillness::let_go(probe);
    kept(reading, moves, "what moves")
}

/// Tries what may change the page, the most thorough last.
///
/// # Errors
/// When the browser or the page has died.
pub fn after_keys(probe: &mut Probe<'_>, reading: &mut Reading) -> Result<(), DevtoolsError> {
    match listeners::all(probe) {
        Ok(listeners) => {
            listeners.keep(reading);
            let typed = typing::type_characters(probe, reading, &listeners.kinds);
            kept(reading, typed, "what typing does")?;
            let moved = motion::shake(probe, reading, &listeners.kinds);
            kept(reading, moved, "what moving the device does")?;
            let pressed = folding::press_all(probe, reading, &listeners.kinds);
            kept(reading, pressed, "what pressing controls hides")?;
        }
        Err(stopped) => kept(reading, Err(stopped), "what typing and moving the device do")?,
    }
    let clock = probe.clock();
    match waiting::wait(probe, reading, &clock) {
        Ok(true) => acts(probe, reading, &clock),
        Ok(false) => Ok(()),
        Err(stopped) => kept(reading, Err(stopped), "what changes by itself"),
    }
}

/// Tries what a visitor does with what has the focus, while the page's clock stands still.
fn acts(probe: &mut Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), DevtoolsError> {
    let filmed = flashes::run_ahead(probe, reading, clock);
    kept(reading, filmed, "whether scripts let anything flash")?;
    let held = probe.tab().hold_back().map_err(Stopped::from);
    let stops = match held.and_then(|()| probe.candidates(MOST_STOPS)) {
        Ok(stops) => stops,
        Err(stopped) => return kept(reading, Err(stopped), "what keys do to controls"),
    };
    reading.builder.tried(Need::Pressing);
    let departures = Departures::new(probe);
    let focused = contexts::focus_each(probe, reading, &stops, clock, &departures);
    kept(reading, focused, "what the focus alone does")?;
    let pointed = hover::point_at_each(probe, reading, clock);
    kept(reading, pointed, "what comes up under the pointer")?;
    let moved = arrows::press_arrows(probe, reading, clock);
    kept(reading, moved, "what arrow keys do in widgets")?;
    let chosen = contexts::choose_each(probe, reading, &stops, clock, &departures);
    kept(reading, chosen, "what choosing a value does")?;
    let pressed = pressing::press_buttons(probe, reading, &stops, clock);
    kept(reading, pressed, "what pressing buttons does")?;
    let said = states::press_widgets(probe, reading, clock);
    kept(reading, said, "what widgets say of their state")
}

/// A trial that broke off is no error: it is said in the reading.
pub fn kept(reading: &mut Reading, tried: Result<(), Stopped>, what: &str) -> Result<(), DevtoolsError> {
    let why = match tried {
        Ok(()) => return Ok(()),
        Err(Stopped::Budget) => "the time was over".to_owned(),
        Err(Stopped::PageLeft) => "the page went on to another one".to_owned(),
        Err(Stopped::Devtools(
            error @ (DevtoolsError::TimedOut { .. } | DevtoolsError::Refused { .. } | DevtoolsError::Unreadable { .. }),
        )) => {
            format!("the page did not answer ({error})")
        }
        Err(Stopped::Devtools(error)) => return Err(error),
    };
    reading.builder.not_checked(format!("{what}: {why}"));
    Ok(())
}

/// Our id of an element that the script has numbered, if it is still the one that was read.
fn node_of(probe: &Probe<'_>, reading: &Reading, stop: Stop) -> Result<Option<NodeId>, Stopped> {
    let found = probe.own_backend_id(stop)?;
    Ok(found.and_then(|id| reading.elements.get(&id).copied()))
}

fn observe(probe: &Probe<'_>, reading: &mut Reading, stop: Stop, seen: Observation) -> Result<(), Stopped> {
    if let Some(node) = node_of(probe, reading, stop)? {
        reading.builder.observe(node, seen);
    }
    Ok(())
}

/// The root of the page itself.
fn root_of(probe: &Probe<'_>, reading: &Reading) -> Result<Option<NodeId>, Stopped> {
    let number = probe.run(0, "sadaProbe.numberOf(document.documentElement)")?;
    node_of(probe, reading, Stop { frame: 0, number })
}
