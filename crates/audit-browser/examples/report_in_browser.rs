//! Audits the addresses on standard input in Chromium, two at a time, and prints the JSON report, without the `sada` binary.

use sada_audit::report::{PageReport, Summary, json};
use sada_audit_browser::{BrowserAuditor, BrowserOptions};
use std::io::{BufRead, Write};
use std::sync::Mutex;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let urls: Vec<String> = std::io::stdin().lock().lines().collect::<Result<_, _>>()?;
    let auditor = BrowserAuditor::launch(BrowserOptions::default())?;
    let waiting = Mutex::new(urls.iter());
    let reports = Mutex::new(Vec::new());
    let next = || waiting.lock().ok().and_then(|mut urls| urls.next());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(url) = next() {
                    let report = match auditor.page(url) {
                        Ok(page) => sada_audit::audit(&page),
                        Err(error) => PageReport::not_audited(url.as_str(), "browser", error.to_string()),
                    };
                    if let Ok(mut reports) = reports.lock() {
                        reports.push(report);
                    }
                }
            });
        }
    });
    let mut out = std::io::stdout().lock();
    let mut summary = Summary::default();
    write!(out, "{}", json::opening())?;
    for (at, report) in reports.lock().map_err(|_| "a thread has panicked")?.iter().enumerate() {
        summary.add(report);
        write!(out, "{}{}", if at == 0 { "" } else { "," }, json::page(report))?;
    }
    write!(out, "{}", json::closing(&summary))?;
    Ok(())
}
