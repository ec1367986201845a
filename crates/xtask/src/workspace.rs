//! Where things are in this repository, and which versions its lock file names.

use crate::child;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder with the workspace's `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("this crate lies in crates/xtask")
}

/// What trunk builds.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Whether this runs where nothing may be skipped for a missing tool.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| matches!(value.as_str(), "true" | "1"))
}

/// `cargo` with these arguments, in the workspace.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments);
    command
}

/// The folder of the Rust toolchain.
pub fn sysroot() -> Result<PathBuf> {
    let advice = "Install Rust with rustup, then run this again.";
    let folder = child::read(Command::new("rustc").current_dir(root()).args(["--print", "sysroot"]), advice)?;
    Ok(PathBuf::from(folder.trim()))
}

/// Gets every crate in the lock file, so that the build itself needs no network.
pub fn fetch() -> Result<()> {
    child::run(&mut cargo(&["fetch", "--quiet"]), "Check the network and Cargo.lock, then try again.")
}

/// The version of a package in the lock file.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    if !path.exists() {
        child::run(&mut cargo(&["generate-lockfile"]), "Check the network, then try again.")?;
    }
    let lock = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    match versions(&lock, package).as_slice() {
        [version] => Ok((*version).to_owned()),
        [] => bail!("Cargo.lock has no package {package}: run `cargo generate-lockfile`"),
        several => bail!("Cargo.lock has {package} in {several:?}, and its tool must match one: unify them"),
    }
}

/// All versions of a package in the text of a lock file, in which `version` follows `name`.
fn versions<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    let mut versions = Vec::new();
    while lines.any(|line| line == name) {
        let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
        versions.extend(version);
    }
    versions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_come_from_whole_names_only() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n\
                    [[package]]\nname = \"a\"\nversion = \"3.0.0\"\n";
        assert_eq!(versions(lock, "a"), ["2.0.0", "3.0.0"]);
        assert_eq!(versions(lock, "a-b"), ["1.0.0"]);
        assert!(versions(lock, "b").is_empty());
    }
}
