//! How far a run is, on a terminal, and how fast it was.

use crate::print;
use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// A bar on standard error; drawn on a terminal only.
pub fn bar(pages: usize) -> ProgressBar {
    let bar = ProgressBar::new(pages as u64);
    let template = "{bar:30} {human_pos} of {human_len} pages, {per_sec}, {eta} left";
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// Says how fast it was, once it was long enough to be asked.
#[expect(clippy::cast_precision_loss, reason = "a rate is read to three digits")]
pub fn speed(pages: u64, bytes: u64, took: Duration) {
    let seconds = took.as_secs_f64();
    if pages > 1 && seconds > 0.0 {
        let megabytes = bytes as f64 / 1e6;
        print::note(&format!(
            "{pages} pages, {megabytes:.1} MB in {seconds:.1} s: {:.0} pages/s, {:.1} MB/s",
            pages as f64 / seconds,
            megabytes / seconds
        ));
    }
}
