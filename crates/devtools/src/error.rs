//! What can go wrong between us and the browser.

use std::path::PathBuf;
use std::time::Duration;

/// What could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DevtoolsError {
    /// No browser where browsers usually are.
    #[error(
        "no Chrome or Chromium found: install one (Debian: apt-get install chromium), or say where it is with CHROME=/path/to/chrome"
    )]
    BrowserNotFound,
    /// `CHROME` names something else than a file.
    #[error("CHROME says {}, but there is no such file", path.display())]
    NoSuchBrowser {
        /// What `CHROME` says.
        path: PathBuf,
    },
    /// The process could not be prepared or started.
    #[error("could not start {}", path.display())]
    Launch {
        /// The browser.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The process ended before it answered once.
    #[error("{} ended at once; it said: {said}", path.display())]
    EndedAtStart {
        /// The browser.
        path: PathBuf,
        /// The end of its standard error.
        said: String,
    },
    /// The browser has ended, or was never to be heard again.
    #[error("the browser has ended")]
    BrowserGone,
    /// The process behind the page has ended.
    #[error("the page crashed")]
    PageCrashed,
    /// The tab is no longer there.
    #[error("the tab was closed")]
    TabClosed,
    /// No answer in time.
    #[error("no answer to {what} within {} ms", limit.as_millis())]
    TimedOut {
        /// What was asked.
        what: String,
        /// How long the answer was waited for.
        limit: Duration,
    },
    /// The browser refused a call.
    #[error("{method} was refused: {message} ({code})")]
    Refused {
        /// The method.
        method: String,
        /// The code of the answer, as in JSON-RPC.
        code: i64,
        /// The browser's own words.
        message: String,
    },
    /// The browser answered something else than its protocol says.
    #[error("the answer to {method} could not be read")]
    Unreadable {
        /// The method.
        method: String,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// The browser could not open an address.
    #[error("could not open {url}: {reason}")]
    NotOpened {
        /// The address.
        url: String,
        /// The browser's reason, such as `net::ERR_CONNECTION_REFUSED`.
        reason: String,
    },
    /// The page at an address led the browser on to another one, which could not be reached.
    #[error("{url} leads to {to}, which could not be reached")]
    LedNowhere {
        /// The address.
        url: String,
        /// Where it led.
        to: String,
    },
    /// What is at the address would have been downloaded, not shown.
    #[error("{url} is a download, not a page")]
    Download {
        /// The address.
        url: String,
    },
    /// The page leads to another one again and again.
    #[error("{url} went on to another page {times} times and did not stop")]
    KeepsMoving {
        /// The address it began with.
        url: String,
        /// How many documents were opened.
        times: u32,
    },
    /// A script threw.
    #[error("the script threw: {text}")]
    Threw {
        /// The exception as the browser words it.
        text: String,
    },
    /// A picture could not be written.
    #[error("could not write {}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

impl DevtoolsError {
    /// Whether the browser itself is of no more use, so that a new one must be launched.
    pub fn is_browser_gone(&self) -> bool {
        matches!(self, Self::BrowserGone | Self::EndedAtStart { .. } | Self::Launch { .. })
    }
}
