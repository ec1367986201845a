//! Runs the cases of a rule: markup in, outcome out. One element of a case must give the outcome.
//!
//! The markup is read as any caller would, so the rule is looked up by its id on the other side.

use crate::rule::Rule;
use sada_audit::Outcome;

/// What a case is expected to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    Passed,
    Failed,
    NeedsReview,
    Inapplicable,
}

pub(crate) fn check(rule: &Rule, cases: &[(&str, Expect)]) {
    let rule = sada_audit::RULES.iter().find(|known| known.id == rule.id).unwrap();
    for (markup, expected) in cases {
        let page = sada_audit_html::read_fragment(markup);
        let outcomes: Vec<Outcome> =
            page.elements().filter(|element| (rule.applicability)(*element)).map(rule.expectation).collect();
        let found = match outcomes.as_slice() {
            [] => Expect::Inapplicable,
            [Outcome::Passed] => Expect::Passed,
            [Outcome::Failed(_)] => Expect::Failed,
            [Outcome::NeedsReview(_)] => Expect::NeedsReview,
            several => panic!("{markup}: one outcome was expected, not {several:?}"),
        };
        assert_eq!(found, *expected, "{}: {markup}: {outcomes:?}", rule.id);
    }
}
