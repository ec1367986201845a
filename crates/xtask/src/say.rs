//! What a person reads: progress and errors on standard error, results on standard output.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the one module that prints")]

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often a log that nobody watches live is told that a long step still goes on.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// How often a terminal is.
const TICK: Duration = Duration::from_millis(200);

/// A line of progress.
pub fn progress(line: &str) {
    eprintln!("{line}");
}

/// A line of result.
pub fn result(line: &str) {
    println!("{line}");
}

/// What went wrong, with its causes, on one line.
pub fn error(error: &anyhow::Error) {
    eprintln!("error: {error:#}");
}

/// Shows that a long step is alive: one line that is redrawn on a terminal, a line now and then in a log.
pub struct Pulse {
    what: String,
    begun: Instant,
    shown: Instant,
    is_terminal: bool,
}

impl Pulse {
    /// Says what begins.
    pub fn begin(what: &str) -> Self {
        progress(what);
        let now = Instant::now();
        Self { what: what.to_owned(), begun: now, shown: now, is_terminal: std::io::stderr().is_terminal() }
    }

    /// Says that it goes on, unless that was said a moment ago. `latest` is asked for what it does right now.
    pub fn beat(&mut self, latest: impl FnOnce() -> String) {
        if self.shown.elapsed() < if self.is_terminal { TICK } else { HEARTBEAT } {
            return;
        }
        self.shown = Instant::now();
        let line: String = format!("  {}, {}", elapsed(self.begun), latest().trim()).chars().take(79).collect();
        if self.is_terminal {
            eprint!("\r\x1b[K{line}");
            // A terminal that takes no more is no reason to stop the work.
            let _ = std::io::stderr().flush();
        } else {
            progress(&line);
        }
    }

    /// Says that it is over, and how long it took.
    pub fn end(self, outcome: &str) {
        if self.is_terminal {
            eprint!("\r\x1b[K");
        }
        progress(&format!("  {outcome} after {}: {}", elapsed(self.begun), self.what));
    }
}

/// Minutes and seconds since `begun`.
pub fn elapsed(begun: Instant) -> String {
    let seconds = begun.elapsed().as_secs();
    match seconds / 60 {
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {:02} s", seconds % 60),
    }
}
