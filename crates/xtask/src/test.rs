//! Builds everything and runs all tests.

use crate::setup::{self, Need, Tools};
use crate::workspace::cargo;
use crate::{child, say, sizes, widget};
use anyhow::{Context, Result};
use std::process::Command;

const ADVICE: &str = "What is wrong stands above.";

/// Gets the tools, builds and tests.
pub fn run() -> Result<()> {
    let tools = setup::run(Need::Everything)?;
    widget::build(&tools, &widget::Options { plain: false })?;
    sizes::run()?;
    all(&tools)
}

/// Every test, those in a real browser last.
pub fn all(tools: &Tools) -> Result<()> {
    let browser = setup::find_browser()?.context("no Chrome or Chromium: set CHROME to the path of its program")?;
    let crates = ["--workspace", "--exclude", "sada-tests", "--exclude", "sada-widget"];
    say::progress("Testing each crate.");
    child::run(with(tools, "test")?.args(crates), ADVICE)?;
    say::progress("Testing the whole in a real browser.");
    // With the same crates and their tests cargo chooses the same features, and compiles none of them anew.
    child::run(with(tools, "build")?.args(crates).args(["--bins", "--tests"]), ADVICE)?;
    let mut whole = with(tools, "test")?;
    whole.args(["--package", "sada-tests", "--all-targets"]).env("CHROME", browser);
    child::run(&mut whole, ADVICE)
}

/// A command of cargo in the workspace, with our tools on PATH.
fn with(tools: &Tools, command: &str) -> Result<Command> {
    let mut cargo = cargo(&[command]);
    cargo.env("PATH", tools.path()?);
    Ok(cargo)
}
