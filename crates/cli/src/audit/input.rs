//! What is to be audited: files, folders and addresses become a list.

use crate::error::CliError;
use std::io::Read;
use std::path::{Path, PathBuf};
use url::Url;
use walkdir::WalkDir;

/// One page to audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File {
        path: PathBuf,
        /// The folder that `/` in its links means: the one that was named, or the file's own.
        root: PathBuf,
    },
    /// An address.
    Url(Url),
}

impl Input {
    /// What a file is recognised by next time: its path from the top of its project (the nearest folder around it with
    /// `.git` in it), wherever on this machine that is and however the file was named. Outside of a project it is the path
    /// from the folder that was named, or the file's name. An address knows by itself.
    pub fn key(&self) -> Option<String> {
        let Input::File { path, root } = self else { return None };
        let whole = path.canonicalize().ok()?;
        let project = whole.ancestors().skip(1).find(|folder| folder.join(".git").exists());
        let top = project.map(Path::to_owned).or_else(|| folder(root).canonicalize().ok())?;
        let below = whole.strip_prefix(top).ok().or_else(|| whole.file_name().map(Path::new))?;
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Some(parts.join("/"))
    }
}

/// Every page that the command line names, in order; the files of a folder sorted by path.
pub fn list(named: &[String], urls_from: Option<&Path>) -> Result<Vec<Input>, CliError> {
    let mut named = named.to_vec();
    if let Some(path) = urls_from {
        let lines = read_lines(path)?;
        named.extend(
            lines.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned),
        );
    }
    if named.is_empty() {
        return Err(CliError::NothingNamed);
    }
    let mut inputs = Vec::new();
    for name in named {
        add(&name, &mut inputs)?;
    }
    Ok(inputs)
}

fn add(name: &str, inputs: &mut Vec<Input>) -> Result<(), CliError> {
    if let Some((scheme, _)) = name.split_once("://") {
        inputs.push(Input::Url(address(name, scheme)?));
        return Ok(());
    }
    let path = PathBuf::from(name);
    if path.is_dir() {
        return add_folder(&path, inputs);
    }
    if !path.exists() {
        return Err(CliError::NoSuchFile { path });
    }
    let root = path.parent().map(Path::to_owned).unwrap_or_default();
    inputs.push(Input::File { path, root });
    Ok(())
}

fn address(name: &str, scheme: &str) -> Result<Url, CliError> {
    let wrong = |reason: String| CliError::Address { address: name.to_owned(), reason };
    if !matches!(scheme, "http" | "https") {
        return Err(wrong(format!("{scheme} is not a way to fetch pages")));
    }
    Url::parse(name).map_err(|error| wrong(error.to_string()))
}

fn add_folder(folder: &Path, inputs: &mut Vec<Input>) -> Result<(), CliError> {
    let before = inputs.len();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            CliError::Unreadable { path, source: error.into() }
        })?;
        if entry.file_type().is_file() && is_html(entry.path()) {
            inputs.push(Input::File { path: entry.into_path(), root: folder.to_owned() });
        }
    }
    if inputs.len() == before {
        return Err(CliError::EmptyFolder { path: folder.to_owned() });
    }
    Ok(())
}

fn is_html(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["html", "htm", "xhtml"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn read_lines(path: &Path) -> Result<String, CliError> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|source| CliError::Unreadable { path: path.to_owned(), source })
}

/// The folder a path names; no path names the one the command stands in.
fn folder(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

#[cfg(test)]
mod tests {
    use super::{Input, list};
    use std::fs;
    use std::path::Path;

    fn keys(named: &Path) -> Vec<String> {
        let inputs = list(&[named.to_str().expect("it is UTF-8").to_owned()], None).expect("it is there");
        inputs.iter().filter_map(Input::key).collect()
    }

    #[test]
    fn file_has_one_key_however_it_is_named() {
        let place = tempfile::tempdir().expect("there is room");
        let site = place.path().join("site");
        fs::create_dir_all(site.join("shop")).expect("there is room");
        fs::write(site.join("shop/index.html"), "<p>").expect("there is room");
        // Outside of a project.
        assert_eq!(keys(&site), ["shop/index.html"]);
        assert_eq!(keys(&site.join("shop/index.html")), ["index.html"]);
        fs::create_dir(place.path().join(".git")).expect("there is room");
        for named in ["site", "site/shop", "site/shop/index.html", "site/shop/../shop/./index.html"] {
            assert_eq!(keys(&place.path().join(named)), ["site/shop/index.html"], "{named}");
        }
    }
}
