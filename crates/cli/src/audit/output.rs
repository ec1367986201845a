//! Where reports go: any number of formats, each to standard output or to a file.

use crate::error::CliError;
use sada_audit::report::{PageReport, Summary, json, pretty};
use std::fs::{File, OpenOptions};
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

enum Writer {
    Terminal(std::io::Stdout),
    /// It appears under this name when the run has ended: a run that breaks off leaves the last report as it was.
    File(BufWriter<NamedTempFile>, PathBuf),
    /// What is there and no file: a pipe with a name, `/dev/null`. It is written to, and not replaced.
    Device(BufWriter<File>),
    Done,
}

impl Writer {
    fn open(path: &Path) -> std::io::Result<Self> {
        // What a link leads to is written, and the link stays.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if path.exists() && !path.is_file() {
            return Ok(Self::Device(BufWriter::new(OpenOptions::new().write(true).open(&path)?)));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        // Others may read it as far as they may read what is written here.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        Ok(Self::File(BufWriter::new(builder.tempfile_in(folder)?), path))
    }
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
            Some(path) => Writer::open(path).map_err(|source| CliError::Unwritable { path: path.clone(), source })?,
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
            Writer::File(file, _) => file.write_all(text.as_bytes()),
            Writer::Device(device) => device.write_all(text.as_bytes()),
            Writer::Done => Ok(()),
        };
        self.judge(written)
    }

    fn close(&mut self) -> Result<(), CliError> {
        let closed = match std::mem::replace(&mut self.writer, Writer::Done) {
            Writer::File(file, path) => file
                .into_inner()
                .map_err(std::io::IntoInnerError::into_error)
                .and_then(|file| file.persist(path).map_err(|error| error.error))
                .map(|_| ()),
            Writer::Device(mut device) => device.flush(),
            Writer::Terminal(mut terminal) => terminal.flush(),
            Writer::Done => Ok(()),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is no file stays what it is.
    #[cfg(unix)]
    #[test]
    fn devices_and_links_are_not_replaced() {
        use sada_audit::wcag::Level;
        use std::os::unix::fs::{PermissionsExt, symlink};

        let style = pretty::Style { color: false, questions: false, level: Level::Aa, advice: false };
        let write = |path: &Path| {
            let format = Format { kind: Kind::Json, path: Some(path.to_owned()) };
            let mut outputs = Outputs::open(&[format], style).unwrap();
            outputs.finish(&Summary::default()).unwrap();
        };
        let folder = tempfile::tempdir().unwrap();
        let (null, linked, report) =
            (folder.path().join("null"), folder.path().join("link"), folder.path().join("report"));
        symlink("/dev/null", &null).unwrap();
        write(&null);
        assert!(!Path::new("/dev/null").is_file() && null.is_symlink());
        std::fs::write(&report, "old").unwrap();
        symlink(&report, &linked).unwrap();
        write(&linked);
        assert!(linked.is_symlink() && std::fs::read_to_string(&report).unwrap().starts_with('{'));
        let plain = folder.path().join("plain");
        std::fs::write(&plain, "").unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        assert_eq!(mode(&report), mode(&plain), "readable for those who may read other files");
    }
}
