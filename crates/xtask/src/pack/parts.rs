//! The files that the loader fetches. All are named after what is in all of them, so that an old one never meets a new one.

use super::esbuild::{self, Surroundings};
use super::{loader, read, read_text, words};
use crate::setup::Tools;
use crate::workspace;
use anyhow::Result;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::Path;

/// What the names of the parts end in, behind what they share.
pub const GLUE: &str = ".js";
/// The popup itself.
pub const WASM: &str = ".wasm";
/// Fetched only where the popup cannot run, or something in the snippet is not understood.
pub const HELP: &str = ".help.js";
/// Fetched only where the owner has colours of her own.
pub const THEME: &str = ".theme.js";

/// The words of a language.
pub fn words_of(tag: &str) -> String {
    format!(".{tag}.json")
}

/// The parts of one build.
pub struct Parts {
    /// What each name ends in, and what is in the file.
    pub files: Vec<(String, Vec<u8>)>,
    /// What the wasm must be.
    pub integrity: String,
}

impl Parts {
    /// Makes them out of what trunk has put into `staging`.
    pub fn make(tools: &Tools, staging: &Path) -> Result<Self> {
        let sources = workspace::root().join("www/loader");
        let mut names = words::names();
        // The questions bring their own sheet, which the hosted page shares.
        let questions = read_text(&workspace::root().join("crates/survey-view/src/questions.css"))?;
        let popup = questions + &read_text(&sources.join("popup.css"))?;
        names.push(("SADA_STYLE", Value::String(esbuild::style(tools, &popup)?)));
        let dialog = read_text(&sources.join("dialog.css"))?;
        names.push(("SADA_DIALOG_STYLE", Value::String(esbuild::style(tools, &dialog)?)));
        let wasm = read(&staging.join("sada-widget_bg.wasm"))?;
        let integrity = loader::integrity_of_wasm(&wasm);
        names.push(("SADA_INTEGRITY", Value::String(integrity.clone())));

        let surroundings = Surroundings { glue: &staging.join("sada-widget.js"), names: &names };
        let mut files = Vec::new();
        for (end, module) in [(GLUE, "popup.js"), (HELP, "help.js"), (THEME, "theme.js")] {
            files.push((end.to_owned(), esbuild::module(tools, &sources.join(module), &surroundings)?));
        }
        files.push((WASM.to_owned(), wasm));
        files.extend(words::packed().map(|(tag, words)| (words_of(tag), words.into_bytes())));
        Ok(Self { files, integrity })
    }

    /// How all paths begin, seen from the loader: `widget/` and the first 8 hexadecimal digits of the SHA-256 of everything.
    pub fn start(&self) -> String {
        let mut digest = Sha256::new();
        for (end, bytes) in &self.files {
            digest.update(end);
            digest.update(Sha256::digest(bytes));
        }
        let start = digest.finalize().iter().take(4).fold(0_u32, |start, byte| start << 8 | u32::from(*byte));
        format!("widget/{start:08x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn arithmetic_of_colours_keeps_its_promises() {
        let test = workspace::root().join("www/loader/colour.test.js");
        let nothing = Surroundings { glue: Path::new("none.js"), names: &[] };
        let bundle = esbuild::module(&Tools::locate().unwrap(), &test, &nothing).unwrap();
        let script = tempfile::NamedTempFile::with_suffix(".mjs").unwrap();
        std::fs::write(script.path(), bundle).unwrap();
        let ran = Command::new("node").arg(script.path()).output().expect("Node.js is there: run `cargo xtask setup`");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }

    fn parts(files: &[(&str, &str)]) -> Parts {
        let files = files.iter().map(|(end, text)| ((*end).to_owned(), text.as_bytes().to_vec())).collect();
        Parts { files, integrity: String::new() }
    }

    #[test]
    fn one_changed_byte_changes_every_name() {
        let before = parts(&[(".js", "a"), (".wasm", "b")]);
        let start = before.start();
        assert!(
            start
                .strip_prefix("widget/")
                .is_some_and(|hex| hex.len() == 8 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
        );
        assert_ne!(start, parts(&[(".js", "a"), (".wasm", "c")]).start());
        assert_ne!(start, parts(&[(".js", "a."), (".wasm", "b")]).start());
    }
}
