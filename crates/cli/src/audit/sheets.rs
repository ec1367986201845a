//! Style sheets, each read and parsed once in a run.

use super::fetch::{FetchError, Fetcher, Limits};
use sada_audit_html::{Sheet, StyleSheets};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};
use url::Url;

/// All sheets of one page may take so long to come, and be so large.
const LONGEST: Duration = Duration::from_secs(30);
const MOST_BYTES: u64 = 64 << 20;
/// One may take so long, if there is as much time left.
const LONGEST_SHEET: Duration = Duration::from_secs(10);

/// The sheets of a run, by where they were found; what was not there is remembered as well.
#[derive(Default)]
pub struct Cache(RwLock<HashMap<String, Known>>);

/// A sheet, or why a page may not have it, if that is what it was.
type Known = Result<Arc<Sheet>, Option<String>>;

impl Cache {
    fn get(&self, place: &str) -> Option<Known> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(place).cloned()
    }

    /// Two threads may load the same sheet once each; neither waits for the other.
    fn keep(&self, place: String, sheet: Known) -> Known {
        self.0.write().unwrap_or_else(PoisonError::into_inner).entry(place).or_insert(sheet).clone()
    }
}

/// What a page may load: a page from the network never gets a file of this machine.
pub struct Reachable<'r> {
    cache: &'r Cache,
    fetcher: &'r Fetcher,
    /// What `/` means in a page from a file.
    root: Option<&'r Path>,
    /// The host that was named, where the page came from it.
    own: Option<&'r str>,
    left: Cell<Left>,
    not_checked: RefCell<BTreeSet<String>>,
}

/// What is left of the limits of one page.
#[derive(Debug, Clone, Copy)]
struct Left {
    time: Duration,
    bytes: u64,
}

impl<'r> Reachable<'r> {
    /// For a page from a file below `root`.
    pub fn from_file(cache: &'r Cache, fetcher: &'r Fetcher, root: &'r Path) -> Self {
        Self::new(cache, fetcher, Some(root), None)
    }

    /// For a page from the network; `own` is the host that was named, if the page came from there.
    pub fn from_network(cache: &'r Cache, fetcher: &'r Fetcher, own: Option<&'r str>) -> Self {
        Self::new(cache, fetcher, None, own)
    }

    fn new(cache: &'r Cache, fetcher: &'r Fetcher, root: Option<&'r Path>, own: Option<&'r str>) -> Self {
        let left = Cell::new(Left { time: LONGEST, bytes: MOST_BYTES });
        Self { cache, fetcher, root, own, left, not_checked: RefCell::default() }
    }

    /// What was left out, and why.
    pub fn not_checked(self) -> impl Iterator<Item = String> {
        self.not_checked.into_inner().into_iter()
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

    fn read(&self, url: &Url) -> Known {
        let read = self.file(url).and_then(|path| std::fs::read(path).ok());
        read.map(|bytes| Arc::new(Sheet::from_bytes(&bytes, None))).ok_or(None)
    }

    fn fetch(&self, url: &Url, place: String) -> Known {
        let Left { time, bytes } = self.left.get();
        if time.is_zero() || bytes == 0 {
            let most = MOST_BYTES >> 20;
            let seconds = LONGEST.as_secs();
            return Err(Some(format!(
                "style sheets beyond {seconds} seconds or {most} MB of loading them, so colours and visibility are not certain"
            )));
        }
        let begun = Instant::now();
        let limits = Limits { until: begun + time.min(LONGEST_SHEET), bytes };
        let fetched = self.fetcher.get(url, self.own, limits);
        let size = fetched.as_ref().map_or(0, |fetched| fetched.bytes.len() as u64);
        self.left.set(Left { time: time.saturating_sub(begun.elapsed()), bytes: bytes - size });
        let sheet = match fetched {
            Ok(fetched) => Ok(Arc::new(Sheet::from_bytes(&fetched.bytes, Some(&fetched.content_type)))),
            Err(FetchError::Refused(refused)) => Err(Some(refused.to_string())),
            Err(FetchError::Failed(_)) => Err(None),
        };
        // Another page may have more left for it.
        if sheet.is_err() && (time < LONGEST_SHEET || bytes < MOST_BYTES) {
            return sheet;
        }
        self.cache.keep(place, sheet)
    }
}

impl StyleSheets for Reachable<'_> {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let url = Url::parse(address).ok()?;
        // The cache is asked first: thousands of pages share a few sheets.
        let known = match url.scheme() {
            "file" => {
                let place = format!("{} {address}", self.root?.display());
                self.cache.get(&place).unwrap_or_else(|| self.cache.keep(place, self.read(&url)))
            }
            "http" | "https" => {
                // Where not all pages may have it, it is kept for those that may.
                let whose = if url.host_str() == self.own { "own" } else { "any" };
                let place = format!("{whose} {address}");
                self.cache.get(&place).unwrap_or_else(|| self.fetch(&url, place))
            }
            _ => return None,
        };
        match known {
            Ok(sheet) => Some(sheet),
            Err(reason) => {
                self.not_checked.borrow_mut().extend(reason);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::server::{Server, there};
    use super::{Cache, Left, Reachable};
    use crate::audit::fetch::Fetcher;
    use sada_audit_html::StyleSheets;
    use std::time::{Duration, Instant};

    #[test]
    fn slow_sheets_of_one_page_have_one_limit() {
        let (cache, fetcher, tarpit) = (Cache::default(), Fetcher::new(&[]), Server::dripping());
        let reachable = Reachable::from_network(&cache, &fetcher, Some("127.0.0.1"));
        reachable.left.set(Left { time: Duration::from_millis(500), ..reachable.left.get() });
        let begun = Instant::now();
        for at in 0..200 {
            assert!(reachable.load(&tarpit.url("127.0.0.1", &format!("/{at}.css"))).is_none());
        }
        // Each alone drips for a minute.
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
        assert_eq!(tarpit.asked(), 1);
        let told: Vec<String> = reachable.not_checked().collect();
        assert!(told.len() == 1 && told[0].starts_with("style sheets beyond 30 seconds"), "{told:?}");
    }

    #[test]
    fn sheet_of_a_private_host_is_for_its_own_pages_alone() {
        let (cache, fetcher) = (Cache::default(), Fetcher::new(&[]));
        let address = Server::answering(|_| there("p{color:red}")).url("127.0.0.1", "/a.css");
        assert!(Reachable::from_network(&cache, &fetcher, Some("127.0.0.1")).load(&address).is_some());
        let top = std::path::Path::new(".");
        for other in [
            Reachable::from_network(&cache, &fetcher, Some("shop.example")),
            Reachable::from_network(&cache, &fetcher, None),
            Reachable::from_file(&cache, &fetcher, top),
        ] {
            assert!(other.load(&address).is_none());
            let told: Vec<String> = other.not_checked().collect();
            assert!(told.len() == 1 && told[0].contains("--allow-network 127.0.0.1"), "{told:?}");
        }
    }
}
