//! Language tags (BCP 47, <https://www.rfc-editor.org/info/bcp47>).

use hashbrown::HashSet;
use std::sync::LazyLock;

/// The primary language subtags of the IANA Language Subtag Registry of 2026-09-17
/// (<https://www.iana.org/assignments/language-subtag-registry>), the range `qaa..qtz` for private use left out. A copy,
/// as crates hold either ISO 639 alone, without collections and withdrawn codes, or a registry that is years old; an
/// entry that were missing would be a false alarm.
static SUBTAGS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("subtags.txt").split_ascii_whitespace().collect());

/// Tags that are registered as a whole and begin with no language (RFC 5646, 2.2.8, irregular).
const GRANDFATHERED: &[&str] = &[
    "i-ami",
    "i-bnn",
    "i-default",
    "i-enochian",
    "i-hak",
    "i-klingon",
    "i-lux",
    "i-mingo",
    "i-navajo",
    "i-pwn",
    "i-tao",
    "i-tay",
    "i-tsu",
];

/// What the registry has to say of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Registered {
    /// It begins with a language.
    Yes,
    /// It may mean something to somebody, and to no screen reader: an old tag that names no language, or one that was
    /// made up for private use.
    Special,
    /// It begins with nothing that is a language.
    No,
}

/// The part that names the language, in lower case.
pub(crate) fn primary(tag: &str) -> String {
    tag.trim_ascii().split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether two tags name the same language, whatever region or script they add.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    primary(one) == primary(other)
}

/// Whether a tag begins with a registered language.
pub(crate) fn registered(tag: &str) -> Registered {
    let language = primary(tag);
    let is_private = matches!(language.as_bytes(), [b'q', b'a'..=b't', b'a'..=b'z']);
    if SUBTAGS.contains(language.as_str()) || is_private {
        Registered::Yes
    } else if GRANDFATHERED.contains(&tag.trim_ascii().to_ascii_lowercase().as_str()) || language == "x" {
        Registered::Special
    } else {
        Registered::No
    }
}

#[cfg(test)]
mod tests {
    use super::{Registered, is_same, registered};

    #[test]
    fn the_registry_decides() {
        for (tag, expected) in [
            ("en", Registered::Yes),
            ("EN-us", Registered::Yes),
            ("fa-IR", Registered::Yes),
            ("iw", Registered::Yes),
            ("sh", Registered::Yes),
            ("zh-min-nan", Registered::Yes),
            ("arb", Registered::Yes),
            ("pes", Registered::Yes),
            ("bih", Registered::Yes),
            ("cel-gaulish", Registered::Yes),
            ("en-GB-oed", Registered::Yes),
            ("en-nonsense-region", Registered::Yes),
            ("mul", Registered::Yes),
            ("zxx", Registered::Yes),
            ("qtx", Registered::Yes),
            ("i-lux", Registered::Special),
            ("i-Klingon", Registered::Special),
            ("x-elvish", Registered::Special),
            ("xyz", Registered::No),
            ("eng", Registered::No),
            ("en_US", Registered::No),
            ("qu1", Registered::No),
            ("persian", Registered::No),
            ("#!", Registered::No),
            ("", Registered::No),
            ("فا", Registered::No),
        ] {
            assert_eq!(registered(tag), expected, "{tag}");
        }
    }

    #[test]
    fn regions_make_no_other_language() {
        assert!(is_same("en-US", "EN"));
        assert!(!is_same("en", "enm"));
    }
}
