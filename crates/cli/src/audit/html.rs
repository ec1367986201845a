//! Pages from markup and style sheets.

use super::fetch::{Fetcher, Limits};
use super::input::Input;
use super::network::Network;
use super::sheets::{Cache, Reachable};
use super::{Audited, Run, address_of};
use crate::error::CliError;
use rayon::prelude::*;
use sada_audit::report::PageReport;
use sada_audit_html::{Options, Reader, Visitor};
use std::sync::{Condvar, Mutex, PoisonError};
use url::Url;

/// So many bytes of pages may be under way at once, or one page of more: reading and judging them takes some thirteen
/// times as much memory.
const UNDER_WAY: usize = 4_000_000;

/// How many pages are written before the next are read: reports come in order, and a run of any length fits in memory.
const AT_ONCE: usize = 256;

/// Audits every input for this visitor on all cores. Pages may lead to the public internet and to what is `allowed`.
pub fn audit_all(inputs: &[Input], visitor: Visitor, run: &mut Run, allowed: &[Network]) -> Result<(), CliError> {
    take_small_pages_of_memory();
    let auditor = Auditor {
        reader: Reader::new(Options { visitor, ..Options::default() }),
        fetcher: Fetcher::new(allowed),
        sheets: Cache::default(),
        under_way: UnderWay::default(),
    };
    for chunk in inputs.chunks(AT_ONCE) {
        let pages: Vec<Audited> = chunk.par_iter().map(|input| auditor.audit(input, run)).collect();
        pages.iter().try_for_each(|page| run.add(page))?;
    }
    Ok(())
}

/// Linux would give two megabytes where a web page takes some hundred kilobytes, and clear them each time: an audit takes
/// a fifth longer so, and twice the memory. A kernel that does not know the question does not give them either.
fn take_small_pages_of_memory() {
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

struct Auditor {
    reader: Reader,
    fetcher: Fetcher,
    sheets: Cache,
    under_way: UnderWay,
}

impl Auditor {
    fn audit(&self, input: &Input, run: &Run) -> Audited {
        let (report, bytes) = match input {
            Input::File { path, root } => match std::fs::read(path) {
                Ok(bytes) => {
                    let url = address_of(input);
                    let base = path.canonicalize().ok().and_then(|path| Url::from_file_path(path).ok());
                    let place =
                        Place { url: &url, base: base.as_ref().map(Url::as_str), content_type: None, key: input.key() };
                    let length = bytes.len();
                    (self.read(place, bytes, Reachable::from_file(&self.sheets, &self.fetcher, root)), length)
                }
                Err(error) => (PageReport::not_audited(address_of(input), "html", error.to_string()), 0),
            },
            Input::Url(url) => match self.fetcher.get(url, url.host_str(), Limits::of_page()) {
                Ok(fetched) => {
                    // A page that it was redirected to elsewhere has no more leave than any.
                    let own = url.host_str().filter(|host| fetched.url.host_str() == Some(host));
                    let (base, content_type) = (Some(fetched.url.as_str()), Some(&*fetched.content_type));
                    let place = Place { url: url.as_str(), base, content_type, key: None };
                    let length = fetched.bytes.len();
                    let sheets = Reachable::from_network(&self.sheets, &self.fetcher, own);
                    (self.read(place, fetched.bytes, sheets), length)
                }
                Err(error) => (PageReport::not_audited(url.as_str(), "html", error.to_string()), 0),
            },
        };
        run.write(&report, bytes as u64)
    }

    fn read(&self, place: Place<'_>, bytes: Vec<u8>, sheets: Reachable<'_>) -> PageReport {
        let Place { url, base, content_type, key } = place;
        let _turn = self.under_way.begin(bytes.len());
        let read = self.reader.read(&sada_audit_html::Input { url, base, bytes: &bytes, content_type }, &sheets);
        drop(bytes);
        match read {
            Ok(page) => {
                let mut report = key.map_or_else(|| sada_audit::audit(&page), |key| sada_audit::audit_as(&page, &key));
                report.not_checked.splice(0..0, sheets.not_checked());
                report
            }
            Err(error) => PageReport::not_audited(url, "html", error.to_string()),
        }
    }
}

/// Where a page is from.
struct Place<'a> {
    url: &'a str,
    base: Option<&'a str>,
    content_type: Option<&'a str>,
    /// What it is recognised by, if not by its address.
    key: Option<String>,
}

/// The bytes of the pages that are under way.
#[derive(Default)]
struct UnderWay {
    bytes: Mutex<usize>,
    less: Condvar,
}

impl UnderWay {
    /// Waits until there is room for a page, which has it until it is dropped.
    fn begin(&self, bytes: usize) -> Turn<'_> {
        let bytes = bytes.min(UNDER_WAY);
        let all = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |all: &mut usize| *all + bytes > UNDER_WAY;
        *self.less.wait_while(all, is_full).unwrap_or_else(PoisonError::into_inner) += bytes;
        Turn { all: self, bytes }
    }
}

/// A page under way.
struct Turn<'a> {
    all: &'a UnderWay,
    bytes: usize,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.all.bytes.lock().unwrap_or_else(PoisonError::into_inner) -= self.bytes;
        self.all.less.notify_all();
    }
}
