//! Tools that npm carries: wasm-opt (in the package binaryen), esbuild, and tsc (in the package typescript).

use super::{Step, Tools, debian};
use crate::child::run_watched;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// `Trunk.toml` names the same version of wasm-opt.
const PACKAGES: [(&str, &str); 3] = [("binaryen", "132.0.0"), ("esbuild", "0.28.2"), ("typescript", "5.9.3")];

/// The folder of their programs.
pub(super) fn programs(tools: &Tools) -> PathBuf {
    modules(tools.folder()).join(".bin")
}

fn modules(folder: &Path) -> PathBuf {
    folder.join("npm/node_modules")
}

pub(super) fn missing(tools: &Tools, steps: &mut Vec<Step>) {
    let node_is_missing = !debian::has_program("node") || !debian::has_program("npm");
    if node_is_missing {
        steps.push(Step::new("Node.js and npm", |title| {
            let advice = "install Node.js 18 or later with npm, then run this again";
            debian::install(title, &["nodejs", "npm"], advice)
        }));
    }
    let folder = tools.folder().to_owned();
    if PACKAGES.iter().all(|(name, version)| has(&modules(&folder).join(name), version)) {
        return;
    }
    let names = PACKAGES.map(|(name, version)| format!("{name}@{version}"));
    steps.push(Step::new(names.join(", "), move |title| install(title, &folder, &names)));
}

/// Whether the package in `folder` is there in that version. npm writes package.json with all other files of a package.
pub fn has(folder: &Path, version: &str) -> bool {
    let package = std::fs::read(folder.join("package.json")).unwrap_or_default();
    let package: serde_json::Value = serde_json::from_slice(&package).unwrap_or_default();
    package["version"] == version
}

/// Puts packages into `prefix`, each named with its version; no others stay there. What npm says goes to `log`.
pub fn fetch(title: &str, prefix: &Path, names: &[String], log: &Path) -> Result<()> {
    std::fs::create_dir_all(prefix)?;
    let mut npm = Command::new("npm");
    npm.current_dir(prefix).args(["install", "--prefix"]).arg(prefix);
    // No package needs its install script: esbuild's own program finds the binary beside it.
    npm.args(["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]).args(names);
    run_watched(title, &mut npm, log, "Check the network, then try again.")
}

fn install(title: &str, folder: &Path, names: &[String]) -> Result<()> {
    fetch(title, &folder.join("npm"), names, &folder.join("npm.log"))?;
    for program in ["wasm-opt", "esbuild", "tsc"] {
        let path = modules(folder).join(".bin").join(program);
        let runs = Command::new(&path).arg("--version").output().is_ok_and(|output| output.status.success());
        if !runs {
            bail!("`{} --version` does not run; Node.js 18 or later is needed", path.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_wants_the_wasm_opt_we_install() {
        let trunk = std::fs::read_to_string(crate::workspace::root().join("Trunk.toml")).unwrap();
        let (_, version) = PACKAGES[0];
        let major = version.split('.').next().unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"\n")));
    }

    #[test]
    fn other_version_counts_as_missing() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has(folder.path(), "1.0.0"));
        std::fs::write(folder.path().join("package.json"), r#"{"version":"1.0.0"}"#).unwrap();
        assert!(has(folder.path(), "1.0.0"));
        assert!(!has(folder.path(), "1.0.1"));
    }
}
