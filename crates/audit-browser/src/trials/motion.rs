//! Pages that answer to movements of the device (WCAG 2.5.4).

use super::answer::answers;
use super::root_of;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};

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

/// Moves the device, where the page listens to that at all.
pub fn shake(probe: &Probe<'_>, reading: &mut Reading, kinds: &[String]) -> Result<(), Stopped> {
    let listens = kinds.iter().any(|kind| kind.starts_with("devicemotion") || kind.starts_with("deviceorientation"));
    if listens && let Some(root) = root_of(probe, reading)? {
        probe.run::<bool>(0, "sadaProbe.watch()")?;
        if answers(probe, || probe.run::<bool>(0, MOVEMENTS).map(drop))? {
            reading.builder.observe(root, Observation::AnswersMotion);
        }
    }
    reading.builder.tried(Need::Moving);
    Ok(())
}
