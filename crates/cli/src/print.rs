//! The one place that writes to the terminal.
#![expect(clippy::print_stderr, reason = "this is where the binary prints")]

use crate::error::CliError;
use std::io::{IsTerminal, Write};

/// A line of output.
pub fn line(text: &str) {
    // A closed pipe (`| head`) is the reader's choice, not an error.
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// A line beside the output: progress and summaries.
pub fn note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// What went wrong before any work was done.
pub fn error(error: CliError) {
    eprintln!("{:?}", miette::Report::new(error));
}

/// Whether colours are wanted on standard output (<https://no-color.org>).
pub fn wants_color() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
