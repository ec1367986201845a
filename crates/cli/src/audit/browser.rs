//! Pages from Chromium.

use super::input::Input;
use super::{Run, address_of};
use crate::error::{CliError, in_one_line};
use rayon::prelude::*;
use sada_audit::report::PageReport;
use sada_audit_browser::{BrowserAuditor, BrowserOptions};
use url::Url;

/// How many pages are written before the next are opened: reports come in order, and a run of any length fits in memory.
const AT_ONCE: usize = 16;
/// A page waits most of the time, so each core has several. With keys pressed it waits for pictures, which take the core too:
/// a third page would only take the time of the others, though not change how they answer, since their own clocks stand still.
const READ_PER_CORE: usize = 3;
const PRESSED_PER_CORE: usize = 2;

/// Audits every input in one browser, so many pages at once.
pub fn audit_all(
    inputs: &[Input],
    run: &mut Run,
    options: BrowserOptions,
    at_once: Option<u16>,
) -> Result<(), CliError> {
    let per_core = if options.keys.is_some() { PRESSED_PER_CORE } else { READ_PER_CORE };
    let auditor = BrowserAuditor::launch(options).map_err(|error| CliError::Browser { reason: in_one_line(&error) })?;
    let threads = at_once.map_or_else(|| rayon::current_num_threads() * per_core, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| CliError::Browser { reason: in_one_line(&error) })?;
    for chunk in inputs.chunks(AT_ONCE) {
        let audit = |input| run.write(&audit_one(&auditor, input), 0);
        let pages: Vec<_> = pool.install(|| chunk.par_iter().map(audit).collect());
        pages.iter().try_for_each(|page| run.add(page))?;
    }
    Ok(())
}

fn audit_one(auditor: &BrowserAuditor, input: &Input) -> PageReport {
    let named = address_of(input);
    let url = match input {
        Input::Url(url) => url.to_string(),
        Input::File { path, .. } => match path.canonicalize().ok().and_then(|path| Url::from_file_path(path).ok()) {
            Some(url) => url.to_string(),
            None => return PageReport::not_audited(named, "browser", "its path cannot be written as an address"),
        },
    };
    match auditor.page(&url) {
        Ok(page) => {
            let key = input.key();
            let mut report = key.map_or_else(|| sada_audit::audit(&page), |key| sada_audit::audit_as(&page, &key));
            // A file is named as the user named it.
            if matches!(input, Input::File { .. }) {
                report.url = named;
            }
            report
        }
        Err(error) => PageReport::not_audited(named, "browser", in_one_line(&error)),
    }
}
