//! Widgets whose parts are gone through with arrow keys (<https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/>).

use super::observe;
use crate::keys::{Hands, Stop};
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::Observation;
use sada_devtools::{Key, Press};

/// More widgets of a frame are not tried.
const MOST: usize = 20;
/// What moves within widgets, the likeliest first.
const KEYS: [Key; 6] = [Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp, Key::End, Key::Home];
/// Milliseconds in which a widget answers.
const ANSWER: u32 = 100;

/// Presses arrows in every widget that has parts or a value, until one moves something.
pub fn press_arrows(probe: &mut Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), Stopped> {
    for frame in 0..probe.frames() {
        let widgets: Vec<(u32, u32, bool)> = probe.run(frame, &format!("sadaProbe.widgets({MOST})"))?;
        for (widget, entry, tab_reaches_all) in widgets {
            if probe.is_late() {
                return Err(Stopped::Budget);
            }
            let (widget, entry) = (Stop { frame, number: widget }, Stop { frame, number: entry });
            if let Some(move_something) = arrows_move(probe, widget, entry, clock)? {
                observe(probe, reading, widget, Observation::Arrows { move_something, tab_reaches_all })?;
            }
        }
    }
    Ok(())
}

/// Whether any of the keys moves something; `None` if the widget does not take the focus.
fn arrows_move(probe: &mut Probe<'_>, widget: Stop, entry: Stop, clock: &Clock) -> Result<Option<bool>, Stopped> {
    let state = |probe: &Probe<'_>| probe.run::<String>(widget.frame, &format!("sadaProbe.stateOf({})", widget.number));
    for key in KEYS {
        if !probe.focus(entry)? {
            return Ok(None);
        }
        clock.pass(probe, ANSWER)?;
        let before = state(probe)?;
        probe.press_once(Press::from(key))?;
        clock.pass(probe, ANSWER)?;
        if state(probe)? != before {
            return Ok(Some(true));
        }
    }
    // An answer may wait for a picture.
    probe.frames_pass()?;
    Ok(Some(false))
}
