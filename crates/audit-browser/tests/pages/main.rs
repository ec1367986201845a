//! Small pages in a real browser.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the support of tests is test code, which clippy does not know"
)]

mod agreement;
mod arrows;
mod contexts;
mod evidence;
mod folder;
mod frames;
mod hostile;
mod hover;
mod keyboard;
mod looks;
mod order;
mod pressing;
mod reading;
mod server;
mod steady;
mod trials;
mod verdicts;
mod windows;
mod worded;

use sada_audit::{Element, Exit, Outcome, Page, RULES};
use sada_audit_browser::{BrowserAuditor, BrowserOptions};
use std::sync::{Arc, Mutex, Weak};

/// The browser of these tests, which ends with the last of them that uses it; `None`, and the reason on the terminal,
/// where there is none. In CI that is a failure.
fn auditor() -> Option<Arc<BrowserAuditor>> {
    static AUDITOR: Mutex<Weak<BrowserAuditor>> = Mutex::new(Weak::new());
    let mut shared = AUDITOR.lock().unwrap();
    if let Some(auditor) = shared.upgrade() {
        return Some(auditor);
    }
    let auditor = Arc::new(launch(BrowserOptions::default())?);
    *shared = Arc::downgrade(&auditor);
    Some(auditor)
}

fn launch(options: BrowserOptions) -> Option<BrowserAuditor> {
    match BrowserAuditor::launch(options) {
        Ok(auditor) => Some(auditor),
        Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{error}"),
        Err(error) => {
            println!("not tested: {error}");
            None
        }
    }
}

/// The page that the browser makes of this markup.
fn page(auditor: &BrowserAuditor, html: &str) -> Page {
    let file = tempfile::Builder::new().suffix(".html").tempfile().unwrap();
    std::fs::write(file.path(), format!("<!doctype html><meta charset=utf-8>{html}")).unwrap();
    auditor.page(&format!("file://{}", file.path().display())).unwrap()
}

/// The element with this id.
fn by_id<'p>(page: &'p Page, id: &str) -> Element<'p> {
    page.elements().find(|element| element.attribute("id") == Some(id)).unwrap()
}

/// How the focus gets away, by the ids of the elements: `out` by Tab, `TRAP` by no key, else the keys, with `!` where
/// the page advises them.
fn exits(page: &Page) -> String {
    let stops = &page.keyboard().unwrap().stops;
    let exits = stops.iter().map(|stop| {
        let element = page.element(stop.element).unwrap();
        let id = element.attribute("id").unwrap_or(element.name());
        match &stop.exit {
            Exit::Standard => format!("{id}: out"),
            Exit::Other { keys, is_advised } => format!("{id}: {keys}{}", if *is_advised { "!" } else { "" }),
            Exit::None { .. } => format!("{id}: TRAP"),
        }
    });
    exits.collect::<Vec<_>>().join("; ")
}

/// What a rule says of the elements of a page, with their ids.
fn outcomes(page: &Page, rule: &str) -> Vec<(Option<String>, Outcome)> {
    let rule = RULES.iter().find(|known| known.id == rule).unwrap();
    let named =
        |(element, outcome): (sada_audit::Element<'_>, _)| (element.attribute("id").map(str::to_owned), outcome);
    rule.outcomes(page).map(named).collect()
}

/// The ids of elements that fail a rule.
fn failed(page: &Page, rule: &str) -> Vec<String> {
    let is_failed = |outcome: &Outcome| matches!(outcome, Outcome::Failed(_));
    outcomes(page, rule).into_iter().filter(|(_, outcome)| is_failed(outcome)).filter_map(|(id, _)| id).collect()
}

/// The ids of elements that a rule asks about.
fn asked(page: &Page, rule: &str) -> Vec<String> {
    let is_asked = |outcome: &Outcome| matches!(outcome, Outcome::NeedsReview(_));
    outcomes(page, rule).into_iter().filter(|(_, outcome)| is_asked(outcome)).filter_map(|(id, _)| id).collect()
}
