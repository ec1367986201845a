//! Shortcuts of one character (WCAG 2.1.4).

use super::root_of;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use sada_devtools::{Key, Press};

/// What pages take for shortcuts.
const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789/?.,;-+='[]";

/// Types characters while nothing has the focus, where the page listens to keys at all.
pub fn type_characters(probe: &Probe<'_>, reading: &mut Reading, kinds: &[String]) -> Result<(), Stopped> {
    let listens = ["keydown", "keypress", "keyup"].iter().any(|kind| kinds.iter().any(|known| known == kind));
    if listens {
        probe.run::<bool>(0, "sadaProbe.watch()")?;
        let Some(root) = root_of(probe, reading)? else { return Ok(()) };
        for character in CHARACTERS.chars() {
            if probe.is_late() {
                return Err(Stopped::Budget);
            }
            if is_shortcut(probe, character)? && is_shortcut(probe, character)? {
                reading.builder.observe(root, Observation::Shortcut(character));
            }
        }
    }
    reading.builder.tried(Need::Typing);
    Ok(())
}

/// Whether anything changes with the key. What changes by itself is taken out by looking without it first.
fn is_shortcut(probe: &Probe<'_>, character: char) -> Result<bool, Stopped> {
    probe.run::<bool>(0, "sadaProbe.blur()")?;
    probe.run::<bool>(0, "sadaProbe.expectNothing()")?;
    probe.frames_pass()?;
    if probe.run::<bool>(0, "sadaProbe.hasChanged()")? {
        return Ok(false);
    }
    probe.press_once(Press::from(Key::Character(character)))?;
    probe.frames_pass()?;
    probe.run(0, "sadaProbe.hasChanged()")
}
