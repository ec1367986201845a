//! What can go wrong before any work is done: what, where, and what now.

use miette::Diagnostic;
use std::error::Error;
use std::path::PathBuf;

/// Ends the run with exit code 2.
#[derive(Debug, thiserror::Error, Diagnostic)]
pub enum CliError {
    #[error("there is nothing to audit")]
    #[diagnostic(help(
        "name files, folders or addresses: `sada audit index.html`, `sada audit dist/`, `sada audit https://…`"
    ))]
    NothingNamed,

    #[error("{} does not exist", path.display())]
    #[diagnostic(help("check the spelling; an address begins with http:// or https://"))]
    NoSuchFile { path: PathBuf },

    #[error("{} has no HTML files", path.display())]
    #[diagnostic(help(
        "files that end in .html, .htm or .xhtml are looked for, in subfolders too; has the site been built?"
    ))]
    EmptyFolder { path: PathBuf },

    #[error("cannot read {}: {source}", path.display())]
    #[diagnostic(help("check that the file is there and that you may read it"))]
    Unreadable { path: PathBuf, source: std::io::Error },

    #[error("cannot write {}: {source}", path.display())]
    #[diagnostic(help("check that the folder is there and that you may write to it"))]
    Unwritable { path: PathBuf, source: std::io::Error },

    #[error("`{address}` is not an address: {reason}")]
    #[diagnostic(help("an address looks like https://shop.example/checkout"))]
    Address { address: String, reason: String },

    #[error("{reason}")]
    #[diagnostic(help(
        "install Chrome or Chromium, or name it in the variable CHROME; `--engine html` works without one"
    ))]
    Browser { reason: String },

    #[error("{}: {reason}", path.display())]
    #[diagnostic(help("`sada survey check FILE` reads the file again; the README shows what a survey looks like"))]
    Survey { path: PathBuf, reason: String },

    #[error("{} has no survey files", path.display())]
    #[diagnostic(help("files that end in .json are looked for, in subfolders too"))]
    NoSurveys { path: PathBuf },

    #[error("the collector does not start: {reason}")]
    #[diagnostic(help("{help}"))]
    Collector { reason: String, help: &'static str },
}

/// An error and its causes, each said once.
pub fn in_one_line(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        let said = source.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = source.source();
    }
    text
}
