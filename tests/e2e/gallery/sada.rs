//! Our own auditor on every example.

use crate::engines::HARM;
use crate::examples::{Example, Gallery};
use crate::seen::say;
use sada_tests::sada;
use serde_json::Value;
use std::time::Instant;

/// Keeps the page loading until the example's state is reached, as an auditor looks at a page that has loaded: so does a
/// frame whose document is being written. `DO` is done to the popup then.
const HOLD: &str = "<script>{
    const { dataset } = document.documentElement;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument.open();
    const look = setInterval(() => {
        if (!dataset.ready && !dataset.failed) return;
        clearInterval(look);
        const popup = document.querySelector('sada-feedback').shadowRoot;
        DO;
        frame.remove();
    }, 20);
}</script>";

/// The report on these examples, with what else the auditor is told.
fn audit(gallery: &Gallery, examples: &[Example], more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let urls: Vec<_> = examples.iter().map(|example| gallery.url(example)).collect();
    std::fs::write(folder.path().join("urls"), urls.join("\n")).unwrap();
    let arguments = ["audit", "--engine", "browser", "--urls-from", "urls", "--format", "json", "--fail-on", "never"];
    let ran = sada(folder.path(), &[&arguments[..], more].concat());
    // Pages that could not be audited are complained of by name.
    assert!(matches!(ran.code, 0 | 2), "{}", ran.errors);
    serde_json::from_str(&ran.output).unwrap()
}

/// Its violations, and what it could not check `with_keys`.
fn complaints(report: &Value, with_keys: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for page in report["pages"].as_array().unwrap() {
        let name = page["url"].as_str().unwrap().split('=').next_back().unwrap();
        if page["status"] != "audited" || (with_keys && page["not_checked"] != Value::Array(Vec::new())) {
            lines.push(format!("{name}: {} {} {}", page["status"], page["error"], page["not_checked"]));
        }
        let failed = page["outcomes"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["outcome"] == "failed" && one["level"] != "AAA" && one["level"] != "best-practice");
        lines.extend(
            failed.map(|one| format!("{name} sada {} {}: {}", one["rule"], one["target"]["selector"], one["message"])),
        );
    }
    lines
}

/// Every example as it is shown; each subject as it opens in Arabic also with keys and in other windows.
#[test]
fn our_own_auditor_finds_nothing() {
    let start = Instant::now();
    let gallery = Gallery::with(&HOLD.replace("DO", ""));
    let plain = Gallery::with("");
    let (_, examples) = plain.list();
    // A frame that stands in for the popup loads like any other, and waits for the page in turn: it cannot be held.
    let (framed, held): (Vec<_>, Vec<_>) = examples.iter().cloned().partition(|example| example.state() == "frame");
    let report = audit(&gallery, &held, &["--no-keys"]);
    let mut lines = complaints(&report, false);
    lines.extend(complaints(&audit(&plain, &framed, &["--no-keys"]), false));
    let is_tried = |example: &&Example| {
        (example.theme(), example.language()) == ("light", "ar")
            && matches!(example.state(), "open" | "asked" | "closed")
    };
    let tried: Vec<Example> = examples.iter().filter(is_tried).cloned().collect();
    let with_keys = audit(&gallery, &tried, &[]);
    lines.extend(complaints(&with_keys, true));
    let summary = &report["summary"];
    let (pages, passed, questions) = (&summary["pages"], &summary["passed"], &summary["cantTell"]);
    let (seconds, tried) = (start.elapsed().as_secs(), tried.len());
    say(&format!(
        "{pages} examples, {tried} of them with keys, in {seconds} s by sada: passed {passed}; for a person to look at: {questions}"
    ));
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    assert_eq!(summary["pages"], held.len());
}

/// What is wrong in an open popup is found: nothing found means nothing wrong.
#[test]
fn our_own_auditor_sees_the_open_popup() {
    let gallery = Gallery::with(&HOLD.replace("DO", HARM));
    let (_, examples) = Gallery::with("").list();
    let example = examples.iter().find(|example| example.name == "nps.en.light.open").unwrap();
    let complaints = complaints(&audit(&gallery, std::slice::from_ref(example), &[]), true);
    assert_eq!(complaints.len(), 1, "{complaints:#?}");
    assert!(complaints[0].contains("text-contrast"), "{complaints:#?}");
}
