//! Asks every rule about every element of a page.

use crate::fingerprint::{Fingerprints, page_key};
use crate::page::Page;
use crate::report::{Counts, Location, PageReport, Reported, Status, Verdict};
use crate::rule::{Outcome, Rule};
use crate::rules::RULES;
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// Audits a page with every rule. Its findings are recognised next time by the path of its address, wherever it is served.
pub fn audit(page: &Page) -> PageReport {
    audit_as(page, page_key(page.url()))
}

/// The same for a page that is recognised by `key`: a file by its path within its project, wherever that is kept.
pub fn audit_as(page: &Page, key: &str) -> PageReport {
    let mut report = PageReport {
        url: page.url().to_owned(),
        engine: page.engine().as_str(),
        status: Status::Audited,
        not_checked: page.not_checked().to_vec(),
        outcomes: Vec::new(),
        counts: Counts::default(),
    };
    let mut fingerprints = Fingerprints::new(key);
    let mut unmet: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for rule in RULES {
        if let Some(need) = rule.needs.filter(|_| !rule.can_check(page)) {
            unmet.entry(need.reason(page.engine())).or_default().push(rule.id);
        } else if !check(rule, page, &mut fingerprints, &mut report) {
            unmet.entry(TOO_MUCH).or_default().push(rule.id);
        }
    }
    report.not_checked.extend(unmet.into_iter().map(|(reason, rules)| format!("{}: {reason}", rules.join(", "))));
    report
}

/// Why a rule was not asked about all of a page.
const TOO_MUCH: &str = "so much on this page points at so much else that not all of it was looked at";

/// Asks a rule; returns whether it could be asked about every element.
fn check(rule: &'static Rule, page: &Page, fingerprints: &mut Fingerprints<'_>, report: &mut PageReport) -> bool {
    let too_much = page.too_much_for_a_rule();
    // The same question is asked once a page, however many elements it is about.
    let mut asked: HashMap<String, usize> = HashMap::new();
    for (element, outcome) in rule.outcomes(page) {
        // What was seen in a hurry is not told.
        if page.effort() >= too_much {
            return false;
        }
        let outcome = match outcome {
            Outcome::Failed(detail) if element.may_be_hidden() => {
                Outcome::needs_review(format!("Is this shown? Its style cannot be told. If it is: {detail}."))
            }
            outcome => outcome,
        };
        let tally = report.counts.at_mut(rule.level());
        let (verdict, detail) = match outcome {
            Outcome::Passed => {
                tally.passed += 1;
                continue;
            }
            Outcome::Failed(detail) => {
                tally.failed += 1;
                (Verdict::Failed, detail.into_owned())
            }
            Outcome::NeedsReview(question) => {
                let question = question.into_owned();
                if let Some(earlier) = asked.get(&question) {
                    report.outcomes[*earlier].more += 1;
                    continue;
                }
                tally.cant_tell += 1;
                asked.insert(question.clone(), report.outcomes.len());
                (Verdict::CantTell, question)
            }
        };
        report.outcomes.push(Reported {
            rule,
            verdict,
            detail,
            target: Location::of(element),
            fingerprint: fingerprints.of(rule, element),
            more: 0,
        });
    }
    page.effort() < too_much
}
