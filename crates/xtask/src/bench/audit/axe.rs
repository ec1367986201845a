//! axe-core in jsdom: which versions, and what it takes.

use super::corpus;
use crate::{child, setup};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package of npm and its version.
pub type Package = (&'static str, &'static str);
/// Exact versions, as of the day in `docs/benchmarks.md`.
pub const AXE: Package = ("axe-core", "4.14.1");
/// As above: the last that runs in Node.js 18.
pub const JSDOM: Package = ("jsdom", "26.1.0");

/// Milliseconds of processor time that a page took. `peers/axe-jsdom.js` prints a list of these.
#[derive(Serialize, Deserialize)]
pub struct Page {
    /// Where it is.
    file: String,
    /// By jsdom, until there is a document.
    pub parse_ms: f64,
    /// By `axe.run`.
    pub run_ms: f64,
}

/// Gets axe-core, jsdom and the packages with pages where they are missing; returns the folder that they are in.
pub fn fetch(folder: &Path) -> Result<PathBuf> {
    let modules = folder.join("node_modules");
    let packages: Vec<Package> =
        [AXE, JSDOM].into_iter().chain(corpus::TEMPLATES.iter().map(|template| template.package)).collect();
    if !packages.iter().all(|(name, version)| setup::has_package(&modules.join(name), version)) {
        let names: Vec<String> = packages.iter().map(|(name, version)| format!("{name}@{version}")).collect();
        setup::fetch_packages(&names.join(", "), folder, &names, &folder.join("npm.log"))?;
    }
    Ok(modules)
}

/// Audits the pages in a new process of Node.js.
pub fn audit(pages: &[PathBuf], modules: &Path) -> Result<Vec<Page>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bench/peers/axe-jsdom.js");
    let mut node = Command::new("node");
    // The script lies elsewhere than the packages it needs.
    node.arg(script).args(pages).env("NODE_PATH", modules);
    let printed = child::read(&mut node, "Node.js 18 or later is needed; what else is wrong stands above.")?;
    serde_json::from_str(&printed).context("cannot understand what axe-jsdom.js prints")
}
