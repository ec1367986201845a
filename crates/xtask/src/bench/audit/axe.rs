//! axe-core: which version, in what, and what it takes in jsdom.

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
/// As above.
pub const PLAYWRIGHT: Package = ("playwright-core", "1.65.1");

/// Milliseconds that a page took, of processor time where nothing else is said. `peers/axe-jsdom.js` prints a list of these.
#[derive(Serialize, Deserialize)]
pub struct Page {
    /// Where it is.
    file: String,
    /// By jsdom, until there is a document.
    pub parse_ms: f64,
    /// By `axe.run`.
    pub run_ms: f64,
    /// By both, on the wall.
    pub wall_ms: f64,
}

/// Gets axe-core, what it runs in, and the packages with pages where they are missing; returns the folder that they are in.
pub fn fetch(folder: &Path) -> Result<PathBuf> {
    let modules = folder.join("node_modules");
    let packages: Vec<Package> =
        [AXE, JSDOM, PLAYWRIGHT].into_iter().chain(corpus::TEMPLATES.iter().map(|template| template.package)).collect();
    if !packages.iter().all(|(name, version)| setup::has_package(&modules.join(name), version)) {
        let names: Vec<String> = packages.iter().map(|(name, version)| format!("{name}@{version}")).collect();
        setup::fetch_packages(&names.join(", "), folder, &names, &folder.join("npm.log"))?;
    }
    Ok(modules)
}

/// Audits the pages in a new process of Node.js.
pub fn audit(pages: &[PathBuf], modules: &Path) -> Result<Vec<Page>> {
    let printed = child::read(node("axe-jsdom.js", modules).args(pages), NODE_ADVICE)?;
    serde_json::from_str(&printed).context("cannot understand what axe-jsdom.js prints")
}

/// What helps when Node.js fails.
pub const NODE_ADVICE: &str = "Node.js 18 or later is needed; what else is wrong stands above.";

/// Node.js with a script of ours, which lies elsewhere than the packages it needs.
pub fn node(script: &str, modules: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bench/peers").join(script)).env("NODE_PATH", modules);
    node
}
