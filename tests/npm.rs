//! Pages that nobody here wrote, from npm packages: fetched when they are needed, kept beside what cargo builds.

use crate::target;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;

/// The files of a package at an exact version.
pub fn npm_package(name: &str, version: &str) -> PathBuf {
    // npm does not like company in one folder, so each package has its own, and two tests wait for each other.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    let place = target().join("npm").join(format!("{name}-{version}"));
    let package = place.join("node_modules").join(name);
    if !package.is_dir() {
        std::fs::create_dir_all(&place).unwrap();
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
        let ran = npm.arg(&place).arg(format!("{name}@{version}")).output().expect("npm is needed: install Node.js");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    package
}
