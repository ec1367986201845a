//! Finishes what trunk built: small, named by content, compressed, measured, and known to the loader.

mod compress;
mod esbuild;
mod loader;
mod parts;
mod shrink;
mod words;

pub use compress::brotli;

use crate::setup::Tools;
use crate::sizes::{Size, Sizes};
use crate::workspace;
use anyhow::{Context, Result};
use compress::compress;
use parts::Parts;
use sada_audit::report::guide;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Packs in the staging folder that trunk names.
pub fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("trunk calls this while it builds: run `cargo xtask widget`")?;
    let tools = Tools::locate()?;

    shrink::shrink(&tools, &staging.join("sada-widget.js"), &staging.join("sada-widget_bg.wasm"))?;
    let parts = Parts::make(&tools, &staging)?;
    let start = parts.start();
    let sources = workspace::root().join("www/loader");
    let style = esbuild::style(&tools, &read_text(&sources.join("sada.css"))?)?;
    let facts = loader::Facts { parts: &start, integrity: &parts.integrity, style: &style, labels: &words::labels() };
    let loader = loader::fill(&read_text(&sources.join("sada.js"))?, &facts)?;
    let loader = esbuild::script(&tools, &loader)?;

    let mut sizes = BTreeMap::new();
    for (end, bytes) in &parts.files {
        sizes.insert(end.clone(), write(&staging.join(format!("{start}{end}")), bytes)?);
    }
    let mut of = |end: &str| sizes.remove(end).unwrap_or_default();
    let sizes = Sizes {
        is_std_rebuilt: std::env::var_os("SADA_STD").is_some_and(|std| std == "rebuilt"),
        loader: write(&staging.join("sada.js"), &loader)?,
        glue: of(parts::GLUE),
        wasm: of(parts::WASM),
        words: words::packed().map(|(tag, _)| (tag.to_owned(), of(&parts::words_of(tag)))).collect(),
        on_demand: [("help", of(parts::HELP)), ("theme", of(parts::THEME))]
            .map(|(name, size)| (name.to_owned(), size))
            .into(),
        surveys: compress_surveys(&staging.join("surveys"))?,
    };
    fs::write(staging.join("sada.js.sri"), format!("{}\n", loader::integrity_of_script(&loader)))?;
    write_rule_pages(&staging.join("rules"))?;
    fs::write(staging.join(Sizes::PATH), serde_json::to_vec_pretty(&sizes)?)?;
    remove_what_trunk_made(&staging)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, and its compressed forms beside it.
fn write(path: &Path, bytes: &[u8]) -> Result<Size> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    compress(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// What the auditor's rules say, for people.
fn write_rule_pages(folder: &Path) -> Result<()> {
    for (path, html) in guide::pages().chain(guide::examples_to_try()) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, html).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The surveys that trunk copied, by id.
fn compress_surveys(folder: &Path) -> Result<BTreeMap<String, Size>> {
    let mut sizes = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if let (Some(id), Some("json")) = (path.file_stem(), path.extension().and_then(|end| end.to_str())) {
            sizes.insert(id.to_string_lossy().into_owned(), write(&path, &read(&path)?)?);
        }
    }
    Ok(sizes)
}

/// The unhashed files; esbuild has put the snippets into the glue.
fn remove_what_trunk_made(staging: &Path) -> Result<()> {
    fs::remove_file(staging.join("sada-widget.js"))?;
    fs::remove_file(staging.join("sada-widget_bg.wasm"))?;
    let snippets = staging.join("snippets");
    if snippets.exists() {
        fs::remove_dir_all(snippets)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surveys_are_compressed_and_measured() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("nps.json"), "{}").unwrap();
        fs::write(folder.path().join("notes.txt"), "no survey").unwrap();
        let sizes = compress_surveys(folder.path()).unwrap();
        assert_eq!(sizes.keys().collect::<Vec<_>>(), ["nps"]);
        assert_eq!(sizes["nps"].raw, 2);
        assert!(folder.path().join("nps.json.br").exists());
        assert!(!folder.path().join("notes.txt.br").exists());
    }
}
