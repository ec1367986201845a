//! Audits the files on the command line in Chromium, one after the other, and prints what each took as JSON. With `--keys`
//! in front, keys are pressed too. `cargo xtask bench browser` reads it.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use sada_audit::report::json;
use sada_audit_browser::{BrowserOptions, read_tab};
use sada_devtools::{Browser, LaunchOptions, Tab};
use serde_json::{Value, json};
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_mins(1);

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let has_keys = files.first().is_some_and(|first| first == "--keys");
    files.drain(..usize::from(has_keys));
    let usual = BrowserOptions::default();
    let options = BrowserOptions { keys: usual.keys.filter(|_| has_keys), ..usual };
    // Fonts and scripts of other servers take no time, today or tomorrow.
    let flags = vec!["--host-resolver-rules=MAP * ~NOTFOUND".to_owned()];
    let browser = Browser::launch(&LaunchOptions { flags, ..LaunchOptions::default() })?;
    // The first page is slower than all others, so it comes twice.
    let first = files.first().ok_or("name files")?;
    cost(&browser, first, &options)?;
    let costs = files.iter().map(|file| cost(&browser, file, &options)).collect::<Result<Vec<_>, _>>()?;
    writeln!(std::io::stdout(), "{}", Value::from(costs))?;
    Ok(())
}

fn cost(browser: &Browser, file: &str, options: &BrowserOptions) -> Result<Value, Box<dyn Error>> {
    let tab = browser.new_tab()?;
    tab.set_viewport(1280, 800, 1.0)?;
    // The clock of the thread: it stands still while another program has the core.
    tab.call("Performance.enable", &json!({ "timeDomain": "threadTicks" }))?;
    let begun = Instant::now();
    let url = format!("file://{}", Path::new(file).canonicalize()?.display());
    tab.navigate(&url, LIMIT)?;
    let open_ms = milliseconds(begun.elapsed());
    let (page_before, own_before, begun) = (worked(&tab)?, own()?, Instant::now());
    let page = read_tab(&tab, &url, options)?;
    let report = json::page(&sada_audit::audit(&page));
    let wall_ms = milliseconds(begun.elapsed());
    let (own_ms, main_thread_ms) = (milliseconds(own()?.saturating_sub(own_before)), worked(&tab)? - page_before);
    let stops = page.keyboard().map(|keyboard| keyboard.stops.len());
    Ok(json!({
        "file": file, "open_ms": open_ms, "wall_ms": wall_ms, "main_thread_ms": main_thread_ms, "own_ms": own_ms,
        "stops": stops, "not_checked": page.not_checked(), "bytes": report.len(),
    }))
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// Milliseconds that the page's main thread has worked so far.
fn worked(tab: &Tab) -> Result<f64, Box<dyn Error>> {
    let metrics = tab.call("Performance.getMetrics", &json!({}))?;
    let metrics = metrics["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
    let tasks = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    Ok(tasks.and_then(|metric| metric["value"].as_f64()).ok_or("no TaskDuration")? * 1_000.0)
}

/// Processor time of this program so far, the browser not included.
fn own() -> Result<Duration, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    Ok(Duration::from_micros((usage.user_time() + usage.system_time()).num_microseconds().unsigned_abs()))
}
