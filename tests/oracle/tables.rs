//! Our tables of roles, states and properties beside those of aria-query, which others keep.

use sada_audit::{AriaAttribute, Naming, Role, ValueType};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

#[derive(Deserialize)]
struct Theirs {
    roles: Vec<TheirRole>,
    attributes: Vec<TheirAttribute>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TheirRole {
    name: String,
    is_abstract: bool,
    superclasses: Vec<String>,
    name_from: Vec<String>,
    requires_name: bool,
    has_presentational_children: bool,
    required: Vec<String>,
    supported: Vec<String>,
    prohibited: Vec<String>,
    context: Vec<String>,
    owned: Vec<String>,
    implicit: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TheirAttribute {
    name: String,
    r#type: String,
    values: Vec<String>,
    allows_undefined: bool,
}

fn theirs() -> Theirs {
    let package = sada_tests::npm_package("aria-query", "5.3.2");
    let script = include_str!("aria-query.js");
    let ran = Command::new("node").args(["-e", script]).arg(package).output().expect("Node.js is needed");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_slice(&ran.stdout).unwrap()
}

/// What is said of one role, a sentence each.
type Facts = BTreeSet<String>;

impl TheirRole {
    fn facts(&self, is_role: impl Fn(&str) -> bool) -> Facts {
        let naming = match &*self.name_from {
            [.., last] if last == "prohibited" => "must not be named",
            from if from.iter().any(|from| from == "contents") => "is named by its contents",
            _ => "is named by its author",
        };
        let mut facts = Facts::from([naming.to_owned()]);
        facts.extend(self.requires_name.then(|| "must have a name".to_owned()));
        facts.extend(self.has_presentational_children.then(|| "hides what stands in it".to_owned()));
        facts.extend(self.superclasses.iter().filter(|name| is_role(name)).map(|name| format!("is a {name}")));
        facts.extend(self.required.iter().map(|name| format!("requires {name}")));
        facts.extend(self.supported.iter().map(|name| format!("supports {name}")));
        facts.extend(self.prohibited.iter().map(|name| format!("prohibits {name}")));
        facts.extend(self.context.iter().map(|name| format!("stands in {name}")));
        facts.extend(self.owned.iter().map(|name| format!("is made of {name}")));
        facts.extend(self.implicit.iter().map(|(name, value)| format!("has {name}={value} if nothing is said")));
        facts
    }
}

fn facts(role: Role) -> Facts {
    let naming = match role.naming() {
        Naming::Prohibited => "must not be named",
        Naming::Contents => "is named by its contents",
        Naming::Author => "is named by its author",
    };
    let mut facts = Facts::from([naming.to_owned()]);
    facts.extend(role.requires_name().then(|| "must have a name".to_owned()));
    facts.extend(role.has_presentational_children().then(|| "hides what stands in it".to_owned()));
    let above = Role::all().filter(|other| role != *other && role.is_a(*other));
    facts.extend(above.map(|other| format!("is a {}", other.as_str())));
    facts.extend(role.required().iter().map(|name| format!("requires {name}")));
    facts.extend(role.context().iter().map(|other| format!("stands in {}", other.as_str())));
    facts.extend(role.owned().iter().map(|other| format!("is made of {}", other.as_str())));
    for attribute in AriaAttribute::ALL {
        let name = attribute.name;
        facts.extend(role.supports(name).then(|| format!("supports {name}")));
        facts.extend(role.prohibits(name).then(|| format!("prohibits {name}")));
        let implicit = role.implicit_value(name);
        facts.extend(implicit.map(|value| format!("has {name}={value} if nothing is said")));
    }
    facts
}

/// What WAI-ARIA 1.3 adds.
const NEW: &[&str] = &[
    "aria-actions",
    "aria-braillelabel",
    "aria-brailleroledescription",
    "aria-colindextext",
    "aria-description",
    "aria-rowindextext",
];
/// What was global in WAI-ARIA 1.1; 1.2 deprecates it where a role does not support it.
const WAS_GLOBAL: &[&str] = &["aria-disabled", "aria-errormessage", "aria-haspopup", "aria-invalid"];

/// What the two say differently of one role, and what the specifications say. A fact that is empty is any.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    ("alertdialog", "has aria-", "inherited from alert, as properties of a superclass are (WAI-ARIA 1.2, 5.1.1)"),
    ("timer", "has aria-atomic", "inherited from status, as above"),
    ("treegrid", "has aria-orientation", "inherited from tree, as above"),
    ("timer", "has aria-live", "WAI-ARIA 1.2 says so"),
    ("progressbar", "has aria-value", "WAI-ARIA 1.2 says so"),
    ("caption", "stands in", "WAI-ARIA 1.2 has treegrid, 1.3 adds groups"),
    ("combobox", "requires aria-controls", "WAI-ARIA 1.3 asks for it only while it is expanded"),
    ("combobox", "has aria-expanded", "what browsers assume where it is missing, no implicit value"),
    ("heading", "has aria-level", "what browsers assume where it is missing, no implicit value"),
    ("spinbutton", "has aria-valuenow", "WAI-ARIA 1.3: there is no current value"),
    ("form", "must have a name", "WAI-ARIA 1.2 says so"),
    ("generic", "aria-roledescription", "WAI-ARIA 1.2 prohibits it"),
    ("mark", "aria-label", "a role since WAI-ARIA 1.3, which prohibits names"),
    ("menuitemcheckbox", "", "WAI-ARIA 1.2: a menuitem, and no checkbox"),
    ("menuitemradio", "", "WAI-ARIA 1.3: a menuitem, and neither checkbox nor radio"),
    ("none", "", "WAI-ARIA 1.2: it inherits what is global, and must not be named"),
    ("presentation", "", "WAI-ARIA 1.2: it inherits what is global, and must not be named"),
    ("option", "requires aria-selected", "WAI-ARIA 1.3 does not"),
    ("treeitem", "requires aria-selected", "WAI-ARIA 1.3 does not"),
    ("option", "stands in", "WAI-ARIA 1.2 says so"),
    ("rowgroup", "is named by", "WAI-ARIA 1.2: by its author"),
    ("rowheader", "stands in rowgroup", "WAI-ARIA 1.2: in a row"),
    ("tablist", "supports aria-level", "WAI-ARIA 1.2 does not"),
    ("doc-biblioentry", "stands in", "nothing in DPUB-ARIA 1.1"),
    ("doc-endnote", "stands in", "nothing in DPUB-ARIA 1.1"),
    ("doc-bibliography", "is made of", "nothing in DPUB-ARIA 1.1"),
    ("doc-endnotes", "is made of", "nothing in DPUB-ARIA 1.1"),
    ("doc-glossary", "is made of", "nothing in DPUB-ARIA 1.1"),
    ("doc-cover", "hides what stands in it", "an img in DPUB-ARIA 1.1, as it is with them"),
    ("doc-example", "is a figure", "DPUB-ARIA 1.1 says so"),
    ("doc-pagebreak", "is named by", "DPUB-ARIA 1.1: by its contents, too"),
    ("doc-subtitle", "is named by", "DPUB-ARIA 1.1: by its contents, too"),
    ("doc-part", "must have a name", "not in DPUB-ARIA 1.1"),
    ("doc-pullquote", "", "DPUB-ARIA 1.1: a section"),
    ("doc-pagefooter", "aria-label", "DPUB-ARIA 1.1: it must not be named"),
    ("doc-pageheader", "aria-label", "DPUB-ARIA 1.1: it must not be named"),
];

/// Why the two differ in a fact, if it is known.
fn explain(role: &str, fact: &str, is_ours: bool) -> Option<&'static str> {
    let speaks_of = |names: &[&str]| names.iter().any(|name| fact.ends_with(name));
    if speaks_of(NEW) {
        return Some("WAI-ARIA 1.3");
    }
    if !is_ours && speaks_of(WAS_GLOBAL) {
        return Some("no longer global: WAI-ARIA 1.2 deprecates it where a role does not support it");
    }
    let is_published = role.starts_with("doc-") || role.starts_with("graphics-");
    if is_published && fact == "supports aria-expanded" {
        return Some("DPUB-ARIA 1.1 and Graphics 1.0 are read with WAI-ARIA 1.2, where it is not global");
    }
    let is_prohibited = |name: &str| Role::of_name(role).is_some_and(|role| role.prohibits(name));
    if !is_ours && fact.strip_prefix("supports ").is_some_and(is_prohibited) {
        return Some("they have what a role prohibits among what it supports");
    }
    let is_it = |(of, what, _): &&(&str, &str, &str)| *of == role && fact.contains(what);
    DIFFERENCES.iter().find(is_it).map(|(_, _, why)| *why)
}

#[test]
fn our_roles_are_those_of_aria_query() {
    let theirs = theirs();
    let names: BTreeSet<&str> = theirs.roles.iter().map(|role| &*role.name).collect();
    let is_role = |name: &str| theirs.roles.iter().any(|role| role.name == name && !role.is_abstract);
    let (mut agreed, mut explained, mut unexplained) = (0, BTreeMap::new(), Vec::new());
    for known in theirs.roles.iter().filter(|role| !role.is_abstract) {
        let Some(role) = Role::of_name(&known.name) else {
            unexplained.push(format!("{}: we do not know it", known.name));
            continue;
        };
        let (ours, theirs) = (facts(role), known.facts(is_role));
        agreed += ours.intersection(&theirs).count();
        for fact in ours.symmetric_difference(&theirs) {
            let is_ours = ours.contains(fact);
            match explain(&known.name, fact, is_ours) {
                Some(reason) => *explained.entry(reason).or_insert(0) += 1,
                None => unexplained.push(format!(
                    "{} {fact}: only {} say so",
                    known.name,
                    if is_ours { "we" } else { "they" }
                )),
            }
        }
    }
    let only_ours: Vec<_> = Role::all().map(Role::as_str).filter(|name| !names.contains(name)).collect();
    println!("{agreed} facts agree; roles only we know: {only_ours:?}");
    for (reason, count) in &explained {
        println!("{count:6} {reason}");
    }
    assert!(
        unexplained.is_empty(),
        "{} differences without an explanation:\n{}",
        unexplained.len(),
        unexplained.join("\n")
    );
}

/// Values that the two say differently, and what the specifications say.
const OTHER_VALUES: &[(&str, &str)] =
    &[("aria-details", "WAI-ARIA 1.3: several ids"), ("aria-errormessage", "WAI-ARIA 1.3: several ids")];

#[test]
fn our_states_and_properties_are_those_of_aria_query() {
    let mut differing = Vec::new();
    for known in theirs().attributes {
        let own = AriaAttribute::of_name(&known.name).unwrap_or_else(|| panic!("we do not know {}", known.name));
        let (kind, values): (&str, &[&str]) = match own.value {
            ValueType::String => ("string", &[]),
            ValueType::Id => ("id", &[]),
            ValueType::Ids => ("idlist", &[]),
            ValueType::Integer => ("integer", &[]),
            ValueType::Number => ("number", &[]),
            ValueType::TrueFalse | ValueType::TrueFalseUndefined => ("boolean", &[]),
            ValueType::Tristate => ("tristate", &[]),
            ValueType::Token(values) => ("token", values),
            ValueType::Tokens(values) => ("tokenlist", values),
        };
        // Of what may be mixed they do not say it.
        let allows_undefined = own.value == ValueType::TrueFalseUndefined;
        let ours = format!("{kind} {values:?} {allows_undefined}");
        let mut values = known.values;
        values.sort();
        let theirs = format!("{} {values:?} {}", known.r#type, known.allows_undefined);
        if ours != theirs && !OTHER_VALUES.iter().any(|(name, _)| *name == known.name) {
            differing.push(format!("{}: we say {ours}, they say {theirs}", known.name));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
