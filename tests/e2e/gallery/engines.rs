//! Two engines that nobody here wrote: axe-core, and that of IBM's Equal Access Accessibility Checker.

use crate::examples::Gallery;
use crate::exceptions::EXCEPTIONS;
use sada_tests::{Visitor, npm_package};
use serde::Deserialize;
use serde_json::json;

/// Exact versions: what an engine finds changes with them.
const AXE: (&str, &str, &str) = ("axe-core", "4.14.1", "axe.min.js");
const IBM: (&str, &str, &str) = ("accessibility-checker-engine", "4.0.34", "ace.js");

/// What both engines say of a page.
#[derive(Debug, Deserialize)]
pub struct Verdict {
    /// Violations, but for those that an exception covers.
    pub violations: Vec<Violation>,
    /// The indices of the exceptions that covered something.
    pub excused: Vec<usize>,
    /// What a person should look at: engine and rule, once for each element.
    pub questions: Vec<String>,
    /// How often a rule was kept.
    pub passed: usize,
}

/// What an engine has found.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// `axe` or `ibm`.
    pub engine: String,
    /// The rule's id.
    pub rule: String,
    /// The element, in short.
    pub element: String,
    /// What the engine says of it.
    pub message: String,
}

/// Brings the engines into every page that this tab opens.
pub fn bring(visitor: &Visitor) {
    for (package, version, file) in [AXE, IBM] {
        let source = std::fs::read_to_string(npm_package(package, version).join(file)).unwrap();
        visitor.tab().call("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source })).unwrap();
    }
}

/// Asks both about the page that is open.
pub fn ask(visitor: &Visitor) -> Verdict {
    let exceptions: Vec<_> = EXCEPTIONS.iter().map(|one| json!([one.engine, one.rule, one.selector])).collect();
    let script = format!("({})({})", include_str!("engines.js"), json!(exceptions));
    serde_json::from_value(visitor.see(&script)).unwrap()
}

/// In a script that knows the popup's shadow root as `popup`: makes its question hard to read.
pub const HARM: &str = "popup.querySelector('legend').style.color = '#999'";

/// What is wrong in an open popup is found: nothing found means nothing wrong.
#[test]
fn both_engines_see_the_open_popup() {
    let gallery = Gallery::with("");
    let (visitor, examples) = gallery.list();
    let example = examples.iter().find(|example| example.name == "nps.en.light.open").unwrap();
    bring(&visitor);
    gallery.reach(&visitor, example);
    visitor.see(&format!("{{ const popup = document.querySelector('sada-feedback').shadowRoot; {HARM} }}"));
    let found = ask(&visitor).violations;
    for (engine, rule) in [("axe", "color-contrast"), ("ibm", "text_contrast_sufficient")] {
        let is_found =
            found.iter().any(|one| one.engine == engine && one.rule == rule && one.element.contains("legend"));
        assert!(is_found, "{engine} {rule}: {found:#?}");
    }
}
