//! What changes while nobody does anything (WCAG 2.2.2). The page's own clock is let run ahead, so nobody has to wait.

use super::observe;
use crate::keys::Stop;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Seconds on the page's clock: what moves for five must be stoppable.
const SECONDS: u32 = 12;
/// How long that may take on ours.
const LIMIT: Duration = Duration::from_secs(5);

/// Lets the page's clock run ahead, and sees which texts change meanwhile. Afterwards its clock stands still.
pub fn wait(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    for frame in 0..probe.frames() {
        probe.run::<bool>(frame, "sadaProbe.watch()")?;
    }
    let expired = probe.tab().subscribe("Emulation.virtualTimeBudgetExpired");
    let params = json!({ "policy": "advance", "budget": SECONDS * 1_000, "maxVirtualTimeTaskStarvationCount": 10_000 });
    probe.call::<Value>("Emulation.setVirtualTimePolicy", &params)?;
    let begun = Instant::now();
    if expired.recv_timeout(LIMIT).is_err() {
        // Whatever has changed by then has changed; how many seconds that were is not known.
        reading
            .builder
            .not_checked(format!("what changes by itself: the page is busy for {} s", begun.elapsed().as_secs()));
        return Ok(());
    }
    reading.builder.tried(Need::Waiting);
    for frame in 0..probe.frames() {
        let changed: Vec<(u32, u32)> = probe.run(frame, "sadaProbe.changedTexts()")?;
        for (number, times) in changed {
            observe(probe, reading, Stop { frame, number }, Observation::TextChanged { times, seconds: SECONDS })?;
        }
    }
    Ok(())
}
