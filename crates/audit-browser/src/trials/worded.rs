//! Images of text, proved without knowing any letter (WCAG 1.4.5): the alternative says which words there would be, and
//! then every letter must look like itself wherever it comes up.

use super::letters::shows_words;
use super::observe;
use super::picture::Picture;
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Observation, Rect};
use serde::Deserialize;

/// More images are not looked at, nor larger pictures of them.
const MOST: usize = 12;
const MOST_PIXELS: f32 = 4_000_000.0;

#[derive(Deserialize)]
struct Worded {
    words: String,
    area: [f32; 4],
    /// Pixels of the image for one of the page.
    detail: f32,
}

/// Looks at every image whose alternative is a sentence, and moves the page back.
pub fn look(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    let numbers: Vec<u32> = probe.run(0, &format!("sadaProbe.worded({MOST})"))?;
    if numbers.is_empty() {
        return Ok(());
    }
    let looked = numbers.iter().try_for_each(|number| look_at(probe, reading, *number));
    probe.run::<bool>(0, "sadaProbe.scrollBack()")?;
    looked
}

fn look_at(probe: &Probe<'_>, reading: &mut Reading, number: u32) -> Result<(), Stopped> {
    if probe.is_late() {
        return Err(Stopped::Budget);
    }
    let Some(worded) = probe.run::<Option<Worded>>(0, &format!("sadaProbe.wordedAt({number})"))? else { return Ok(()) };
    let [x, y, width, height] = worded.area;
    if width * height * worded.detail * worded.detail > MOST_PIXELS {
        return Ok(());
    }
    probe.frames_pass()?;
    let picture = Picture::close_up(probe, Rect { x, y, width, height }, worded.detail)?;
    if picture.is_some_and(|picture| shows_words(&picture, &worded.words)) {
        observe(probe, reading, Stop { frame: 0, number }, Observation::ShowsItsWords)?;
    }
    Ok(())
}
