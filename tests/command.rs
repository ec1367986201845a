//! The `sada` binary, run as anybody would.

use crate::target;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
}

/// Runs `sada` in `folder` and waits for its end.
pub fn sada(folder: &Path, arguments: &[&str]) -> Ran {
    ended(begin_sada(folder, arguments))
}

/// Begins to run `sada` in `folder`.
pub fn begin_sada(folder: &Path, arguments: &[&str]) -> Child {
    let mut program = program();
    program.current_dir(folder).args(arguments);
    program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits for its end.
pub fn ended(child: Child) -> Ran {
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().expect("it ends by itself, not by a signal"),
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The binary that `cargo xtask test` has built.
pub(crate) fn program() -> Command {
    let path = target().join("debug/sada");
    assert!(path.exists(), "{} is missing: run `cargo xtask test`, or `cargo build -p sada-cli`", path.display());
    Command::new(path)
}
