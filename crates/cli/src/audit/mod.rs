//! `sada audit`: pages in, findings out.

mod browser;
mod fetch;
mod html;
mod input;
mod network;
mod output;
mod progress;
mod rules;
#[cfg(test)]
mod server;
mod sheets;
mod visitor;

use crate::error::CliError;
use crate::print;
use input::Input;
use network::Network;
use output::{Format, Outputs};
use sada_audit::Severity;
use sada_audit::report::{PageReport, Summary, Verdict, pretty};
use sada_audit::wcag::Level;
use sada_audit_browser::{BrowserOptions, KeyBudget};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What pages are read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Engine {
    /// Markup and style sheets: fast, with lines and columns, no browser needed
    Html,
    /// Chromium: the rendered page, and what pressing keys shows
    Browser,
}

/// From which severity on a violation ends the run with exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum FailOn {
    Minor,
    Moderate,
    Serious,
    Critical,
    Never,
}

/// Exit codes: 0 nothing at or above --fail-on; 1 violations; 2 something could not be audited
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Flags {
    /// Files, folders (every .html below them) or addresses (http, https)
    #[arg(value_name = "PATH|DIR|URL")]
    inputs: Vec<String>,
    /// More of them from a file, one a line; - reads standard input
    #[arg(long, value_name = "FILE")]
    urls_from: Option<PathBuf>,
    /// What pages are read with
    #[arg(long, value_enum, default_value_t = Engine::Html)]
    engine: Engine,
    /// `pretty` or `json`, to standard output or, with =FILE, to a file; may be given several times
    #[arg(long = "format", value_name = "FORMAT[=FILE]", default_value = "pretty")]
    formats: Vec<Format>,
    /// The least severe violation that makes the run fail
    #[arg(long, value_enum, default_value_t = FailOn::Minor)]
    fail_on: FailOn,
    /// Read rendered pages as they are: press no keys, resize no window (browser engine)
    #[arg(long)]
    no_keys: bool,
    #[command(flatten)]
    visitor: visitor::VisitorFlags,
    /// How many seconds keys may be pressed and other things be tried on one page (browser engine); every trial has its
    /// share, and what there was no time for is said
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    time_for_keys: u64,
    /// How many pages are open at once (browser engine) [default: two a core, three with --no-keys]
    #[arg(long, value_name = "PAGES", value_parser = clap::value_parser!(u16).range(1..=64))]
    at_once: Option<u16>,
    /// Up to which level of WCAG violations are shown and make the run fail
    #[arg(long, value_enum, ignore_case = true, default_value_t = ConformanceLevel::Aa)]
    level: ConformanceLevel,
    /// Show the questions that only a person can answer, too
    #[arg(long)]
    questions: bool,
    /// Show best practices beyond WCAG, too, and fail on them
    #[arg(long)]
    advice: bool,
    /// Where the style sheets of pages and redirects may lead besides the public internet and the host that was named: an
    /// address or a part of the network, such as 10.0.0.0/8; may be given several times (html engine)
    #[arg(long = "allow-network", value_name = "CIDR")]
    allowed_networks: Vec<Network>,
    /// List every rule and stop
    #[arg(long)]
    list_rules: bool,
}

impl Flags {
    /// How much is tried on a page.
    fn keys(&self) -> Option<KeyBudget> {
        let time = Duration::from_secs(self.time_for_keys);
        let presses_keys = !self.no_keys && !self.visitor.visitor().is_print;
        presses_keys.then_some(KeyBudget { time, ..KeyBudget::default() })
    }
}

/// A level of WCAG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ConformanceLevel {
    #[value(name = "A")]
    A,
    #[value(name = "AA")]
    Aa,
    #[value(name = "AAA")]
    Aaa,
}

impl From<ConformanceLevel> for Level {
    fn from(level: ConformanceLevel) -> Self {
        match level {
            ConformanceLevel::A => Level::A,
            ConformanceLevel::Aa => Level::Aa,
            ConformanceLevel::Aaa => Level::Aaa,
        }
    }
}

impl FailOn {
    fn is_reached(self, severity: Severity) -> bool {
        let least = match self {
            FailOn::Minor => Severity::Minor,
            FailOn::Moderate => Severity::Moderate,
            FailOn::Serious => Severity::Serious,
            FailOn::Critical => Severity::Critical,
            FailOn::Never => return false,
        };
        severity >= least
    }
}

/// A page, audited and written in every format that was asked for.
pub struct Audited {
    report: Totals,
    /// One text for each format, in their order.
    texts: Vec<String>,
    bytes: u64,
}

/// What is kept of a page once it is written.
struct Totals {
    summary: Summary,
    is_failure: bool,
    not_checked: Vec<String>,
}

pub fn run(flags: &Flags) -> Result<ExitCode, CliError> {
    if flags.list_rules {
        rules::list();
        return Ok(ExitCode::SUCCESS);
    }
    let inputs = input::list(&flags.inputs, flags.urls_from.as_deref())?;
    let style = pretty::Style {
        color: print::wants_color(),
        questions: flags.questions,
        level: flags.level.into(),
        advice: flags.advice,
    };
    let mut run = Run {
        outputs: Outputs::open(&flags.formats, style)?,
        progress: progress::bar(inputs.len()),
        fail_on: flags.fail_on,
        level: flags.level.into(),
        advice: flags.advice,
        summary: Summary::default(),
        is_failure: false,
        not_checked: BTreeMap::new(),
        bytes: 0,
    };
    let begun = Instant::now();
    match flags.engine {
        Engine::Html => html::audit_all(&inputs, flags.visitor.visitor(), &mut run, &flags.allowed_networks)?,
        Engine::Browser => {
            let options =
                BrowserOptions { keys: flags.keys(), visitor: flags.visitor.visitor(), ..BrowserOptions::default() };
            browser::audit_all(&inputs, &mut run, options, flags.at_once)?;
        }
    }
    run.finish(begun)
}

/// A run under way.
pub struct Run {
    outputs: Outputs,
    progress: indicatif::ProgressBar,
    fail_on: FailOn,
    level: Level,
    advice: bool,
    summary: Summary,
    is_failure: bool,
    /// What could not be looked at, and on how many pages.
    not_checked: BTreeMap<String, u64>,
    bytes: u64,
}

/// More reasons than these are not said one by one.
const MOST_REASONS: usize = 10;

impl Run {
    /// Writes a report in every format. Any thread may do that; `add` then puts pages in order.
    fn write(&self, report: &PageReport, bytes: u64) -> Audited {
        let mut summary = Summary::default();
        summary.add(report);
        let is_failure = report.outcomes.iter().any(|outcome| {
            outcome.verdict == Verdict::Failed
                && outcome.rule.is_asked_for(self.level, self.advice)
                && self.fail_on.is_reached(outcome.rule.severity)
        });
        Audited {
            report: Totals { summary, is_failure, not_checked: report.not_checked.clone() },
            texts: self.outputs.texts(report),
            bytes,
        }
    }

    fn add(&mut self, page: &Audited) -> Result<(), CliError> {
        self.progress.suspend(|| self.outputs.write(&page.texts))?;
        self.progress.inc(1);
        self.summary.merge(&page.report.summary);
        self.is_failure |= page.report.is_failure;
        for what in &page.report.not_checked {
            if let Some(pages) = self.not_checked.get_mut(what) {
                *pages += 1;
            } else if self.not_checked.len() < MOST_REASONS {
                self.not_checked.insert(what.clone(), 1);
            }
        }
        self.bytes += page.bytes;
        Ok(())
    }

    fn finish(mut self, begun: Instant) -> Result<ExitCode, CliError> {
        self.progress.finish_and_clear();
        self.outputs.finish(&self.summary)?;
        for (what, pages) in &self.not_checked {
            let pages = if *pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") };
            print::note(&format!("not checked on {pages}: {what}"));
        }
        progress::speed(self.summary.pages, self.bytes, begun.elapsed());
        let code = if self.summary.errors > 0 { 2 } else { u8::from(self.is_failure) };
        Ok(ExitCode::from(code))
    }
}

/// Where an input is, as reports name it.
fn address_of(input: &Input) -> String {
    match input {
        Input::File { path, .. } => path.display().to_string(),
        Input::Url(url) => url.to_string(),
    }
}
