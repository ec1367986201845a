//! How the page looks while something has the focus (WCAG 2.4.7, 2.4.11).

use super::{node_of, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use serde::Deserialize;

/// Pictures are taken of so many elements; of the others is kept only what styles prove.
const MOST_PICTURES: usize = 60;
/// Milliseconds in which styles that change by and by have changed.
const SETTLED: u32 = 400;
/// Milliseconds in which a clock moves on.
const RESTLESS: u32 = 1_100;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Appearance {
    /// Whether styles prove that the focus can be seen.
    is_seen: bool,
    /// What lies over all of it.
    cover: Option<u32>,
}

/// Looks at each of `stops` with the focus and without.
pub fn look(probe: &mut Probe<'_>, reading: &mut Reading, stops: &[Stop]) -> Result<(), Stopped> {
    let mut pictures = 0;
    let mut is_restless = None;
    reading.builder.tried(Need::FocusLook);
    for stop in stops {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        if !probe.focus(*stop)? {
            continue;
        }
        let appearance: Appearance = probe.run(stop.frame, &format!("sadaProbe.appearance({})", stop.number))?;
        if let Some(number) = appearance.cover
            && let Some(by) = node_of(probe, reading, Stop { number, ..*stop })?
        {
            observe(probe, reading, *stop, Observation::FocusCovered { by })?;
        }
        let is_seen = if appearance.is_seen && appearance.cover.is_none() {
            Some(true)
        } else if pictures < MOST_PICTURES {
            pictures += 1;
            if is_restless.is_none() {
                is_restless = Some(changes_by_itself(probe, *stop)?);
            }
            if is_restless == Some(true) || !probe.focus(*stop)? {
                continue;
            }
            is_seen_in_pictures(probe, *stop)?
        } else {
            None
        };
        match is_seen {
            Some(true) => observe(probe, reading, *stop, Observation::FocusSeen)?,
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseen)?,
            None => {}
        }
    }
    if is_restless == Some(true) {
        reading.builder.not_checked("focus-is-visible: the window changes by itself, so pictures do not tell");
    }
    Ok(())
}

/// Whether the window goes on changing, though nothing has the focus. What has begun before may come to its end.
fn changes_by_itself(probe: &Probe<'_>, stop: Stop) -> Result<bool, Stopped> {
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    let mut before = probe.picture()?;
    for _ in 0..2 {
        probe.wait(RESTLESS)?;
        let now = probe.picture()?;
        if now == before {
            return Ok(false);
        }
        before = now;
    }
    Ok(true)
}

/// Whether any pixel of the window is another one with the focus; `None` if it does not keep the focus, or something calls
/// it elsewhere. Styles may take their time to change, so the same picture is believed only after a while.
fn is_seen_in_pictures(probe: &mut Probe<'_>, stop: Stop) -> Result<Option<bool>, Stopped> {
    probe.frames_pass()?;
    let Some(focused) = focused_picture(probe, stop)? else { return Ok(None) };
    let Some(plain) = plain_picture(probe, stop)? else { return Ok(None) };
    if focused != plain {
        return Ok(Some(true));
    }
    if !probe.focus(stop)? {
        return Ok(None);
    }
    probe.wait(SETTLED)?;
    let Some(settled) = focused_picture(probe, stop)? else { return Ok(None) };
    if settled == plain {
        return Ok(Some(false));
    }
    // What changes by itself hardly changes back in time with the focus.
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    probe.wait(SETTLED)?;
    Ok((probe.picture()? == plain).then_some(true))
}

/// The window once nothing has the focus any more; `None` if something has it all the same.
fn plain_picture(probe: &Probe<'_>, stop: Stop) -> Result<Option<String>, Stopped> {
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    probe.frames_pass()?;
    let picture = probe.picture()?;
    Ok(active(probe, stop)?.is_none().then_some(picture))
}

/// The window while it has the focus; `None` if it does not keep it.
fn focused_picture(probe: &Probe<'_>, stop: Stop) -> Result<Option<String>, Stopped> {
    let picture = probe.picture()?;
    Ok((active(probe, stop)? == Some(stop.number)).then_some(picture))
}

/// What has the focus in the frame of a stop.
fn active(probe: &Probe<'_>, stop: Stop) -> Result<Option<u32>, Stopped> {
    probe.run(stop.frame, "sadaProbe.look().stop")
}
