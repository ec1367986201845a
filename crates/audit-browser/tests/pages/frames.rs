//! What stands in a frame is tried as the page itself is.

use crate::auditor;
use crate::server::{HTML, serve};
use sada_audit::{Element, Outcome, Page, RULES, Rule};

/// What is said of a page, and not of what its frames hold: that is said.
const ON_THE_PAGE_ONLY: &[&str] = &[
    "bars-leave-room",
    "motion-is-not-needed",
    "no-single-character-shortcuts",
    "nothing-flashes",
    "nothing-flashes-at-all",
    "orientation-is-not-locked",
    "page-reflows",
    "skip-link-works",
];

/// Rules that markup alone decides at times, and a browser where it does not.
const TRIED_TOO: &[&str] = &["image-has-no-text", "moving-content-can-be-stopped"];

/// A page whose frame, of another origin and below the window, holds what `inner` gives for the path.
fn framed(style: &str, inner: impl Fn(&str) -> String + Send + Sync + 'static) -> String {
    let inner =
        serve(move |path| (HTML, format!("<!doctype html><html lang=en><title>x</title><main>{}", inner(path))));
    let style = style.to_owned();
    // With all that moves a frame's document away from its corner.
    serve(move |path| {
        let frame = format!(
            "<iframe title=x src='{inner}{path}' style='width:70vw;height:600px;border:7px solid;padding:9px;{style}'></iframe>"
        );
        (HTML, format!("<!doctype html><html lang=en><title>x</title><main style='padding-top:1000px'>{frame}</main>"))
    })
}

/// What a rule says of what stands in frames.
fn said(page: &Page, rule: &Rule) -> Vec<Outcome> {
    let is_framed = |element: Element<'_>| element.flat_lineage().skip(1).any(|around| around.is("iframe"));
    rule.outcomes(page).filter(|(element, _)| is_framed(*element)).map(|(_, outcome)| outcome).collect()
}

#[test]
fn examples_are_in_a_frame_what_they_are_on_a_page() {
    let Some(auditor) = auditor() else { return };
    let tried = |rule: &&Rule| {
        let is_tried = rule.needs.is_some() || TRIED_TOO.contains(&rule.id);
        is_tried && !ON_THE_PAGE_ONLY.contains(&rule.id)
    };
    let origin = framed("", |path| {
        let [rule, kind, at] = path[1..].split('-').collect::<Vec<_>>()[..] else { return String::new() };
        let Some(rule) = rule.parse::<usize>().ok().and_then(|rule| RULES.get(rule)) else { return String::new() };
        let examples = if kind == "bad" { rule.bad } else { rule.good };
        at.parse::<usize>().ok().and_then(|at| examples.get(at)).unwrap_or(&"").to_string()
    });
    let mut wrong = Vec::new();
    for (at, rule) in RULES.iter().enumerate().filter(|(_, rule)| tried(rule)) {
        for (kind, examples) in [("bad", rule.bad), ("good", rule.good)] {
            for example in 0..examples.len() {
                let page = auditor.page(&format!("{origin}/{at}-{kind}-{example}")).unwrap();
                let said = said(&page, rule);
                let is_as_expected = match kind {
                    "bad" => said.iter().any(|outcome| *outcome != Outcome::Passed),
                    _ => !said.iter().any(|outcome| matches!(outcome, Outcome::Failed(_))),
                };
                if !is_as_expected {
                    wrong.push(format!("{} {kind} {example}: {said:?} {:?}", rule.id, page.not_checked()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const FIELD: &str = "<input aria-label=Name style='border:2px solid #dddddd;background:#ffffff'>";
const NARROW: &str = "<p style='width:60px;height:20px;overflow:hidden'>Opening hours of the harbour";

fn rule(id: &str) -> &'static Rule {
    RULES.iter().find(|rule| rule.id == id).unwrap()
}

#[test]
fn what_a_frame_cuts_off_when_it_gets_narrow_is_found() {
    let Some(auditor) = auditor() else { return };
    let line = "Opening hours of the old harbour and of the market: every day of the week from nine to five";
    let origin = framed("", move |_| format!("<div style='overflow:hidden;height:1.5em'>{line}</div>"));
    let page = auditor.page(&format!("{origin}/")).unwrap();
    let outcomes = said(&page, rule("zoomed-text-is-not-clipped"));
    assert!(matches!(outcomes[..], [Outcome::Failed(_)]), "{outcomes:?}");
}

#[test]
fn in_a_frame_larger_than_the_window_all_is_looked_at() {
    let Some(auditor) = auditor() else { return };
    let origin = framed("height:3000px", |_| format!("{FIELD}<div style='height:2500px'></div>{FIELD}"));
    let page = auditor.page(&format!("{origin}/")).unwrap();
    let outcomes = said(&page, rule("control-stands-out"));
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Failed(_))).count(), 2, "{outcomes:?}");
}

#[test]
fn of_what_no_window_shows_as_it_is_nothing_is_said() {
    let Some(auditor) = auditor() else { return };
    for style in
        ["visibility:hidden", "opacity:0", "transform:rotate(180deg)", "transform:scaleX(-1)", "zoom:2", "scale:0.5"]
    {
        let origin = framed(style, |_| format!("{FIELD}{NARROW}"));
        let page = auditor.page(&format!("{origin}/")).unwrap();
        assert_eq!(said(&page, rule("control-stands-out")), [], "{style}");
        let is_hidden = style.starts_with('v') || style.starts_with('o');
        for id in ["text-fits-when-spaced", "zoomed-text-is-not-clipped"] {
            let has_failed = said(&page, rule(id)).iter().any(|outcome| matches!(outcome, Outcome::Failed(_)));
            assert!(!(is_hidden && has_failed), "{style} {id}");
        }
    }
}

#[test]
fn a_frame_that_goes_away_takes_nothing_else_with_it() {
    let Some(auditor) = auditor() else { return };
    let away = "<script>setInterval(() => { const f = document.querySelector('iframe'); f.src = '/?' + Math.random() }, 70)</script>";
    let page = crate::page(&auditor, &format!("{FIELD}<iframe title=x srcdoc='<p>x'></iframe>{away}"));
    let failed = rule("control-stands-out").outcomes(&page).filter(|(_, outcome)| *outcome != Outcome::Passed).count();
    assert_eq!(failed, 1, "{:?}", page.not_checked());
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
