//! How the page looks while something has the focus (WCAG 1.4.11, 2.4.7, 2.4.11).

use super::graphics::{ENOUGH, NEAR, hundredths};
use super::picture::Picture;
use super::{change, node_of, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation, Rect};
use serde::Deserialize;

/// Pictures are taken of so many elements; of the others is kept only what styles prove.
const MOST_PICTURES: usize = 60;
/// Milliseconds in which styles that change by and by have changed.
const SETTLED: u32 = 400;
/// CSS pixels around an element in which its outline is.
const BESIDE: u32 = 16;

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
            is_seen_in_pictures(probe, reading, *stop)?
        } else {
            None
        };
        match is_seen {
            Some(true) => observe(probe, reading, *stop, Observation::FocusSeen)?,
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseen)?,
            None => {}
        }
    }
    Ok(())
}

/// Whether any pixel of the window is another one with the focus; `None` if it does not keep the focus, or something calls
/// it elsewhere. Styles may take their time to change, so the same picture is believed only after a while.
fn is_seen_in_pictures(probe: &mut Probe<'_>, reading: &mut Reading, stop: Stop) -> Result<Option<bool>, Stopped> {
    let picture = |probe: &Probe<'_>| probe.picture();
    let Some((focused, plain)) = both_pictures(probe, stop, None, picture)? else { return Ok(None) };
    if focused != plain {
        if let Some(ratio) = contrast_of_change(probe, stop, (&focused, &plain))? {
            let hundredths = hundredths(ratio);
            observe(probe, reading, stop, Observation::FocusContrast { hundredths })?;
        }
        return Ok(Some(true));
    }
    if !probe.focus(stop)? {
        return Ok(None);
    }
    Ok(both_pictures(probe, stop, Some(SETTLED), picture)?.map(|(focused, plain)| focused != plain))
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
    let Some((Some(focused), Some(plain))) = near else { return Ok(None) };
    let near = change::contrast(&focused, &plain);
    // Where nothing has changed from near by, it changed elsewhere.
    Ok((near > 1.0).then_some(near.max(far)))
}

/// With the focus, which it has, and without; after so many milliseconds each, or as soon as they are painted.
fn both_pictures<T>(
    probe: &Probe<'_>,
    stop: Stop,
    after: Option<u32>,
    take: impl Fn(&Probe<'_>) -> Result<T, Stopped>,
) -> Result<Option<(T, T)>, Stopped> {
    let settle = || after.map_or_else(|| probe.frames_pass(), |milliseconds| probe.wait(milliseconds));
    let active = || probe.run::<Option<u32>>(stop.frame, "sadaProbe.look().stop");
    settle()?;
    let focused = take(probe)?;
    if active()? != Some(stop.number) {
        return Ok(None);
    }
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    settle()?;
    let plain = take(probe)?;
    Ok(active()?.is_none().then_some((focused, plain)))
}
