//! Where reports go: any number of formats, each to standard output or to a file.

use crate::error::CliError;
use sada_audit::report::{PageReport, Summary, json, pretty};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tempfile::NamedTempFile;

/// A format and where it goes; without a file, standard output.
#[derive(Debug, Clone)]
pub struct Format {
    kind: Kind,
    path: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pretty,
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, path) = text.split_once('=').map_or((text, None), |(name, path)| (name, Some(path)));
        let kind = match name {
            "pretty" => Kind::Pretty,
            "json" => Kind::Json,
            _ => return Err(format!("there is no format `{name}`: there are pretty and json")),
        };
        match path {
            Some("") => Err(format!("no file is named behind `{name}=`")),
            path => Ok(Self { kind, path: path.map(PathBuf::from) }),
        }
    }
}

/// The open outputs of a run.
pub struct Outputs {
    outputs: Vec<Output>,
    style: pretty::Style,
}

struct Output {
    kind: Kind,
    path: Option<PathBuf>,
    writer: Writer,
    is_first: bool,
}

/// A file appears under its name when the run has ended: a run that breaks off leaves the last report as it was.
enum Writer {
    Terminal(std::io::Stdout),
    File(BufWriter<NamedTempFile>),
    Done,
}

impl Outputs {
    /// Opens every output before any page is audited.
    pub fn open(formats: &[Format], style: pretty::Style) -> Result<Self, CliError> {
        let outputs = formats.iter().map(Output::open).collect::<Result<_, _>>()?;
        Ok(Self { outputs, style })
    }

    /// A page in every format.
    pub fn texts(&self, report: &PageReport) -> Vec<String> {
        self.outputs
            .iter()
            .map(|output| match output.kind {
                Kind::Json => json::page(report),
                Kind::Pretty => {
                    // Colours are for terminals only.
                    let color = self.style.color && output.path.is_none();
                    pretty::page(report, pretty::Style { color, ..self.style })
                }
            })
            .collect()
    }

    /// Writes the texts of one page.
    pub fn write(&mut self, texts: &[String]) -> Result<(), CliError> {
        self.outputs.iter_mut().zip(texts).try_for_each(|(output, text)| output.page(text))
    }

    /// Writes what formats end with.
    pub fn finish(&mut self, summary: &Summary) -> Result<(), CliError> {
        for output in &mut self.outputs {
            let text = match output.kind {
                Kind::Json => json::closing(summary),
                Kind::Pretty => pretty::summary(summary, self.style),
            };
            output.put(&text)?;
            output.close()?;
        }
        Ok(())
    }
}

impl Output {
    fn open(format: &Format) -> Result<Self, CliError> {
        let writer = match &format.path {
            None => Writer::Terminal(std::io::stdout()),
            Some(path) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                let file = NamedTempFile::new_in(folder)
                    .map_err(|source| CliError::Unwritable { path: path.clone(), source })?;
                Writer::File(BufWriter::new(file))
            }
        };
        let mut output = Self { kind: format.kind, path: format.path.clone(), writer, is_first: true };
        if format.kind == Kind::Json {
            output.put(&json::opening())?;
        }
        Ok(output)
    }

    fn page(&mut self, text: &str) -> Result<(), CliError> {
        if self.kind == Kind::Json && !std::mem::take(&mut self.is_first) {
            self.put(",")?;
        }
        self.put(text)
    }

    fn put(&mut self, text: &str) -> Result<(), CliError> {
        let written = match &mut self.writer {
            Writer::Terminal(terminal) => terminal.write_all(text.as_bytes()),
            Writer::File(file) => file.write_all(text.as_bytes()),
            Writer::Done => Ok(()),
        };
        self.judge(written)
    }

    fn close(&mut self) -> Result<(), CliError> {
        let closed = match (std::mem::replace(&mut self.writer, Writer::Done), &self.path) {
            (Writer::File(file), Some(path)) => file
                .into_inner()
                .map_err(std::io::IntoInnerError::into_error)
                .and_then(|file| file.persist(path).map_err(|error| error.error))
                .map(|_| ()),
            (Writer::Terminal(mut terminal), _) => terminal.flush(),
            _ => Ok(()),
        };
        self.judge(closed)
    }

    /// A closed pipe (`| head`) is the reader's choice; a full disk is an error.
    fn judge(&self, written: std::io::Result<()>) -> Result<(), CliError> {
        match written {
            Err(source) if self.path.is_some() || source.kind() != std::io::ErrorKind::BrokenPipe => {
                let path = self.path.clone().unwrap_or_else(|| PathBuf::from("standard output"));
                Err(CliError::Unwritable { path, source })
            }
            _ => Ok(()),
        }
    }
}
