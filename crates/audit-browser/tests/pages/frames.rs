//! What stands in a frame is tried as the page itself is.

use crate::auditor;
use crate::server::{HTML, serve};
use sada_audit::{Outcome, RULES};

/// What is said of a page, and not of what its frames hold: that is said.
const ON_THE_PAGE_ONLY: &[&str] = &[
    "bars-leave-room",
    "no-single-character-shortcuts",
    "nothing-flashes",
    "nothing-flashes-at-all",
    "orientation-is-not-locked",
    "page-reflows",
    "skip-link-works",
];

#[test]
fn what_is_bad_is_bad_in_a_frame() {
    let Some(auditor) = auditor() else { return };
    let inner = serve(|path| {
        let markup = path.strip_prefix('/').and_then(|place| place.split_once('-'));
        let markup =
            markup.and_then(|(rule, bad)| Some(RULES[rule.parse::<usize>().ok()?].bad[bad.parse::<usize>().ok()?]));
        (
            HTML,
            format!("<!doctype html><html lang=en><title>Example</title><main>{}</main>", markup.unwrap_or_default()),
        )
    });
    // Of another origin, below the window, with all that moves a frame's document away from its corner.
    let outer = serve(move |path| {
        let frame = format!(
            "<iframe title=Example src='{inner}{path}' style='width:900px;height:600px;border:7px solid;padding:9px'></iframe>"
        );
        (HTML, format!("<!doctype html><html lang=en><title>x</title><main style='padding-top:1000px'>{frame}</main>"))
    });
    let mut missed = Vec::new();
    for (at, rule) in RULES.iter().enumerate() {
        if rule.needs.is_none() || ON_THE_PAGE_ONLY.contains(&rule.id) {
            continue;
        }
        for bad in 0..rule.bad.len() {
            let page = auditor.page(&format!("{outer}/{at}-{bad}")).unwrap();
            let said: Vec<Outcome> = rule.outcomes(&page).map(|(_, outcome)| outcome).collect();
            if said.iter().all(|outcome| *outcome == Outcome::Passed) {
                missed.push(format!("{} {bad}: {said:?} {:?}", rule.id, page.not_checked()));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_nothing_is_tried_of_is_said() {
    let Some(auditor) = auditor() else { return };
    let said = |html: &str| crate::page(&auditor, html).not_checked().join("\n");
    let frame = |inner: &str| format!("<iframe title=a srcdoc=\"{inner}\"></iframe>");
    assert!(!said("<p>x").contains("in frames"));
    let one = said(&frame("<p>x"));
    assert!(
        ON_THE_PAGE_ONLY.iter().all(|rule| one.contains(rule)) && !one.contains("frames that stand in frames"),
        "{one}"
    );
    let two = said(&frame("<iframe title=b srcdoc='<p>x'></iframe>"));
    assert!(two.contains("or behind the first dozen (control-stands-out"), "{two}");
}
