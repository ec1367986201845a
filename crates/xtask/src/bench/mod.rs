//! Measures that people compare. None of them passes or fails: a busy machine is no fault of a change.

mod assets;
mod peers;
mod popup;
mod server;
mod table;
mod traffic;
mod visit;

use anyhow::Result;

/// What is measured.
#[derive(clap::Subcommand)]
pub enum Benchmark {
    /// The popup in dist/ beside its peers, on a slow phone's terms
    Popup(popup::Options),
}

/// Measures and prints.
pub fn run(benchmark: &Benchmark) -> Result<()> {
    match benchmark {
        Benchmark::Popup(options) => popup::run(options),
    }
}
