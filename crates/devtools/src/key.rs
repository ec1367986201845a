//! Keys, and what the browser must be told so that it does with them what it does for a person.

use std::fmt;
use std::ops::BitOr;

/// A key of a keyboard. Characters are those of a US layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the standard's: UI Events KeyboardEvent key values")]
pub enum Key {
    Tab,
    Enter,
    Escape,
    Space,
    ArrowUp,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    Home,
    End,
    PageUp,
    PageDown,
    Backspace,
    Delete,
    Insert,
    /// F1 to F12.
    Function(u8),
    /// A letter, a digit or a sign, as it is written without modifiers.
    Character(char),
}

/// Keys that are held while another is pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Modifiers(u8);

impl Modifiers {
    /// None.
    pub const NONE: Modifiers = Modifiers(0);
    /// Alt, or Option on a Mac.
    pub const ALT: Modifiers = Modifiers(1);
    /// Control.
    pub const CONTROL: Modifiers = Modifiers(2);
    /// Command on a Mac, the Windows key elsewhere.
    pub const META: Modifiers = Modifiers(4);
    /// Shift.
    pub const SHIFT: Modifiers = Modifiers(8);

    /// Whether all of `other` are held.
    pub fn has(self, other: Modifiers) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of the `DevTools` protocol (`Input.dispatchKeyEvent`, `modifiers`).
    pub(crate) fn bits(self) -> u8 {
        self.0
    }
}

impl BitOr for Modifiers {
    type Output = Modifiers;

    fn bitor(self, other: Modifiers) -> Modifiers {
        Modifiers(self.0 | other.0)
    }
}

/// A key with the modifiers that are held: what one press is. Written `Ctrl+M`, `Shift+Tab`, `Escape`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Press {
    /// The key.
    pub key: Key,
    /// What is held.
    pub modifiers: Modifiers,
}

impl Key {
    /// This key while `modifiers` are held.
    pub fn with(self, modifiers: Modifiers) -> Press {
        Press { key: self, modifiers }
    }
}

impl From<Key> for Press {
    fn from(key: Key) -> Self {
        key.with(Modifiers::NONE)
    }
}

/// What `Input.dispatchKeyEvent` wants to know.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyEvent {
    /// `KeyboardEvent.key`.
    pub key: String,
    /// `KeyboardEvent.code`; empty where no key of a US keyboard writes the character.
    pub code: String,
    /// `KeyboardEvent.keyCode`.
    pub key_code: u32,
    /// What it types; empty for keys that type nothing. Without it, Enter presses no button.
    pub text: String,
}

impl Press {
    pub(crate) fn event(self) -> KeyEvent {
        let named =
            |name: &str, key_code| KeyEvent { key: name.into(), code: name.into(), key_code, text: String::new() };
        let types = |event: KeyEvent, text: &str| KeyEvent { text: text.into(), ..event };
        match self.key {
            Key::Tab => named("Tab", 9),
            Key::Enter => types(named("Enter", 13), "\r"),
            Key::Escape => named("Escape", 27),
            Key::Space => KeyEvent { key: " ".into(), ..types(named("Space", 32), self.typed(" ")) },
            Key::ArrowLeft => named("ArrowLeft", 37),
            Key::ArrowUp => named("ArrowUp", 38),
            Key::ArrowRight => named("ArrowRight", 39),
            Key::ArrowDown => named("ArrowDown", 40),
            Key::PageUp => named("PageUp", 33),
            Key::PageDown => named("PageDown", 34),
            Key::End => named("End", 35),
            Key::Home => named("Home", 36),
            Key::Backspace => named("Backspace", 8),
            Key::Insert => named("Insert", 45),
            Key::Delete => named("Delete", 46),
            Key::Function(number) => named(&format!("F{number}"), 111 + u32::from(number)),
            Key::Character(character) => self.character_event(character),
        }
    }

    fn character_event(self, character: char) -> KeyEvent {
        let shifted = self.modifiers.has(Modifiers::SHIFT);
        let written = if shifted { character.to_ascii_uppercase() } else { character }.to_string();
        let (code, key_code) = match character {
            'a'..='z' | 'A'..='Z' => {
                let letter = character.to_ascii_uppercase();
                (format!("Key{letter}"), u32::from(letter))
            }
            '0'..='9' => (format!("Digit{character}"), u32::from(character)),
            _ => SIGNS
                .iter()
                .find(|(sign, ..)| *sign == character)
                .map_or_else(|| (String::new(), 0), |(_, code, key_code)| ((*code).to_owned(), *key_code)),
        };
        KeyEvent { text: self.typed(&written).to_owned(), key: written, code, key_code }
    }

    /// With Control, Alt or Meta a key is a command and types nothing.
    fn typed(self, text: &str) -> &str {
        let is_command =
            [Modifiers::CONTROL, Modifiers::ALT, Modifiers::META].iter().any(|held| self.modifiers.has(*held));
        if is_command { "" } else { text }
    }
}

/// The signs of a US keyboard that are typed without Shift.
const SIGNS: &[(char, &str, u32)] = &[
    (';', "Semicolon", 186),
    ('=', "Equal", 187),
    (',', "Comma", 188),
    ('-', "Minus", 189),
    ('.', "Period", 190),
    ('/', "Slash", 191),
    ('`', "Backquote", 192),
    ('[', "BracketLeft", 219),
    ('\\', "Backslash", 220),
    (']', "BracketRight", 221),
    ('\'', "Quote", 222),
];

impl fmt::Display for Press {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (Modifiers::CONTROL, "Ctrl"),
            (Modifiers::ALT, "Alt"),
            (Modifiers::META, "Meta"),
            (Modifiers::SHIFT, "Shift"),
        ] {
            if self.modifiers.has(held) {
                write!(formatter, "{name}+")?;
            }
        }
        match self.key {
            Key::Function(number) => write!(formatter, "F{number}"),
            Key::Character(character) => write!(formatter, "{}", character.to_uppercase()),
            key => write!(formatter, "{key:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_what_a_us_keyboard_sends() {
        let ctrl = Modifiers::CONTROL;
        for (press, key, code, key_code, text) in [
            (Press::from(Key::Tab), "Tab", "Tab", 9, ""),
            (Key::Enter.into(), "Enter", "Enter", 13, "\r"),
            (Key::Space.into(), " ", "Space", 32, " "),
            (Key::Function(6).into(), "F6", "F6", 117, ""),
            (Key::Character('m').into(), "m", "KeyM", 77, "m"),
            (Key::Character('m').with(Modifiers::SHIFT), "M", "KeyM", 77, "M"),
            (Key::Character('m').with(ctrl), "m", "KeyM", 77, ""),
            (Key::Character('7').into(), "7", "Digit7", 55, "7"),
            (Key::Character('.').into(), ".", "Period", 190, "."),
            (Key::Character('ع').into(), "ع", "", 0, "ع"),
        ] {
            let expected = KeyEvent { key: key.into(), code: code.into(), key_code, text: text.into() };
            assert_eq!(press.event(), expected, "{press}");
        }
    }

    #[test]
    fn presses_are_written_as_people_write_them() {
        assert_eq!(Key::Tab.with(Modifiers::SHIFT).to_string(), "Shift+Tab");
        assert_eq!(Key::Character('m').with(Modifiers::CONTROL | Modifiers::SHIFT).to_string(), "Ctrl+Shift+M");
        assert_eq!(Press::from(Key::Function(6)).to_string(), "F6");
    }
}
