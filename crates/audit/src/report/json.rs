//! The stable format: one JSON document, version 1. It can be written page by page, so that a run of any length fits in memory.

use super::{PageReport, Reported, Status, Summary, Tally, Verdict};
use crate::wcag::Level;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the document begins with.
pub fn opening() -> String {
    format!("{{\"version\":1,\"tool\":{{\"name\":\"sada\",\"version\":\"{}\"}},\"pages\":[", env!("CARGO_PKG_VERSION"))
}

/// One element of `pages`. Between two of them belongs a comma.
pub fn page(report: &PageReport) -> String {
    let (status, error) = match &report.status {
        Status::Audited => ("audited", None),
        Status::Error(reason) => ("error", Some(reason.as_str())),
    };
    let outcomes = report.outcomes.iter().map(|outcome| WrittenOutcome::of(outcome, report)).collect();
    let page = WrittenPage {
        url: &report.url,
        engine: report.engine,
        status,
        error,
        not_checked: &report.not_checked,
        outcomes,
    };
    serde_json::to_string(&page).expect("strings, numbers and lists can always be written as JSON")
}

/// What the document ends with. `failed`, `cantTell` and `passed` count what WCAG asks for at any level; `levels` has each
/// level by itself, best practices included.
pub fn closing(summary: &Summary) -> String {
    let levels = Level::ALL.map(|level| (level.as_str(), WrittenTally::of(summary.counts.at(level))));
    let written = WrittenSummary {
        pages: summary.pages,
        errors: summary.errors,
        all: WrittenTally::of(summary.counts.up_to(Level::Aaa)),
        levels: levels.into_iter().collect(),
    };
    let summary = serde_json::to_string(&written).expect("numbers can always be written as JSON");
    format!("],\"summary\":{summary}}}\n")
}

#[derive(Serialize)]
struct WrittenSummary {
    pages: u64,
    errors: u64,
    #[serde(flatten)]
    all: WrittenTally,
    levels: BTreeMap<&'static str, WrittenTally>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenTally {
    failed: u64,
    cant_tell: u64,
    passed: u64,
}

impl WrittenTally {
    fn of(Tally { failed, cant_tell, passed }: Tally) -> Self {
        Self { failed, cant_tell, passed }
    }
}

#[derive(Serialize)]
struct WrittenPage<'r> {
    url: &'r str,
    engine: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'r str>,
    not_checked: &'r [String],
    outcomes: Vec<WrittenOutcome<'r>>,
}

#[derive(Serialize)]
struct WrittenOutcome<'r> {
    rule: &'static str,
    act: &'static [&'static str],
    wcag: Vec<&'static str>,
    level: Level,
    outcome: &'static str,
    severity: &'static str,
    target: WrittenTarget<'r>,
    fingerprint: &'r str,
    message: String,
    fix: &'static str,
    #[serde(skip_serializing_if = "is_zero")]
    more: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it serialises by reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(Serialize)]
struct WrittenTarget<'r> {
    selector: &'r str,
    html: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

impl<'r> WrittenOutcome<'r> {
    fn of(outcome: &'r Reported, report: &'r PageReport) -> Self {
        let rule = outcome.rule;
        let frame = outcome.target.frame.as_ref();
        Self {
            rule: rule.id,
            act: rule.act,
            wcag: rule.criteria.iter().map(|criterion| criterion.number).collect(),
            level: rule.level(),
            outcome: match outcome.verdict {
                Verdict::Failed => "failed",
                Verdict::CantTell => "cantTell",
            },
            severity: rule.severity.as_str(),
            target: WrittenTarget {
                selector: &outcome.target.selector,
                html: &outcome.target.html,
                file: frame.map(|_| report.url.as_str()),
                line: frame.map(|frame| frame.line),
                column: frame.map(|frame| frame.column),
            },
            fingerprint: &outcome.fingerprint,
            message: format!("{}: {}", rule.en.title, outcome.detail),
            fix: rule.en.fix,
            more: outcome.more,
        }
    }
}
