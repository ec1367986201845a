//! Changes of context that come with the focus or with another value (WCAG 3.2.1, 3.2.2).

use super::{node_of, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Change, Observation};
use sada_devtools::{Key, Press};
use serde::Deserialize;
use serde_json::Value;
use std::sync::mpsc::Receiver;

/// Milliseconds in which a page answers to the focus or a value.
const ANSWER: u32 = 150;
/// So many elements that send the focus to the same place are held off by something that keeps it there.
const GUARDED: usize = 3;
/// More fields are not given another value.
const MOST_FIELDS: usize = 40;

/// Where the page would have gone. It is held, so it goes nowhere.
pub struct Departures {
    navigations: Receiver<Value>,
    windows: Receiver<Value>,
    /// The page's own frame: what happens in others leaves the visitor where she is.
    frame: String,
    /// The page's address, without a fragment.
    address: String,
}

impl Departures {
    pub fn new(probe: &Probe<'_>) -> Self {
        Self {
            navigations: probe.tab().subscribe("Page.frameRequestedNavigation"),
            windows: probe.tab().subscribe("Page.windowOpen"),
            frame: probe.page_frame().to_owned(),
            address: without_fragment(&probe.tab().url()).to_owned(),
        }
    }

    /// What was seen since the last look.
    fn look(&self) -> Option<Change> {
        let window = self.windows.try_iter().count() > 0;
        let navigation = self.navigations.try_iter().filter_map(|event| self.change(&event)).last();
        navigation.or(window.then_some(Change::OpensWindow))
    }

    fn change(&self, event: &Value) -> Option<Change> {
        let url = event["url"].as_str().unwrap_or_default();
        let is_place_here = url.contains('#') && without_fragment(url) == self.address;
        if event["frameId"].as_str() != Some(&self.frame) || is_place_here || url.starts_with("javascript:") {
            return None;
        }
        let is_form = event["reason"].as_str().is_some_and(|reason| reason.starts_with("formSubmission"));
        let is_here = event["disposition"].as_str().is_none_or(|where_to| where_to == "currentTab");
        Some(match (is_form, is_here) {
            (true, _) => Change::SendsForm,
            (false, true) => Change::Leaves,
            (false, false) => Change::OpensWindow,
        })
    }
}

fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or_default()
}

#[derive(Deserialize)]
struct AfterFocus {
    stays: bool,
    other: Option<u32>,
    fate: String,
}

/// Puts the focus on each of `stops`, and sees what comes of that alone.
pub fn focus_each(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    stops: &[Stop],
    clock: &Clock,
    departures: &Departures,
) -> Result<(), Stopped> {
    let mut sent = Vec::new();
    // The browser's own controls give the focus back, where they have it.
    probe.glance()?;
    for stop in stops {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
        clock.pass(probe, ANSWER)?;
        // What does not let go of the focus would have it back.
        if !probe.run::<bool>(stop.frame, "sadaProbe.isFree()")? {
            continue;
        }
        departures.look();
        if !probe.run::<bool>(stop.frame, &format!("sadaProbe.putFocus({})", stop.number))? {
            continue;
        }
        clock.pass(probe, ANSWER)?;
        let after: AfterFocus = probe.run(stop.frame, &format!("sadaProbe.afterFocus({})", stop.number))?;
        if let Some(change) = departures.look() {
            observe(probe, reading, *stop, Observation::OnFocus(change))?;
        } else if let Some(number) = after.other {
            sent.push((*stop, Stop { number, ..*stop }));
        } else if !after.stays && after.fate == "there" {
            observe(probe, reading, *stop, Observation::OnFocus(Change::DropsFocus))?;
        }
    }
    for (stop, other) in &sent {
        let is_guarded = sent.iter().filter(|(_, known)| known == other).count() >= GUARDED;
        if !is_guarded && let Some(to) = node_of(probe, reading, *other)? {
            observe(probe, reading, *stop, Observation::OnFocus(Change::MovesFocus { to }))?;
        }
    }
    Ok(())
}

/// Gives each field among `stops` another value and its own again, and sees what comes of that.
pub fn choose_each(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    stops: &[Stop],
    clock: &Clock,
    departures: &Departures,
) -> Result<(), Stopped> {
    let mut tried = 0;
    for stop in stops {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        let choice: Option<(String, usize)> = probe.run(stop.frame, &format!("sadaProbe.choiceOf({})", stop.number))?;
        let Some((kind, count)) = choice else { continue };
        if tried == MOST_FIELDS {
            reading.builder.not_checked(format!("what choosing does: only {MOST_FIELDS} fields were tried"));
            return Ok(());
        }
        if !probe.focus(*stop)? {
            continue;
        }
        tried += 1;
        let (there, back): (&[Key], Key) = match kind.as_str() {
            "select" | "radio" => (&[Key::ArrowDown, Key::ArrowUp], Key::ArrowUp),
            "checkbox" => (&[Key::Space], Key::Space),
            _ => (&[Key::Character('1')], Key::Backspace),
        };
        clock.pass(probe, ANSWER)?;
        departures.look();
        if let Some(change) = give_value(probe, *stop, there, count, clock, departures)? {
            observe(probe, reading, *stop, Observation::OnInput(change))?;
        }
        if probe.focus(*stop)? {
            for _ in 0..count {
                probe.press_once(Press::from(back))?;
            }
        }
        clock.pass(probe, ANSWER)?;
    }
    Ok(())
}

/// Presses the first of `keys` that changes the value, so many times, and says what that changes beside it.
fn give_value(
    probe: &mut Probe<'_>,
    stop: Stop,
    keys: &[Key],
    count: usize,
    clock: &Clock,
    departures: &Departures,
) -> Result<Option<Change>, Stopped> {
    let value = |probe: &Probe<'_>| probe.run::<String>(stop.frame, &format!("sadaProbe.valueOf({})", stop.number));
    let before = value(probe)?;
    for key in keys {
        for _ in 0..count {
            probe.press_once(Press::from(*key))?;
        }
        clock.pass(probe, ANSWER)?;
        if value(probe)? != before {
            break;
        }
    }
    if let Some(change) = departures.look() {
        return Ok(Some(change));
    }
    let keeps_focus: bool = probe.run(stop.frame, &format!("sadaProbe.keepsFocus({})", stop.number))?;
    Ok((!keeps_focus).then_some(Change::MovesOn))
}
