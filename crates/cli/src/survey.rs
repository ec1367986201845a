//! `sada survey`: survey files.

use crate::error::CliError;
use crate::print;
use sada_survey::Survey;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Says whether a survey can be asked, and if not, where and why
    Check {
        /// Survey files (JSON)
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

pub fn run(command: &Command) -> Result<ExitCode, CliError> {
    let Command::Check { files } = command;
    for file in files {
        let survey = read(file)?;
        let questions = survey.questions.len();
        print::line(&format!("{}: `{}` can be asked, questions: {questions}", file.display(), survey.id));
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads and checks a survey file.
pub fn read(path: &Path) -> Result<Survey, CliError> {
    let json =
        std::fs::read_to_string(path).map_err(|source| CliError::Unreadable { path: path.to_owned(), source })?;
    Survey::from_json(&json).map_err(|error| CliError::Survey { path: path.to_owned(), reason: error.to_string() })
}
