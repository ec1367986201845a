//! Pages that answer to movements of the device (WCAG 2.5.4).

use super::answer::{self, Answer, answer, changes};
use super::root_of;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use serde_json::{Value, json};

/// A shake, and a tilt to each side.
const MOVEMENTS: &str = "(() => {
    for (const x of [0, 25, -25, 0]) {
        const acceleration = { x, y: x, z: x };
        dispatchEvent(new DeviceMotionEvent('devicemotion', {
            acceleration, accelerationIncludingGravity: acceleration,
            rotationRate: { alpha: x, beta: x, gamma: x }, interval: 16,
        }));
        dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: x, beta: 2 * x, gamma: 2 * x, absolute: false }));
    }
    return true;
})()";

/// Where there is more to press, nothing is.
const MOST_CONTROLS: usize = 12;

/// Moves the device, where the page listens to that at all.
pub fn shake(probe: &Probe<'_>, reading: &mut Reading, kinds: &[String]) -> Result<(), Stopped> {
    let listens = kinds.iter().any(|kind| kind.starts_with("devicemotion") || kind.starts_with("deviceorientation"));
    if listens && let Some(root) = root_of(probe, reading)? {
        answer::learn(probe)?;
        match answer(probe, || run(probe, MOVEMENTS))? {
            Answer::Changes => {
                reading.builder.observe(root, Observation::AnswersMotion);
                if is_only_moved(probe)? {
                    reading.builder.observe(root, Observation::AnswersMotionOnly);
                }
            }
            Answer::Nothing => {}
            Answer::Unknown => {
                let what =
                    "what moving the device does (motion-is-not-needed): the page changes by itself all the time";
                reading.builder.not_checked(what);
                return Ok(());
            }
        }
    }
    reading.builder.tried(Need::Moving);
    Ok(())
}

fn run(probe: &Probe<'_>, script: &str) -> Result<(), Stopped> {
    probe.run::<bool>(0, script).map(drop)
}

/// Presses all there is to press, without a network: whether nothing of it changes anything, and the page answers to
/// movements after each as before. Where there are links, fields or frames, or it changes by itself, nobody knows.
fn is_only_moved(probe: &Probe<'_>) -> Result<bool, Stopped> {
    let Some(controls) = probe.run::<Option<Vec<u32>>>(0, &format!("sadaProbe.pressable({MOST_CONTROLS})"))? else {
        return Ok(false);
    };
    if probe.frames() > 1 || changes(probe, || Ok(()))? {
        return Ok(false);
    }
    offline(probe, || {
        controls.into_iter().try_fold(true, |is_only, control| {
            let press = format!("sadaProbe.press({control})");
            Ok(is_only
                && !probe.is_late()
                && !changes(probe, || run(probe, &press))?
                && changes(probe, || run(probe, MOVEMENTS))?)
        })
    })
}

/// Tries something while the page has no network, so that nothing pressed reaches anybody.
pub fn offline<T>(probe: &Probe<'_>, trial: impl FnOnce() -> Result<T, Stopped>) -> Result<T, Stopped> {
    let set = |offline: bool| {
        let params = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        probe.call::<Value>("Network.emulateNetworkConditions", &params)
    };
    set(true)?;
    let tried = trial();
    set(false)?;
    tried
}
