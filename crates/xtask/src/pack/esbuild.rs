//! Makes scripts and style sheets small.

use crate::setup::Tools;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the modules of the popup's second stage are bundled with.
pub struct Surroundings<'a> {
    /// What they import as `sada-widget`.
    pub glue: &'a Path,
    /// The names in capitals, and what they stand for.
    pub names: &'a [(&'a str, Value)],
}

/// A module and everything it imports, as one small module with the same exports.
pub fn module(tools: &Tools, path: &Path, surroundings: &Surroundings<'_>) -> Result<Vec<u8>> {
    let mut command = tools.command("esbuild")?;
    command.args(["--bundle", "--format=esm"]).arg(path);
    command.arg(format!("--alias:sada-widget={}", surroundings.glue.display()));
    command.args(surroundings.names.iter().map(|(name, value)| format!("--define:{name}={value}")));
    minify(&mut command, "")
}

/// A classic script, small.
pub fn script(tools: &Tools, source: &str) -> Result<Vec<u8>> {
    minify(tools.command("esbuild")?.arg("--loader=js"), source)
}

/// A style sheet, small.
pub fn style(tools: &Tools, source: &str) -> Result<String> {
    let style = minify(tools.command("esbuild")?.arg("--loader=css"), source)?;
    let style = String::from_utf8(style).context("esbuild made a style sheet that is not UTF-8")?;
    Ok(style.trim().to_owned())
}

/// Constructed style sheets and `popover` are younger than the syntax of 2022: whoever knows those knows it.
fn minify(command: &mut Command, input: &str) -> Result<Vec<u8>> {
    command.args(["--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start esbuild: run `cargo xtask setup`")?;
    let mut stdin = child.stdin.take().context("esbuild has no standard input")?;
    stdin.write_all(input.as_bytes()).context("cannot write to esbuild")?;
    drop(stdin);
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("esbuild ended with {}: its input is not valid; where, stands above", output.status);
    }
    Ok(output.stdout)
}
