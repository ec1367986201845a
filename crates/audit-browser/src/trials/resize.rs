//! What happens in other windows: twice the size, half the width, turned, spaced out.

use super::frame::View;
use super::{node_of, observe, root_of, stillness};
use crate::keys::Stop;
use crate::medium;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Declared, Need, Observation, Origin, Turned};
use std::collections::{HashMap, HashSet};

/// A page with more elements is measured in its own window only.
const MOST_ELEMENTS: usize = 20_000;
/// The window of WCAG 1.4.10.
const NARROW: (u32, u32) = (320, 256);
/// A phone that is held upright.
const PHONE: (u32, u32) = (360, 740);
/// A page with fewer letters says nothing by leaving most of them out.
const FEW_LETTERS: u32 = 200;

/// An element, what hides a part of its text, by their numbers, and whether letters are cut through.
type Cut = (u32, u32, bool);
/// The same with the frame it is in.
type CutIn = (usize, Cut);

/// Tries the page in other windows, and puts it back into its own.
pub fn resize(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    if reading.elements.len() > MOST_ELEMENTS {
        reading.builder.not_checked(format!("other sizes of the window: the page has over {MOST_ELEMENTS} elements"));
        return Ok(());
    }
    let (width, height) = medium::window(probe.visitor());
    let tried = try_all(probe, reading, (width, height));
    probe.tab().set_viewport(width, height, 1.0)?;
    probe.frames_pass()?;
    tried
}

fn try_all(probe: &Probe<'_>, reading: &mut Reading, (width, height): (u32, u32)) -> Result<(), Stopped> {
    let views = View::all(probe)?;
    let at_rest: HashSet<(usize, u32)> =
        cut_off(probe, &views)?.into_iter().map(|(frame, cut)| (frame, cut.0)).collect();
    let is_new = |(frame, cut): &CutIn| !at_rest.contains(&(*frame, cut.0));

    stillness::everywhere(probe, "sadaProbe.spaceOut(true)")?;
    probe.frames_pass()?;
    let spaced: Vec<CutIn> = cut_off(probe, &views)?.into_iter().filter(is_new).collect();
    stillness::everywhere(probe, "sadaProbe.spaceOut(false)")?;

    show(probe, (width / 2, height / 2), 2.0)?;
    // What is cut off at any size was left out on purpose, unless its letters are cut through.
    let zoomed: Vec<CutIn> = cut_off(probe, &views)?.into_iter().filter(|cut| cut.1.2 || is_new(cut)).collect();

    show(probe, NARROW, 1.0)?;
    let wide: Vec<(u32, u32, bool)> = probe.run(0, "sadaProbe.sticksOut()")?;
    let bars: Option<(u32, u8)> = probe.run(0, "sadaProbe.bars()")?;

    let (long, short) = (width.max(height), width.min(height));
    show(probe, (short, long), 1.0)?;
    let portrait: HashMap<u32, i32> = turned(probe)?;
    show(probe, (long, short), 1.0)?;
    let landscape: HashMap<u32, i32> = turned(probe)?;
    let letters = |window| -> Result<u32, Stopped> {
        show(probe, window, 1.0)?;
        probe.run(0, "sadaProbe.lettersShown()")
    };
    let letters = [letters(PHONE)?, letters((PHONE.1, PHONE.0))?];

    reading.builder.tried(Need::Resizing);
    for cut in spaced {
        keep_cut(probe, reading, cut, |by| Observation::CutOffBySpacing { by })?;
    }
    for cut in zoomed {
        keep_cut(probe, reading, cut, |by| Observation::CutOffAtZoom { by })?;
    }
    for (number, pixels, is_line) in wide {
        observe(probe, reading, Stop { frame: 0, number }, Observation::SticksOut { pixels, is_line })?;
    }
    if let Some((number, percent)) = bars {
        observe(probe, reading, Stop { frame: 0, number }, Observation::BarsTake { percent })?;
    }
    keep_locked(probe, reading, letters)?;
    keep_turned(probe, reading, &portrait, &landscape)
}

/// What is cut off, on the page and in frames that are large enough to be read.
fn cut_off(probe: &Probe<'_>, views: &[View]) -> Result<Vec<CutIn>, Stopped> {
    let mut all = Vec::new();
    for View { frame, .. } in views {
        let cut: Vec<Cut> = match probe.run(*frame, "sadaProbe.cutOff()") {
            Err(Stopped::PageLeft) if *frame > 0 => continue,
            cut => cut?,
        };
        all.extend(cut.into_iter().map(|cut| (*frame, cut)));
    }
    Ok(all)
}

fn show(probe: &Probe<'_>, (width, height): (u32, u32), scale: f64) -> Result<(), Stopped> {
    probe.tab().set_viewport(width, height, scale)?;
    probe.frames_pass()?;
    stillness::hold_again(probe)
}

fn turned(probe: &Probe<'_>) -> Result<HashMap<u32, i32>, Stopped> {
    let pairs: Vec<(u32, i32)> = probe.run(0, "sadaProbe.turned()")?;
    Ok(pairs.into_iter().collect())
}

fn keep_cut(
    probe: &Probe<'_>,
    reading: &mut Reading,
    (frame, (number, by, _)): CutIn,
    seen: impl Fn(sada_audit::NodeId) -> Observation,
) -> Result<(), Stopped> {
    match node_of(probe, reading, Stop { frame, number: by })? {
        Some(by) => observe(probe, reading, Stop { frame, number }, seen(by)),
        None => Ok(()),
    }
}

/// A page that is hardly there when a phone is held one way is kept at its root.
fn keep_locked(probe: &Probe<'_>, reading: &mut Reading, [portrait, landscape]: [u32; 2]) -> Result<(), Stopped> {
    let Some(root) = root_of(probe, reading)? else { return Ok(()) };
    let (less, more, hidden_in) = if portrait < landscape {
        (portrait, landscape, Turned::Portrait)
    } else {
        (landscape, portrait, Turned::Landscape)
    };
    if more >= FEW_LETTERS {
        reading.builder.observe(root, Observation::ShownWhenTurned { percent: 100 * less / more, least_in: hidden_in });
    }
    Ok(())
}

/// What is turned in one window and not so in the other is kept as rules know it from style sheets: as if each window had
/// a declaration of its own.
fn keep_turned(
    probe: &Probe<'_>,
    reading: &mut Reading,
    portrait: &HashMap<u32, i32>,
    landscape: &HashMap<u32, i32>,
) -> Result<(), Stopped> {
    let mut numbers: Vec<u32> = portrait.keys().chain(landscape.keys()).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        let angles = [(Turned::Portrait, portrait), (Turned::Landscape, landscape)];
        let angles = angles.map(|(turned, angles)| (turned, angles.get(&number).copied().unwrap_or_default()));
        if angles[0].1 == angles[1].1 {
            continue;
        }
        let Some(node) = node_of(probe, reading, Stop { frame: 0, number })? else { continue };
        for (turned, angle) in angles {
            reading.builder.add_declared(
                node,
                Declared {
                    property: "transform".into(),
                    value: format!("rotate({angle}deg)").into(),
                    is_important: false,
                    origin: Origin::Sheet,
                    turned: Some(turned),
                },
            );
        }
    }
    Ok(())
}
