//! Other programs: run, watched, and explained when they fail.

use crate::say::Pulse;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Runs a command that talks to the reader itself. `advice` says what to do when it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command, advice))?;
    check(command, status, advice)
}

/// Runs a command that talks to the reader itself; `look` is told the number of its process again and again until it ends.
pub fn run_observed(command: &mut Command, advice: &str, mut look: impl FnMut(u32)) -> Result<()> {
    let mut child = command.spawn().with_context(|| cannot_start(command, advice))?;
    let status = loop {
        look(child.id());
        if let Some(status) = child.try_wait()? {
            break status;
        }
        sleep(Duration::from_millis(10));
    };
    check(command, status, advice)
}

/// Runs a command that says too much: what it says goes to `log`, the reader sees that it is alive.
pub fn run_watched(what: &str, command: &mut Command, log: &Path, advice: &str) -> Result<()> {
    let output = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let mut child = command.spawn().with_context(|| cannot_start(command, advice))?;
    let mut pulse = Pulse::begin(what);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        pulse.beat(|| last_lines(log, 1));
        sleep(Duration::from_millis(50));
    };
    if status.success() {
        pulse.end("done");
        return Ok(());
    }
    pulse.end("failed");
    crate::say::progress(&last_lines(log, 20));
    check(command, status, &format!("{advice} (all it said: {})", log.display()))
}

/// Runs a short command and returns what it prints.
pub fn read(command: &mut Command, advice: &str) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command, advice))?;
    check(command, output.status, advice)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn check(command: &Command, status: ExitStatus, advice: &str) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("`{}` ended with {status}. {advice}", describe(command))
}

fn cannot_start(command: &Command, advice: &str) -> String {
    format!("cannot start `{}`. {advice}", describe(command))
}

/// The command as one would type it.
fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The last lines that are not empty; nothing when the log cannot be read.
fn last_lines(log: &Path, count: usize) -> String {
    const ENOUGH: u64 = 8 * 1024;
    let tail = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(log)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(ENOUGH)))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        Ok(tail)
    };
    let tail = tail().unwrap_or_default();
    let text = String::from_utf8_lossy(&tail);
    let lines: Vec<&str> = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failure_names_command_status_and_advice() {
        let error = run(Command::new("sh").args(["-c", "exit 3"]), "Try again.").unwrap_err();
        assert_eq!(error.to_string(), "`sh -c exit 3` ended with exit status: 3. Try again.");
    }

    #[test]
    fn missing_program_names_command_and_advice() {
        let error = run(&mut Command::new("sada-no-such-program"), "Install it.").unwrap_err();
        assert_eq!(error.to_string(), "cannot start `sada-no-such-program`. Install it.");
    }

    #[test]
    fn watched_output_goes_to_the_log() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo; echo two >&2; exit 1"]);
        let error = run_watched("a test", &mut command, &log, "Look.").unwrap_err();
        assert!(error.to_string().contains("exit status: 1. Look. (all it said: "), "{error}");
        assert_eq!(last_lines(&log, 2), "one\ntwo");
        assert_eq!(last_lines(&log, 1), "two");
    }
}
