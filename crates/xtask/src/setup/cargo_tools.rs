//! Tools that cargo compiles: trunk, and wasm-bindgen in the version of the lock file.

use super::{Step, Tools};
use crate::child::run_watched;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The last trunk for our Rust version.
const TRUNK: &str = "0.21.14";

/// A package whose program we want, compiled fast rather than for speed: it runs for seconds and compiles for minutes.
pub(super) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    opt_level: &'static str,
    duration: &'static str,
    /// `cargo install --root`.
    pub(super) folder: PathBuf,
}

pub(super) fn trunk(tools: &Tools) -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK.to_owned(),
        opt_level: "0",
        duration: ", about 4 minutes",
        folder: tools.folder().join(format!("trunk-{TRUNK}")),
    }
}

pub(super) fn bindgen(tools: &Tools) -> CargoTool {
    let version = tools.bindgen_version();
    CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        opt_level: "1",
        duration: ", about 3 minutes",
        folder: tools.folder().join(format!("wasm-bindgen-cli-{version}")),
    }
}

pub(super) fn missing(tools: &Tools, steps: &mut Vec<Step>) {
    for tool in [bindgen(tools), trunk(tools)] {
        // cargo puts the program there last of all.
        if tool.folder.join("bin").join(tool.program).exists() {
            continue;
        }
        let folder = tools.folder().to_owned();
        let (what, duration) = (format!("{} {}", tool.package, tool.version), tool.duration);
        steps.push(Step::new(what, move |title| install(title, &tool, &folder)).lasting(duration));
    }
}

fn install(title: &str, tool: &CargoTool, folder: &Path) -> Result<()> {
    let target = folder.join(format!("build-{}", tool.package));
    let mut cargo = Command::new("cargo");
    cargo
        // Outside the workspace, whose settings are not meant for it.
        .current_dir(folder)
        .args(["install", tool.package, "--version", &tool.version, "--locked", "--no-default-features", "--root"])
        .arg(&tool.folder)
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("RUSTFLAGS");
    let log = folder.join(format!("{}.log", tool.package));
    let advice = "A C compiler and the network are needed; check both and try again.";
    run_watched(title, &mut cargo, &log, advice)?;
    std::fs::remove_dir_all(&target).with_context(|| format!("cannot remove {}", target.display()))
}
