//! What Debian packages: installed where we are root on Debian, asked for elsewhere.

use crate::child::run_watched;
use anyhow::{Result, bail};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

/// Installs packages; where that is not ours to do, fails with `advice`.
pub(super) fn install(title: &str, packages: &[&str], advice: &str) -> Result<()> {
    if !is_root_on_debian() {
        bail!("{advice}");
    }
    let log = std::env::temp_dir().join("sada-apt.log");
    let why = "Look into the log; `apt-get` may be in use by another program.";
    run_watched(&format!("{title}: looking for it"), apt().arg("update"), &log, why)?;
    let mut command = apt();
    command.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    run_watched(title, &mut command, &log, why)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["--quiet", "-o", "DPkg::Lock::Timeout=300"]);
    command
}

fn is_root_on_debian() -> bool {
    Path::new("/etc/debian_version").exists() && std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Whether `program` is in a folder of PATH.
pub(super) fn has_program(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
