//! The pages: somebody else's from npm and Debian, Rust's documentation, and our own.

use super::axe::Package;
use crate::{say, workspace};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Packages with pages that nobody here wrote. Exact versions, as of the day in `docs/benchmarks.md`.
pub const TEMPLATES: [Template; 3] = [
    Template { package: ("gentelella", "4.2.0"), root: "dist", pages: "production" },
    Template { package: ("startbootstrap-agency", "7.0.12"), root: "dist", pages: "" },
    Template { package: ("startbootstrap-sb-admin-2", "4.1.4"), root: "", pages: "" },
];
/// So many of each, or all; 15 together.
const PAGES_OF_A_TEMPLATE: usize = 7;
const PAGES_OF_PYTHON_DOCS: usize = 5;
const PAGES_OF_RUST_DOCS: usize = 200;
/// Where Debian puts Python's documentation.
const PYTHON_DOCS: &str = "/usr/share/doc/python3-doc/html";
/// Folders of `dist/` with pages, not programs.
const OUR_PAGES: [&str; 3] = ["gallery", "rules", "shop"];

/// A package with pages.
pub struct Template {
    /// From npm.
    pub package: Package,
    /// What `/` means in its pages, seen from the package.
    root: &'static str,
    /// Where its pages are, seen from there.
    pages: &'static str,
}

/// Copies of pages with all style sheets around them, and nothing else.
pub struct Corpus {
    /// What the table calls it.
    pub name: &'static str,
    roots: Vec<PathBuf>,
    pages: Vec<PathBuf>,
}

impl Corpus {
    /// The folders, which have no other pages.
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// The pages in them.
    pub fn pages(&self) -> &[PathBuf] {
        &self.pages
    }

    /// Bytes of all pages.
    pub fn bytes(&self) -> Result<u64> {
        self.pages.iter().map(|page| size(page)).sum()
    }

    /// Copies `pages` below `from`, and every style sheet there.
    fn add(&mut self, from: &Path, pages: &[PathBuf], to: &Path) -> Result<()> {
        if to.exists() {
            fs::remove_dir_all(to).with_context(|| format!("cannot empty {}", to.display()))?;
        }
        for file in pages.iter().chain(&files(from, "css")?) {
            let copy = to.join(file.strip_prefix(from)?);
            fs::create_dir_all(copy.parent().unwrap_or(to))?;
            fs::copy(file, &copy).with_context(|| format!("cannot copy {}", file.display()))?;
        }
        self.roots.push(to.to_owned());
        self.pages.extend(files(to, "html")?);
        Ok(())
    }
}

/// The largest pages of each template.
pub fn npm(modules: &Path, to: &Path) -> Result<Corpus> {
    let mut corpus = Corpus { name: "npm templates", roots: Vec::new(), pages: Vec::new() };
    for Template { package: (name, _), root, pages } in &TEMPLATES {
        let root = modules.join(name).join(root);
        let pages = largest(files(&root.join(pages), "html")?, PAGES_OF_A_TEMPLATE)?;
        ensure!(!pages.is_empty(), "{name} has no pages");
        corpus.add(&root, &pages, &to.join(name))?;
    }
    Ok(corpus)
}

/// The largest pages of Python's documentation, if it is there: up to fifty thousand elements each.
pub fn python_docs(to: &Path) -> Result<Option<Corpus>> {
    let html = fs::canonicalize(PYTHON_DOCS).ok();
    let found = html.as_deref().map(|html| files(html, "html")).transpose()?.unwrap_or_default();
    let Some(html) = html.filter(|_| !found.is_empty()) else {
        say::progress("No python3-doc, so none of its pages are audited: `apt-get install python3-doc` brings it.");
        return Ok(None);
    };
    let mut corpus = Corpus { name: "python3-doc", roots: Vec::new(), pages: Vec::new() };
    corpus.add(&html, &largest(found, PAGES_OF_PYTHON_DOCS)?, &to.join("python3-doc"))?;
    Ok(Some(corpus))
}

/// Some pages of Rust's documentation, if it is there.
pub fn rust_docs(to: &Path) -> Result<Option<Corpus>> {
    let Some(html) = all_rust_docs()? else {
        say::progress("No rust-docs, so none of its pages are audited: `rustup component add rust-docs` brings it.");
        return Ok(None);
    };
    let mut corpus = Corpus { name: "rust-docs", roots: Vec::new(), pages: Vec::new() };
    let pages = at_equal_distances(&files(&html, "html")?, PAGES_OF_RUST_DOCS);
    corpus.add(&html, &pages, &to.join("rust-docs"))?;
    Ok(Some(corpus))
}

/// The folder of Rust's documentation, if rustup has installed it.
pub fn all_rust_docs() -> Result<Option<PathBuf>> {
    let html = workspace::sysroot()?.join("share/doc/rust/html");
    Ok(html.join("index.html").exists().then_some(html))
}

/// Our own pages, if they are built.
pub fn ours(to: &Path) -> Result<Option<Corpus>> {
    let dist = workspace::dist();
    let folders = OUR_PAGES.map(|folder| dist.join(folder));
    if !folders.iter().all(|folder| folder.exists()) {
        say::progress("No dist/, so none of our own pages are audited: `cargo xtask widget` builds them.");
        return Ok(None);
    }
    let mut pages = Vec::new();
    for folder in folders {
        pages.extend(files(&folder, "html")?);
    }
    let mut corpus = Corpus { name: "our own pages", roots: Vec::new(), pages: Vec::new() };
    corpus.add(&dist, &pages, &to.join("ours"))?;
    Ok(Some(corpus))
}

/// How many pages are below a folder, and their bytes.
pub fn count(folder: &Path) -> Result<(usize, u64)> {
    let pages = files(folder, "html")?;
    let bytes = pages.iter().map(|page| size(page)).sum::<Result<_>>()?;
    Ok((pages.len(), bytes))
}

fn size(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len())
}

/// Every file below a folder whose name ends so, by path. What packages bring of other packages is not theirs.
fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if kind.is_file() && path.extension().is_some_and(|extension| extension == end) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The `count` largest; of two with the same size the first.
fn largest(mut files: Vec<PathBuf>, count: usize) -> Result<Vec<PathBuf>> {
    let sizes = files.iter().map(|file| size(file)).collect::<Result<Vec<_>>>()?;
    let mut by_size: Vec<_> = sizes.into_iter().zip(files.drain(..)).collect();
    by_size.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    Ok(by_size.into_iter().map(|(_, file)| file).take(count).collect())
}

/// `count` of a list, or all: the first, and others as far apart as can be.
fn at_equal_distances<T: Clone>(list: &[T], count: usize) -> Vec<T> {
    let count = count.min(list.len());
    (0..count).map(|index| list[index * list.len() / count].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_equal() {
        let list: Vec<usize> = (0..1_000).collect();
        assert_eq!(at_equal_distances(&list, 4), [0, 250, 500, 750]);
        assert_eq!(at_equal_distances(&list[..7], 3), [0, 2, 4]);
        assert_eq!(at_equal_distances(&list[..2], 200), [0, 1]);
        assert!(at_equal_distances(&list[..0], 200).is_empty());
    }

    #[test]
    fn copies_are_the_pages_and_the_style_sheets() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let names =
            ["a.html", "b.html", "c/d.html", "css/a.css", "a.js", "node_modules/x/x.css", "node_modules/x/x.html"];
        for (size, name) in names.iter().enumerate() {
            let path = from.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x".repeat(size)).unwrap();
        }
        let pages = largest(files(from.path(), "html").unwrap(), 2).unwrap();
        let mut corpus = Corpus { name: "", roots: Vec::new(), pages: Vec::new() };
        let copies = to.path().join("copies");
        // What was copied before is gone.
        fs::create_dir(&copies).unwrap();
        fs::write(copies.join("old.html"), "").unwrap();
        corpus.add(from.path(), &pages, &copies).unwrap();
        assert_eq!(corpus.pages(), [copies.join("b.html"), copies.join("c/d.html")]);
        assert_eq!(corpus.bytes().unwrap(), 3);
        assert_eq!(files(&copies, "css").unwrap(), [copies.join("css/a.css")]);
        assert!(!copies.join("a.js").exists());
    }
}
