//! Finishes what trunk built: small, named by content, compressed, measured, and known to the loader.

mod compress;
mod esbuild;
mod loader;

use crate::setup::Tools;
use crate::sizes::{Size, Sizes};
use crate::workspace;
use anyhow::{Context, Result};
use compress::compress;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Packs in the staging folder that trunk names.
pub fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("trunk calls this while it builds: run `cargo xtask widget`")?;
    let tools = Tools::locate()?;

    let glue = esbuild::module(&tools, &staging.join("sada-widget.js"))?;
    let wasm = read(&staging.join("sada-widget_bg.wasm"))?;
    let glue_path = format!("widget/sada-{}.js", short_hash(&glue));
    let wasm_path = format!("widget/sada-{}.wasm", short_hash(&wasm));
    let sources = workspace::root().join("www/loader");
    let style = esbuild::style(&tools, &read_text(&sources.join("sada.css"))?)?;
    let parts = loader::Parts { glue: &glue_path, wasm: &wasm_path, wasm_bytes: &wasm, style: &style };
    let loader = loader::fill(&read_text(&sources.join("sada.js"))?, &parts)?;
    let loader = esbuild::script(&tools, &loader)?;

    let sizes = Sizes {
        loader: write(&staging.join("sada.js"), &loader)?,
        glue: write(&staging.join(&glue_path), &glue)?,
        wasm: write(&staging.join(&wasm_path), &wasm)?,
        surveys: compress_surveys(&staging.join("surveys"))?,
    };
    fs::write(staging.join(Sizes::PATH), serde_json::to_vec_pretty(&sizes)?)?;
    remove_what_trunk_made(&staging)
}

/// The first 16 hexadecimal digits of the SHA-256.
fn short_hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest.iter().take(8).fold(0_u64, |start, byte| start << 8 | u64::from(*byte));
    format!("{start:016x}")
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
    fn names_are_the_start_of_the_sha256() {
        // FIPS 180-2, appendix B.1: the digest of "abc" starts with ba7816bf 8f01cfea.
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
    }

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
