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
    widget::build(&tools)?;
    sizes::run()?;
    all(&tools)
}

/// Every test, those in a real browser last.
pub fn all(tools: &Tools) -> Result<()> {
    let browser = setup::find_browser()?.context("no Chrome or Chromium: set CHROME to the path of its program")?;
    say::progress("Testing each crate.");
    child::run(
        &mut with(tools, &["test", "--workspace", "--exclude", "sada-tests", "--exclude", "sada-widget"])?,
        ADVICE,
    )?;
    say::progress("Testing the whole in a real browser.");
    child::run(&mut with(tools, &["build", "--package", "sada-cli"])?, ADVICE)?;
    let mut tests = with(tools, &["test", "--package", "sada-tests", "--all-targets"])?;
    child::run(tests.env("CHROME", browser), ADVICE)
}

/// cargo in the workspace, with our tools on PATH.
fn with(tools: &Tools, arguments: &[&str]) -> Result<Command> {
    let mut command = cargo(arguments);
    command.env("PATH", tools.path()?);
    Ok(command)
}
