//! Parts of the Rust toolchain.

use super::{Need, Step, Tools, debian};
use crate::child::run_watched;
use crate::workspace;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

/// A component of rustup, and a file below the toolchain's folder that only it brings.
struct Component {
    name: &'static str,
    file: &'static str,
    is_optional: bool,
    /// Whether the popup alone needs it.
    is_for_widget: bool,
}

const COMPONENTS: &[Component] = &[
    Component { name: "clippy", file: "bin/cargo-clippy", is_optional: false, is_for_widget: false },
    Component { name: "rustfmt", file: "bin/rustfmt", is_optional: false, is_for_widget: false },
    // Some 48,000 pages of real HTML for the auditor.
    Component { name: "rust-docs", file: "share/doc/rust/html/index.html", is_optional: true, is_for_widget: false },
    // With it the popup is built with a standard library made for size.
    Component {
        name: "rust-src",
        file: "lib/rustlib/src/rust/library/Cargo.lock",
        is_optional: true,
        is_for_widget: true,
    },
];

pub(super) fn missing(tools: &Tools, need: Need, steps: &mut Vec<Step>) -> Result<()> {
    let toolchain = workspace::sysroot()?;
    let log = tools.folder().join("rustup.log");
    if !toolchain.join("lib/rustlib").join(WASM).join("lib").exists() {
        let log = log.clone();
        let what = format!("Rust's target {WASM}");
        steps.push(Step::new(what, move |title| rustup(title, ["target", "add", WASM], &log)));
    }
    let wanted = COMPONENTS.iter().filter(|component| need == Need::Everything || component.is_for_widget);
    for component in wanted.filter(|component| !toolchain.join(component.file).exists()) {
        let log = log.clone();
        let what = format!("Rust's component {}", component.name);
        let step = Step::new(what, move |title| rustup(title, ["component", "add", component.name], &log));
        steps.push(if component.is_optional { step.optional() } else { step });
    }
    Ok(())
}

fn rustup(title: &str, arguments: [&str; 3], log: &Path) -> Result<()> {
    if !debian::has_program("rustup") {
        bail!("this Rust was not installed by rustup: install its package for `{}` by hand", arguments[2]);
    }
    let mut rustup = Command::new("rustup");
    rustup.current_dir(workspace::root()).args(arguments);
    run_watched(title, &mut rustup, log, "Check the network, then try again.")
}
