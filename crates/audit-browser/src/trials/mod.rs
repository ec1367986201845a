//! What is tried on a page beside the keys that lead through it: looking at the focus, resizing the window, waiting,
//! typing, moving the device. What was seen is kept in the reading, and so is in which ways the page was tried.

mod answer;
mod focus;
mod listeners;
mod media;
mod motion;
mod pixels;
mod resize;
mod targets;
mod typing;
mod waiting;

pub use focus::look;

use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{NodeId, Observation};
use sada_devtools::DevtoolsError;

/// Tries what leaves the page as it was.
///
/// # Errors
/// When the browser or the page has died.
pub fn before_keys(probe: &Probe<'_>, reading: &mut Reading, viewport: (u32, u32)) -> Result<(), DevtoolsError> {
    let measured = pixels::measure(probe, reading, viewport.0);
    kept(reading, measured, "contrast in pictures")?;
    let heard = media::listen(probe, reading);
    kept(reading, heard, "sounds and films")?;
    let fetched = targets::fetch(probe, reading);
    kept(reading, fetched, "what links of one name lead to")?;
    let tried = resize::resize(probe, reading, viewport);
    kept(reading, tried, "how the page does in other windows")
}

/// Tries what may change the page, the most thorough last.
///
/// # Errors
/// When the browser or the page has died.
pub fn after_keys(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), DevtoolsError> {
    match listeners::kinds(probe) {
        Ok(kinds) => {
            let typed = typing::type_characters(probe, reading, &kinds);
            kept(reading, typed, "what typing does")?;
            let moved = motion::shake(probe, reading, &kinds);
            kept(reading, moved, "what moving the device does")?;
        }
        Err(stopped) => kept(reading, Err(stopped), "what typing and moving the device do")?,
    }
    let waited = waiting::wait(probe, reading);
    kept(reading, waited, "what changes by itself")
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
