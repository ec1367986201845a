//! Tells the loader how its button looks and what it says, where the parts of the popup are, and what the wasm must be.

use anyhow::{Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256, Sha384};

const PREFIX: &str = "__SADA_";

/// What the placeholders of the loader's source stand for.
pub struct Facts<'a> {
    /// How the paths of all parts begin, seen from the loader's own address.
    pub parts: &'a str,
    /// Of the wasm: the browser refuses any other.
    pub integrity: &'a str,
    /// The button's style sheet.
    pub style: &'a str,
    /// What the button says, by language.
    pub labels: &'a Value,
}

/// Fills the placeholders, all of which stand in strings with single quotes.
pub fn fill(source: &str, facts: &Facts<'_>) -> Result<String> {
    let labels = facts.labels.to_string();
    let mut filled = source.to_owned();
    for (name, value) in [("PARTS__", facts.parts), ("INTEGRITY__", facts.integrity), ("STYLE__", facts.style)] {
        filled = replace(&filled, &format!("{PREFIX}{name}"), &escape(value))?;
    }
    // No string but an object, which takes the place of the quotes as well.
    filled = replace(&filled, &format!("'{PREFIX}LABELS__'"), &labels)?;
    if let Some(start) = filled.find(PREFIX) {
        let unknown: String = filled[start..].chars().take(24).collect();
        bail!("www/loader/sada.js has a placeholder that nothing fills: {unknown}");
    }
    Ok(filled)
}

fn replace(source: &str, placeholder: &str, value: &str) -> Result<String> {
    if !source.contains(placeholder) {
        bail!("www/loader/sada.js has no {placeholder}");
    }
    Ok(source.replace(placeholder, value))
}

/// For a script's string in single quotes.
fn escape(value: &str) -> String {
    value.trim().replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n")
}

/// The value of `integrity` for a page that takes this script and no other.
/// <https://www.w3.org/TR/sri-2/#integrity-metadata-description>
pub fn integrity_of_script(script: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(script)))
}

/// The same for the wasm, shorter: every page pays for it.
pub fn integrity_of_wasm(wasm: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(wasm)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SOURCE: &str = "p='__SADA_PARTS__';i='__SADA_INTEGRITY__';s='__SADA_STYLE__';l='__SADA_LABELS__'";

    fn filled(source: &str) -> Result<String> {
        let labels = json!({"ar": "رأيك", "en": "Feedback"});
        fill(
            source,
            &Facts {
                parts: "widget/a",
                integrity: &integrity_of_wasm(b"abc"),
                style: "p{content:'\\200e'}\n",
                labels: &labels,
            },
        )
    }

    #[test]
    fn placeholders_are_filled() {
        // The SHA-256 of "abc" (FIPS 180-2, appendix B.1) in base64.
        let expected = "p='widget/a';i='sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';\
                        s='p{content:\\'\\\\200e\\'}';l={\"ar\":\"رأيك\",\"en\":\"Feedback\"}";
        assert_eq!(filled(SOURCE).unwrap(), expected);
    }

    #[test]
    fn missing_and_unknown_placeholders_are_named() {
        let error = filled("'__SADA_PARTS__'").unwrap_err();
        assert_eq!(error.to_string(), "www/loader/sada.js has no __SADA_INTEGRITY__");
        let error = filled(&format!("{SOURCE};x='__SADA_SITE__'")).unwrap_err();
        assert!(error.to_string().contains("__SADA_SITE__"), "{error}");
    }

    #[test]
    fn integrity_is_the_sha384() {
        // FIPS 180-2, appendix D.1: the digest of "abc" starts with cb00753f 45a35e8b.
        assert!(integrity_of_script(b"abc").starts_with("sha384-ywB1P0WjXou1oD1p"));
    }
}
