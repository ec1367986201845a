//! Runs of both auditors over the same files, in the same browser.

use super::family;
use crate::bench::audit::axe::{self, NODE_ADVICE};
use crate::bench::audit::spent;
use crate::{child, sada, say, workspace};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use tempfile::NamedTempFile;

/// What a run took.
#[derive(Serialize)]
pub struct Spent {
    /// Of each page, in order.
    pub pages: Vec<Page>,
    /// Milliseconds of processor time of all processes together, from the start of the first to the end of the last.
    pub all_ms: f64,
}

/// What a page took once it was open, in milliseconds.
#[derive(Serialize, Deserialize)]
pub struct Page {
    /// Where it is.
    file: String,
    /// By the clock on the wall.
    pub wall_ms: f64,
    /// By the main thread of the page.
    pub main_thread_ms: f64,
    /// By the program that drives the browser, on all its threads.
    pub own_ms: f64,
    /// Elements that had the focus, where keys were pressed.
    #[serde(default)]
    pub stops: Option<usize>,
}

/// Builds what measures us, or what has changed of it.
pub fn build() -> Result<()> {
    sada::build()?;
    say::progress("Building what measures the auditor.");
    let package = ["build", "--release", "--package", "sada-audit-browser", "--example", "cost"];
    child::run(&mut workspace::cargo(&package), "What is wrong stands above.")
}

/// axe-core through Playwright, in a new process of Node.js.
pub fn axe(pages: &[PathBuf], modules: &Path, chrome: &Path) -> Result<Spent> {
    spend(axe::node("axe-playwright.js", modules).arg(chrome).args(pages), NODE_ADVICE)
}

/// Ours, in a new process.
pub fn sada(pages: &[PathBuf], chrome: &Path, has_keys: bool) -> Result<Spent> {
    let mut cost = Command::new(sada::program().with_file_name("examples").join("cost"));
    cost.args(has_keys.then_some("--keys")).args(pages).env("CHROME", chrome);
    spend(&mut cost, "What is wrong stands above.")
}

/// Milliseconds on the wall that `sada audit` takes for all pages, several at once.
pub fn audit(pages: &[PathBuf], chrome: &Path) -> Result<f64> {
    let mut command = Command::new(sada::program());
    spent::audit(&mut command, "browser", pages).env("CHROME", chrome).stderr(Stdio::null());
    let begun = Instant::now();
    child::run(&mut command, spent::ADVICE)?;
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

fn spend(command: &mut Command, advice: &str) -> Result<Spent> {
    // A pipe that nobody reads meanwhile could be full.
    let printed = NamedTempFile::new()?;
    command.stdin(Stdio::null()).stdout(printed.reopen()?);
    let mut family = family::Family::default();
    child::run_observed(command, advice, |id| family.look(id))?;
    let text = std::fs::read_to_string(&printed)?;
    let pages = serde_json::from_str(&text).context("cannot understand what was printed")?;
    Ok(Spent { pages, all_ms: family.processor_time().as_secs_f64() * 1_000.0 })
}
