//! What a tab asks for, and how many bytes come back.

use anyhow::{Result, bail, ensure};
use sada_devtools::Tab;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::mpsc::Receiver;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long nothing may be asked for before a page is done. `PostHog` collects what it has to say for three seconds.
const QUIET: Duration = Duration::from_secs(4);

/// Requests and the bytes of their answers.
#[derive(Clone, Copy, Default)]
pub struct Counted {
    /// Requests, whatever became of them.
    pub requests: u32,
    /// Heads and compressed bodies of the answers.
    pub bytes: u64,
}

/// The traffic of one tab from now on.
pub struct Traffic {
    origin: String,
    begun: Receiver<Value>,
    finished: Receiver<Value>,
    failed: Receiver<Value>,
    under_way: BTreeSet<String>,
}

impl Traffic {
    /// Listens. Everything must be asked of `origin`.
    pub fn listen(tab: &Tab, origin: &str) -> Self {
        Self {
            origin: format!("{origin}/"),
            begun: tab.subscribe("Network.requestWillBeSent"),
            finished: tab.subscribe("Network.loadingFinished"),
            failed: tab.subscribe("Network.loadingFailed"),
            under_way: BTreeSet::new(),
        }
    }

    /// Counts until nothing has been asked for or answered for [`QUIET`]. The page itself is left alone meanwhile, since
    /// every look at it would cost what is measured.
    pub fn settle(&mut self, limit: Duration) -> Result<Counted> {
        let start = Instant::now();
        let mut stirred = start;
        let mut counted = Counted::default();
        while !self.under_way.is_empty() || stirred.elapsed() < QUIET {
            ensure!(start.elapsed() < limit + QUIET, "requests still went on after {} s", (limit + QUIET).as_secs());
            if self.count(&mut counted)? {
                stirred = Instant::now();
            }
            sleep(Duration::from_millis(20));
        }
        Ok(counted)
    }

    /// Whether anything has happened since the last time.
    fn count(&mut self, counted: &mut Counted) -> Result<bool> {
        let mut has_stirred = false;
        for event in self.begun.try_iter() {
            let url = event["request"]["url"].as_str().unwrap_or_default();
            if url.starts_with("data:") || url.starts_with("blob:") {
                continue;
            }
            if !url.starts_with(&self.origin) {
                bail!("a page asks for {url}, which is not on this machine");
            }
            self.under_way.insert(id(&event));
            counted.requests += 1;
            has_stirred = true;
        }
        for event in self.finished.try_iter() {
            if self.under_way.remove(&id(&event)) {
                counted.bytes += whole(&event["encodedDataLength"]);
                has_stirred = true;
            }
        }
        for event in self.failed.try_iter() {
            has_stirred |= self.under_way.remove(&id(&event));
        }
        Ok(has_stirred)
    }
}

fn id(event: &Value) -> String {
    event["requestId"].as_str().unwrap_or_default().to_owned()
}

/// The protocol's numbers may be written with a fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a file on a page are few")]
fn whole(number: &Value) -> u64 {
    number.as_f64().unwrap_or_default().max(0.0) as u64
}
