//! Holds what moves by itself at one moment while the page is read and pictures of it are taken.

use crate::probe::{Probe, Stopped};

/// Holds all animations: what ends soon at its end, what does not where most of it can be seen.
pub fn hold(probe: &Probe<'_>) -> Result<(), Stopped> {
    if everywhere(probe, "sadaProbe.holdStill()")? {
        // What waits for the end of an animation comes now.
        probe.frames_pass()?;
        hold_again(probe)?;
    }
    Ok(())
}

/// Holds what has begun to move since.
pub fn hold_again(probe: &Probe<'_>) -> Result<(), Stopped> {
    everywhere(probe, "sadaProbe.holdStill()").map(drop)
}

/// Lets no style make the page glide where a key or a script leads it: where it is then would hang on when that is asked.
pub fn scroll_at_once(probe: &Probe<'_>) -> Result<(), Stopped> {
    everywhere(probe, "sadaProbe.scrollAtOnce()").map(drop)
}

/// Lets everything move on.
pub fn let_go(probe: &Probe<'_>) -> Result<(), Stopped> {
    everywhere(probe, "sadaProbe.letMove()").map(drop)
}

/// Runs a question in every frame; whether any of them says yes. A frame that has gone says nothing.
pub fn everywhere(probe: &Probe<'_>, script: &str) -> Result<bool, Stopped> {
    (0..probe.frames()).try_fold(false, |is_so, frame| match probe.run::<bool>(frame, script) {
        Err(Stopped::PageLeft) if frame > 0 => Ok(is_so),
        answer => Ok(answer? || is_so),
    })
}
