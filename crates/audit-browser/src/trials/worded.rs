//! Images of text, proved without knowing any letter (WCAG 1.4.5): the alternative says which words there would be, and
//! then every letter must look like itself wherever it comes up.

use super::frame::{Area, View, on_page};
use super::letters::shows_words;
use super::observe;
use super::picture::Picture;
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::Observation;
use serde::Deserialize;

/// More images are not looked at, nor larger pictures of them.
const MOST: usize = 12;
const MOST_PIXELS: f32 = 4_000_000.0;

#[derive(Deserialize)]
struct Worded {
    words: String,
    area: Area,
    /// Pixels of the image for one of the page.
    detail: f32,
}

/// Looks at every image whose alternative is a sentence, and moves the page back.
pub fn look(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    let mut most = MOST;
    for view in View::all(probe)? {
        let looked = look_in(probe, reading, &view, &mut most);
        view.kept(reading, looked)?;
    }
    Ok(())
}

fn look_in(probe: &Probe<'_>, reading: &mut Reading, view: &View, most: &mut usize) -> Result<(), Stopped> {
    let numbers: Vec<u32> = probe.run(view.frame, &format!("sadaProbe.worded({most})"))?;
    if numbers.is_empty() {
        return Ok(());
    }
    *most -= numbers.len();
    let looked = numbers.iter().try_for_each(|number| look_at(probe, reading, view, *number));
    view.scroll_back(probe)?;
    looked
}

fn look_at(probe: &Probe<'_>, reading: &mut Reading, view: &View, number: u32) -> Result<(), Stopped> {
    if probe.is_late() {
        return Err(Stopped::Budget);
    }
    view.show(probe, number)?;
    let worded = probe.run::<Option<Worded>>(view.frame, &format!("sadaProbe.wordedAt({number})"))?;
    let Some(worded) = worded else { return Ok(()) };
    let [.., width, height] = worded.area;
    if width * height * worded.detail * worded.detail > MOST_PIXELS {
        return Ok(());
    }
    probe.frames_pass()?;
    let Some(area) = view.in_window(probe, &[worded.area])?.and_then(|areas| areas.first().copied()) else {
        return Ok(());
    };
    let picture = Picture::close_up(probe, on_page(probe, area)?, worded.detail)?;
    if picture.is_some_and(|picture| shows_words(&picture, &worded.words)) {
        observe(probe, reading, Stop { frame: view.frame, number }, Observation::ShowsItsWords)?;
    }
    Ok(())
}
