//! Links that skip, followed with the keyboard (WCAG 2.4.1).

use super::{node_of, observe};
use crate::keys::{Hands, Stop};
use crate::probe::{Clock, Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Element, NodeId, Observation, skip_links};
use sada_devtools::{Key, Press};

/// More of them are not followed.
const MOST: usize = 6;

/// Presses Enter on each of the links among `stops` that say that they skip something, and then Tab.
pub fn follow_links(
    probe: &mut Probe<'_>,
    reading: &mut Reading,
    stops: &[Stop],
    clock: &Clock,
) -> Result<(), Stopped> {
    let links: Vec<NodeId> = skip_links(reading.builder.so_far()).map(Element::id).take(MOST).collect();
    let mut left = links.len();
    for stop in stops.iter().filter(|stop| stop.frame == 0) {
        if left == 0 {
            break;
        }
        if probe.is_late() {
            return Err(Stopped::Budget);
        }
        if !node_of(probe, reading, *stop)?.is_some_and(|node| links.contains(&node)) {
            continue;
        }
        left -= 1;
        if let Some(next) = follow(probe, reading, *stop, clock)? {
            observe(probe, reading, *stop, Observation::SkipsNothing { next })?;
        }
    }
    Ok(())
}

/// What has the focus afterwards, if it lies between the link and what that leads to.
fn follow(probe: &mut Probe<'_>, reading: &Reading, link: Stop, clock: &Clock) -> Result<Option<NodeId>, Stopped> {
    if !probe.focus(link)? {
        return Ok(None);
    }
    probe.press_once(Press::from(Key::Enter))?;
    clock.settle(probe)?;
    probe.press_once(Press::from(Key::Tab))?;
    clock.settle(probe)?;
    let Some(next) = probe.glance()?.stop().filter(|next| next.frame == link.frame) else { return Ok(None) };
    let is_skipped: bool = probe.run(0, &format!("sadaProbe.isSkipped({}, {})", next.number, link.number))?;
    if is_skipped { node_of(probe, reading, next) } else { Ok(None) }
}
