//! Runs the cases of a rule: markup in, outcome out.
//!
//! The markup is read as any caller would, so the rule is looked up by its id on the other side.

use crate::page::{Engine, Namespace, NodeId, Observation, PageBuilder, Rect, Style};
use crate::rule::Rule;
use sada_audit::Outcome;

/// What a case is expected to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// Every outcome is passed, and there is one.
    Passed,
    /// An outcome is failed.
    Failed,
    /// No outcome is failed, and one is a question.
    NeedsReview,
    /// There is no outcome.
    Inapplicable,
}

/// What a rule says of some markup, and every outcome behind it.
pub(crate) fn outcome(rule: &Rule, markup: &str) -> (Expect, Vec<Outcome>) {
    let rule = sada_audit::RULES.iter().find(|known| known.id == rule.id).unwrap();
    let page = sada_audit_html::read_fragment(markup);
    let outcomes: Vec<Outcome> = rule.outcomes(&page).map(|(_, outcome)| outcome).collect();
    let has = |is_it: fn(&Outcome) -> bool| outcomes.iter().any(is_it);
    let found = if has(|outcome| matches!(outcome, Outcome::Failed(_))) {
        Expect::Failed
    } else if has(|outcome| matches!(outcome, Outcome::NeedsReview(_))) {
        Expect::NeedsReview
    } else if outcomes.is_empty() {
        Expect::Inapplicable
    } else {
        Expect::Passed
    };
    (found, outcomes)
}

/// What a rule says of a button that was seen to do this; `None` where it does not apply.
pub(crate) fn of_button(rule: &Rule, seen: &[Observation]) -> Option<crate::rule::Outcome> {
    self::seen(rule, ("button", &[]), "", seen)
}

/// Proves each case.
pub(crate) fn check(rule: &Rule, cases: &[(&str, Expect)]) {
    for (markup, expected) in cases {
        let (found, outcomes) = outcome(rule, markup);
        assert_eq!(found, *expected, "{}: {markup}: {outcomes:?}", rule.id);
    }
}

/// What a rule says of an element with a box and a text that was seen to do something in a browser; `None` if it does not
/// apply.
pub(crate) fn seen(
    rule: &Rule,
    (name, attributes): (&str, &[(&str, &str)]),
    text: &str,
    observations: &[Observation],
) -> Option<crate::rule::Outcome> {
    let mut builder = PageBuilder::new("seen.html", Engine::Browser);
    let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let element = builder.element(NodeId::DOCUMENT, Namespace::Html, name, attributes);
    let (style, area) = (builder.style(Style::INITIAL), Rect { x: 10.0, y: 10.0, width: 90.0, height: 30.0 });
    builder.set_style(element, style);
    builder.set_box(element, area, Some(1));
    if !text.is_empty() {
        let text = builder.text(element, text);
        builder.set_text_boxes(text, vec![area], Some(2));
    }
    for seen in observations {
        builder.observe(element, seen.clone());
    }
    let page = builder.finish();
    rule.outcomes(&page).next().map(|(_, outcome)| outcome)
}
