//! Shows the whole: a shop that uses the popup, the collector that keeps the answers, an audit of the shop.

mod collector;
mod http;
mod port;
mod report;
mod shop;

use crate::setup::{self, Need};
use crate::{sada, say, widget, workspace};
use anyhow::{Context, Result, bail};
use collector::Collector;
use shop::Shop;
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How the demo is shown.
#[derive(clap::Args)]
pub struct Options {
    /// Port of the collector; the shop takes the next one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// Check that every link answers, then end
    #[arg(long)]
    once: bool,
}

/// Builds what is missing, starts everything, prints the links, and waits for Ctrl-C.
pub fn run(options: &Options) -> Result<()> {
    widget::build(&setup::run(Need::Widget)?, &widget::Options { plain: false })?;
    sada::build()?;
    std::fs::create_dir_all(folder())?;

    let (interrupted, interruption) = channel();
    ctrlc::set_handler(move || {
        // When nobody listens any more, everything ends anyway.
        let _ = interrupted.send(());
    })
    .context("cannot listen for Ctrl-C")?;
    let collector_port = port::free(options.port)?;
    let shop_port = port::free(collector_port.saturating_add(1))?;
    let mut collector = Collector::start(collector_port)?;
    let shop = Shop::open(shop_port, collector.origin())?;
    report::write(&shop.url("/"))?;

    let links = [
        ("shop with the popup", shop.url("/")),
        ("survey page without script", format!("{}/s/demo/nps", collector.origin())),
        ("dashboard", format!("{}/", collector.origin())),
        ("audit of the shop", shop.url(report::TEXT.0)),
        ("the same as JSON", shop.url(report::JSON.0)),
    ];
    say::result("");
    for (what, link) in &links {
        say::result(&format!("{what:<27} {link}"));
    }
    say::result(&format!("{:<27} {}", "password of the dashboard", collector.password()));
    if options.once {
        return links
            .iter()
            .try_for_each(|(what, link)| http::expect_ok(link).with_context(|| format!("the {what} does not answer")));
    }
    say::result("\nCtrl-C ends it.");
    loop {
        match interruption.recv_timeout(Duration::from_millis(200)) {
            Err(RecvTimeoutError::Timeout) => {}
            _ => return Ok(()),
        }
        if let Some(status) = collector.has_ended()? {
            bail!("the collector ended with {status}; what it said stands above");
        }
    }
}

/// What the demo keeps from one time to the next.
fn folder() -> PathBuf {
    workspace::root().join("demo")
}
