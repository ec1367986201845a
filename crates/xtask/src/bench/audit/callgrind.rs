//! Instructions, which callgrind counts: they differ little from run to run, however busy the machine is.

use super::spent;
use crate::say::Pulse;
use crate::{child, sada};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whether valgrind, which callgrind is part of, can be run.
pub fn is_there() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// Instructions that the audit of files and folders takes on one thread, the program's start included.
pub fn count(what: &[PathBuf], name: &str, out: &Path) -> Result<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--tool=callgrind"]).arg(format!("--callgrind-out-file={}", out.display()));
    // More threads would wait for each other, and waiting takes instructions too.
    valgrind.arg(sada::program()).env("RAYON_NUM_THREADS", "1");
    spent::audit(&mut valgrind, "html", what).stderr(Stdio::null());
    let mut pulse = Pulse::begin(&format!("Counting instructions: {name}."));
    child::run_observed(&mut valgrind, "Run it by hand: it says why.", |_| pulse.beat(|| name.to_owned()))?;
    pulse.end("done");
    let text = std::fs::read_to_string(out).with_context(|| format!("cannot read {}", out.display()))?;
    total(&text).with_context(|| format!("{} has no total", out.display()))
}

/// <https://valgrind.org/docs/manual/cl-format.html>
fn total(text: &str) -> Option<u64> {
    let line = text.lines().rev().find_map(|line| line.strip_prefix("totals:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn total_is_the_last_line_of_its_name() {
        let text = "version: 1\ncmd: sada audit totals: 7\nevents: Ir\n\nfn=(1) main\n3 41\n\ntotals: 123456789012\n";
        assert_eq!(total(text), Some(123_456_789_012));
        assert_eq!(total("totals: 12 7 3\n"), Some(12));
    }

    #[test]
    fn a_run_that_broke_off_has_no_total() {
        assert_eq!(total("version: 1\nevents: Ir\nsummary: 5\n"), None);
        assert_eq!(total("totals: \n"), None);
    }
}
