//! Shortcuts of one character (WCAG 2.1.4).

use super::answer::{answers, changes};
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
        let press = |character| probe.press_once(Press::from(Key::Character(character)));
        // Mostly none of them is a shortcut, and all of them together show that as well.
        if !changes(probe, || CHARACTERS.chars().try_for_each(press))? {
            reading.builder.tried(Need::Typing);
            return Ok(());
        }
        for character in CHARACTERS.chars() {
            if probe.is_late() {
                return Err(Stopped::Budget);
            }
            if answers(probe, || press(character))? {
                reading.builder.observe(root, Observation::Shortcut(character));
            }
        }
    }
    reading.builder.tried(Need::Typing);
    Ok(())
}
