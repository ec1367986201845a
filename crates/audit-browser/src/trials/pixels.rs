//! Contrast by pictures: one without letters, one with letters that stand out everywhere, and, where the letters' own
//! colour is not known, one of the page as it is.

use super::node_of;
use super::picture::Picture;
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Contrasts, Element, Position, Rect, TextInDoubt};
use std::collections::HashSet;

/// Of a longer page the rest is not looked at.
const MOST_HEIGHT: f32 = 8_000.0;
/// Nor more windows of it.
const MOST_WINDOWS: usize = 12;
/// More elements than these are not asked for what they are.
const MOST_MOVING: usize = 100;
/// More texts than these are not measured.
const MOST_TEXTS: usize = 2_000;
/// CSS pixels above a text that is brought into the window: what stays there when the page is moved lies over less.
const ABOVE: f32 = 120.0;

/// Measures every text whose contrast styles do not tell, one window after the other. A picture of all of the page would be
/// less work, but Chromium resizes the window for it, to a single pixel in between, and scripts change what they then see.
pub fn measure(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    let mut doubts = reading.builder.so_far().texts_in_doubt();
    doubts.retain(|doubt| bottom(doubt) <= MOST_HEIGHT);
    if !doubts.is_empty() {
        leave_out_what_moves(probe, reading, &mut doubts)?;
    }
    doubts.truncate(MOST_TEXTS);
    if doubts.is_empty() {
        return Ok(());
    }
    let measured = measure_all(probe, reading, doubts);
    probe.run::<bool>(0, "sadaProbe.scrollBack()")?;
    measured
}

fn measure_all(probe: &Probe<'_>, reading: &mut Reading, mut doubts: Vec<TextInDoubt>) -> Result<(), Stopped> {
    let [mut scrolled, height]: [f32; 2] = probe.run(0, "[scrollY, innerHeight]")?;
    for _ in 0..MOST_WINDOWS {
        let Some(first) = doubts.iter().map(top).reduce(f32::min) else { break };
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        if !doubts.iter().any(|doubt| is_in(doubt, scrolled, height)) {
            scrolled = probe.run(0, &format!("sadaProbe.showAt({})", first - ABOVE))?;
            doubts.retain(|doubt| !stays(reading, doubt));
        }
        let (seen, rest): (Vec<_>, Vec<_>) = doubts.into_iter().partition(|doubt| is_in(doubt, scrolled, height));
        // What no window shows, or not all of it, would be waited for again and again.
        doubts = rest.into_iter().filter(|doubt| !seen.is_empty() || top(doubt) > first).collect();
        look(probe, reading, &seen, scrolled)?;
    }
    Ok(())
}

fn look(probe: &Probe<'_>, reading: &mut Reading, doubts: &[TextInDoubt], scrolled: f32) -> Result<(), Stopped> {
    if doubts.is_empty() {
        return Ok(());
    }
    let needs_own = doubts.iter().any(|doubt| doubt.letter.is_none());
    let shown = if needs_own { Picture::of_window(probe)? } else { None };
    let cleared = painted(probe, "'transparent'");
    let painted = cleared.and_then(|cleared| Ok((cleared, painted(probe, "'#ff00ff'")?)));
    paint_letters(probe, "null")?;
    let (Some(cleared), Some(marked)) = painted? else { return Ok(()) };
    let pictures = Pictures { shown, cleared, marked, scrolled };
    for doubt in doubts {
        if let Some(contrasts) = pictures.contrasts(doubt) {
            reading.builder.set_contrasts(doubt.text, contrasts);
        }
    }
    Ok(())
}

fn top(doubt: &TextInDoubt) -> f32 {
    doubt.lines.iter().map(|line| line.y).fold(f32::INFINITY, f32::min)
}

fn bottom(doubt: &TextInDoubt) -> f32 {
    doubt.lines.iter().map(|line| line.y + line.height).fold(0.0, f32::max)
}

/// Whether a text is not moved with the page, or not all the way.
fn stays(reading: &Reading, doubt: &TextInDoubt) -> bool {
    let around = reading.builder.so_far().element(doubt.element).map(Element::flat_lineage);
    around.into_iter().flatten().any(|at| matches!(at.style().position, Position::Fixed | Position::Sticky))
}

/// Whether all of a text is in the window.
fn is_in(doubt: &TextInDoubt, scrolled: f32, height: f32) -> bool {
    top(doubt) >= scrolled && bottom(doubt) <= scrolled + height
}

/// Takes out texts in animations that go on: what lies behind them, and how they look, is another thing every moment.
fn leave_out_what_moves(probe: &Probe<'_>, reading: &Reading, doubts: &mut Vec<TextInDoubt>) -> Result<(), Stopped> {
    let mut moving = HashSet::new();
    for frame in 0..probe.frames() {
        let numbers: Vec<u32> = probe.run(frame, &format!("sadaProbe.endless({MOST_MOVING})"))?;
        for number in numbers {
            moving.extend(node_of(probe, reading, Stop { frame, number })?);
        }
    }
    let page = reading.builder.so_far();
    let is_moving = |doubt: &TextInDoubt| {
        let around = page.element(doubt.element).map(Element::flat_lineage);
        around.into_iter().flatten().any(|element| moving.contains(&element.id()))
    };
    doubts.retain(|doubt| moving.is_empty() || !is_moving(doubt));
    Ok(())
}

fn painted(probe: &Probe<'_>, color: &str) -> Result<Option<Picture>, Stopped> {
    paint_letters(probe, color)?;
    probe.frames_pass()?;
    Picture::of_window(probe)
}

/// Paints all letters in a colour, given as the script writes it; in their own ones again for `null`.
pub fn paint_letters(probe: &Probe<'_>, color: &str) -> Result<(), Stopped> {
    let script = format!("sadaProbe.paintLetters({color})");
    (0..probe.frames()).try_for_each(|frame| probe.run::<bool>(frame, &script).map(drop))
}

struct Pictures {
    shown: Option<Picture>,
    /// Without letters.
    cleared: Picture,
    /// With letters that stand out everywhere.
    marked: Picture,
    /// CSS pixels by which the page was moved up under the window.
    scrolled: f32,
}

impl Pictures {
    /// Contrasts of a text with every pixel behind its letters. Pixels that no letter touches do not count.
    fn contrasts(&self, doubt: &TextInDoubt) -> Option<Contrasts> {
        let mut found: Option<Contrasts> = None;
        let lines = doubt.lines.iter().map(|line| Rect { y: line.y - self.scrolled, ..*line });
        for (x, y) in lines.flat_map(|line| self.cleared.places(line)) {
            let (Some(behind), Some(mark)) = (self.cleared.at(x, y), self.marked.at(x, y)) else { continue };
            if behind == mark {
                continue;
            }
            let ratio = match doubt.letter {
                Some(own) => own.over(behind).contrast(behind),
                None => self.shown.as_ref()?.at(x, y)?.contrast(behind),
            };
            let is_exact = doubt.letter.is_some();
            let known = found.get_or_insert(Contrasts { lowest: ratio, highest: ratio, is_exact });
            known.lowest = known.lowest.min(ratio);
            known.highest = known.highest.max(ratio);
        }
        // A letter's edge is nearly what is behind: without its own colour the lowest says nothing.
        found.map(|known| if known.is_exact { known } else { Contrasts { lowest: 1.0, ..known } })
    }
}
