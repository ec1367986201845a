//! What is known of a tab from its events. Written by the reading thread, read by whoever works with the tab.

use crate::connection::{Connection, Listener};
use crate::log::PageLog;
use crate::progress::Progress;
use crate::record::Record;
use crate::{DevtoolsError, wire};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many events wait for a subscriber before the newest are lost.
const MOST_UNREAD: usize = 4_096;

/// The state of one tab.
#[derive(Debug)]
pub struct TabState {
    session: String,
    known: Mutex<Known>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Known {
    record: Record,
    progress: Progress,
    subscribers: Vec<(String, SyncSender<Value>)>,
    /// Whether we ourselves are leaving the page, so that it may not hold us back.
    is_leaving: bool,
    /// Whether the page may not lead to another document.
    /// The number of documents from which on no other is let in; `None` while any is.
    held_from: Option<u32>,
    end: Option<End>,
}

#[derive(Debug, Clone, Copy)]
enum End {
    Crashed,
    Closed,
}

impl TabState {
    pub fn new(session: &str) -> Self {
        Self { session: session.to_owned(), known: Mutex::default(), changed: Condvar::new() }
    }

    /// A copy of the log.
    pub fn log(&self) -> PageLog {
        self.known().record.log.clone()
    }

    /// The events of one method from now on.
    pub fn subscribe(&self, method: &str) -> Receiver<Value> {
        let (events, receiver) = sync_channel(MOST_UNREAD);
        self.known().subscribers.push((method.to_owned(), events));
        receiver
    }

    /// Says whether we are leaving the page: a `beforeunload` dialog is then accepted, else it is dismissed.
    pub fn set_leaving(&self, is_leaving: bool) {
        self.known().is_leaving = is_leaving;
    }

    /// Refuses every request for a document that is held back, once `documents` were opened.
    pub fn hold_from(&self, documents: u32) {
        self.known().held_from = Some(documents);
    }

    /// Looks at the progress until `look` has seen enough or `limit` has passed; `None` then.
    ///
    /// # Errors
    /// The tab was closed, or its page crashed.
    pub fn watch<T>(
        &self,
        limit: Duration,
        mut look: impl FnMut(&Progress, usize) -> Option<T>,
    ) -> Result<Option<T>, DevtoolsError> {
        /// Quiet is the absence of events, so none will come to say that it is there.
        const GLANCE: Duration = Duration::from_millis(10);
        let start = std::time::Instant::now();
        let mut known = self.known();
        loop {
            match known.end {
                Some(End::Crashed) => return Err(DevtoolsError::PageCrashed),
                Some(End::Closed) => return Err(DevtoolsError::TabClosed),
                None => {}
            }
            if let Some(seen) = look(&known.progress, known.record.requests_under_way()) {
                return Ok(Some(seen));
            }
            let Some(rest) = limit.checked_sub(start.elapsed()) else { return Ok(None) };
            (known, _) = self.changed.wait_timeout(known, rest.min(GLANCE)).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// What `look` says of the progress as it is now.
    pub fn glance<T>(&self, look: impl FnOnce(&Progress) -> T) -> T {
        look(&self.known().progress)
    }

    fn answer_dialog(&self, params: &RawValue, connection: &Connection) {
        #[derive(Deserialize)]
        struct Dialog {
            #[serde(rename = "type")]
            kind: String,
        }
        let is_leaving = self.known().is_leaving;
        let accept = is_leaving && wire::parse::<Dialog>(params).is_ok_and(|dialog| dialog.kind == "beforeunload");
        connection.send(Some(&self.session), "Page.handleJavaScriptDialog", &json!({ "accept": accept }));
    }

    /// The page stays and sends nothing: the request for another document is broken off, and the browser keeps what is
    /// there; so is every request that may change something on a server. Others go on.
    fn answer_request(&self, params: &RawValue, connection: &Connection) {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Paused {
            request_id: String,
            #[serde(default)]
            resource_type: String,
            request: Request,
        }
        #[derive(Deserialize)]
        struct Request {
            method: String,
        }
        let (held_from, documents) = {
            let known = self.known();
            (known.held_from, known.progress.documents)
        };
        // Without it somebody else holds requests back, and answers them.
        let (Some(held_from), Ok(paused)) = (held_from, wire::parse::<Paused>(params)) else { return };
        let is_safe = matches!(paused.request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
        if documents < held_from || (paused.resource_type != "Document" && is_safe) {
            connection.send(Some(&self.session), "Fetch.continueRequest", &json!({ "requestId": paused.request_id }));
        } else {
            let params = json!({ "requestId": paused.request_id, "errorReason": "Aborted" });
            connection.send(Some(&self.session), "Fetch.failRequest", &params);
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // No code under this lock can leave what is known half changed.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener for TabState {
    fn hear(&self, method: &str, params: &RawValue, connection: &Connection) {
        {
            let mut known = self.known();
            known.record.hear(method, params);
            let documents = known.progress.documents;
            known.progress.hear(method, params);
            if known.progress.documents > documents {
                let Known { record, progress, .. } = &mut *known;
                record.begin_document(&progress.loader);
            }
            known.subscribers.retain(|(wanted, events)| {
                let is_wanted = wanted == method;
                let event = is_wanted.then(|| wire::parse::<Value>(params).ok()).flatten();
                !event.is_some_and(|event| matches!(events.try_send(event), Err(TrySendError::Disconnected(_))))
            });
            if method == "Inspector.targetCrashed" {
                known.end = Some(End::Crashed);
            }
        }
        match method {
            "Page.javascriptDialogOpening" => self.answer_dialog(params, connection),
            "Fetch.requestPaused" => self.answer_request(params, connection),
            "Inspector.targetCrashed" => connection.crash_session(&self.session),
            _ => {}
        }
        self.changed.notify_all();
    }

    fn end(&self) {
        let mut known = self.known();
        known.end.get_or_insert(End::Closed);
        known.subscribers.clear();
        drop(known);
        self.changed.notify_all();
    }
}
