//! Keeps what the events of a page say for its log, and which requests are under way.

use crate::log::{ConsoleMessage, FailedRequest, PageLog, Request};
use crate::remote::{ExceptionDetails, RemoteObject};
use crate::wire;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashMap;

const MOST_ENTRIES: usize = 1_000;
const LONGEST_TEXT: usize = 2_000;

/// The log of a page, being written.
#[derive(Debug, Default)]
pub struct Record {
    pub log: PageLog,
    /// Request id to address.
    under_way: HashMap<String, UnderWay>,
}

#[derive(Debug)]
struct UnderWay {
    url: String,
    /// The document that wants it.
    loader: String,
    /// Whether the page is not complete without it.
    is_waited_for: bool,
}

impl Record {
    /// How many requests a complete page waits for.
    pub fn requests_under_way(&self) -> usize {
        self.under_way.values().filter(|request| request.is_waited_for).count()
    }

    /// Forgets what other documents were waiting for: not every request that a new document breaks off is said to end.
    pub fn begin_document(&mut self, loader: &str) {
        self.under_way.retain(|_, request| request.loader == loader);
    }

    /// Keeps what an event says, if it says something for the log.
    pub fn hear(&mut self, method: &str, params: &RawValue) {
        // An event that is not as the protocol says has nothing for the log.
        let _ = match method {
            "Runtime.consoleAPICalled" => self.hear_console(params),
            "Runtime.exceptionThrown" => self.hear_exception(params),
            "Log.entryAdded" => self.hear_entry(params),
            "Network.requestWillBeSent" => self.hear_request(params),
            "Network.responseReceived" => self.hear_response(params),
            "Network.loadingFinished" => self.hear_end(params),
            "Network.loadingFailed" => self.hear_failure(params),
            "Page.javascriptDialogOpening" => self.hear_dialog(params),
            _ => Ok(()),
        };
    }

    fn hear_console(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        struct Called {
            #[serde(rename = "type")]
            level: String,
            args: Vec<RemoteObject>,
        }
        let Called { level, args } = wire::parse(params)?;
        let text = args.iter().map(RemoteObject::text).collect::<Vec<_>>().join(" ");
        self.add_message("console".to_owned(), level, text);
        Ok(())
    }

    fn hear_entry(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        struct Added {
            entry: Entry,
        }
        #[derive(Deserialize)]
        struct Entry {
            source: String,
            level: String,
            text: String,
            url: Option<String>,
        }
        let Added { entry } = wire::parse(params)?;
        let text = entry.url.map_or_else(|| entry.text.clone(), |url| format!("{} ({url})", entry.text));
        self.add_message(entry.source, entry.level, text);
        Ok(())
    }

    fn add_message(&mut self, source: String, level: String, text: String) {
        let message = ConsoleMessage { source, level, text: shortened(text) };
        keep(&mut self.log.console, &mut self.log.dropped, message);
    }

    fn hear_exception(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Thrown {
            exception_details: ExceptionDetails,
        }
        let Thrown { exception_details } = wire::parse(params)?;
        keep(&mut self.log.exceptions, &mut self.log.dropped, shortened(exception_details.into_text()));
        Ok(())
    }

    fn hear_dialog(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        struct Dialog {
            message: String,
        }
        let Dialog { message } = wire::parse(params)?;
        keep(&mut self.log.dialogs, &mut self.log.dropped, shortened(message));
        Ok(())
    }

    fn hear_request(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Sent {
            request_id: String,
            #[serde(default)]
            loader_id: String,
            request: SentRequest,
            #[serde(rename = "type", default)]
            kind: String,
        }
        #[derive(Deserialize)]
        struct SentRequest {
            url: String,
            method: String,
        }
        let Sent { request_id, loader_id: loader, request, kind } = wire::parse(params)?;
        let url = shortened(request.url);
        // These never end, or say nothing about the page.
        let is_waited_for = !matches!(kind.as_str(), "EventSource" | "WebSocket" | "Ping" | "Media" | "Prefetch");
        self.under_way.insert(request_id, UnderWay { url: url.clone(), loader, is_waited_for });
        keep(&mut self.log.requests, &mut self.log.dropped, Request { method: request.method, url, kind });
        Ok(())
    }

    fn hear_response(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        struct Received {
            response: Response,
        }
        #[derive(Deserialize)]
        struct Response {
            url: String,
            status: u16,
        }
        let Received { response: Response { url, status } } = wire::parse(params)?;
        if status >= 400 {
            self.add_failure(shortened(url), format!("HTTP {status}"));
        }
        Ok(())
    }

    fn hear_end(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Finished {
            request_id: String,
        }
        let Finished { request_id } = wire::parse(params)?;
        self.under_way.remove(&request_id);
        Ok(())
    }

    fn hear_failure(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Failed {
            request_id: String,
            error_text: String,
            blocked_reason: Option<String>,
        }
        let Failed { request_id, error_text, blocked_reason } = wire::parse(params)?;
        let Some(request) = self.under_way.remove(&request_id) else { return Ok(()) };
        let reason = blocked_reason.map_or_else(|| error_text.clone(), |why| format!("{error_text} ({why})"));
        self.add_failure(request.url, reason);
        Ok(())
    }

    fn add_failure(&mut self, url: String, reason: String) {
        keep(&mut self.log.failed_requests, &mut self.log.dropped, FailedRequest { url, reason });
    }
}

fn keep<T>(list: &mut Vec<T>, dropped: &mut u64, entry: T) {
    if list.len() < MOST_ENTRIES { list.push(entry) } else { *dropped += 1 }
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST_TEXT) {
        text.truncate(end);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn hear(record: &mut Record, method: &str, params: &Value) {
        record.hear(method, &serde_json::value::to_raw_value(params).unwrap());
    }

    #[test]
    fn a_console_that_is_flooded_stays_small() {
        let mut record = Record::default();
        let long = "x".repeat(10_000);
        for _ in 0..5_000 {
            let params = json!({"type": "log", "args": [{"type": "string", "value": long}]});
            hear(&mut record, "Runtime.consoleAPICalled", &params);
        }
        assert_eq!((record.log.console.len(), record.log.dropped), (MOST_ENTRIES, 4_000));
        assert_eq!(record.log.console[0].text.chars().count(), LONGEST_TEXT + 1);
    }

    #[test]
    fn console_texts_read_as_they_stand_in_the_console() {
        let mut record = Record::default();
        let args = json!([{"type": "string", "value": "n ="}, {"type": "number", "value": 3},
            {"type": "object", "description": "Array(2)"}, {"type": "undefined"}, {"type": "number", "unserializableValue": "NaN"}]);
        hear(&mut record, "Runtime.consoleAPICalled", &json!({"type": "warning", "args": args}));
        let expected = ConsoleMessage {
            source: "console".to_owned(),
            level: "warning".to_owned(),
            text: "n = 3 Array(2) undefined NaN".to_owned(),
        };
        assert_eq!(record.log.console, [expected]);
    }

    #[test]
    fn a_failed_request_is_named_by_its_address() {
        let mut record = Record::default();
        let request = json!({"url": "http://a.example/x.png", "method": "GET"});
        hear(&mut record, "Network.requestWillBeSent", &json!({"requestId": "1", "type": "Image", "request": request}));
        assert_eq!(record.requests_under_way(), 1);
        let failed = json!({"requestId": "1", "type": "Image", "errorText": "net::ERR_FAILED", "blockedReason": "csp"});
        hear(&mut record, "Network.loadingFailed", &failed);
        let expected =
            FailedRequest { url: "http://a.example/x.png".to_owned(), reason: "net::ERR_FAILED (csp)".to_owned() };
        assert_eq!((record.requests_under_way(), record.log.failed_requests), (0, vec![expected]));
    }

    #[test]
    fn a_new_document_does_not_wait_for_the_last_ones_requests() {
        let mut record = Record::default();
        for (id, loader) in [("1", "old"), ("2", "new")] {
            let request = json!({"url": "http://a.example/", "method": "GET"});
            let sent = json!({"requestId": id, "loaderId": loader, "type": "Fetch", "request": request});
            hear(&mut record, "Network.requestWillBeSent", &sent);
        }
        record.begin_document("new");
        assert_eq!(record.requests_under_way(), 1);
    }

    #[test]
    fn requests_that_never_end_are_not_waited_for() {
        let mut record = Record::default();
        let request = json!({"url": "http://a.example/events", "method": "GET"});
        let sent = json!({"requestId": "1", "type": "EventSource", "request": request});
        hear(&mut record, "Network.requestWillBeSent", &sent);
        assert_eq!((record.requests_under_way(), record.log.requests.len()), (0, 1));
    }
}
