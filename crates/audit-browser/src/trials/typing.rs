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
        let characters: Vec<char> = CHARACTERS.chars().collect();
        for shortcut in shortcuts(probe, &characters)? {
            reading.builder.observe(root, Observation::Shortcut(shortcut));
        }
    }
    reading.builder.tried(Need::Typing);
    Ok(())
}

/// Which of the characters the page answers to. Mostly it is none, and all of them together show that as well; where
/// something changes, each half is typed by itself.
fn shortcuts(probe: &Probe<'_>, characters: &[char]) -> Result<Vec<char>, Stopped> {
    let press = |character| probe.press_once(Press::from(Key::Character(character)));
    if probe.is_late() {
        return Err(Stopped::Budget);
    }
    if let [character] = characters {
        return Ok(if answers(probe, || press(*character))? { vec![*character] } else { Vec::new() });
    }
    if !changes(probe, || characters.iter().copied().try_for_each(press))? {
        return Ok(Vec::new());
    }
    let (first, second) = characters.split_at(characters.len() / 2);
    Ok([shortcuts(probe, first)?, shortcuts(probe, second)?].concat())
}
