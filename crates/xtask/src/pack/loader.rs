//! Tells the loader how its button looks, where glue and wasm are, and what the wasm must be.

use anyhow::{Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

const PREFIX: &str = "__SADA_";

/// What the placeholders of the loader's source stand for.
pub struct Parts<'a> {
    /// Path of the glue, seen from the loader's own address.
    pub glue: &'a str,
    /// Path of the wasm, seen from there too.
    pub wasm: &'a str,
    /// What is at that path: the browser refuses anything else.
    pub wasm_bytes: &'a [u8],
    /// The button's style sheet.
    pub style: &'a str,
}

/// Fills the placeholders, all of which stand in strings with single quotes.
pub fn fill(source: &str, parts: &Parts<'_>) -> Result<String> {
    let digest = BASE64_STANDARD.encode(Sha256::digest(parts.wasm_bytes));
    let mut filled = source.to_owned();
    for (name, value) in
        [("GLUE__", parts.glue), ("WASM__", parts.wasm), ("WASM_SHA256__", &digest), ("STYLE__", parts.style)]
    {
        let placeholder = format!("{PREFIX}{name}");
        if !filled.contains(&placeholder) {
            bail!("www/loader/sada.js has no {placeholder}");
        }
        filled = filled.replace(&placeholder, &escape(value));
    }
    if let Some(start) = filled.find(PREFIX) {
        let unknown: String = filled[start..].chars().take(24).collect();
        bail!("www/loader/sada.js has a placeholder that nothing fills: {unknown}");
    }
    Ok(filled)
}

/// For a script's string in single quotes.
fn escape(value: &str) -> String {
    value.trim().replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: Parts<'_> = Parts { glue: "a.js", wasm: "b.wasm", wasm_bytes: b"abc", style: "p{content:'\\200e'}\n" };

    #[test]
    fn placeholders_are_filled() {
        let source = "g='__SADA_GLUE__';w='__SADA_WASM__';h='__SADA_WASM_SHA256__';s='__SADA_STYLE__'";
        // The SHA-256 of "abc" (FIPS 180-2, appendix B.1) in base64.
        let expected =
            r"g='a.js';w='b.wasm';h='ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';s='p{content:\'\\200e\'}'";
        assert_eq!(fill(source, &PARTS).unwrap(), expected);
    }

    #[test]
    fn missing_and_unknown_placeholders_are_named() {
        let error = fill("'__SADA_GLUE__','__SADA_WASM__'", &PARTS).unwrap_err();
        assert_eq!(error.to_string(), "www/loader/sada.js has no __SADA_WASM_SHA256__");
        let source = "'__SADA_GLUE__','__SADA_WASM__','__SADA_WASM_SHA256__','__SADA_STYLE__','__SADA_SITE__'";
        let error = fill(source, &PARTS).unwrap_err();
        assert!(error.to_string().contains("__SADA_SITE__"), "{error}");
    }
}
