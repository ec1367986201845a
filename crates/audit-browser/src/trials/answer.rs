//! Whether a page answers to something, or changes by itself.

use crate::probe::{Probe, Stopped};

/// How often it must change when something is done, and not change when nothing is, each time as long: a clock on the page
/// may happen to move on just then, and not so often in a row.
const TIMES: usize = 4;
/// Milliseconds in which it answers.
const ANSWER: u32 = 60;
/// How often it may be found changing by itself.
const MOST_RESTLESS: usize = 6;

/// Whether the page changes each time `act` is done, and never while nothing is.
pub fn answers(probe: &Probe<'_>, act: impl Fn() -> Result<(), Stopped>) -> Result<bool, Stopped> {
    let (mut answered, mut restless) = (0, 0);
    while answered < TIMES && restless < MOST_RESTLESS {
        if changes(probe, || Ok(()))? {
            restless += 1;
            continue;
        }
        if !changes(probe, &act)? {
            return Ok(false);
        }
        answered += 1;
    }
    Ok(answered == TIMES)
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
