//! Every page of ours passes our own auditor, in each language.

use sada_tests::{Collector, Origin, sada};
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
