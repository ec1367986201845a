//! The program `sada` as people run it: built for release.

use crate::{child, say, workspace};
use anyhow::Result;
use std::path::PathBuf;

/// Builds it, or what has changed of it.
pub fn build() -> Result<()> {
    say::progress("Building sada (some minutes the first time).");
    let mut build = workspace::cargo(&["build", "--release", "--package", "sada-cli"]);
    child::run(&mut build, "What is wrong stands above.")
}

/// Where it then lies.
pub fn program() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    target.join("release/sada")
}
