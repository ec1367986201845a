//! Audits every page below a folder and prints the JSON report, without the `sada` binary. The second argument, if any, is
//! the folder that `/` in links means.

use sada_audit::report::{PageReport, Summary, json};
use sada_audit_html::{Input, Reader, Sheet, StyleSheets};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Sheets from files below the root.
struct Files(PathBuf);

impl StyleSheets for Files {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let url = url::Url::parse(address).ok()?;
        let path = self.0.join(url.path().trim_start_matches('/'));
        Some(Arc::new(Sheet::from_bytes(&std::fs::read(path).ok()?, None)))
    }
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or(std::io::ErrorKind::InvalidInput)?);
    let root = arguments.next().map_or_else(|| folder.clone(), PathBuf::from);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let mut out = std::io::stdout().lock();
    let mut summary = Summary::default();
    write!(out, "{}", json::opening())?;
    for (at, path) in paths.iter().enumerate() {
        let report = audit(path, &root)?;
        summary.add(&report);
        write!(out, "{}{}", if at == 0 { "" } else { "," }, json::page(&report))?;
    }
    write!(out, "{}", json::closing(&summary))
}

fn audit(path: &Path, root: &Path) -> std::io::Result<PageReport> {
    let bytes = std::fs::read(path)?;
    let place = path.strip_prefix(root).unwrap_or(path).display().to_string();
    let base = format!("http://localhost/{place}");
    let input = Input { base: Some(&base), ..Input::new(&base, &bytes) };
    Ok(match Reader::default().read(&input, &Files(root.to_owned())) {
        Ok(page) => sada_audit::audit(&page),
        Err(error) => PageReport::not_audited(base.as_str(), "html", error.to_string()),
    })
}
