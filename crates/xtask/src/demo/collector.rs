//! `sada serve` as a child that ends when the demo does.

use super::folder;
use crate::{sada, say, workspace};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// Time to come up and to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A collector that listens.
pub struct Collector {
    child: Child,
    origin: String,
    password: String,
}

impl Collector {
    /// Starts it with a new password for its dashboard, and waits until it listens.
    pub fn start(port: u16) -> Result<Self> {
        let mut command = Command::new(sada::program());
        command.current_dir(workspace::root()).args(["serve", "--new-password", "--listen"]);
        command.arg(format!("127.0.0.1:{port}")).arg("--database").arg(folder().join("sada.db"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("cannot start {}", sada::program().display()))?;
        let (sender, lines) = channel();
        if let (Some(output), Some(errors)) = (child.stdout.take(), child.stderr.take()) {
            repeat(output, sender.clone());
            repeat(errors, sender);
        }
        let mut collector = Self { child, origin: String::new(), password: String::new() };
        while collector.origin.is_empty() || collector.password.is_empty() {
            let Ok(line) = lines.recv_timeout(PATIENCE) else {
                bail!("`sada serve` does not say where it listens; what it said stands above");
            };
            if let Some(origin) = line.strip_prefix("listening at ") {
                origin.trim_end_matches('/').clone_into(&mut collector.origin);
            }
            if let Some(password) = line.strip_prefix("password: ") {
                password.clone_into(&mut collector.password);
            }
        }
        Ok(collector)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What opens the dashboard.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// How it ended, if it has.
    pub fn has_ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }
}

impl Drop for Collector {
    /// Asks it to end, so that it finishes what it writes; ends it when it does not.
    fn drop(&mut self) {
        // A number whose process has ended may already be somebody else's.
        let asked = matches!(self.child.try_wait(), Ok(None))
            && Command::new("kill").arg(self.child.id().to_string()).status().is_ok_and(|status| status.success());
        let begun = Instant::now();
        while asked && begun.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            sleep(Duration::from_millis(50));
        }
        // Both fail only when it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Shows what the collector says, and tells whoever waits for it.
fn repeat(output: impl Read + Send + 'static, listener: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            say::progress(&format!("collector: {line}"));
            // After the start nobody waits any more.
            let _ = listener.send(line);
        }
    });
}
