//! How the page looks while something has the focus (WCAG 1.4.11, 2.4.7, 2.4.11), in its own colours and in forced ones.

use super::graphics::{ENOUGH, NEAR, hundredths};
use super::picture::Picture;
use super::{change, listeners, node_of, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation, Rect};
use serde::Deserialize;

/// Pictures are taken of so many elements; of the others is kept only what styles prove.
const MOST_PICTURES: usize = 60;
/// Fewer in forced colours, which show what most of a page's controls share.
const MOST_FORCED: usize = 20;
/// Milliseconds in which styles that change by and by have changed.
const SETTLED: u32 = 400;
/// CSS pixels around an element in which its outline is.
const BESIDE: u32 = 16;
/// Milliseconds in which a clock moves on.
const RESTLESS: u32 = 1_100;

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
    let mut pictures = Pictures { left: MOST_PICTURES, is_scripted: None, is_restless: None };
    let mut visible = Vec::new();
    reading.builder.tried(Need::FocusLook);
    for stop in stops {
        let Some(appearance) = appearance(probe, *stop)? else { continue };
        if let Some(number) = appearance.cover
            && let Some(by) = node_of(probe, reading, Stop { number, ..*stop })?
        {
            observe(probe, reading, *stop, Observation::FocusCovered { by })?;
        }
        let is_seen = if appearance.is_seen && appearance.cover.is_none() {
            Some(true)
        } else {
            let both = pictures.take(probe, *stop)?;
            if let Some((focused, plain)) = both.as_ref().filter(|both| both.0 != both.1)
                && let Some(ratio) = contrast_of_change(probe, *stop, (focused, plain))?
            {
                observe(probe, reading, *stop, Observation::FocusContrast { hundredths: hundredths(ratio) })?;
            }
            differ(both)
        };
        match is_seen {
            Some(true) => {
                visible.push(*stop);
                observe(probe, reading, *stop, Observation::FocusSeen)?;
            }
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseen)?,
            None => {}
        }
    }
    if pictures.is_restless == Some(true) {
        reading.builder.not_checked("focus-is-visible: the window changes by itself, so pictures do not tell");
    }
    probe.tab().emulate_media("", &[("forced-colors", "active")])?;
    pictures.left = MOST_FORCED;
    let looked = look_in_forced_colors(probe, reading, pictures, &visible);
    probe.tab().emulate_media("", &[])?;
    probe.frames_pass()?;
    looked
}

/// Looks at those once more whose focus is seen, in colours that a visitor has chosen: shadows and backgrounds are gone
/// then (CSS Color Adjustment 1, 3.1, <https://www.w3.org/TR/css-color-adjust-1/#forced-colors-properties>), and every
/// outline has a colour that is seen.
fn look_in_forced_colors(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    mut pictures: Pictures,
    stops: &[Stop],
) -> Result<(), Stopped> {
    for stop in stops {
        let Some(appearance) = appearance(probe, *stop)? else { continue };
        let is_seen = if appearance.is_seen || appearance.is_outlined {
            Some(true)
        } else {
            differ(pictures.take(probe, *stop)?)
        };
        match is_seen {
            Some(true) => observe(probe, reading, *stop, Observation::FocusSeenInForcedColors)?,
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseenInForcedColors)?,
            None => {}
        }
    }
    Ok(())
}

fn differ(pictures: Option<(String, String)>) -> Option<bool> {
    pictures.map(|(focused, plain)| focused != plain)
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
    /// Whether scripts may change something later. This and the next are found out when they are first asked.
    is_scripted: Option<bool>,
    /// Whether the window goes on changing, so that pictures do not tell.
    is_restless: Option<bool>,
}

impl Pictures {
    fn is_scripted(&mut self, probe: &Probe<'_>) -> Result<bool, Stopped> {
        const KINDS: &[&str] = &["blur", "focus", "focusin", "focusout"];
        if let Some(known) = self.is_scripted {
            return Ok(known);
        }
        let is_scripted = listeners::all(probe)?.kinds.iter().any(|kind| KINDS.contains(&kind.as_str()));
        self.is_scripted = Some(is_scripted);
        Ok(is_scripted)
    }

    /// The window with the focus on an element and without; `None` if it does not keep the focus, or something calls it
    /// elsewhere, or the window changes by itself, or too many pictures were taken. Styles may take their time to change, and scripts too: then the same
    /// picture is believed only after a while.
    fn take(&mut self, probe: &mut Probe<'_>, stop: Stop) -> Result<Option<(String, String)>, Stopped> {
        let picture = |probe: &Probe<'_>| probe.picture();
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        if self.is_restless.is_none() {
            self.is_restless = Some(changes_by_itself(probe, stop)?);
            if !probe.focus(stop)? {
                return Ok(None);
            }
        }
        if self.is_restless == Some(true) {
            return Ok(None);
        }
        let Some(both) = both_pictures(probe, stop, None, picture)? else { return Ok(None) };
        if both.focused != both.plain || !(both.is_moving || self.is_scripted(probe)?) {
            return Ok(Some((both.focused, both.plain)));
        }
        if !probe.focus(stop)? {
            return Ok(None);
        }
        let Some(settled) = both_pictures(probe, stop, Some(SETTLED), picture)? else { return Ok(None) };
        // What changes by itself hardly changes back in time with the focus.
        let is_by_focus = settled.focused == settled.plain || settled.plain == both.plain;
        Ok(is_by_focus.then_some((settled.focused, settled.plain)))
    }
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

/// How far what the focus changes stands out; `None` where that is not known. What is less than enough at first is looked
/// at again, from near by and when styles have had their time.
fn contrast_of_change(
    probe: &mut Probe<'_>,
    stop: Stop,
    (focused, plain): (&str, &str),
) -> Result<Option<f32>, Stopped> {
    let (Some(focused), Some(plain)) = (Picture::decode(focused), Picture::decode(plain)) else { return Ok(None) };
    let far = change::contrast(&focused, &plain);
    if far >= ENOUGH || stop.frame != 0 {
        return Ok((far >= ENOUGH).then_some(far));
    }
    if !probe.focus(stop)? {
        return Ok(None);
    }
    let script = format!("sadaProbe.surroundings({}, {BESIDE})", stop.number);
    let [x, y, width, height]: [f32; 4] = probe.run(stop.frame, &script)?;
    let area = Rect { x, y, width, height };
    let near = both_pictures(probe, stop, Some(SETTLED), |probe| Picture::close_up(probe, area, NEAR))?;
    let Some(Both { focused: Some(focused), plain: Some(plain), .. }) = near else { return Ok(None) };
    let near = change::contrast(&focused, &plain);
    // Where nothing has changed from near by, it changed elsewhere.
    Ok((near > 1.0).then_some(near.max(far)))
}

struct Both<T> {
    focused: T,
    plain: T,
    /// Whether styles were changing when the first was taken.
    is_moving: bool,
}

/// With the focus, which it has, and without; after so many milliseconds each, or as soon as they are painted.
fn both_pictures<T>(
    probe: &Probe<'_>,
    stop: Stop,
    after: Option<u32>,
    take: impl Fn(&Probe<'_>) -> Result<T, Stopped>,
) -> Result<Option<Both<T>>, Stopped> {
    let settle = || after.map_or_else(|| probe.frames_pass(), |milliseconds| probe.wait(milliseconds));
    let active = || probe.run::<Option<u32>>(stop.frame, "sadaProbe.look().stop");
    settle()?;
    let is_moving = probe.run(stop.frame, "document.getAnimations().length > 0")?;
    let focused = take(probe)?;
    if active()? != Some(stop.number) {
        return Ok(None);
    }
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    settle()?;
    let plain = take(probe)?;
    Ok(active()?.is_none().then_some(Both { focused, plain, is_moving }))
}
