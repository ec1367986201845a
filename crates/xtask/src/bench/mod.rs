//! Measures that people compare. None of them passes or fails: a busy machine is no fault of a change.

mod assets;
mod audit;
mod browser;
mod peers;
mod popup;
mod server;
mod table;
mod traffic;
mod visit;

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// What is measured.
#[derive(clap::Subcommand)]
pub enum Benchmark {
    /// The auditor on other people's pages, and beside axe-core in jsdom
    Audit(audit::Options),
    /// The auditor in a browser, beside axe-core there
    Browser(audit::Options),
    /// The popup in dist/ beside its peers, on a slow phone's terms
    Popup(popup::Options),
}

/// Measures and prints.
pub fn run(benchmark: &Benchmark) -> Result<()> {
    match benchmark {
        Benchmark::Audit(options) => audit::run(options),
        Benchmark::Browser(options) => browser::run(options),
        Benchmark::Popup(options) => popup::run(options),
    }
}

/// The file in `--format json=FILE`.
fn json_file(value: &str) -> Result<PathBuf, String> {
    let file = value.strip_prefix("json=").filter(|file| !file.is_empty());
    file.map(PathBuf::from).ok_or_else(|| "write json=FILE".to_owned())
}

/// Writes all that was measured.
fn write_json(file: &Path, report: &serde_json::Value) -> Result<()> {
    std::fs::write(file, serde_json::to_vec_pretty(report)?).with_context(|| format!("cannot write {}", file.display()))
}
