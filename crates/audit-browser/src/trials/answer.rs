//! Whether a page answers to something, or changes by itself.

use crate::probe::{Probe, Stopped};

/// How often it must change when something is done, and not change when nothing is, each time as long: a clock on the page
/// may happen to move on just then, and not so often in a row.
const TIMES: usize = 4;
/// Milliseconds in which it answers.
const ANSWER: u32 = 60;
/// Milliseconds in which most of what changes by itself has changed, a third of them at a time.
const BY_ITSELF: u32 = 3_000;
/// How often it may be found changing by itself.
const MOST_RESTLESS: usize = 6;

/// What a page does when something is done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It changes each time, and never while nothing is done.
    Changes,
    Nothing,
    /// Something else changes by itself all the time.
    Unknown,
}

/// Looks at a page that nobody does anything to: what changes by itself is no answer from now on.
pub fn learn(probe: &Probe<'_>) -> Result<(), Stopped> {
    probe.run::<bool>(0, "sadaProbe.watch()")?;
    for _ in 0..3 {
        probe.clock().pass_or_stop(probe, BY_ITSELF / 3)?;
        probe.frames_pass()?;
        ignore_changed(probe)?;
    }
    Ok(())
}

/// Whether the page changes each time `act` is done, and never while nothing is.
pub fn answer(probe: &Probe<'_>, act: impl Fn() -> Result<(), Stopped>) -> Result<Answer, Stopped> {
    let (mut answered, mut restless) = (0, 0);
    while answered < TIMES && restless < MOST_RESTLESS {
        if changes(probe, || Ok(()))? {
            ignore_changed(probe)?;
            restless += 1;
            continue;
        }
        if !changes(probe, &act)? {
            return Ok(Answer::Nothing);
        }
        answered += 1;
    }
    Ok(if answered == TIMES { Answer::Changes } else { Answer::Unknown })
}

/// Whether the page changes while `act` is done, or right after.
pub fn changes(probe: &Probe<'_>, act: impl Fn() -> Result<(), Stopped>) -> Result<bool, Stopped> {
    probe.run::<bool>(0, "sadaProbe.blur()")?;
    probe.run::<bool>(0, "sadaProbe.expectNothing()")?;
    act()?;
    probe.clock().pass_or_stop(probe, ANSWER)?;
    probe.frames_pass()?;
    probe.run(0, "sadaProbe.hasChanged()")
}

/// What has changed since nothing was expected has done so by itself, and will do so again.
fn ignore_changed(probe: &Probe<'_>) -> Result<(), Stopped> {
    probe.run::<bool>(0, "sadaProbe.ignoreChanged()").map(drop)
}
