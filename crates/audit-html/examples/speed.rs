//! Reads every page below the folder named first on one thread and says how fast; the second argument takes every
//! n-th page alone.

use sada_audit_html::{Input, Reader, Sheet, StyleSheets};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Sheets from files, each parsed once.
#[derive(Default)]
struct Files(Mutex<HashMap<String, Option<Arc<Sheet>>>>);

impl StyleSheets for Files {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let mut known = self.0.lock().ok()?;
        known
            .entry(address.to_owned())
            .or_insert_with(|| {
                let path = url::Url::parse(address).ok()?.to_file_path().ok()?;
                Some(Arc::new(Sheet::from_bytes(&std::fs::read(path).ok()?, None)))
            })
            .clone()
    }
}

fn pages(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pages(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.push(path);
        }
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "it is a measurement for a person")]
fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let step = std::env::args().nth(2).and_then(|step| step.parse().ok()).unwrap_or(1);
    let mut paths = Vec::new();
    pages(Path::new(&folder), &mut paths)?;
    paths.sort();
    let (reader, sheets) = (Reader::default(), Files::default());
    let (mut count, mut bytes, mut elements, mut refused, mut incomplete) = (0_u32, 0, 0, 0, 0);
    let mut time = Duration::ZERO;
    let mut slowest = (Duration::ZERO, PathBuf::new());
    for path in paths.iter().step_by(step) {
        let page = std::fs::read(path)?;
        let base =
            url::Url::from_file_path(std::path::absolute(path)?).map_err(|()| std::io::ErrorKind::InvalidInput)?;
        let name = path.display().to_string();
        let input = Input { base: Some(base.as_str()), ..Input::new(&name, &page) };
        let start = Instant::now();
        match reader.read(&input, &sheets) {
            Ok(page) => {
                elements += page.elements().count();
                incomplete += usize::from(!page.not_checked().is_empty());
                for what in page.not_checked() {
                    println!("{}: {what}", page.url());
                }
            }
            Err(_) => refused += 1,
        }
        let took = start.elapsed();
        time += took;
        if took > slowest.0 {
            slowest = (took, path.clone());
        }
        count += 1;
        bytes += page.len();
    }
    let seconds = time.as_secs_f64();
    println!(
        "{count} pages, {elements} elements, {refused} refused, {incomplete} incomplete: {:.0} pages/s, {:.1} MB/s; slowest {:?} {}",
        f64::from(count) / seconds,
        f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1e3 / seconds,
        slowest.0,
        slowest.1.display(),
    );
    Ok(())
}
