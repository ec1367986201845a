//! Gets the tools that are missing. Asking again when all are there takes no time.

mod browser;
mod cargo_tools;
mod debian;
mod npm;
mod rust;
mod tools;

pub use browser::find as find_browser;
pub use npm::{fetch as fetch_packages, has as has_package};
pub use tools::Tools;

use crate::{lock, say, workspace};
use anyhow::{Context, Result};

/// For which chore tools are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To build the popup.
    Widget,
    /// To build and test, in a browser too.
    Everything,
}

/// Gets a tool. Takes the title to show meanwhile.
type Install = Box<dyn FnOnce(&str) -> Result<()>>;

/// A tool that is missing, and how to get it.
struct Step {
    what: String,
    /// How long it takes on two cores; empty if not long.
    duration: &'static str,
    install: Install,
    /// Whether everything but one feature works without it.
    is_optional: bool,
}

impl Step {
    fn new(what: impl Into<String>, install: impl FnOnce(&str) -> Result<()> + 'static) -> Self {
        Self { what: what.into(), duration: "", install: Box::new(install), is_optional: false }
    }

    fn lasting(self, duration: &'static str) -> Self {
        Self { duration, ..self }
    }

    fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }
}

/// Gets what is missing for `need`.
pub fn run(need: Need) -> Result<Tools> {
    let tools = Tools::locate()?;
    if missing(&tools, need)?.is_empty() {
        say::progress("All tools are there.");
        return Ok(tools);
    }
    std::fs::create_dir_all(tools.folder())
        .with_context(|| format!("cannot make the folder for tools, {}", tools.folder().display()))?;
    let _lock = lock::take(&tools.folder().join("lock"), "installing tools")?;
    let steps = missing(&tools, need)?;
    let count = steps.len();
    for (index, step) in steps.into_iter().enumerate() {
        let title = format!("[{} of {count}] {}{}", index + 1, step.what, step.duration);
        match (step.install)(&title) {
            Err(error) if step.is_optional && !workspace::is_ci() => {
                say::progress(&format!("  going on without it: {error:#}"));
            }
            outcome => outcome.with_context(|| format!("cannot install {}", step.what))?,
        }
    }
    say::progress("All tools are there.");
    Ok(tools)
}

fn missing(tools: &Tools, need: Need) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    rust::missing(tools, need, &mut steps)?;
    cargo_tools::missing(tools, &mut steps);
    npm::missing(tools, &mut steps);
    if need == Need::Everything {
        browser::missing(&mut steps)?;
    }
    Ok(steps)
}
