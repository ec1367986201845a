//! One page, written in every format.

use sada_audit::report::{PageReport, Summary, json, pretty};
use sada_audit::wcag::Level;
use sada_audit::{Engine, Namespace, NodeId, PageBuilder, RULES, Span, Style, audit};
use serde_json::{Value, json};

const SOURCE: &str = "<main>\n  <img src=\"a.png\">\n</main>\n";

/// A page with one image without a name, at line 2, column 3.
fn report() -> PageReport {
    let mut page = PageBuilder::new("site/index.html", Engine::Html);
    page.set_source(SOURCE.into());
    let main = page.element(NodeId::DOCUMENT, Namespace::Html, "main", Vec::new());
    let image = page.element(main, Namespace::Html, "img", vec![("src".into(), "a.png".into())]);
    let style = page.style(Style::INITIAL);
    page.set_style(main, style);
    page.set_style(image, style);
    let start = SOURCE.find("<img").expect("it stands above");
    page.set_span(image, Span { start, end: start + "<img src=\"a.png\">".len() });
    audit(&page.finish())
}

fn summary(report: &PageReport) -> Summary {
    let mut summary = Summary::default();
    summary.add(report);
    summary
}

#[test]
fn json_is_the_stable_contract() {
    let report = report();
    let text = format!("{}{}{}", json::opening(), json::page(&report), json::closing(&summary(&report)));
    let document: Value = serde_json::from_str(&text).unwrap();
    let fingerprint = &document["pages"][0]["outcomes"][0]["fingerprint"];
    assert_eq!(fingerprint.as_str().unwrap().len(), 32);
    let not_checked = &document["pages"][0]["not_checked"];
    for rule in RULES.iter().filter(|rule| rule.needs.is_some()) {
        assert!(not_checked.to_string().contains(rule.id), "{}", rule.id);
    }
    // What else is right with the page is up to the other rules.
    let passed = |level: Level| report.counts.at(level).passed;
    let of_wcag = report.counts.up_to(Level::Aaa).passed;
    assert_eq!(
        document,
        json!({
            "version": 1,
            "tool": {"name": "sada", "version": env!("CARGO_PKG_VERSION")},
            "pages": [{
                "url": "site/index.html",
                "engine": "html",
                "status": "audited",
                "not_checked": not_checked,
                "outcomes": [{
                    "rule": "image-has-name",
                    "act": ["23a2a8"],
                    "wcag": ["1.1.1"],
                    "level": "A",
                    "outcome": "failed",
                    "severity": "critical",
                    "target": {
                        "selector": "main > img",
                        "html": "<img src=\"a.png\">",
                        "file": "site/index.html",
                        "line": 2,
                        "column": 3,
                    },
                    "fingerprint": fingerprint,
                    "message": "Images must have an accessible name: it has no `alt`, and nothing else names it",
                    "fix": "Say in `alt` what the image tells. If it tells nothing, write `alt=\"\"`.",
                }],
            }],
            "summary": {
                "pages": 1, "errors": 0, "failed": 1, "cantTell": 0, "passed": of_wcag,
                "levels": {
                    "A": {"failed": 1, "cantTell": 0, "passed": passed(Level::A)},
                    "AA": {"failed": 0, "cantTell": 0, "passed": passed(Level::Aa)},
                    "AAA": {"failed": 0, "cantTell": 0, "passed": passed(Level::Aaa)},
                    "best-practice": {"failed": 0, "cantTell": 0, "passed": passed(Level::BestPractice)},
                },
            },
        })
    );
}

#[test]
fn pretty_shows_the_place_and_says_why_and_what_now() {
    let text = pretty::page(&report(), pretty::Style::default());
    for said in [
        "critical[image-has-name]: Images must have an accessible name",
        "site/index.html:2:3",
        "2 |   <img src=\"a.png\">",
        "^^^^^^^^^^^^^^^^^ it has no `alt`, and nothing else names it",
        "why: A screen reader says the file name",
        "fix: Say in `alt` what the image tells.",
        "criterion: WCAG 1.1.1 Non-text Content (A)",
    ] {
        assert!(text.contains(said), "{said} is missing in\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "colours are for terminals");
    let end = pretty::summary(&summary(&report()), pretty::Style::default());
    assert_eq!(end, "1 page audited: 1 violation, 0 questions\n");
}

#[test]
fn pretty_tells_two_colours_of_a_template_once_and_json_every_place() {
    let line = "<p style='color:#666666'>Opening hours</p>";
    let page = sada_audit_html::read_fragment(&format!("{}<p style='color:#6a6a6a'>And now</p>", line.repeat(3)));
    let report = audit(&page);
    let enhanced = report.outcomes.iter().filter(|outcome| outcome.rule.id == "text-contrast-enhanced");
    assert_eq!(enhanced.count(), 4);
    let style = pretty::Style { level: Level::Aaa, ..pretty::Style::default() };
    let shown = pretty::page(&report, style);
    assert_eq!(shown.matches("[text-contrast-enhanced]").count(), 2, "{shown}");
    assert!(shown.contains("(and 2 more elements on this page)"), "{shown}");
}

#[test]
fn page_that_could_not_be_audited_says_so_in_both() {
    let report = PageReport::not_audited("gone.html", "html", "it is not there");
    let page: Value = serde_json::from_str(&json::page(&report)).unwrap();
    assert_eq!((&page["status"], &page["error"]), (&json!("error"), &json!("it is not there")));
    assert!(
        pretty::page(&report, pretty::Style::default()).contains("gone.html could not be audited: it is not there")
    );
    assert_eq!(
        pretty::summary(&summary(&report), pretty::Style::default()),
        "0 pages audited, 1 could not be: 0 violations, 0 questions\n"
    );
}

#[test]
fn fingerprint_stays_when_the_element_is_moved_and_wrapped() {
    let fingerprint = |wrap: &[&str], before: usize| {
        let mut page = PageBuilder::new("https://shop.example/a?x=1", Engine::Html);
        let style = page.style(Style::INITIAL);
        let mut parent = NodeId::DOCUMENT;
        for name in wrap {
            parent = page.element(parent, Namespace::Html, name, vec![("role".into(), "group".into())]);
            page.set_style(parent, style);
        }
        for _ in 0..before {
            let other = page.element(parent, Namespace::Html, "p", Vec::new());
            page.set_style(other, style);
        }
        let image = page.element(parent, Namespace::Html, "img", vec![("src".into(), "a.png?build=7".into())]);
        page.set_style(image, style);
        let report = audit(&page.finish());
        let image = report.outcomes.iter().find(|outcome| outcome.rule.id == "image-has-name");
        image.expect("the image has no name").fingerprint.clone()
    };
    for wrap in [&["div"; 3][..], &["section"], &["main", "article"], &["form", "header"], &["x-card"]] {
        assert_eq!(fingerprint(&["div"], 0), fingerprint(wrap, 5), "{wrap:?}");
    }
}
