//! Opening an address and knowing when its page is there.

use crate::progress::Progress;
use crate::{DevtoolsError, Tab};
use serde::Deserialize;
use serde_json::json;
use std::time::{Duration, Instant};

/// How long nothing may be requested before a loaded page counts as quiet.
const QUIET: Duration = Duration::from_millis(100);

/// How long a loaded page may go on requesting before it is taken as it is.
const PATIENCE: Duration = Duration::from_secs(3);

/// How many documents an address may lead to: itself and five redirects by script or `<meta>`.
const MOST_DOCUMENTS: u32 = 6;

/// A page that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Arrival {
    /// The address after all redirects.
    pub url: String,
    /// The status of the answer; `None` where there is no server.
    pub status: Option<u16>,
    /// The type the browser took the document for, such as `text/html`; empty if it is not known.
    pub mime_type: String,
    /// Whether the page has stopped requesting. A page that never does is taken as it is three seconds after its
    /// `load` event.
    pub is_quiet: bool,
}

enum Seen {
    Quiet,
    Busy,
    KeepsMoving,
}

impl Tab {
    /// Opens an address; returns when its `load` event has fired, nothing has been requested for 100 ms, and its
    /// scripts let others speak.
    ///
    /// # Errors
    /// [`DevtoolsError::NotOpened`], [`DevtoolsError::Download`], [`DevtoolsError::KeepsMoving`], or
    /// [`DevtoolsError::TimedOut`] after `limit`, and whatever ends a [`call`](Tab::call).
    pub fn navigate(&self, url: &str, limit: Duration) -> Result<Arrival, DevtoolsError> {
        let start = Instant::now();
        let result = self.open(url, start, limit);
        if result.is_err() {
            self.send("Page.stopLoading", &json!({}));
        }
        result
    }

    /// Opens an address as [`navigate`](Tab::navigate) does, and stays there: its scripts and refreshes lead nowhere, and
    /// its frames stay empty. Only for a tab that has opened nothing yet.
    ///
    /// # Errors
    /// As [`navigate`](Tab::navigate).
    pub fn navigate_and_stay(&self, url: &str, limit: Duration) -> Result<Arrival, DevtoolsError> {
        let documents = self.documents();
        self.state().hold_from(documents + 1);
        self.refuse_documents()?;
        self.navigate(url, limit)
    }

    /// Keeps the page where it is: from now on no script, link or form of it leads to another document, neither here nor
    /// in its frames, and there is no history to go back to. [`navigate`](Tab::navigate) is refused as well.
    ///
    /// # Errors
    /// As [`call`](Tab::call).
    pub fn hold(&self) -> Result<(), DevtoolsError> {
        // While a request is held back Chromium 156 answers nothing in the tab, so it is refused by the reading thread.
        self.state().hold_from(0);
        self.refuse_documents()?;
        self.call("Page.resetNavigationHistory", &json!({}))?;
        Ok(())
    }

    /// Keeps the page from changing anything elsewhere, beside staying where it is: from now on no script of it sends
    /// anything but requests that are safe by their method (RFC 9110, 9.2.1). Only for a tab that is [held](Tab::hold).
    ///
    /// # Errors
    /// As [`call`](Tab::call).
    pub fn hold_back(&self) -> Result<(), DevtoolsError> {
        self.call("Fetch.enable", &json!({ "patterns": [{ "urlPattern": "*", "requestStage": "Request" }] }))?;
        Ok(())
    }

    fn refuse_documents(&self) -> Result<(), DevtoolsError> {
        let documents = json!({ "urlPattern": "*", "resourceType": "Document", "requestStage": "Request" });
        self.call("Fetch.enable", &json!({ "patterns": [documents] }))?;
        Ok(())
    }

    /// How many documents the tab has opened so far: a number that grows when the page is replaced.
    pub fn documents(&self) -> u32 {
        self.state().glance(|progress| progress.documents)
    }

    fn open(&self, url: &str, start: Instant, limit: Duration) -> Result<Arrival, DevtoolsError> {
        let before = self.state().glance(|progress| progress.documents);
        let has_new_document = self.begin(url, limit)?;
        let rest = limit.saturating_sub(start.elapsed());
        let first = before + u32::from(has_new_document);
        let seen = self.state().watch(rest, |progress, requests| look(progress, requests, before, first))?;
        // What is loaded when the time is over is as good as it will get.
        let is_loaded = || self.state().glance(|progress| progress.loaded.is_some() && progress.documents >= first);
        let is_quiet = match seen {
            Some(Seen::Quiet) => true,
            Some(Seen::Busy) => false,
            Some(Seen::KeepsMoving) => {
                return Err(DevtoolsError::KeepsMoving { url: url.to_owned(), times: MOST_DOCUMENTS });
            }
            None if is_loaded() => false,
            None => return Err(timed_out(url, limit)),
        };
        self.hear_it_answer(url, limit, limit.saturating_sub(start.elapsed()))?;
        self.state().glance(|progress| arrival(progress, url, is_quiet))
    }

    /// Whether the address led to another document, and not to a place in the one that is there.
    fn begin(&self, url: &str, limit: Duration) -> Result<bool, DevtoolsError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Begun {
            loader_id: Option<String>,
            error_text: Option<String>,
            #[serde(default)]
            is_download: bool,
        }
        self.state().set_leaving(true);
        let begun = self.call_within::<Begun>("Page.navigate", &json!({ "url": url }), limit);
        self.state().set_leaving(false);
        match begun {
            Err(DevtoolsError::TimedOut { .. }) => Err(timed_out(url, limit)),
            Err(DevtoolsError::Refused { message, .. }) => {
                Err(DevtoolsError::NotOpened { url: url.to_owned(), reason: message })
            }
            Err(error) => Err(error),
            Ok(Begun { is_download: true, .. }) => Err(DevtoolsError::Download { url: url.to_owned() }),
            Ok(Begun { error_text: Some(reason), .. }) => Err(DevtoolsError::NotOpened { url: url.to_owned(), reason }),
            Ok(Begun { loader_id, .. }) => Ok(loader_id.is_some()),
        }
    }

    /// A script that never ends would take the time limit of every later call.
    fn hear_it_answer(&self, url: &str, limit: Duration, rest: Duration) -> Result<(), DevtoolsError> {
        const SHORTEST: Duration = Duration::from_secs(1);
        let params = json!({ "expression": "0" });
        match self.call_within::<serde_json::Value>("Runtime.evaluate", &params, rest.max(SHORTEST)) {
            Err(DevtoolsError::TimedOut { .. }) => Err(timed_out(url, limit)),
            // The page went on to another document just now: it is alive.
            Err(DevtoolsError::Refused { .. }) | Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

fn look(progress: &Progress, requests: usize, before: u32, first: u32) -> Option<Seen> {
    if progress.documents > before + MOST_DOCUMENTS {
        return Some(Seen::KeepsMoving);
    }
    let loaded = progress.loaded.filter(|_| progress.documents >= first)?;
    if requests == 0 && progress.stirred.elapsed() >= QUIET {
        return Some(Seen::Quiet);
    }
    (loaded.elapsed() >= PATIENCE).then_some(Seen::Busy)
}

fn arrival(progress: &Progress, url: &str, is_quiet: bool) -> Result<Arrival, DevtoolsError> {
    if let Some(unreachable) = &progress.unreachable {
        return Err(DevtoolsError::LedNowhere { url: url.to_owned(), to: unreachable.clone() });
    }
    let answer = progress.answer();
    Ok(Arrival {
        url: progress.url.clone(),
        status: answer.map(|answer| answer.status).filter(|status| *status > 0),
        mime_type: answer.map(|answer| answer.mime_type.clone()).unwrap_or_default(),
        is_quiet,
    })
}

fn timed_out(url: &str, limit: Duration) -> DevtoolsError {
    DevtoolsError::TimedOut { what: format!("opening {url}"), limit }
}
