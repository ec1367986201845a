//! Keys that a page tells its visitors to press, in its own words.

use sada_devtools::{Key, Modifiers, Press};

/// More is no advice but a manual.
const MOST: usize = 12;

/// How many words before or behind a key may say that it is to be pressed.
const NEAR: usize = 6;

/// Words that make a name of a key mean the key.
const CUES: &[&str] =
    &["press", "pressing", "hit", "push", "type", "key", "keys", "use", "using", "exit", "leave", "close", "shortcut"];

/// The presses that `words` advise, each once, in their order. Tab and Shift+Tab are left out, which are tried anyway, and
/// Enter and Space, which would send and follow what nobody wants sent and followed.
pub fn advised(words: &str) -> Vec<Press> {
    let tokens = tokens(words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MOST {
        let (press, length) = match press_at(&tokens[at..]) {
            Some((press, length)) if is_meant(&tokens, at, length, press) => (Some(press), length),
            _ => (None, 1),
        };
        found.extend(press.filter(|press| !found.contains(press)));
        at += length;
    }
    found
}

/// Words and plus signs. A hyphen between two names of keys joins them as a plus does.
fn tokens(words: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let is_joining_hyphen = character == '-' && modifier(&word).is_some();
        if character.is_alphanumeric() {
            word.extend(character.to_lowercase());
        } else {
            if !word.is_empty() {
                tokens.push(std::mem::take(&mut word));
            }
            if character == '+' || is_joining_hyphen {
                tokens.push("+".to_owned());
            }
        }
        if characters.peek().is_none() && !word.is_empty() {
            tokens.push(std::mem::take(&mut word));
        }
    }
    tokens
}

/// The press that the tokens begin with, and how many tokens it takes.
fn press_at(tokens: &[String]) -> Option<(Press, usize)> {
    let mut modifiers = Modifiers::NONE;
    let mut at = 0;
    while let Some(held) = tokens.get(at).and_then(|token| modifier(token)) {
        modifiers = modifiers | held;
        at += 1;
        // "Ctrl + M", "Ctrl plus M", "Ctrl and M", "Ctrl M"
        if tokens.get(at).is_some_and(|token| matches!(token.as_str(), "+" | "plus" | "and")) {
            at += 1;
        }
    }
    let press = key(tokens.get(at)?)?.with(modifiers);
    let is_tried_anyway = press.key == Key::Tab && matches!(modifiers, Modifiers::NONE | Modifiers::SHIFT);
    (!is_tried_anyway).then_some((press, at + 1))
}

/// Whether a key is meant, and not a word that happens to be the name of one.
fn is_meant(tokens: &[String], at: usize, length: usize, press: Press) -> bool {
    let has_cue = |tokens: &[String]| tokens.iter().any(|token| CUES.contains(&token.as_str()));
    let before = &tokens[at.saturating_sub(NEAR)..at];
    let behind = &tokens[(at + length).min(tokens.len())..(at + length + NEAR).min(tokens.len())];
    match press {
        // Nobody writes these otherwise.
        Press { key: Key::Function(_), .. } => true,
        Press { modifiers, .. } if modifiers != Modifiers::NONE && modifiers != Modifiers::SHIFT => true,
        Press { key: Key::Escape, .. } if tokens[at] == "esc" => true,
        // A single letter is a key only right behind "press", or right before "key".
        Press { key: Key::Character(_), .. } => {
            let verbs = ["press", "pressing", "hit", "push", "type"];
            before.iter().rev().take(2).any(|token| verbs.contains(&token.as_str()))
                || behind.first().is_some_and(|token| token == "key")
        }
        _ => has_cue(before) || has_cue(behind),
    }
}

fn modifier(token: &str) -> Option<Modifiers> {
    match token.to_lowercase().as_str() {
        "ctrl" | "control" | "ctl" => Some(Modifiers::CONTROL),
        "alt" | "option" => Some(Modifiers::ALT),
        "shift" => Some(Modifiers::SHIFT),
        "cmd" | "command" | "meta" => Some(Modifiers::META),
        _ => None,
    }
}

fn key(token: &str) -> Option<Key> {
    let named = match token {
        "esc" | "escape" => Key::Escape,
        "home" => Key::Home,
        "end" => Key::End,
        "pageup" => Key::PageUp,
        "pagedown" => Key::PageDown,
        "delete" | "del" => Key::Delete,
        "backspace" => Key::Backspace,
        "insert" => Key::Insert,
        "tab" => Key::Tab,
        _ => return function(token).or_else(|| single(token)),
    };
    Some(named)
}

fn function(token: &str) -> Option<Key> {
    let number: u8 = token.strip_prefix('f')?.parse().ok()?;
    (1..=12).contains(&number).then_some(Key::Function(number))
}

fn single(token: &str) -> Option<Key> {
    let mut characters = token.chars();
    let first = characters.next().filter(char::is_ascii_alphanumeric)?;
    characters.next().is_none().then_some(Key::Character(first))
}

#[cfg(test)]
mod tests {
    use super::advised;

    #[test]
    fn keys_are_found_where_they_are_meant() {
        for (words, expected) in [
            ("Press Ctrl+M to exit.", vec!["Ctrl+M"]),
            ("Press  Ctrl  +  M  to leave this field", vec!["Ctrl+M"]),
            ("Use Control-Shift-X", vec!["Ctrl+Shift+X"]),
            ("Close it with the Escape key.", vec!["Escape"]),
            ("Esc: الخروج", vec!["Escape"]),
            ("للخروج اضغط Ctrl+M", vec!["Ctrl+M"]),
            ("F6 moves to the next pane", vec!["F6"]),
            ("press the M key, or hit q", vec!["M", "Q"]),
            ("Press Esc or press Escape", vec!["Escape"]),
            ("Press Alt and F10", vec!["Alt+F10"]),
            ("Ctrl+Tab switches", vec!["Ctrl+Tab"]),
            ("Press Tab or Shift+Tab to move", vec![]),
            ("Great Escape: a film", vec![]),
            ("A plan b for vitamin c", vec![]),
            ("press Enter or Space", vec![]),
            ("go home at the end", vec![]),
            ("F16 and F0 and f6000", vec![]),
            ("", vec![]),
            ("+ - +", vec![]),
            ("Ctrl", vec![]),
        ] {
            let found: Vec<String> = advised(words).iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{words}");
        }
    }
}
