//! What a browser knows of sounds and films once it has loaded them.

use super::node_of;
use super::pointer::{self, Place};
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Media, Observation};
use std::time::Duration;

/// More are not listened to.
const MOST: usize = 20;
/// How long all of a frame's may take together: they are listened to at once, and each step of it has a limit of its own.
const LIMIT: Duration = Duration::from_secs(45);

/// Element, whether it plays by itself, its length in seconds (-1: a stream), whether it can be heard, and seen, and whether
/// words may be part of its picture.
type Heard = (u32, bool, Option<f64>, Option<bool>, Option<bool>, Option<bool>);

/// Loads and listens.
pub fn listen(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    for frame in 0..probe.frames() {
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        let heard: Vec<Heard> = probe.run_within(frame, &format!("sadaProbe.media({MOST})"), LIMIT)?;
        for (number, autoplays, seconds, has_audio, has_video, shows_words) in heard {
            let Some(element) = node_of(probe, reading, Stop { frame, number })? else { continue };
            let duration = seconds.map(|seconds| if seconds < 0.0 { f64::INFINITY } else { seconds });
            let media = Media { duration, has_audio, has_video, shows_words, autoplays: Some(autoplays) };
            reading.builder.set_media(element, media);
            if frame == 0 && autoplays && has_audio == Some(true) && has_no_controls(probe, number)? {
                reading.builder.observe(element, Observation::PlaysWithoutControls);
            }
        }
    }
    Ok(())
}

/// Whether there is nothing on the page to use, not even with the pointer over what plays.
fn has_no_controls(probe: &Probe<'_>, number: u32) -> Result<bool, Stopped> {
    if probe.frames() > 1 || probe.run::<bool>(0, "sadaProbe.hasControls()")? {
        return Ok(false);
    }
    let Some(middle) = probe.run::<Option<Place>>(0, &format!("sadaProbe.middle({number})"))? else {
        return Ok(false);
    };
    pointer::move_to(probe, middle)?;
    probe.wait(500)?;
    let has_controls: bool = probe.run(0, "sadaProbe.hasControls()")?;
    pointer::move_to(probe, (0.0, 0.0))?;
    Ok(!has_controls)
}
