//! What the server answers, kept in memory and compressed beforehand, so that no visit waits for either.

use crate::pack::brotli;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One answer.
#[derive(Default)]
pub struct Asset {
    /// `Content-Type`; empty where there is no body.
    pub kind: &'static str,
    /// As it is.
    pub plain: Vec<u8>,
    /// As browsers download it.
    pub brotli: Vec<u8>,
}

/// Answers by path, query left out.
#[derive(Default)]
pub struct Assets {
    by_path: BTreeMap<String, Asset>,
}

impl Assets {
    /// The answer at a path.
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.by_path.get(path)
    }

    /// Answers with bytes, whose type the file name tells.
    pub fn add(&mut self, path: &str, file_name: &str, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let plain = bytes.into();
        let asset = Asset { kind: content_type(file_name), brotli: brotli(&plain)?, plain };
        self.by_path.insert(path.to_owned(), asset);
        Ok(())
    }

    /// Answers with a file.
    pub fn add_file(&mut self, path: &str, file: &Path) -> Result<()> {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        self.add(path, &file.to_string_lossy(), bytes)
    }

    /// Answers with every file below a folder, under paths that begin with `prefix`. Compressed forms are left out: all are
    /// compressed here, the same way.
    pub fn add_folder(&mut self, prefix: &str, folder: &Path) -> Result<()> {
        for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let file = entry?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if file.is_dir() {
                self.add_folder(&format!("{prefix}{name}/"), &file)?;
            } else if !file.extension().is_some_and(|end| end == "br" || end == "gz") {
                self.add_file(&format!("{prefix}{name}"), &file)?;
            }
        }
        Ok(())
    }

    /// Answers 204, as an endpoint that keeps what is posted may.
    pub fn add_empty(&mut self, path: &str) {
        self.by_path.insert(path.to_owned(), Asset::default());
    }
}

fn content_type(file_name: &str) -> &'static str {
    match file_name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        // Anything else would not be compiled while it streams in.
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_served_without_their_compressed_forms() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("widget")).unwrap();
        for name in ["sada.js", "sada.js.br", "sada.js.gz", "widget/a.wasm"] {
            fs::write(folder.path().join(name), name.repeat(20)).unwrap();
        }
        let mut assets = Assets::default();
        assets.add_folder("/", folder.path()).unwrap();
        assert_eq!(assets.by_path.keys().collect::<Vec<_>>(), ["/sada.js", "/widget/a.wasm"]);
        let wasm = assets.get("/widget/a.wasm").unwrap();
        assert_eq!((wasm.kind, wasm.plain.len()), ("application/wasm", 260));
        assert!(wasm.brotli.len() < wasm.plain.len());
    }
}
