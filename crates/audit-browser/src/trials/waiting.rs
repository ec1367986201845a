//! What changes while nobody does anything (WCAG 2.2.2). The page's own clock is let run ahead, so nobody has to wait.

use super::frame::View;
use super::observe;
use crate::keys::Stop;
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};

/// Seconds on the page's clock: what moves for five must be stoppable.
const SECONDS: u32 = 12;

/// Lets the page's clock run ahead, and sees which texts change meanwhile and what moves; whether the page kept up with it.
pub fn wait(probe: &Probe<'_>, reading: &mut Reading, clock: &Clock) -> Result<bool, Stopped> {
    for frame in 0..probe.frames() {
        probe.run::<bool>(frame, "sadaProbe.watch()")?;
    }
    let views = View::all(probe)?;
    look_at_moves(probe, &views)?;
    let begun = clock.passed();
    while clock.passed() < begun + u64::from(SECONDS) * 1_000 {
        if !clock.pass(probe, 1_000)? {
            // Whatever has changed by then has changed; how many seconds that were is not known.
            reading.builder.not_checked("what changes by itself: the page is busy all the time".to_owned());
            return Ok(false);
        }
        probe.frame_passes()?;
        look_at_moves(probe, &views)?;
    }
    reading.builder.tried(Need::Waiting);
    for frame in 0..probe.frames() {
        let changed: Vec<(u32, u32)> = probe.run(frame, "sadaProbe.changedTexts()")?;
        for (number, times) in changed {
            observe(probe, reading, Stop { frame, number }, Observation::TextChanged { times, seconds: SECONDS })?;
        }
    }
    for view in &views {
        let kept = keep_moves(probe, reading, view.frame);
        view.kept(reading, kept)?;
    }
    Ok(true)
}

fn look_at_moves(probe: &Probe<'_>, views: &[View]) -> Result<(), Stopped> {
    views.iter().try_for_each(|view| match probe.run::<bool>(view.frame, "sadaProbe.lookAtMoves()") {
        Err(Stopped::PageLeft) if view.frame > 0 => Ok(()),
        looked => looked.map(drop),
    })
}

fn keep_moves(probe: &Probe<'_>, reading: &mut Reading, frame: usize) -> Result<(), Stopped> {
    let moving: Vec<(u32, u32, u32)> = probe.run(frame, "sadaProbe.movers()")?;
    for (number, times, seconds) in moving {
        observe(probe, reading, Stop { frame, number }, Observation::Moves { times, seconds })?;
    }
    Ok(())
}
