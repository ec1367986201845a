//! Style sheets, each read and parsed once in a run.

use super::fetch::Fetcher;
use sada_audit_html::{Sheet, StyleSheets};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use url::Url;

/// The sheets of a run, by where they were found; what was not there is remembered as well.
#[derive(Default)]
pub struct Cache(RwLock<HashMap<String, Option<Arc<Sheet>>>>);

impl Cache {
    fn get(&self, place: &str, load: impl FnOnce() -> Option<Sheet>) -> Option<Arc<Sheet>> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(place) {
            return known.clone();
        }
        // Two threads may load the same sheet once each; neither waits for the other.
        let sheet = load().map(Arc::new);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(place.to_owned()).or_insert(sheet).clone()
    }
}

/// What a page may load: a page from the network never gets a file of this machine.
pub struct Reachable<'r> {
    cache: &'r Cache,
    fetcher: &'r Fetcher,
    /// What `/` means in a page from a file.
    root: Option<&'r Path>,
}

impl<'r> Reachable<'r> {
    /// For a page from a file below `root`.
    pub fn from_file(cache: &'r Cache, fetcher: &'r Fetcher, root: &'r Path) -> Self {
        Self { cache, fetcher, root: Some(root) }
    }

    /// For a page from the network.
    pub fn from_network(cache: &'r Cache, fetcher: &'r Fetcher) -> Self {
        Self { cache, fetcher, root: None }
    }

    fn file(&self, url: &Url) -> Option<PathBuf> {
        let path = url.to_file_path().ok()?;
        if path.is_file() {
            return Some(path);
        }
        // `/style.css` was written for a server whose top is the folder that was named.
        let below_root = self.root?.join(path.strip_prefix("/").ok()?);
        below_root.is_file().then_some(below_root)
    }
}

impl StyleSheets for Reachable<'_> {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let url = Url::parse(address).ok()?;
        match url.scheme() {
            "file" if self.root.is_some() => {
                // The cache is asked before the disk: thousands of pages share a few sheets.
                let place = format!("{} {address}", self.root?.display());
                self.cache.get(&place, || Some(Sheet::from_bytes(&std::fs::read(self.file(&url)?).ok()?, None)))
            }
            "http" | "https" => self.cache.get(address, || {
                let fetched = self.fetcher.get(&url).ok()?;
                Some(Sheet::from_bytes(&fetched.bytes, Some(&fetched.content_type)))
            }),
            _ => None,
        }
    }
}
