//! How the page looks while something has the focus (WCAG 2.4.7, 2.4.11), in its own colours and in forced ones.

use super::{listeners, node_of, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use serde::Deserialize;

/// Pictures are taken of so many elements; of the others is kept only what styles prove.
const MOST_PICTURES: usize = 60;
/// Fewer in forced colours, which show what most of a page's controls share.
const MOST_FORCED: usize = 20;
/// Milliseconds in which styles that change by and by have changed.
const SETTLED: u32 = 400;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Appearance {
    /// Whether styles prove that the focus can be seen.
    is_seen: bool,
    /// Whether it has an outline that nothing cuts off, in whatever colour.
    is_outlined: bool,
    /// What lies over all of it.
    cover: Option<u32>,
}

/// Looks at each of `stops` with the focus and without.
pub fn look(probe: &mut Probe<'_>, reading: &mut Reading, stops: &[Stop]) -> Result<(), Stopped> {
    let mut pictures = Pictures::new(probe, MOST_PICTURES)?;
    let mut visible = Vec::new();
    reading.builder.tried(Need::FocusLook);
    for stop in stops {
        let Some(appearance) = appearance(probe, *stop)? else { continue };
        if let Some(number) = appearance.cover
            && let Some(by) = node_of(probe, reading, Stop { number, ..*stop })?
        {
            observe(probe, reading, *stop, Observation::FocusCovered { by })?;
        }
        let is_seen =
            if appearance.is_seen && appearance.cover.is_none() { Some(true) } else { pictures.show(probe, *stop)? };
        match is_seen {
            Some(true) => {
                visible.push(*stop);
                observe(probe, reading, *stop, Observation::FocusSeen)?;
            }
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseen)?,
            None => {}
        }
    }
    probe.tab().emulate_media("", &[("forced-colors", "active")])?;
    let looked = look_in_forced_colors(probe, reading, &visible);
    probe.tab().emulate_media("", &[])?;
    probe.frames_pass()?;
    looked
}

/// Looks at those once more whose focus is seen, in colours that a visitor has chosen: shadows and backgrounds are gone
/// then (CSS Color Adjustment 1, 3.1, <https://www.w3.org/TR/css-color-adjust-1/#forced-colors-properties>), and every
/// outline has a colour that is seen.
fn look_in_forced_colors(probe: &mut Probe<'_>, reading: &mut Reading, stops: &[Stop]) -> Result<(), Stopped> {
    let mut pictures = Pictures::new(probe, MOST_FORCED)?;
    for stop in stops {
        let Some(appearance) = appearance(probe, *stop)? else { continue };
        let is_seen =
            if appearance.is_seen || appearance.is_outlined { Some(true) } else { pictures.show(probe, *stop)? };
        match is_seen {
            Some(true) => observe(probe, reading, *stop, Observation::FocusSeenInForcedColors)?,
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseenInForcedColors)?,
            None => {}
        }
    }
    Ok(())
}

/// Puts the focus on a stop and says how it looks; `None` if it does not take it.
fn appearance(probe: &mut Probe<'_>, stop: Stop) -> Result<Option<Appearance>, Stopped> {
    if probe.is_late() {
        return Err(Stopped::Budget);
    }
    if !probe.focus(stop)? {
        return Ok(None);
    }
    probe.run(stop.frame, &format!("sadaProbe.appearance({})", stop.number)).map(Some)
}

/// Pictures with the focus and without.
struct Pictures {
    /// Of how many elements more may be taken.
    left: usize,
    /// Whether scripts may change something later.
    is_scripted: bool,
}

impl Pictures {
    fn new(probe: &Probe<'_>, most: usize) -> Result<Self, Stopped> {
        const KINDS: &[&str] = &["blur", "focus", "focusin", "focusout"];
        let is_scripted = listeners::kinds(probe)?.iter().any(|kind| KINDS.contains(&kind.as_str()));
        Ok(Self { left: most, is_scripted })
    }

    /// Whether any pixel of the window is another one with the focus; `None` if it does not keep the focus, or something
    /// calls it elsewhere, or too many pictures were taken. Styles may take their time to change, and scripts too: then the
    /// same picture is believed only after a while.
    fn show(&mut self, probe: &mut Probe<'_>, stop: Stop) -> Result<Option<bool>, Stopped> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let Some(both) = both_pictures(probe, stop, None)? else { return Ok(None) };
        if both.differ || !(both.is_moving || self.is_scripted) {
            return Ok(Some(both.differ));
        }
        if !probe.focus(stop)? {
            return Ok(None);
        }
        Ok(both_pictures(probe, stop, Some(SETTLED))?.map(|both| both.differ))
    }
}

struct Both {
    differ: bool,
    /// Whether styles were changing when the first was taken.
    is_moving: bool,
}

/// With the focus, which it has, and without; after so many milliseconds each, or as soon as they are painted.
fn both_pictures(probe: &Probe<'_>, stop: Stop, after: Option<u32>) -> Result<Option<Both>, Stopped> {
    let settle = || after.map_or_else(|| probe.frames_pass(), |milliseconds| probe.wait(milliseconds));
    let active = || probe.run::<Option<u32>>(stop.frame, "sadaProbe.look().stop");
    settle()?;
    let is_moving = probe.run(stop.frame, "document.getAnimations().length > 0")?;
    let focused = probe.picture()?;
    if active()? != Some(stop.number) {
        return Ok(None);
    }
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    settle()?;
    let plain = probe.picture()?;
    Ok(active()?.is_none().then_some(Both { differ: focused != plain, is_moving }))
}
