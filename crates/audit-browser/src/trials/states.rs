//! Whether widgets say what pressing them changes on the screen (WCAG 4.1.2).

use super::picture::Picture;
use super::pointer::{self, Place};
use super::{change, observe};
use crate::keys::Stop;
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation, Rect, Said};
use sada_devtools::{Key, Press};
use serde::Deserialize;

/// More widgets are not pressed.
const MOST: usize = 30;

/// The attributes of what is chosen or not.
const CHOSEN: [&str; 3] = ["aria-pressed", "aria-checked", "aria-selected"];

/// What a widget says of itself, and what has come up or gone.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    /// The attribute that says its state, if one does.
    state: Option<String>,
    value: Option<String>,
    /// All that names it.
    words: String,
    come: Option<u32>,
    gone: Option<u32>,
    has_dialog: bool,
}

/// Presses widgets with the pointer, looks, and presses again what opens and closes. The tab holds back what
/// would change something on a server.
pub fn press_widgets(probe: &Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), Stopped> {
    let numbers: Vec<u32> = probe.run(0, &format!("sadaProbe.stateful({MOST})"))?;
    reading.builder.tried(Need::States);
    if numbers.len() >= MOST {
        reading
            .builder
            .not_checked(format!("what widgets say of their state (state-is-said): only {MOST} were pressed"));
    }
    for number in numbers {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        let Some(said) = press(probe, number, clock)? else { continue };
        observe(probe, reading, Stop { frame: 0, number }, Observation::StateSaid(said))?;
    }
    Ok(())
}

/// What pressing a widget shows; `None` if that changes nothing that can be seen, or it cannot be told.
fn press(probe: &Probe<'_>, number: u32, clock: &Clock) -> Result<Option<Said>, Stopped> {
    probe.run::<bool>(0, &format!("sadaProbe.show({number})"))?;
    let handle = |probe: &Probe<'_>| -> Result<Option<Place>, Stopped> {
        probe.run(0, &format!("sadaProbe.handleOf({number})"))
    };
    let state = |probe: &Probe<'_>| -> Result<Option<Shown>, Stopped> {
        probe.run(0, &format!("sadaProbe.stateNow({number})"))
    };
    if handle(probe)?.is_none() {
        return Ok(None);
    }
    let needs_look = state(probe)?.is_some_and(|before| before.state.is_some_and(|state| state != "aria-expanded"));
    let before_look = if needs_look { look(probe, number, clock)? } else { None };
    // What the pointer changes by lying on it is there before it is pressed.
    let Some(at) = handle(probe)? else { return Ok(None) };
    pointer::move_to(probe, at)?;
    clock.settle(probe)?;
    probe.run::<bool>(0, "sadaProbe.rememberSeen()")?;
    let Some(before) = state(probe)? else { return Ok(None) };
    pointer::click(probe, at)?;
    clock.settle(probe)?;
    let Some(after) = state(probe)? else { return Ok(None) };
    if after.has_dialog && !before.has_dialog {
        probe.press_once(Press::from(Key::Escape))?;
        clock.settle(probe)?;
        return Ok(None);
    }
    let is_said = after.state != before.state || after.value != before.value || after.words != before.words;
    let opened_or_closed = after.come.or(after.gone).is_some();
    match before.state.as_deref() {
        Some("aria-expanded") if opened_or_closed => {
            let said = if is_said { Said::Yes } else { Said::Unchanged("aria-expanded".to_owned()) };
            press_again(probe, handle(probe)?, clock)?;
            Ok(Some(said))
        }
        Some(state) if CHOSEN.contains(&state) => {
            let after_look = look(probe, number, clock)?;
            // What goes on changing looks another way once more.
            let has_changed = differs(before_look.as_ref(), after_look.as_ref())
                && !differs(look(probe, number, clock)?.as_ref(), after_look.as_ref());
            Ok(has_changed.then(|| if is_said { Said::Yes } else { Said::Unchanged(state.to_owned()) }))
        }
        None if !is_said => {
            let (part, was_seen) = match (after.come, after.gone) {
                (Some(come), _) => (come, false),
                (None, Some(gone)) => (gone, true),
                (None, None) => return Ok(None),
            };
            press_again(probe, handle(probe)?, clock)?;
            let is_seen = probe.run::<bool>(0, &format!("sadaProbe.isStillSeen({part})"))?;
            Ok((is_seen == was_seen).then_some(Said::Nothing))
        }
        _ => Ok(None),
    }
}

fn press_again(probe: &Probe<'_>, at: Option<Place>, clock: &Clock) -> Result<(), Stopped> {
    let Some(at) = at else { return Ok(()) };
    pointer::click(probe, at)?;
    clock.settle(probe)
}

/// Whether anybody could tell two pictures apart; not where one of them was not taken.
fn differs(one: Option<&Picture>, other: Option<&Picture>) -> bool {
    one.zip(other).is_some_and(|(one, other)| change::area(one, other).is_some())
}

/// A picture of a widget without the focus and without the pointer on it.
fn look(probe: &Probe<'_>, number: u32, clock: &Clock) -> Result<Option<Picture>, Stopped> {
    probe.run::<bool>(0, "sadaProbe.blur()")?;
    pointer::move_to(probe, (0.0, 0.0))?;
    clock.settle(probe)?;
    let [x, y, width, height]: [f32; 4] = probe.run(0, &format!("sadaProbe.surroundings({number}, 0)"))?;
    Picture::close_up(probe, Rect { x, y, width, height }, 1.0)
}
