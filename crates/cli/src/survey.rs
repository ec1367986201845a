//! `sada survey`: survey files.

use crate::error::CliError;
use crate::print;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use sada_survey::{Mistake, Survey, SurveyFileError};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use walkdir::WalkDir;

#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Says whether surveys can be asked, and if not, where and why
    #[command(
        after_help = "Exit code 0: every survey can be asked; 1: at least one cannot; 2: a file could not be read as a survey."
    )]
    Check {
        /// Survey files, or folders: their files that end in .json, subfolders too
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

pub fn run(command: &Command) -> Result<ExitCode, CliError> {
    let Command::Check { files: named } = command;
    let mut worst = Verdict::Askable;
    for path in named {
        let files = if path.is_dir() { in_folder(path)? } else { vec![path.clone()] };
        for file in files {
            worst = worst.max(check(&file));
        }
    }
    Ok(ExitCode::from(worst as u8))
}

/// What is said of a file, by exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Askable,
    NotAskable,
    NoSurvey,
}

/// Says what is wrong with a file, or that nothing is. One file that cannot be read does not hide the others.
fn check(path: &Path) -> Verdict {
    let json = match read_text(path) {
        Ok(json) => json,
        Err(error) => {
            print::error(error);
            return Verdict::NoSurvey;
        }
    };
    let file = path.display().to_string();
    match Survey::from_json(&json) {
        Ok(survey) => {
            let questions = survey.questions.len();
            print::line(&format!("{}: `{}` can be asked, questions: {questions}", printable(&file), survey.id));
            Verdict::Askable
        }
        Err(error) => {
            let renderer = if print::wants_color() { Renderer::styled() } else { Renderer::plain() };
            for mistake in error.mistakes() {
                print::line(&in_frame(&renderer, &file, &json, mistake));
            }
            if matches!(error, SurveyFileError::Definition(_)) { Verdict::NotAskable } else { Verdict::NoSurvey }
        }
    }
}

/// `file:line:column: what`, which editors and terminals make a link of, and the line itself.
fn in_frame(renderer: &Renderer, file: &str, json: &str, mistake: &Mistake) -> String {
    let Mistake { line, column, bytes, message } = mistake;
    let mark = AnnotationKind::Primary.span(bytes.clone());
    let frame = Group::with_level(Level::ERROR).element(Snippet::source(json).annotation(mark));
    format!("{}:{line}:{column}: {}\n{}\n", printable(file), printable(message), renderer.render(&[frame]))
}

/// A message may quote what it found: nothing of it may move the cursor or colour the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The JSON files of a folder and its subfolders, sorted by path.
fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            CliError::Unreadable { path, source: error.into() }
        })?;
        let is_json = entry.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if entry.file_type().is_file() && is_json {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() {
        return Err(CliError::NoSurveys { path: folder.to_owned() });
    }
    Ok(files)
}

/// Reads and checks a survey file.
pub fn read(path: &Path) -> Result<Survey, CliError> {
    Survey::from_json(&read_text(path)?)
        .map_err(|error| CliError::Survey { path: path.to_owned(), reason: error.to_string() })
}

fn read_text(path: &Path) -> Result<String, CliError> {
    std::fs::read_to_string(path).map_err(|source| CliError::Unreadable { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN: &str = "{\"id\": \"x\", \"version\": 1, \"title\": {\"en\": \"x\"}, \"thanks\": {\"en\": \"x\"},\n \"questions\": [\n  \
                          {\"id\": \"صدى\", \"kind\": \"nps\", \"text\": {\"fa\": \"\\u001b[31m\", \"\\u001b[31m\": \"x\"}}\n ]}";

    #[test]
    fn a_mistake_is_shown_in_its_line() {
        let error = Survey::from_json(BROKEN).unwrap_err();
        let shown: Vec<_> =
            error.mistakes().iter().map(|mistake| in_frame(&Renderer::plain(), "a.json", BROKEN, mistake)).collect();
        assert_eq!(shown.len(), 2, "{shown:?}");
        assert!(shown[0].starts_with("a.json:3:4: `questions[0].id` is `صدى`: an id is 1 to 64 of"), "{}", shown[0]);
        assert!(shown[0].contains("3 |   {\"id\": \"صدى\""), "{}", shown[0]);
        assert!(shown[0].contains("|    ^^^^^^^^^^^"), "{}", shown[0]);
        assert!(
            shown[1].starts_with("a.json:3:61: `questions[0].text.\u{fffd}[31m` is not in a language"),
            "{}",
            shown[1]
        );
    }

    #[test]
    fn the_worst_file_decides() {
        let folder = tempfile::tempdir().unwrap();
        let good = include_str!("../../../www/surveys/nps.json");
        std::fs::create_dir(folder.path().join("more")).unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let good = file("good.json", good);
        let broken = file("more/broken.JSON", BROKEN);
        let no_survey = file("no-survey.txt", "[]");
        let nowhere = folder.path().join("nowhere.json");
        assert_eq!([&good, &broken, &no_survey, &nowhere].map(|path| check(path)), {
            use Verdict::{Askable, NoSurvey, NotAskable};
            [Askable, NotAskable, NoSurvey, NoSurvey]
        });
        assert_eq!(in_folder(folder.path()).unwrap(), [good.clone(), broken]);
        let run = |files: Vec<PathBuf>| run(&Command::Check { files }).map_err(|error| error.to_string());
        assert_eq!(run(vec![good.clone()]), Ok(ExitCode::SUCCESS));
        assert_eq!(run(vec![folder.path().to_owned(), good.clone()]), Ok(ExitCode::from(1)));
        assert_eq!(run(vec![no_survey.clone(), folder.path().to_owned()]), Ok(ExitCode::from(2)));
        let empty = tempfile::tempdir().unwrap();
        assert!(run(vec![empty.path().to_owned()]).unwrap_err().ends_with("has no survey files"));
    }
}
