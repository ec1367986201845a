//! How the page looks while something has the focus (WCAG 1.4.11, 2.4.7, 2.4.11), in its own colours and in forced ones.
//! Meanwhile its clock stands still, and so does what moves by itself: nothing but the focus changes.

use super::frame::{Area, View, on_page};
use super::graphics::{ENOUGH, NEAR, hundredths};
use super::picture::Picture;
use super::snapshots::{Both, Snapshots};
use super::{change, node_of, observe, stillness};
use crate::keys::{Hands, Stop};
use crate::medium;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use sada_audit_html::Visitor;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// Pictures are taken of so many elements; of the others is kept only what styles prove.
const MOST_PICTURES: usize = 60;
/// Fewer in forced colours, which show what most of a page's controls share.
const MOST_FORCED: usize = 20;
/// CSS pixels around an element in which its outline is.
const BESIDE: u32 = 16;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Appearance {
    /// Whether styles prove that the focus can be seen.
    is_seen: bool,
    /// Whether it has an outline that nothing cuts off, in whatever colour.
    is_outlined: bool,
    /// What lies over all of it.
    cover: Option<u32>,
    /// What all have that look as it does, with the focus and without.
    sign: Option<String>,
}

/// Looks at each of `stops` with the focus and without.
pub fn look(probe: &mut Probe<'_>, reading: &mut Reading, stops: &[Stop]) -> Result<(), Stopped> {
    reading.builder.tried(Need::FocusLook);
    let prepared = stillness::hold(probe).and_then(|()| stillness::everywhere(probe, "sadaProbe.lookAtFocus(true)"));
    let looked = prepared.and_then(|_| look_at_all(probe, reading, stops));
    // Whatever came of it, the page is left as it was.
    medium::emulate(probe.tab(), probe.visitor())?;
    let dressed = stillness::everywhere(probe, "sadaProbe.lookAtFocus(false)");
    stillness::let_go(probe)?;
    dressed?;
    probe.frames_pass()?;
    looked
}

fn look_at_all(probe: &mut Probe<'_>, reading: &mut Reading, stops: &[Stop]) -> Result<(), Stopped> {
    let mut pictures = Snapshots::new(MOST_PICTURES);
    let (mut visible, mut alike) = (Vec::new(), HashMap::new());
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
            let seen = match appearance.sign.as_ref().and_then(|sign| alike.get(sign)) {
                Some(contrast) => Some(Some(*contrast)),
                None => look_closely(probe, &mut pictures, *stop)?,
            };
            if let Some(Some(contrast)) = seen {
                if let Some(ratio) = contrast {
                    observe(probe, reading, *stop, Observation::FocusContrast { hundredths: hundredths(ratio) })?;
                }
                appearance.sign.map(|sign| alike.insert(sign, contrast));
            }
            seen.map(|seen| seen.is_some())
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
    if pictures.is_restless() {
        reading.builder.not_checked("focus-is-visible: the window changes by itself, so pictures do not tell");
    }
    medium::emulate(probe.tab(), &Visitor { forces_colors: true, ..*probe.visitor() })?;
    look_in_forced_colors(probe, reading, pictures.once_more(MOST_FORCED), &visible)
}

/// Whether the focus is seen in pictures, and if so, how far what it changes stands out, as far as that is known.
#[expect(clippy::option_option, reason = "not known, not seen, seen")]
fn look_closely(
    probe: &mut Probe<'_>,
    pictures: &mut Snapshots,
    stop: Stop,
) -> Result<Option<Option<Option<f32>>>, Stopped> {
    match pictures.take(probe, stop)? {
        None => Ok(None),
        Some(both) if both.is_seen => Ok(Some(Some(contrast_of_change(probe, stop, &both)?))),
        Some(_) => Ok(Some(None)),
    }
}

/// Looks at those once more whose focus is seen, in colours that a visitor has chosen: shadows and backgrounds are gone
/// then (CSS Color Adjustment 1, 3.1, <https://www.w3.org/TR/css-color-adjust-1/#forced-colors-properties>), and every
/// outline has a colour that is seen.
fn look_in_forced_colors(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    mut pictures: Snapshots,
    stops: &[Stop],
) -> Result<(), Stopped> {
    let mut alike = HashSet::new();
    for stop in stops {
        let Some(appearance) = appearance(probe, *stop)? else { continue };
        let is_alike = appearance.sign.as_ref().is_some_and(|sign| alike.contains(sign));
        let is_seen = if appearance.is_seen || appearance.is_outlined || is_alike {
            Some(true)
        } else {
            pictures.take(probe, *stop)?.map(|both| both.is_seen)
        };
        if is_seen == Some(true) {
            alike.extend(appearance.sign);
        }
        match is_seen {
            Some(true) => observe(probe, reading, *stop, Observation::FocusSeenInForcedColors)?,
            Some(false) => observe(probe, reading, *stop, Observation::FocusUnseenInForcedColors)?,
            None => {}
        }
    }
    Ok(())
}

/// Puts the focus on a stop and says how it looks; `None` if it does not take it.
fn appearance(probe: &Probe<'_>, stop: Stop) -> Result<Option<Appearance>, Stopped> {
    if probe.is_late() {
        return Err(Stopped::Budget);
    }
    probe.run(stop.frame, &format!("sadaProbe.focusAndSee({})", stop.number))
}

/// How far what the focus changes stands out; `None` where that is not known. What is less than enough at first is looked
/// at again from near by.
fn contrast_of_change(probe: &mut Probe<'_>, stop: Stop, both: &Both) -> Result<Option<f32>, Stopped> {
    let far = change::contrast(&both.focused, &both.plain);
    if far >= ENOUGH {
        return Ok(Some(far));
    }
    let Some(view) = View::of(probe, stop.frame)? else { return Ok(None) };
    if !probe.focus(stop)? {
        return Ok(None);
    }
    let own: Area = probe.run(stop.frame, &format!("sadaProbe.surroundings({}, {BESIDE})", stop.number))?;
    let Some(area) = view.in_window(probe, &[own])?.and_then(|areas| areas.first().copied()) else { return Ok(None) };
    let area = on_page(probe, area)?;
    both.clock(probe)?;
    let focused = Picture::close_up(probe, area, NEAR)?;
    if !probe.run::<bool>(stop.frame, &format!("sadaProbe.isFocused({})", stop.number))? {
        return Ok(None);
    }
    probe.run::<bool>(stop.frame, "sadaProbe.blur()")?;
    both.clock(probe)?;
    let plain = Picture::close_up(probe, area, NEAR)?;
    let (Some(focused), Some(plain)) = (focused, plain) else { return Ok(None) };
    let near = change::contrast(&focused, &plain);
    // Where nothing has changed from near by, it changed elsewhere.
    Ok((near > 1.0).then_some(near.max(far)))
}
