//! Chores of this repository: `cargo xtask setup`, `widget`, `demo`, `test`, `ci`, `sizes`, `bench`, `npm`.

mod bench;
mod child;
mod ci;
mod demo;
mod lock;
mod npm;
mod pack;
mod sada;
mod say;
mod setup;
mod sizes;
mod test;
mod widget;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, shows and tests Sada. Gets the tools it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Gets the tools that are missing; does nothing when all are there
    Setup,
    /// Builds the popup and the demo pages into dist/
    Widget(widget::Options),
    /// Prints the bytes a visitor downloads; fails when they exceed the budget
    Sizes,
    /// Builds everything, then shows it: a shop with the popup, the collector, the audit report
    Demo(demo::Options),
    /// Builds everything and runs all tests, those in a real browser included
    Test,
    /// Checks format, lints and docs, then does what `test` does
    Ci,
    /// Measures, for people to compare; never fails for a figure
    #[command(subcommand)]
    Bench(bench::Benchmark),
    /// Puts the package for npm together, out of the popup in dist/
    Npm,
    /// Finishes the build in trunk's staging folder; trunk calls it
    #[command(hide = true)]
    Pack,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().chore {
        Chore::Setup => setup::run(setup::Need::Everything).map(drop),
        Chore::Widget(options) => widget::run(&options),
        Chore::Sizes => sizes::run(),
        Chore::Demo(options) => demo::run(&options),
        Chore::Test => test::run(),
        Chore::Ci => ci::run(),
        Chore::Bench(benchmark) => bench::run(&benchmark),
        Chore::Npm => npm::run(),
        Chore::Pack => pack::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::error(&error);
            ExitCode::FAILURE
        }
    }
}
