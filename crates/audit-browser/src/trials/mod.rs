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
mod frame;
mod graphics;
mod hover;
mod ink;
mod letters;
mod listeners;
mod media;
mod motion;
mod picture;
mod pixels;
mod pointer;
mod pressing;
mod resize;
mod skipping;
mod snapshots;
mod states;
mod stillness;
mod targets;
mod typing;
mod waiting;
mod worded;

pub use focus::look;
pub use stillness::{hold, let_go, scroll_at_once};

use crate::keys::Stop;
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use contexts::Departures;
use sada_audit::{Need, NodeId, Observation, RULES};
use sada_devtools::DevtoolsError;

/// More elements are not operated one by one.
const MOST_STOPS: usize = 300;

/// Tries what leaves the page as it was.
///
/// # Errors
/// When the browser or the page has died.
pub fn before_keys(probe: &mut Probe<'_>, reading: &mut Reading) -> Result<(), DevtoolsError> {
    if probe.frames() > 1 {
        let rules = ON_THE_PAGE_ONLY.join(", ");
        reading.builder.not_checked(format!("what is in frames ({rules}): audit their own addresses for that"));
    }
    if probe.has_frames_further_in() {
        let rules = NOT_FURTHER_IN.join(", ");
        reading.builder.not_checked(format!(
            "what is in frames that stand in frames, or behind the first dozen ({rules}): audit their own addresses for that"
        ));
    }
    let measured = probe.with_part(6, |probe| pixels::measure(probe, reading));
    kept(reading, measured, "contrast in pictures", &["text-contrast", "text-contrast-enhanced"])?;
    let looked = probe.with_part(6, |probe| graphics::look(probe, reading));
    let rules = &["control-stands-out", "icon-stands-out", "link-is-not-colour-only"];
    kept(reading, looked, "how far controls and icons stand out", rules)?;
    let compared = probe.with_part(6, |probe| worded::look(probe, reading));
    kept(reading, compared, "whether images consist of words", &["image-has-no-text"])?;
    let filmed = probe.with_part(6, |probe| flashes::look(probe, reading));
    kept(reading, filmed, "whether anything flashes", FLASHES)?;
    let heard = probe.with_part(4, |probe| media::listen(probe, reading));
    kept(reading, heard, "sounds and films", &["audio-does-not-play-by-itself", "autoplay-is-short"])?;
    let fetched = probe.with_part(4, |probe| targets::fetch(probe, reading));
    let rules = &["same-links-lead-to-one-place", "same-links-in-context", "same-iframes"];
    kept(reading, fetched, "what links of one name lead to", rules)?;
    let tried = probe.with_part(4, |probe| resize::resize(probe, reading));
    let rules = &["bars-leave-room", "page-reflows", "text-fits-when-spaced", "zoomed-text-is-not-clipped"];
    kept(reading, tried, "how the page does in other windows", rules)?;
    let moves = stillness::let_go(probe);
    kept(reading, moves, "what moves", &["moving-content-can-be-stopped"])
}

/// What is tried on the page itself, and not on what its frames hold.
const ON_THE_PAGE_ONLY: &[&str] = &[
    "bars-leave-room",
    "motion-is-not-needed",
    "no-single-character-shortcuts",
    "nothing-flashes",
    "nothing-flashes-at-all",
    "orientation-is-not-locked",
    "page-reflows",
    "skip-link-works",
];
/// What is tried in the first frames of a page only, and not in those that stand in frames.
const NOT_FURTHER_IN: &[&str] = &[
    "control-stands-out",
    "hover-content-stays",
    "icon-stands-out",
    "image-has-no-text",
    "link-is-not-colour-only",
    "moving-content-can-be-stopped",
    "state-is-said",
    "text-fits-when-spaced",
    "zoomed-text-is-not-clipped",
];
const FLASHES: &[&str] = &["nothing-flashes", "nothing-flashes-at-all"];

/// Tries what may change the page, the most thorough last.
///
/// # Errors
/// When the browser or the page has died.
pub fn after_keys(probe: &mut Probe<'_>, reading: &mut Reading) -> Result<(), DevtoolsError> {
    match listeners::all(probe) {
        Ok(listeners) => {
            listeners.keep(reading);
            let typed = probe.with_part(8, |probe| typing::type_characters(probe, reading, &listeners.kinds));
            kept(reading, typed, "what typing does", &["no-single-character-shortcuts"])?;
            let moved = probe.with_part(8, |probe| motion::shake(probe, reading, &listeners.kinds));
            kept(reading, moved, "what moving the device does", &["motion-is-not-needed"])?;
            let pressed = probe.with_part(8, |probe| folding::press_all(probe, reading, &listeners.kinds));
            kept(reading, pressed, "what pressing controls hides", &["bypass-blocks"])?;
        }
        Err(stopped) => {
            let rules = &["no-single-character-shortcuts", "motion-is-not-needed", "bypass-blocks"];
            kept(reading, Err(stopped), "what typing and moving the device do", rules)?;
        }
    }
    let clock = probe.clock();
    match waiting::wait(probe, reading, &clock) {
        Ok(true) => acts(probe, reading, &clock),
        Ok(false) => Ok(()),
        Err(stopped) => kept(reading, Err(stopped), "what changes by itself", &["moving-content-can-be-stopped"]),
    }
}

/// Tries what a visitor does with what has the focus, while the page's clock stands still. What proves most comes first,
/// and all have their part of the time.
fn acts(probe: &mut Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), DevtoolsError> {
    let filmed = probe.with_part(7, |probe| flashes::run_ahead(probe, reading, clock));
    kept(reading, filmed, "whether scripts let anything flash", FLASHES)?;
    let stops = match probe.candidates(MOST_STOPS) {
        Ok(stops) => stops,
        Err(stopped) => return kept(reading, Err(stopped), "what keys do to controls", PRESSING),
    };
    reading.builder.tried(Need::Pressing);
    if stops.len() >= MOST_STOPS {
        let rules = [PRESSING, &["focus-changes-no-context", "choice-does-not-navigate"]].concat().join(", ");
        let what = format!("what keys do to controls ({rules}): only the first {MOST_STOPS} were operated");
        reading.builder.not_checked(what);
    }
    let departures = Departures::new(probe);
    let focused = probe.with_part(3, |probe| contexts::focus_each(probe, reading, &stops, clock, &departures));
    kept(reading, focused, "what the focus alone does", &["focus-changes-no-context"])?;
    let followed = probe.with_part(4, |probe| skipping::follow_links(probe, reading, &stops, clock));
    kept(reading, followed, "where links that skip lead", &["skip-link-works"])?;
    let pointed = probe.with_part(5, |probe| hover::point_at_each(probe, reading, clock));
    kept(reading, pointed, "what comes up under the pointer", &["hover-content-stays"])?;
    let moved = probe.with_part(4, |probe| arrows::press_arrows(probe, reading, clock));
    kept(reading, moved, "what arrow keys do in widgets", &["arrow-keys-follow-pattern", "arrow-keys-move"])?;
    let chosen = probe.with_part(3, |probe| contexts::choose_each(probe, reading, &stops, clock, &departures));
    kept(reading, chosen, "what choosing a value does", &["choice-does-not-navigate"])?;
    let pressed = probe.with_part(2, |probe| pressing::press_buttons(probe, reading, &stops, clock));
    kept(reading, pressed, "what pressing buttons does", PRESSING)?;
    let said = states::press_widgets(probe, reading, clock);
    kept(reading, said, "what widgets say of their state", &["state-is-said"])
}

const PRESSING: &[&str] =
    &["focus-is-not-lost", "dialog-moves-focus", "dialog-can-be-reached", "dialog-gives-focus-back"];

/// A trial that broke off is no error: it is said in the reading, with the rules that know less for it.
pub fn kept(
    reading: &mut Reading,
    tried: Result<(), Stopped>,
    what: &str,
    rules: &[&str],
) -> Result<(), DevtoolsError> {
    debug_assert!(rules.iter().all(|id| RULES.iter().any(|rule| rule.id == *id)), "no such rule: {rules:?}");
    let why = match tried {
        Ok(()) => return Ok(()),
        Err(Stopped::Budget) => "its share of the time was over".to_owned(),
        Err(Stopped::PageLeft) => "the page, or a frame in it, went on to another one".to_owned(),
        Err(Stopped::Devtools(
            error @ (DevtoolsError::TimedOut { .. } | DevtoolsError::Refused { .. } | DevtoolsError::Unreadable { .. }),
        )) => {
            format!("the page did not answer ({error})")
        }
        Err(Stopped::Devtools(error)) => return Err(error),
    };
    reading.builder.not_checked(format!("{what}, or not all of it ({}): {why}", rules.join(", ")));
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
