//! Measures that people compare. None of them passes or fails: a busy machine is no fault of a change.

mod assets;
mod audit;
mod peers;
mod popup;
mod server;
mod table;
mod traffic;
mod visit;

use anyhow::Result;
use std::path::PathBuf;

/// What is measured.
#[derive(clap::Subcommand)]
pub enum Benchmark {
    /// The auditor on other people's pages, and beside axe-core in jsdom
    Audit(audit::Options),
    /// The popup in dist/ beside its peers, on a slow phone's terms
    Popup(popup::Options),
}

/// Measures and prints.
pub fn run(benchmark: &Benchmark) -> Result<()> {
    match benchmark {
        Benchmark::Audit(options) => audit::run(options),
        Benchmark::Popup(options) => popup::run(options),
    }
}

/// The file in `--format json=FILE`.
fn json_file(value: &str) -> Result<PathBuf, String> {
    let file = value.strip_prefix("json=").filter(|file| !file.is_empty());
    file.map(PathBuf::from).ok_or_else(|| "write json=FILE".to_owned())
}
