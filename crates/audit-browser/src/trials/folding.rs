//! Whether anything on a page folds a part of it away (WCAG 2.4.1).

use super::motion::offline;
use super::root_of;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Observation, waits_for_folding};

/// Where there is more to press, nothing is.
const MOST_CONTROLS: usize = 8;

/// Presses all there is to press, without a network, where it depends on that whether the page has a way past what it
/// repeats. Where it listens to keys as well, or has fields, nobody knows.
pub fn press_all(probe: &Probe<'_>, reading: &mut Reading, kinds: &[String]) -> Result<(), Stopped> {
    let listens = kinds.iter().any(|kind| kind.starts_with("key"));
    if listens || probe.frames() > 1 || !waits_for_folding(reading.builder.so_far()) {
        return Ok(());
    }
    let controls = probe.run::<Option<Vec<u32>>>(0, &format!("sadaProbe.pressable({MOST_CONTROLS}, false)"))?;
    let (Some(controls), Some(root)) = (controls, root_of(probe, reading)?) else { return Ok(()) };
    let clock = probe.clock();
    let hides = |control: u32| -> Result<bool, Stopped> {
        if probe.is_late() {
            return Ok(true);
        }
        // What is pressed once may be pressed back.
        for _ in 0..2 {
            probe.run::<bool>(0, &format!("sadaProbe.pressAndSee({control})"))?;
            clock.settle(probe)?;
            if probe.run::<bool>(0, "sadaProbe.hidesNow()")? {
                return Ok(true);
            }
        }
        Ok(false)
    };
    let folds = offline(probe, || {
        controls.iter().try_fold(false, |folds, control| Ok::<_, Stopped>(folds || hides(*control)?))
    })?;
    if !folds {
        reading.builder.observe(root, Observation::FoldsNothing);
    }
    Ok(())
}
