//! Every page of ours passes our own auditor, in each language.

use crate::every_kind::{SURVEY, walk};
use sada_tests::{Collector, Origin, Visitor, sada};
use std::path::Path;

#[test]
fn our_pages_pass_our_own_auditor() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let mut urls = vec![shop.url("/ar.html"), shop.url("/fa.html")];
    for lang in ["en", "ar", "fa"] {
        urls.push(format!("{}/s/demo/nps?lang={lang}", collector.origin()));
        urls.push(format!("{}/login?lang={lang}", collector.origin()));
    }
    for engine in ["html", "browser"] {
        let mut arguments = vec!["audit", "--engine", engine];
        arguments.extend(urls.iter().map(String::as_str));
        let ran = sada(Path::new("."), &arguments);
        assert_eq!(ran.code, 0, "{engine}: {}{}", ran.output, ran.errors);
        assert!(ran.output.contains("8 pages audited: 0 violations"), "{engine}: {}", ran.output);
    }
}

/// Pages behind the first are answers to a form: they are kept as they stand in the browser, and audited as a site.
#[test]
fn every_kind_of_question_and_answer_passes_our_own_auditor() {
    let collector = Collector::asking(&[SURVEY]);
    for lang in ["en", "ar"] {
        let folder = tempfile::tempdir().unwrap();
        let visitor = Visitor::at(&format!("{}/s/demo/every-kind?lang={lang}", collector.origin()));
        let mut names = Vec::new();
        let mut keep = |name: &str| {
            let html = visitor.read("'<!DOCTYPE html>' + document.documentElement.outerHTML");
            std::fs::write(folder.path().join(format!("{name}.html")), html).unwrap();
            names.push(format!("/{name}.html"));
        };
        walk(&visitor, &mut keep);
        visitor.go(&format!("{}/?lang={lang}", collector.origin()));
        visitor.sign_in(collector.password());
        for (name, path) in [("dashboard", "/"), ("answers", "/sites/demo/surveys/every-kind")] {
            visitor.go(&format!("{}{path}?lang={lang}", collector.origin()));
            keep(name);
        }
        std::fs::create_dir(folder.path().join("assets")).unwrap();
        for sheet in ["assets/survey.css", "assets/dashboard.css"] {
            visitor.go(&format!("{}/{sheet}", collector.origin()));
            std::fs::write(folder.path().join(sheet), visitor.read("document.body.innerText")).unwrap();
        }
        let site = Origin::site(folder.path(), "");
        let urls: Vec<_> = names.iter().map(|name| site.url(name)).collect();
        for engine in ["html", "browser"] {
            let mut arguments = vec!["audit", "--engine", engine];
            arguments.extend(urls.iter().map(String::as_str));
            let ran = sada(Path::new("."), &arguments);
            assert_eq!(ran.code, 0, "{lang} {engine}: {}{}", ran.output, ran.errors);
            assert!(ran.output.contains("23 pages audited: 0 violations"), "{lang} {engine}: {}", ran.output);
        }
    }
}

/// Opens the popup once, and sends nothing: the second click is on an empty form.
const OPEN: &str = "<script>addEventListener('load', () => {
    const popup = () => document.querySelector('sada-feedback').shadowRoot;
    popup().querySelector('button.open').click();
    const timer = setInterval(() => {
        if (!popup().querySelector('dialog')?.open) return;
        clearInterval(timer);
        if (location.search === '?problem') popup().querySelector('.send').click();
    }, 20);
});</script>";

#[test]
fn open_popup_passes_our_own_auditor() {
    let collector = Collector::start();
    for lang in ["en", "ar", "fa"] {
        let script = format!(
            "<script src=\"{}/sada.js\" data-site=\"demo\" data-lang=\"{lang}\"></script>{OPEN}",
            collector.origin()
        );
        let site = Origin::site(&sada_tests::root().join("tests/pages/plain"), &script);
        let ran = sada(
            Path::new("."),
            &["audit", "--engine", "browser", &site.url("/"), &site.url("/?problem"), "--format", "json"],
        );
        assert_eq!(ran.code, 0, "{lang}: {}{}", ran.output, ran.errors);
        let report: serde_json::Value = serde_json::from_str(&ran.output).unwrap();
        // Button, dialog, scale, words and what is said: a closed popup has no more than two texts.
        assert!(report["summary"]["passed"].as_u64().unwrap() > 40, "{lang}: the popup is open: {}", report["summary"]);
    }
}
