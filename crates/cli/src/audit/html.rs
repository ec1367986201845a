//! Pages from markup and style sheets.

use super::fetch::Fetcher;
use super::input::Input;
use super::sheets::{Cache, Reachable};
use super::{Audited, Run, address_of};
use crate::error::CliError;
use rayon::prelude::*;
use sada_audit::report::PageReport;
use sada_audit_html::Reader;
use std::sync::{Mutex, PoisonError};
use url::Url;

/// A page of more bytes takes tens of megabytes while it is read: no two such pages are read at once.
const LARGE: usize = 1_000_000;

/// How many pages are written before the next are read: reports come in order, and a run of any length fits in memory.
const AT_ONCE: usize = 256;

/// Audits every input on all cores.
pub fn audit_all(inputs: &[Input], run: &mut Run) -> Result<(), CliError> {
    take_small_pages_of_memory();
    let auditor = Auditor {
        reader: Reader::default(),
        fetcher: Fetcher::new(),
        sheets: Cache::default(),
        large: Mutex::default(),
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
    large: Mutex<()>,
}

impl Auditor {
    fn audit(&self, input: &Input, run: &Run) -> Audited {
        let (report, bytes) = match input {
            Input::File { path, root } => match std::fs::read(path) {
                Ok(bytes) => {
                    let base = path.canonicalize().ok().and_then(|path| Url::from_file_path(path).ok());
                    let page = sada_audit_html::Input {
                        url: &address_of(input),
                        base: base.as_ref().map(Url::as_str),
                        bytes: &bytes,
                        content_type: None,
                    };
                    (self.read(&page, &Reachable::from_file(&self.sheets, &self.fetcher, root)), bytes.len())
                }
                Err(error) => (PageReport::not_audited(address_of(input), "html", error.to_string()), 0),
            },
            Input::Url(url) => match self.fetcher.get(url) {
                Ok(fetched) => {
                    let page = sada_audit_html::Input {
                        url: url.as_str(),
                        base: Some(fetched.url.as_str()),
                        bytes: &fetched.bytes,
                        content_type: Some(&fetched.content_type),
                    };
                    (self.read(&page, &Reachable::from_network(&self.sheets, &self.fetcher)), fetched.bytes.len())
                }
                Err(reason) => (PageReport::not_audited(url.as_str(), "html", reason), 0),
            },
        };
        run.write(&report, bytes as u64)
    }

    fn read(&self, page: &sada_audit_html::Input<'_>, sheets: &Reachable<'_>) -> PageReport {
        let is_large = page.bytes.len() > LARGE;
        let _turn = is_large.then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        match self.reader.read(page, sheets) {
            Ok(page) => sada_audit::audit(&page),
            Err(error) => PageReport::not_audited(page.url, "html", error.to_string()),
        }
    }
}
