//! Shortcuts of one character (WCAG 2.1.4).

use super::answer::{self, Answer, answer, changes};
use super::root_of;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Need, Observation};
use sada_devtools::{Key, Press};

/// What pages take for shortcuts.
const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789/?.,;-+='[]";

/// Types characters while nothing has the focus, where the page listens to keys at all. Where it changes by itself all the
/// time, its scripts tell more than typing does.
pub fn type_characters(probe: &Probe<'_>, reading: &mut Reading, kinds: &[String]) -> Result<(), Stopped> {
    let listens = ["keydown", "keypress", "keyup"].iter().any(|kind| kinds.iter().any(|known| known == kind));
    if listens {
        let Some(root) = root_of(probe, reading)? else { return Ok(()) };
        answer::learn(probe)?;
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let found = shortcuts(probe, &characters)?;
        if found.is_unknown && found.characters.is_empty() {
            let what = "what typing does (no-single-character-shortcuts): the page changes by itself all the time";
            reading.builder.not_checked(what);
            return Ok(());
        }
        for shortcut in found.characters {
            reading.builder.observe(root, Observation::Shortcut(shortcut));
        }
    }
    reading.builder.tried(Need::Typing);
    Ok(())
}

#[derive(Default)]
struct Found {
    characters: Vec<char>,
    /// Whether of any of them it could not be told.
    is_unknown: bool,
}

/// Which of the characters the page answers to. Mostly it is none, and all of them together show that as well; where
/// something changes, each half is typed by itself.
fn shortcuts(probe: &Probe<'_>, characters: &[char]) -> Result<Found, Stopped> {
    let press = |character| probe.press_once(Press::from(Key::Character(character)));
    if probe.is_late() {
        return Err(Stopped::Budget);
    }
    if let [character] = characters {
        return Ok(match answer(probe, || press(*character))? {
            Answer::Changes => Found { characters: vec![*character], is_unknown: false },
            answer => Found { characters: Vec::new(), is_unknown: answer == Answer::Unknown },
        });
    }
    if !changes(probe, || characters.iter().copied().try_for_each(press))? {
        return Ok(Found::default());
    }
    let (first, second) = characters.split_at(characters.len() / 2);
    let (first, second) = (shortcuts(probe, first)?, shortcuts(probe, second)?);
    Ok(Found {
        characters: [first.characters, second.characters].concat(),
        is_unknown: first.is_unknown || second.is_unknown,
    })
}
