//! What an audit found, and the formats it is written in. Every format gives text; writing it somewhere is up to the caller.

pub mod guide;
pub mod json;
pub mod pretty;

mod location;

pub use location::{Frame, Location};

use crate::rule::Rule;
use crate::wcag::Level;

/// What was found on one page.
#[derive(Debug)]
pub struct PageReport {
    /// Address or path.
    pub url: String,
    /// `html` or `browser`.
    pub engine: &'static str,
    /// Whether the page could be audited.
    pub status: Status,
    /// What could not be looked at, in words.
    pub not_checked: Vec<String>,
    /// Violations and questions, by rule, then in document order.
    pub outcomes: Vec<Reported>,
    /// How many outcomes of each kind there were.
    pub counts: Counts,
}

impl PageReport {
    /// A page that could not be audited, and why.
    pub fn not_audited(url: impl Into<String>, engine: &'static str, reason: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            engine,
            status: Status::Error(reason.into()),
            not_checked: Vec::new(),
            outcomes: Vec::new(),
            counts: Counts::default(),
        }
    }
}

/// Whether a page could be audited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// It was.
    Audited,
    /// It was not, and why.
    Error(String),
}

/// A failed outcome, or a question.
#[derive(Debug)]
pub struct Reported {
    /// The rule that says so.
    pub rule: &'static Rule,
    /// Which of the two.
    pub verdict: Verdict,
    /// What was found, or the question.
    pub detail: String,
    /// Where.
    pub target: Location,
    /// What it is recognised by next time: 32 hexadecimal digits.
    pub fingerprint: String,
    /// How many more elements of the page the same question is about. 0 for violations, which are all reported.
    pub more: u64,
}

/// Which outcomes are reported one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A violation.
    Failed,
    /// A question that a person must answer.
    CantTell,
}

/// How many outcomes of each kind there were. Violations and questions are never added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Violations.
    pub failed: u64,
    /// Questions; one about many elements counts once.
    pub cant_tell: u64,
    /// As it must be.
    pub passed: u64,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.failed += other.failed;
        self.cant_tell += other.cant_tell;
        self.passed += other.passed;
    }
}

/// A tally for each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts([Tally; Level::ALL.len()]);

impl Counts {
    /// What rules of one level say.
    pub fn at(&self, level: Level) -> Tally {
        self.0[level as usize]
    }

    /// What rules of WCAG say that are asked for at `level`: at AA, those of A and AA.
    pub fn up_to(&self, level: Level) -> Tally {
        let wanted = Level::ALL.into_iter().filter(|asked| *asked <= level && *asked != Level::BestPractice);
        wanted.fold(Tally::default(), |mut sum, asked| {
            sum.add(self.at(asked));
            sum
        })
    }

    pub(crate) fn at_mut(&mut self, level: Level) -> &mut Tally {
        &mut self.0[level as usize]
    }
}

/// All pages of a run together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages that were asked for.
    pub pages: u64,
    /// Of these, pages that could not be audited.
    pub errors: u64,
    /// Outcomes on all pages.
    pub counts: Counts,
}

impl Summary {
    /// Adds a page.
    pub fn add(&mut self, page: &PageReport) {
        self.merge(&Summary { pages: 1, errors: u64::from(page.status != Status::Audited), counts: page.counts });
    }

    /// Adds the pages of another summary.
    pub fn merge(&mut self, other: &Summary) {
        self.pages += other.pages;
        self.errors += other.errors;
        for level in Level::ALL {
            self.counts.at_mut(level).add(other.counts.at(level));
        }
    }
}
