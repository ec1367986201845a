//! The audit of the shop.

use super::folder;
use crate::{sada, say, setup, workspace};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Where the shop's server shows a report, and its file in the demo's folder.
pub type Report = (&'static str, &'static str);
/// For people.
pub const TEXT: Report = ("/report/audit.txt", "audit.txt");
/// For programs.
pub const JSON: Report = ("/report/audit.json", "audit.json");

/// Audits the page at `url`, in a browser where there is one.
pub fn write(url: &str) -> Result<()> {
    let browser = setup::find_browser()?;
    let engine = if browser.is_some() { "browser" } else { "html" };
    say::progress(&format!("Auditing the shop with the engine `{engine}`."));
    if browser.is_none() {
        say::progress(
            "  No Chrome or Chromium found: what only a browser shows, such as keyboard traps, is not checked.",
        );
    }
    let mut audit = Command::new(sada::program());
    audit.current_dir(workspace::root()).args(["audit", url, "--engine", engine]);
    for (name, (_, file)) in [("pretty", TEXT), ("json", JSON)] {
        audit.arg("--format").arg(format!("{name}={}", folder().join(file).display()));
    }
    audit.envs(browser.map(|browser| ("CHROME", browser)));
    let status = audit.status().context("cannot start `sada audit`")?;
    match status.code() {
        // 1 says that there are violations, which the shop has on purpose.
        Some(0 | 1) => Ok(()),
        _ => bail!("`sada audit {url}` ended with {status}; why, stands above"),
    }
}
