//! A developer audits pages and gets exact findings.

use sada_tests::{Origin, root, sada};
use serde_json::Value;

fn report(arguments: &[&str]) -> (i32, Value) {
    let folder = tempfile::tempdir().unwrap();
    let mut all = vec!["audit", "--format", "json=report.json"];
    all.extend(arguments);
    let ran = sada(folder.path(), &all);
    let json = std::fs::read_to_string(folder.path().join("report.json")).unwrap_or_else(|_| panic!("{}", ran.errors));
    (ran.code, serde_json::from_str(&json).unwrap())
}

/// Whether it is a violation that a run without further flags counts.
fn counts(outcome: &Value) -> bool {
    outcome["outcome"] == "failed" && (outcome["level"] == "A" || outcome["level"] == "AA")
}

/// How many of them there are in all.
fn counted(report: &Value) -> u64 {
    ["A", "AA"].iter().filter_map(|level| report["summary"]["levels"][level]["failed"].as_u64()).sum()
}

/// Rule and start tag of every violation.
fn violations(report: &Value) -> Vec<(String, String)> {
    let outcomes = report["pages"].as_array().unwrap().iter().flat_map(|page| page["outcomes"].as_array().unwrap());
    let failed = outcomes.filter(|outcome| counts(outcome));
    failed
        .map(|outcome| {
            (outcome["rule"].as_str().unwrap().to_owned(), outcome["target"]["html"].as_str().unwrap().to_owned())
        })
        .collect()
}

#[test]
fn three_barriers_of_the_shop_are_found_in_the_browser() {
    let shop = Origin::shop("http://127.0.0.1:9");
    let (code, report) = report(&["--engine", "browser", &shop.url("/")]);
    let found = violations(&report);
    let rules: Vec<_> = found.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!(rules, ["image-has-name", "no-keyboard-trap", "text-contrast"], "{found:?}");
    assert!(
        found[0].1.contains("leaf.svg") && found[1].1.contains("id=\"code\"") && found[2].1.contains("fine-print"),
        "{found:?}"
    );
    assert_eq!((code, counted(&report)), (1, 3));
    for outcome in report["pages"][0]["outcomes"].as_array().unwrap() {
        assert_eq!(outcome["fingerprint"].as_str().unwrap().len(), 32);
    }
}

#[test]
fn markup_alone_gives_line_and_column() {
    let shop = root().join("www/shop");
    let (code, report) = report(&[shop.join("index.html").to_str().unwrap()]);
    let page = std::fs::read_to_string(shop.join("index.html")).unwrap();
    let place = |what: &str| {
        let at = page.find(what).unwrap();
        let line = page[..at].lines().count();
        (line, page[..at].lines().last().unwrap().chars().count() + 1)
    };
    let found: Vec<_> =
        report["pages"][0]["outcomes"].as_array().unwrap().iter().filter(|outcome| counts(outcome)).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    for (finding, what) in found.iter().zip(["<img src=\"leaf.svg\"", "<p class=\"fine-print\""]) {
        let (line, column) = place(what);
        assert_eq!(
            (&finding["target"]["line"], &finding["target"]["column"]),
            (&line.into(), &column.into()),
            "{finding}"
        );
    }
    let not_checked = report["pages"][0]["not_checked"].to_string();
    assert!(not_checked.contains("no-keyboard-trap"), "what was not looked at is said: {not_checked}");
    assert_eq!(code, 1);
}

#[test]
fn fail_on_decides_the_exit_code_and_nothing_else() {
    let shop = root().join("www/shop/index.html");
    let (code, report) = report(&["--fail-on", "never", shop.to_str().unwrap()]);
    assert_eq!((code, counted(&report)), (0, 2));
}

#[test]
fn pages_of_the_rust_documentation_are_audited() {
    let sysroot = std::process::Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    let docs =
        std::path::Path::new(String::from_utf8(sysroot.stdout).unwrap().trim()).join("share/doc/rust/html/std/arch");
    if !docs.is_dir() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "`rustup component add rust-docs` is needed");
        return;
    }
    let (code, report) = report(&["--fail-on", "never", docs.to_str().unwrap()]);
    assert_eq!(code, 0);
    let pages = report["pages"].as_array().unwrap();
    assert!(pages.len() > 10, "{}", pages.len());
    assert!(pages.iter().all(|page| page["status"] == "audited"));
}
