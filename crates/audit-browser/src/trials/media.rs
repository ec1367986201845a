//! What a browser knows of sounds and films once it has loaded them.

use super::node_of;
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::Media;

/// More are not listened to.
const MOST: usize = 20;

/// Element, whether it plays by itself, its length in seconds (-1: a stream), whether it can be heard, and seen.
type Heard = (u32, bool, Option<f64>, Option<bool>, Option<bool>);

/// Loads and listens.
pub fn listen(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    for frame in 0..probe.frames() {
        let heard: Vec<Heard> = probe.run(frame, &format!("sadaProbe.media({MOST})"))?;
        for (number, autoplays, seconds, has_audio, has_video) in heard {
            let Some(element) = node_of(probe, reading, Stop { frame, number })? else { continue };
            let duration = seconds.map(|seconds| if seconds < 0.0 { f64::INFINITY } else { seconds });
            reading.builder.set_media(element, Media { duration, has_audio, has_video, autoplays: Some(autoplays) });
        }
    }
    Ok(())
}
