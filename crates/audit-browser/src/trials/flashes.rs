//! What flashes (WCAG 2.3.1, 2.3.2). Animations of styles are held and shown moment by moment, scripts are let run step by
//! step, animated images are decoded, films are filmed for a second; all that only where something of the kind is there.

use super::flicker::{FIELD, Flicker, measure};
use super::picture::Picture;
use super::{FLASHES, observe};
use crate::keys::Stop;
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation, Rect};
use std::time::{Duration, Instant};

/// Pictures of a second: enough for twelve flashes.
const MOMENTS: u32 = 25;
const SECOND: u32 = 1_000;
/// Milliseconds of ours that its pictures may take, at first and where that was not enough.
const TAKEN: [u32; 3] = [6_000, 12_000, 24_000];
/// In more windows of a page nothing is looked for.
const MOST_WINDOWS: usize = 4;
/// Milliseconds in which a page that changes by itself has changed.
const GLANCE: u32 = 250;
/// CSS pixels for a pixel of a picture.
const COARSE: u8 = 4;
/// More than a picture a screen shows at once.
const MOST_FRAMES: usize = 40;
/// How long one animated image may take to be fetched and decoded, on a busy machine too.
const DECODED: Duration = Duration::from_secs(20);
/// More animated images are not decoded.
const MOST_IMAGES: usize = 6;

/// Looks for animations, films and animated images that flash.
pub fn look(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    reading.builder.tried(Need::Flashing);
    let windows: Vec<f32> = probe.run(0, "sadaProbe.holdAnimations()")?;
    if !windows.is_empty() {
        let seen = in_each(probe, reading, &windows, moments);
        probe.run::<bool>(0, "sadaProbe.letAnimationsGo()")?;
        seen?;
    }
    let mut needs_film = probe.run::<bool>(0, "sadaProbe.hasFilms()")?;
    for number in probe.run::<Vec<u32>>(0, &format!("sadaProbe.animatedImages({MOST_IMAGES})"))? {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        match image(probe, number)? {
            Some(frames) => {
                if let Some(flicker) = measure_coarse(&frames) {
                    keep_of(probe, reading, number, &flicker)?;
                }
            }
            None => needs_film = true,
        }
    }
    if needs_film {
        let frames = film(probe)?;
        keep(probe, reading, &frames)?;
    }
    Ok(())
}

/// Looks for what scripts let flash, while the page's clock runs ahead step by step.
pub fn run_ahead(probe: &Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<(), Stopped> {
    probe.run::<bool>(0, "sadaProbe.watch()")?;
    clock.pass_or_stop(probe, GLANCE)?;
    let windows: Vec<f32> = probe.run(0, "sadaProbe.restlessWindows()")?;
    in_each(probe, reading, &windows, |probe| {
        for taken in TAKEN {
            if let Some(frames) = second(probe, clock, taken)? {
                return Ok(frames);
            }
        }
        Err(Stopped::Budget)
    })
}

/// Takes pictures of a second in each of these windows, given by their tops, and leaves the page where it was.
fn in_each(
    probe: &Probe<'_>,
    reading: &mut Reading,
    windows: &[f32],
    take: impl Fn(&Probe<'_>) -> Result<Vec<Picture>, Stopped>,
) -> Result<(), Stopped> {
    let seen = windows.iter().take(MOST_WINDOWS).try_for_each(|top| {
        probe.run::<f32>(0, &format!("sadaProbe.showAt({top})"))?;
        keep(probe, reading, &take(probe)?)
    });
    probe.run::<bool>(0, "sadaProbe.scrollBack()")?;
    seen?;
    if windows.len() > MOST_WINDOWS {
        let rules = FLASHES.join(", ");
        reading
            .builder
            .not_checked(format!("whether anything flashes ({rules}): only {MOST_WINDOWS} windows were looked at"));
    }
    Ok(())
}

/// A second of the page's clock, if that did not have to be put ahead meanwhile, which leaves something out. The pictures may
/// take so many milliseconds of ours.
fn second(probe: &Probe<'_>, clock: &Clock, taken: u32) -> Result<Option<Vec<Picture>>, Stopped> {
    clock.keep_ahead(probe, taken)?;
    let begun = clock.passed();
    at_moments(probe, |moment| {
        clock.pass_or_stop(probe, SECOND / MOMENTS)?;
        Ok(clock.passed() == begun + u64::from((moment + 1) * (SECOND / MOMENTS)))
    })
}

/// A second of the animations that are held.
fn moments(probe: &Probe<'_>) -> Result<Vec<Picture>, Stopped> {
    let show = |moment| probe.run(0, &format!("sadaProbe.showMoment({})", moment * SECOND / MOMENTS));
    at_moments(probe, show).map(Option::unwrap_or_default)
}

/// What the window shows at each moment of a second; `None` if it cannot be brought to one of them.
fn at_moments(
    probe: &Probe<'_>,
    bring_to: impl Fn(u32) -> Result<bool, Stopped>,
) -> Result<Option<Vec<Picture>>, Stopped> {
    let area = window(probe)?;
    let mut frames = Vec::new();
    for moment in 0..=MOMENTS {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        if !bring_to(moment)? {
            return Ok(None);
        }
        frames.extend(Picture::close_up(probe, area, 1.0 / f32::from(COARSE))?);
    }
    Ok(Some(frames))
}

/// A second of an animated image, frame by frame; `None` if it cannot be decoded.
fn image(probe: &Probe<'_>, number: u32) -> Result<Option<Vec<Picture>>, Stopped> {
    let script = format!("sadaProbe.imageMoments({number}, {COARSE}, {MOMENTS}, {})", SECOND / MOMENTS);
    let moments: Option<(usize, usize, Vec<String>)> = probe.run_within(0, &script, DECODED)?;
    Ok(moments.map(|(width, height, frames)| {
        frames.iter().filter_map(|frame| Picture::of_colors(frame, (width, height))).collect()
    }))
}

/// What is seen in a second, as it comes: of what is faster than the browser takes pictures some is missed.
fn film(probe: &Probe<'_>) -> Result<Vec<Picture>, Stopped> {
    let area = window(probe)?;
    let begun = Instant::now();
    let mut frames = Vec::new();
    while begun.elapsed() < Duration::from_millis(SECOND.into()) && frames.len() < MOST_FRAMES {
        frames.extend(Picture::close_up(probe, area, 1.0 / f32::from(COARSE))?);
    }
    Ok(frames)
}

/// The part of the page that is in the window.
fn window(probe: &Probe<'_>) -> Result<Rect, Stopped> {
    let [x, y, width, height]: [f32; 4] = probe.run(0, "[scrollX, scrollY, innerWidth, innerHeight]")?;
    Ok(Rect { x, y, width, height })
}

fn measure_coarse(frames: &[Picture]) -> Option<Flicker> {
    let coarse = usize::from(COARSE);
    measure(frames, (FIELD.0 / coarse, FIELD.1 / coarse))
}

fn keep(probe: &Probe<'_>, reading: &mut Reading, frames: &[Picture]) -> Result<(), Stopped> {
    let Some(flicker) = measure_coarse(frames) else { return Ok(()) };
    let middle = |at: usize| at * usize::from(COARSE) + usize::from(COARSE) / 2;
    let script = format!("sadaProbe.seenAt({}, {})", middle(flicker.at.0), middle(flicker.at.1));
    let Some(number) = probe.run::<Option<u32>>(0, &script)? else { return Ok(()) };
    keep_of(probe, reading, number, &flicker)
}

fn keep_of(probe: &Probe<'_>, reading: &mut Reading, number: u32, flicker: &Flicker) -> Result<(), Stopped> {
    let Flicker { times, percent, is_red, .. } = *flicker;
    observe(probe, reading, Stop { frame: 0, number }, Observation::Flashes { times, percent, is_red })
}
