//! Dialogs and menus that a button opens: how the focus gets into them and back
//! (<https://www.w3.org/WAI/WCAG22/Techniques/failures/F85>, <https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/>).

use super::observe;
use crate::keys::{Hands, Place, Stop};
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{AfterClosing, AfterOpening, Observation, Opened};
use sada_devtools::{Key, Modifiers, Press};

/// Looks for the way into what `opener` has opened, closes it, and looks where the focus is then. Whether it is closed.
pub fn try_opened(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    opener: Stop,
    (found, what): (Stop, Opened),
    clock: &Clock,
) -> Result<bool, Stopped> {
    let focus = way_in(probe, found, clock)?;
    observe(probe, reading, opener, Observation::Opens { what, focus })?;
    let Some(by_escape) = close(probe, found, clock)? else { return Ok(false) };
    let is_there = format!("sadaProbe.isOpen({})", opener.number);
    if probe.run::<bool>(opener.frame, &is_there)? {
        let focus = way_back(probe, opener, clock)?;
        observe(probe, reading, opener, Observation::Closes { what, focus, by_escape })?;
    }
    Ok(true)
}

fn way_in(probe: &mut Probe<'_>, opened: Stop, clock: &Clock) -> Result<AfterOpening, Stopped> {
    let is_in =
        |probe: &Probe<'_>| probe.run::<bool>(opened.frame, &format!("sadaProbe.hasFocusIn({})", opened.number));
    if is_in(probe)? {
        return Ok(AfterOpening::Inside);
    }
    let Some(first) = first_in(probe, opened)? else { return Ok(AfterOpening::NothingToFocus) };
    probe.press_once(Press::from(Key::Tab))?;
    clock.settle(probe)?;
    if is_in(probe)? {
        return Ok(AfterOpening::Next);
    }
    probe.glance()?;
    probe.focus(first)?;
    Ok(AfterOpening::Elsewhere)
}

fn first_in(probe: &Probe<'_>, opened: Stop) -> Result<Option<Stop>, Stopped> {
    let first: Option<u32> = probe.run(opened.frame, &format!("sadaProbe.firstIn({})", opened.number))?;
    Ok(first.map(|number| Stop { number, ..opened }))
}

/// Closes it with Escape, else with a button in it that says it closes; whether it was Escape, or `None` if it stays.
fn close(probe: &mut Probe<'_>, opened: Stop, clock: &Clock) -> Result<Option<bool>, Stopped> {
    let is_open = |probe: &Probe<'_>| probe.run::<bool>(opened.frame, &format!("sadaProbe.isOpen({})", opened.number));
    probe.press_once(Press::from(Key::Escape))?;
    clock.settle(probe)?;
    if !is_open(probe)? {
        return Ok(Some(true));
    }
    let closer: Option<u32> = probe.run(opened.frame, &format!("sadaProbe.closerIn({})", opened.number))?;
    let Some(number) = closer else { return Ok(None) };
    if probe.focus(Stop { number, ..opened })? {
        probe.press_once(Press::from(Key::Enter))?;
        clock.settle(probe)?;
    }
    Ok((!is_open(probe)?).then_some(false))
}

fn way_back(probe: &mut Probe<'_>, opener: Stop, clock: &Clock) -> Result<AfterClosing, Stopped> {
    match probe.glance()? {
        Place::At { stop, .. } if stop == opener => return Ok(AfterClosing::Opener),
        Place::At { .. } => return Ok(AfterClosing::Other),
        Place::Nowhere | Place::Browser { .. } => {}
    }
    probe.press_once(Key::Tab.with(Modifiers::SHIFT))?;
    clock.settle(probe)?;
    let is_back = probe.glance()?.stop() == Some(opener);
    Ok(if is_back { AfterClosing::Beside } else { AfterClosing::Nowhere })
}
