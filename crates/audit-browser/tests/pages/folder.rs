//! Pages of a folder that whoever runs the tests names: `SADA_PAGES` is the folder, `SADA_MOST` how many of its pages.

use std::path::{Path, PathBuf};

/// So many if nobody says how many.
const MOST: usize = 25;

/// The folder, if one is named, and its pages, at equal distances in the list of all, by their paths below it.
pub fn named() -> Option<(PathBuf, Vec<String>)> {
    let root = PathBuf::from(std::env::var_os("SADA_PAGES")?);
    let mut pages = Vec::new();
    search(&root, &root, &mut pages);
    pages.sort();
    let most = count("SADA_MOST", MOST).min(pages.len());
    let pages = (0..most).map(|at| pages[at * pages.len() / most].clone()).collect();
    Some((root, pages))
}

/// A number that whoever runs the tests may give.
pub fn count(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

fn search(root: &Path, folder: &Path, pages: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            search(root, &path, pages);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
        }
    }
}
