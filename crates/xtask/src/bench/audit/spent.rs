//! Runs of `sada audit`, and what they take.

use crate::{child, sada};
use anyhow::{Context, Result};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub const ADVICE: &str = "Run it by hand, without `--format json`: it says which page it could not audit, and why.";

/// What a run took.
#[derive(Clone, Copy, Serialize)]
pub struct Spent {
    /// From its start to its end.
    pub seconds: f64,
    /// On all cores together.
    pub cpu_seconds: f64,
    /// The most memory that it held at once. Only Linux tells.
    pub peak_bytes: Option<u64>,
}

/// Lets a command, `sada` or what runs it, audit files and folders with every rule.
pub fn audit<'c>(command: &'c mut Command, engine: &str, what: &[PathBuf]) -> &'c mut Command {
    // Nobody listens there: a page's fonts from elsewhere cost no time, today or tomorrow.
    command.env("ALL_PROXY", "http://127.0.0.1:9");
    command.args(["audit", "--engine", engine, "--format", "json", "--fail-on", "never"]).args(what);
    command.stdin(Stdio::null()).stdout(Stdio::null())
}

/// Processor time that an audit takes, and that on the wall, its start included.
pub fn quick(what: &[PathBuf]) -> Result<(Duration, Duration)> {
    let (before, begun) = (children()?, Instant::now());
    child::run(audit(&mut Command::new(sada::program()), "html", what).stderr(Stdio::null()), ADVICE)?;
    let wall = begun.elapsed();
    Ok((children()?.saturating_sub(before), wall))
}

/// Audits a folder, whose progress the reader sees.
pub fn spend(folder: &Path) -> Result<Spent> {
    let mut command = Command::new(sada::program());
    audit(&mut command, "html", &[folder.to_owned()]);
    let before = children()?;
    let begun = Instant::now();
    let mut peak_bytes = None;
    child::run_observed(&mut command, ADVICE, |id| peak_bytes = peak(id).or(peak_bytes))?;
    let (seconds, cpu_seconds) = (begun.elapsed().as_secs_f64(), children()?.saturating_sub(before).as_secs_f64());
    Ok(Spent { seconds, cpu_seconds, peak_bytes })
}

/// Processor time of all programs that were started here and have ended. std cannot tell.
fn children() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("cannot tell what other programs took")?;
    let microseconds = (usage.user_time() + usage.system_time()).num_microseconds();
    Ok(Duration::from_micros(microseconds.unsigned_abs()))
}

/// The most memory that a process has held so far.
fn peak(id: u32) -> Option<u64> {
    peak_of(&std::fs::read_to_string(format!("/proc/{id}/status")).ok()?)
}

/// <https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>
fn peak_of(status: &str) -> Option<u64> {
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    Some(kilobytes.parse::<u64>().ok()? * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peak_is_in_bytes() {
        assert_eq!(peak_of("Name:\tsada\nVmPeak:\t  9000 kB\nVmHWM:\t  1532 kB\nVmRSS:\t  10 kB\n"), Some(1_568_768));
        // A process that has ended, but was not waited for, has no memory.
        assert_eq!(peak_of("Name:\tsada\nState:\tZ (zombie)\n"), None);
    }

    #[test]
    fn time_of_other_programs_adds_up() {
        let before = children().unwrap();
        let status = Command::new("sh").args(["-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"]).status();
        assert!(status.unwrap().success());
        assert!(children().unwrap() > before);
    }
}
