//! Builds the popup and the demo pages with trunk, which calls `cargo xtask pack` at the end.

use crate::setup::{self, Need, Tools};
use crate::{child, lock, say, workspace};
use anyhow::Result;

/// Gets the tools and builds.
pub fn run() -> Result<()> {
    build(&setup::run(Need::Widget)?)
}

/// Builds with the tools that are there.
pub fn build(tools: &Tools) -> Result<()> {
    let _lock = lock::take(&tools.folder().join("popup.lock"), "building the popup")?;
    // Trunk asks cargo for all crates of all platforms; after this it needs no network.
    workspace::fetch()?;
    say::progress("Building the popup (some minutes the first time).");
    let mut trunk = tools.command("trunk")?;
    trunk.args(["build", "--config", "Trunk.toml"]);
    trunk.env("TRUNK_TOOLS_WASM_BINDGEN", tools.bindgen_version());
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_LOG", "warn");
    // Trunk 0.21 rejects the usual value `1` of this variable.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    }
    child::run(&mut trunk, "What is wrong stands above.")
}
