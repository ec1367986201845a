//! Our popup beside others, each on the same page, one after the other in every round.

use super::assets::Assets;
use super::server::Server;
use super::visit::{Part, Visit, Widget, visit};
use super::{peers, table};
use crate::setup::{self, Tools};
use crate::{say, workspace};
use anyhow::{Context, Result, ensure};
use sada_devtools::{Browser, LaunchOptions};
use std::path::PathBuf;
use std::time::Duration;

/// How it is measured.
#[derive(clap::Args)]
pub struct Options {
    /// Rounds; of each figure the median is shown
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,
    /// Seconds that a page, or its popup, may take to open
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,
    /// Writes every visit too: json=FILE
    #[arg(long, value_parser = super::json_file)]
    format: Option<PathBuf>,
}

/// A widget on the page, or none.
pub struct Subject {
    /// What the table calls it.
    pub name: &'static str,
    /// The release.
    pub version: &'static str,
    path: &'static str,
    /// What its owner pastes into the page.
    snippet: &'static str,
    widget: Option<Widget>,
}

const fn widget(host: &'static str, button: &'static str, dialog: &'static str) -> Widget {
    Widget { button: Part { host, inside: button }, dialog: Part { host, inside: dialog } }
}

/// What is measured. The first is the page alone, the second ours.
const SUBJECTS: [Subject; 5] = [
    Subject { name: "page alone", version: "", path: "/alone", snippet: "", widget: None },
    Subject {
        name: "Sada",
        version: env!("CARGO_PKG_VERSION"),
        path: "/with-sada",
        snippet: r#"<script src="/sada.js" data-site="demo" data-endpoint="__ORIGIN__/feedback" async></script>"#,
        widget: Some(widget("sada-feedback", "button.open", "dialog")),
    },
    Subject {
        name: "Sentry",
        version: peers::SENTRY.1,
        path: "/with-sentry",
        snippet: r#"<script src="/sentry.js" defer></script>"#,
        widget: Some(widget("#sentry-feedback", ".widget__actor", "dialog")),
    },
    Subject {
        name: "Sentry async",
        version: peers::SENTRY.1,
        path: "/with-sentry-async",
        snippet: r#"<script src="/sentry-async.js" defer></script>"#,
        widget: Some(widget("#sentry-feedback", ".widget__actor", "dialog")),
    },
    Subject {
        name: "PostHog",
        version: peers::POSTHOG.1,
        path: "/with-posthog",
        snippet: r#"<script src="/posthog.js" defer></script>"#,
        widget: Some(widget("[class^=PostHogSurvey]", ".ph-survey-widget-tab", ".ph-survey")),
    },
];

/// Measures in rounds, and prints the medians.
pub fn run(options: &Options) -> Result<()> {
    let dist = workspace::dist();
    ensure!(dist.join("sada.js").exists(), "there is no popup to measure: build it with `cargo xtask widget`");
    let tools = Tools::locate()?;
    let chrome = setup::find_browser()?.context("no Chrome or Chromium: set CHROME to the path of its program")?;
    say::progress("Preparing the pages.");
    let server = Server::start(|origin| pages(&tools, origin))?;
    let flags = [
        // Nothing but this server can be reached.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        // PostHog says nothing to its server in a browser that is driven by a program, either.
        "--disable-blink-features=AutomationControlled",
    ];
    let flags = flags.map(str::to_owned).to_vec();
    let launch = LaunchOptions { chrome: Some(chrome), flags, ..LaunchOptions::default() };
    let browser = Browser::launch(&launch)?;
    let limit = Duration::from_secs(options.limit.into());
    let measure = |subject: &Subject| -> Result<Visit> {
        let visit = visit(&browser, server.origin(), subject.path, subject.widget, limit)
            .with_context(|| format!("cannot measure {}", subject.name))?;
        let unknown = server.take_unknown();
        ensure!(unknown.is_empty(), "{} asks for what nobody answers: {}", subject.name, unknown.join(", "));
        Ok(visit)
    };
    // A browser's first page is slower than all others.
    measure(&SUBJECTS[0])?;
    let mut visits = [const { Vec::new() }; SUBJECTS.len()];
    for round in 0..usize::from(options.runs) {
        for turn in 0..SUBJECTS.len() {
            // Nobody is always the first or the last.
            let index = (round + turn) % SUBJECTS.len();
            let subject = &SUBJECTS[index];
            say::progress(&format!("Round {} of {}: {}.", round + 1, options.runs, subject.name));
            visits[index].push(measure(subject)?);
        }
    }
    let columns: Vec<_> = SUBJECTS.iter().zip(&visits).map(|(subject, visits)| (subject, visits.as_slice())).collect();
    table::print(browser.version(), &columns);
    match &options.format {
        Some(file) => table::write_json(file, browser.version(), &columns),
        None => Ok(()),
    }
}

fn pages(tools: &Tools, origin: &str) -> Result<Assets> {
    let mut assets = Assets::default();
    assets.add_folder("/", &workspace::dist())?;
    assets.add_empty("/feedback");
    assets.add("/blank", "blank.html", "<!DOCTYPE html><link rel=icon href=data:,><title>Blank</title>")?;
    for Subject { path, snippet, .. } in &SUBJECTS {
        let page = include_str!("page.html").replace("__WIDGET__", &snippet.replace("__ORIGIN__", origin));
        assets.add(path, "page.html", page)?;
    }
    peers::add(&mut assets, tools)?;
    Ok(assets)
}
