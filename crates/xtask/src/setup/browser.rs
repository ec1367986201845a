//! Browsers to test in, and letters they can show.

use super::{Step, debian};
use anyhow::Result;
use sada_devtools::{DevtoolsError, find_chrome};
use std::path::PathBuf;
use std::process::Command;

/// The names that Firefox has on `PATH`. The tests look for the same (`tests/firefox`).
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Chrome or Chromium, if there is one. Fails when `CHROME` names something else.
pub fn find() -> Result<Option<PathBuf>> {
    match find_chrome() {
        Ok(browser) => Ok(Some(browser)),
        Err(DevtoolsError::BrowserNotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

pub(super) fn missing(steps: &mut Vec<Step>) -> Result<()> {
    if find()?.is_none() {
        steps.push(Step::new("Chromium", |title| {
            let advice = "install Chrome or Chromium, or set CHROME to the path of its program";
            debian::install(title, &["chromium", "fonts-liberation"], advice)
        }));
    }
    if !FIREFOX.into_iter().any(debian::has_program) && std::env::var_os("FIREFOX").is_none() {
        let step = Step::new("Firefox ESR", |title| {
            let advice = "install Firefox, or set FIREFOX to the path of its program, to test in it too";
            debian::install(title, &["firefox-esr"], advice)
        });
        steps.push(step.optional());
    }
    if !has_arabic_letters() {
        let step = Step::new("a font with Arabic letters", |title| {
            let advice = "install a font with Arabic letters, such as Noto Sans Arabic, for the screenshots";
            debian::install(title, &["fonts-noto-core", "fontconfig"], advice)
        });
        steps.push(step.optional());
    }
    Ok(())
}

/// macOS brings such fonts; elsewhere fontconfig knows.
fn has_arabic_letters() -> bool {
    let list = || Command::new("fc-list").arg(":lang=ar").output();
    cfg!(target_os = "macos") || list().is_ok_and(|output| !output.stdout.is_empty())
}
