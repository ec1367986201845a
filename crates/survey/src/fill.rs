//! Words put into a text where it has a place for them.

use crate::name::is_name;

/// First-strong isolate and its end (UAX #9): what stands between cannot turn the rest of the line around.
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// Replaces `{name}` and `{name|fallback}`: by the word that `word` knows under the name, isolated from the text around it,
/// or by the fallback, or by nothing. Braces that hold no name stay as they are. What is put in is never read again.
pub fn fill(text: &str, word: &dyn Fn(&str) -> Option<String>) -> String {
    replace(text, &|name| {
        let word = word(name).filter(|word| !word.trim().is_empty())?;
        let mut isolated = String::from(ISOLATE);
        // Whatever would close the isolate from within is left out.
        isolated.extend(word.chars().filter(|c| *c != END));
        isolated.push(END);
        Some(isolated)
    })
}

/// Puts words of our own, such as numbers, into the places of a line.
pub fn put(line: &str, places: &[(&str, &str)]) -> String {
    replace(line, &|name| places.iter().find(|(place, _)| *place == name).map(|(_, word)| (*word).to_owned()))
}

fn replace(text: &str, word: &dyn Fn(&str) -> Option<String>) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        replaced.push_str(before);
        rest = after;
        if let Some((place, behind)) = after.split_once('}') {
            let (name, fallback) = place.split_once('|').unwrap_or((place, ""));
            if is_name(name) {
                match word(name) {
                    Some(word) => replaced.push_str(&word),
                    None => replaced.push_str(fallback),
                }
                rest = behind;
                continue;
            }
        }
        replaced.push('{');
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> String {
        fill(text, &|name| match name {
            "name" => Some("سارة".into()),
            "evil" => Some("<img onerror=x>{name}\u{2069}".into()),
            "blank" => Some(" ".into()),
            _ => None,
        })
    }

    #[test]
    fn places_are_filled_once() {
        for (text, expected) in [
            ("Hello {name|you}!", "Hello \u{2068}سارة\u{2069}!"),
            ("Hello {other|you}!", "Hello you!"),
            ("Hello {blank|you}{other}!", "Hello you!"),
            ("{evil}", "\u{2068}<img onerror=x>{name}\u{2069}"),
            ("a { b } {N B} {", "a { b } {N B} {"),
            ("", ""),
        ] {
            assert_eq!(filled(text), expected, "{text}");
        }
    }
}
