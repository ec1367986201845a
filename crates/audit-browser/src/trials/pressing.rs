//! What pressing buttons does to the focus (WCAG 2.4.3).

use super::{dialogs, listeners, observe};
use crate::keys::{Hands, Place, Stop};
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Fate, Observation, Opened};
use sada_devtools::{Key, Press};
use serde::Deserialize;

/// More buttons are not pressed.
const MOST: usize = 60;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pressed {
    fate: FateName,
    /// What has come up.
    opened: Option<u32>,
    what: OpenedName,
    /// Whether what it opens and closes is open.
    is_toggled: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FateName {
    Removed,
    Hidden,
    Disabled,
    There,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum OpenedName {
    ModalDialog,
    Dialog,
    Menu,
}

/// Presses every button among `stops` that neither sends a form nor leads elsewhere. The tab holds back what would change
/// something on a server.
pub fn press_buttons(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    stops: &[Stop],
    clock: &Clock,
) -> Result<(), Stopped> {
    let may_answer = listeners::may_answer(probe);
    let mut pressed = 0;
    for stop in stops {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        let is_idle = stop.frame == 0 && !may_answer;
        if is_idle && !probe.run::<bool>(0, &format!("sadaProbe.actsByItself({})", stop.number))? {
            continue;
        }
        if !probe.run::<bool>(stop.frame, &format!("sadaProbe.isPressable({})", stop.number))? || !probe.focus(*stop)? {
            continue;
        }
        pressed += 1;
        if pressed > MOST {
            reading.builder.not_checked(format!("what pressing buttons does: only {MOST} were pressed"));
            return Ok(());
        }
        if !press(probe, reading, *stop, clock)? {
            reading.builder.not_checked("what pressing buttons does: a dialog could not be closed by keyboard");
            return Ok(());
        }
    }
    Ok(())
}

/// Whether the frame in which something was pressed has the focus, and nothing in it does.
fn is_lost_in_frame(probe: &Probe<'_>, stop: Stop) -> Result<bool, Stopped> {
    Ok(stop.frame > 0 && probe.run(stop.frame, "document.hasFocus() && sadaProbe.active() === null")?)
}

/// Presses one; whether the others can still be reached.
fn press(probe: &mut Probe<'_>, reading: &mut Reading, stop: Stop, clock: &Clock) -> Result<bool, Stopped> {
    let enter = Press::from(Key::Enter);
    probe.run::<bool>(stop.frame, &format!("sadaProbe.beforePress({})", stop.number))?;
    probe.press_once(enter)?;
    clock.settle(probe)?;
    let pressed: Pressed = probe.run(stop.frame, &format!("sadaProbe.afterPress({})", stop.number))?;
    if let Some(number) = pressed.opened {
        let what = match pressed.what {
            OpenedName::ModalDialog => Opened::ModalDialog,
            OpenedName::Dialog => Opened::Dialog,
            OpenedName::Menu => Opened::Menu,
        };
        return dialogs::try_opened(probe, reading, stop, (Stop { number, ..stop }, what), clock);
    }
    let place = probe.glance()?;
    if place == Place::Nowhere || is_lost_in_frame(probe, stop)? {
        let fate = match pressed.fate {
            FateName::Removed => Fate::Removed,
            FateName::Hidden => Fate::Hidden,
            FateName::Disabled => Fate::Disabled,
            FateName::There => Fate::There,
        };
        probe.press_once(Press::from(Key::Tab))?;
        let starts_over = probe.run(stop.frame, "sadaProbe.startsOver()")?;
        observe(probe, reading, stop, Observation::LosesFocus { fate, starts_over })?;
        probe.glance()?;
    } else if pressed.is_toggled && place.stop() == Some(stop) {
        probe.press_once(enter)?;
        clock.settle(probe)?;
    }
    Ok(true)
}
