//! How far controls and icons stand out from what is beside them, in pictures (WCAG 1.4.11).

use super::frame::{Area, View, on_page};
use super::observe;
use super::picture::Picture;
use super::pixels::paint_letters;
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation, Rect};
use serde::Deserialize;

/// More controls and icons are not looked at.
const MOST: usize = 300;
/// Nor more windows full of them, nor more of them from near by.
const MOST_WINDOWS: usize = 12;
const MOST_CLOSE_UPS: usize = 40;
/// What is less than this in a picture is looked at from near by: lines thinner than a pixel are paler than they are.
pub const ENOUGH: f32 = 3.0;
/// Pixels for a CSS pixel from near by.
pub const NEAR: f32 = 4.0;
/// Where all is of one colour nothing is drawn, or not yet.
const NOTHING: f32 = 1.05;

/// The outermost CSS pixels of what is looked at for a link. What is drawn for it lies within.
const BESIDE: f32 = 3.0;

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// Something to fill in or to tick.
    Field,
    /// A link or button without words.
    Icon,
    /// A link with words for which something else is painted as well.
    Link,
}

/// Something as the script sees it in the window.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Graphic {
    number: u32,
    kind: Kind,
    has_words: bool,
    /// What is to be looked at; nothing if something lies over it.
    areas: Vec<Area>,
    /// Other controls, which are not.
    others: Vec<Area>,
}

/// How much more may be looked at.
struct Rest {
    graphics: usize,
    windows: usize,
    close_ups: usize,
}

/// Looks at all of them, one window after the other, and moves the page back.
pub fn look(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    reading.builder.tried(Need::Pictures);
    let mut rest = Rest { graphics: MOST, windows: MOST_WINDOWS, close_ups: MOST_CLOSE_UPS };
    for view in View::all(probe)? {
        let looked = look_in(probe, reading, &view, &mut rest);
        view.kept(reading, looked)?;
    }
    Ok(())
}

fn look_in(probe: &Probe<'_>, reading: &mut Reading, view: &View, rest: &mut Rest) -> Result<(), Stopped> {
    let numbers: Vec<u32> = probe.run(view.frame, &format!("sadaProbe.graphics({})", rest.graphics))?;
    if numbers.is_empty() {
        return Ok(());
    }
    rest.graphics -= numbers.len();
    let looked = look_at(probe, reading, view, numbers, rest);
    view.scroll_back(probe)?;
    looked
}

fn look_at(
    probe: &Probe<'_>,
    reading: &mut Reading,
    view: &View,
    mut waiting: Vec<u32>,
    rest: &mut Rest,
) -> Result<(), Stopped> {
    while let Some(first) = waiting.first().copied()
        && rest.windows > 0
    {
        rest.windows -= 1;
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        view.show(probe, first)?;
        probe.frames_pass()?;
        let mut seen: Vec<Graphic> = probe.run(view.frame, &format!("sadaProbe.graphicsInView({waiting:?})"))?;
        let mut later = Vec::new();
        for graphic in seen.iter_mut().filter(|graphic| !graphic.areas.is_empty()) {
            let moved = (view.in_window(probe, &graphic.areas)?, view.moved(probe, &graphic.others)?);
            (graphic.areas, graphic.others) = if let (Some(areas), Some(others)) = moved {
                (areas, others)
            } else {
                // A frame may be larger than the window.
                later.push(graphic.number);
                Default::default()
            };
        }
        let is_done = |number: u32| seen.iter().any(|graphic| graphic.number == number) && !later.contains(&number);
        waiting.retain(|number| *number != first && !is_done(*number));
        let is_icon = |graphic: &Graphic| graphic.kind == Kind::Icon;
        let seen = seen.into_iter().filter(|graphic| !graphic.areas.is_empty());
        let (icons, fields): (Vec<_>, Vec<_>) = seen.partition(is_icon);
        measure(probe, reading, view.frame, &icons, rest)?;
        if !fields.is_empty() {
            // Letters in a field or near it say nothing of where it is, and a link's are another matter.
            paint_letters(probe, "'transparent'")?;
            let painted = probe.frames_pass().and_then(|()| measure(probe, reading, view.frame, &fields, rest));
            paint_letters(probe, "null")?;
            painted?;
        }
    }
    let left = waiting.len();
    if left > 0 {
        reading.builder.not_checked(format!("how far {left} controls and icons stand out: the page has too many"));
    }
    Ok(())
}

fn measure(
    probe: &Probe<'_>,
    reading: &mut Reading,
    frame: usize,
    graphics: &[Graphic],
    rest: &mut Rest,
) -> Result<(), Stopped> {
    if graphics.is_empty() {
        return Ok(());
    }
    let Some(picture) = Picture::of_window(probe)? else { return Ok(()) };
    for graphic in graphics {
        let far = graphic.areas.iter().map(|area| contrast(&picture, *area, &graphic.others));
        let mut ratio = far.fold(1.0, f32::max);
        if ratio < ENOUGH {
            if rest.close_ups == 0 {
                continue;
            }
            rest.close_ups -= 1;
            ratio = from_near_by(probe, graphic)?;
        }
        let hundredths = hundredths(ratio);
        let seen = match graphic.kind {
            Kind::Icon if ratio < NOTHING => continue,
            Kind::Icon => Observation::IconContrast { hundredths },
            Kind::Field => Observation::ControlContrast { hundredths, has_words: graphic.has_words },
            Kind::Link => Observation::SignContrast { hundredths, beside: beside(&picture, graphic) },
        };
        observe(probe, reading, Stop { frame, number: graphic.number }, seen)?;
    }
    Ok(())
}

/// The highest contrast between any two pixels around the lines of a link.
fn beside(picture: &Picture, link: &Graphic) -> u32 {
    let inner = |[x, y, width, height]: Area| [x + BESIDE, y + BESIDE, width - 2.0 * BESIDE, height - 2.0 * BESIDE];
    let inside: Vec<Area> = link.areas.iter().copied().map(inner).collect();
    let around = link.areas.iter().map(|area| contrast(picture, *area, &inside));
    hundredths(around.fold(1.0, f32::max))
}

/// Cut, not rounded: 2.999 is not enough.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a contrast is between 1 and 21")]
pub fn hundredths(ratio: f32) -> u32 {
    (ratio * 100.0).floor() as u32
}

fn from_near_by(probe: &Probe<'_>, graphic: &Graphic) -> Result<f32, Stopped> {
    let mut highest: f32 = 1.0;
    for area in &graphic.areas {
        let [x, y, width, height] = *area;
        let Some(picture) = Picture::close_up(probe, on_page(probe, *area)?, NEAR)? else { continue };
        let near = |other: &Area| [other[0] - x, other[1] - y, other[2], other[3]].map(|side| side * NEAR);
        let others: Vec<Area> = graphic.others.iter().map(near).collect();
        highest = highest.max(contrast(&picture, [0.0, 0.0, width * NEAR, height * NEAR], &others));
    }
    Ok(highest)
}

/// The highest contrast between any two pixels of an area.
fn contrast(picture: &Picture, [x, y, width, height]: Area, others: &[Area]) -> f32 {
    let is_in = |x: f32, y: f32, [left, top, width, height]: Area| {
        (left..left + width).contains(&x) && (top..top + height).contains(&y)
    };
    let mut extremes: Option<(f32, f32)> = None;
    for (column, row) in picture.places(Rect { x, y, width, height }) {
        #[expect(clippy::cast_precision_loss, reason = "pictures are some thousand pixels wide")]
        let (at_x, at_y) = (column as f32 + 0.5, row as f32 + 0.5);
        if others.iter().any(|other| is_in(at_x, at_y, *other)) {
            continue;
        }
        let Some(luminance) = picture.at(column, row).map(sada_audit::Color::luminance) else { continue };
        let (darkest, lightest) = extremes.unwrap_or((luminance, luminance));
        extremes = Some((darkest.min(luminance), lightest.max(luminance)));
    }
    extremes.map_or(1.0, |(darkest, lightest)| (lightest + 0.05) / (darkest + 0.05))
}
