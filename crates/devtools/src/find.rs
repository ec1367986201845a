//! Where the browser is.

use crate::DevtoolsError;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The names it has on `PATH`, the best first.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where installers put it when it is not on `PATH`.
const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/opt/homebrew/bin/chromium",
];

/// Finds Chrome or Chromium: what `CHROME` says, else the usual names on `PATH`, else the usual places.
///
/// # Errors
/// [`DevtoolsError::NoSuchBrowser`] if `CHROME` names no file, [`DevtoolsError::BrowserNotFound`] if nothing is found.
pub fn find_chrome() -> Result<PathBuf, DevtoolsError> {
    find(std::env::var_os("CHROME").as_deref(), std::env::var_os("PATH").as_deref(), PLACES)
}

fn find(chrome: Option<&OsStr>, path: Option<&OsStr>, places: &[&str]) -> Result<PathBuf, DevtoolsError> {
    if let Some(chrome) = chrome.filter(|chrome| !chrome.is_empty()) {
        let named = PathBuf::from(chrome);
        if named.is_file() {
            return Ok(named);
        }
        // A bare name is looked up as a shell would.
        let is_bare = named.components().count() == 1;
        return is_bare.then(|| on_path(path, &[chrome])).flatten().ok_or(DevtoolsError::NoSuchBrowser { path: named });
    }
    let names: Vec<&OsStr> = NAMES.iter().map(OsStr::new).collect();
    on_path(path, &names)
        .or_else(|| places.iter().map(PathBuf::from).find(|place| place.is_file()))
        .ok_or(DevtoolsError::BrowserNotFound)
}

fn on_path(path: Option<&OsStr>, names: &[&OsStr]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(path?).filter(|folder| folder.is_absolute()).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(Path::new(name))))
        .find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(name: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), "").unwrap();
        folder
    }

    #[test]
    fn what_the_variable_says_wins() {
        let (mine, other) = (folder_with("mine"), folder_with("chromium"));
        let named = mine.path().join("mine");
        let found = find(Some(named.as_os_str()), Some(other.path().as_os_str()), &[]).unwrap();
        assert_eq!(found, named);
    }

    #[test]
    fn a_bare_name_is_looked_up_on_the_path() {
        let folder = folder_with("my-chrome");
        let found = find(Some(OsStr::new("my-chrome")), Some(folder.path().as_os_str()), &[]).unwrap();
        assert_eq!(found, folder.path().join("my-chrome"));
    }

    #[test]
    fn a_wrong_variable_is_an_error_and_not_passed_over() {
        let folder = folder_with("chromium");
        let error = find(Some(OsStr::new("/nowhere/chrome")), Some(folder.path().as_os_str()), &[]).unwrap_err();
        assert!(matches!(error, DevtoolsError::NoSuchBrowser { .. }), "{error}");
        assert!(error.to_string().contains("/nowhere/chrome"));
    }

    #[test]
    fn the_usual_places_come_last() {
        let (on_path, installed) = (folder_with("google-chrome"), folder_with("chrome"));
        let place = installed.path().join("chrome");
        let places = [place.to_str().unwrap()];
        assert_eq!(
            find(None, Some(on_path.path().as_os_str()), &places).unwrap(),
            on_path.path().join("google-chrome")
        );
        assert_eq!(find(None, None, &places).unwrap(), place);
        assert!(matches!(find(None, None, &[]).unwrap_err(), DevtoolsError::BrowserNotFound));
    }
}
