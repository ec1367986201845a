//! One visit: a page is opened, its popup is opened with one click, and both are measured.

use super::traffic::{Counted, Traffic};
use anyhow::{Context, Result, ensure};
use sada_devtools::{Browser, Tab};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::time::Duration;

/// How many times slower than this machine the page's main thread is made.
pub const CPU_SLOWDOWN: u32 = 4;
/// From a request to the first byte of its answer, in milliseconds at least.
pub const LATENCY_MS: u32 = 150;
/// Bits per second.
pub const DOWNLOAD: u32 = 1_600_000;
/// Bits per second.
pub const UPLOAD: u32 = 750_000;

/// Something in a shadow root.
#[derive(Clone, Copy, Serialize)]
pub struct Part {
    /// A selector of the shadow root's host.
    pub host: &'static str,
    /// A selector in the shadow root.
    pub inside: &'static str,
}

/// The two parts of a widget.
#[derive(Clone, Copy)]
pub struct Widget {
    /// What is clicked.
    pub button: Part,
    /// What then opens.
    pub dialog: Part,
}

/// What a page costs while it loads, or while its popup opens.
#[derive(Clone, Copy, Serialize)]
pub struct Cost {
    /// Heads and compressed bodies of all answers.
    pub bytes: u64,
    /// Requests.
    pub requests: u32,
    /// Milliseconds of work on the main thread, slowed down.
    pub cpu_ms: f64,
    /// Milliseconds of the longest task; 0 if none took 50, which is what a long task is.
    /// <https://w3c.github.io/longtasks/>
    pub longest_task_ms: f64,
    /// Sum of the layout shifts, those after input included. <https://wicg.github.io/layout-instability/>
    pub layout_shift: f64,
}

/// What a visit costs.
#[derive(Clone, Copy, Serialize)]
pub struct Visit {
    /// From the address to a page that is quiet.
    pub load: Cost,
    /// From the click to a page that is quiet again. `None` where there is nothing to click.
    pub show: Option<Cost>,
    /// Milliseconds from the click to the frame that shows the dialog. As above.
    pub click_to_painted_ms: Option<f64>,
}

/// Opens `origin` + `path` as a new visitor, and the popup there if there is one.
pub fn visit(browser: &Browser, origin: &str, path: &str, widget: Option<Widget>, limit: Duration) -> Result<Visit> {
    let tab = browser.new_tab()?;
    prepare(&tab, origin, limit)?;
    let mut traffic = Traffic::listen(&tab, origin);
    let mut meter = Meter { tab: &tab, before: cpu(&tab)? };
    tab.navigate(&format!("{origin}{path}"), limit)?;
    let counted = traffic.settle(limit)?;
    let Some(Widget { button, dialog }) = widget else {
        return Ok(Visit { load: meter.take(counted)?, show: None, click_to_painted_ms: None });
    };
    let middle = tab.wait_until(&format!("sadaBench.middle({})", json!(button)), limit).context("no button comes")?;
    let load = meter.take(counted)?;
    tab.evaluate(&format!("sadaBench.watch({})", json!(dialog)))?;
    click(&tab, &middle);
    let counted = traffic.settle(limit)?;
    let painted = tab.wait_until("sadaBench.painted", limit).context("no dialog opens")?;
    Ok(Visit { load, show: Some(meter.take(counted)?), click_to_painted_ms: painted.as_f64() })
}

/// Makes the tab that of a slow phone; its process is there before anything is measured.
fn prepare(tab: &Tab, origin: &str, limit: Duration) -> Result<()> {
    let observe = json!({ "source": include_str!("observe.js") });
    tab.call("Page.addScriptToEvaluateOnNewDocument", &observe)?;
    // The clock of the thread: it stands still while another program has the core.
    tab.call("Performance.enable", &json!({ "timeDomain": "threadTicks" }))?;
    tab.navigate(&format!("{origin}/blank"), limit)?;
    // PostHog says nothing to its server in a browser that calls itself headless.
    let name = tab.evaluate("navigator.userAgent.replace('Headless', '')")?;
    tab.call("Emulation.setUserAgentOverride", &json!({ "userAgent": name }))?;
    tab.call("Emulation.setCPUThrottlingRate", &json!({ "rate": CPU_SLOWDOWN }))?;
    let network = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWNLOAD / 8,
        "uploadThroughput": UPLOAD / 8,
    });
    tab.call("Network.emulateNetworkConditions", &network)?;
    Ok(())
}

/// A click out of nowhere, as a finger's: the widget has no hover to prepare in. Waits for nothing.
fn click(tab: &Tab, middle: &Value) {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": middle["x"], "y": middle["y"], "button": "left", "clickCount": 1 });
        tab.send("Input.dispatchMouseEvent", &event);
    }
}

/// Reads what has accrued since it was last read.
struct Meter<'a> {
    tab: &'a Tab,
    before: f64,
}

impl Meter<'_> {
    fn take(&mut self, counted: Counted) -> Result<Cost> {
        #[derive(Deserialize)]
        struct Noted {
            longest: f64,
            shift: f64,
        }
        let worked = cpu(self.tab)? - self.before;
        ensure!(worked >= 0.0, "the page has moved to another process, whose work is not known");
        let noted: Noted = serde_json::from_value(self.tab.evaluate("sadaBench.take()")?)?;
        // What was asked of the page just now is not the page's work.
        self.before = cpu(self.tab)?;
        let Counted { bytes, requests } = counted;
        let (longest_task_ms, layout_shift) = (noted.longest, noted.shift);
        Ok(Cost { bytes, requests, cpu_ms: worked * 1_000.0, longest_task_ms, layout_shift })
    }
}

/// Seconds that the main thread has worked so far.
fn cpu(tab: &Tab) -> Result<f64> {
    let metrics = tab.call("Performance.getMetrics", &json!({}))?;
    let metrics = metrics["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
    let worked = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    worked.and_then(|metric| metric["value"].as_f64()).context("the browser does not say how long its tasks took")
}
