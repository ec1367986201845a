//! Calls and answers over the pipe. One thread writes, one reads; neither ever waits for the other or for a caller, so
//! a full pipe in one direction cannot hold up the other.

use crate::DevtoolsError;
use crate::wire::{self, Incoming, Refusal};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::io::{BufReader, PipeReader, PipeWriter, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Hears the events of one session. Called on the reading thread: it must not wait for anything.
pub trait Listener: Send + Sync {
    /// An event of its session.
    fn hear(&self, method: &str, params: &RawValue, connection: &Connection);
    /// Its session has ended, or the browser has.
    fn end(&self);
}

/// The two ends of the pipe and whoever waits for something from it. Cheap to clone.
#[derive(Clone)]
pub struct Connection {
    shared: Arc<Shared>,
}

struct Shared {
    next_id: AtomicU64,
    table: Mutex<Table>,
}

struct Table {
    /// `None` once the browser has ended.
    outgoing: Option<Sender<Vec<u8>>>,
    waiting: HashMap<u64, Waiting>,
    listeners: HashMap<String, Arc<dyn Listener>>,
}

struct Waiting {
    session: Option<String>,
    answer: SyncSender<Answer>,
}

enum Answer {
    Result(Box<RawValue>),
    Refused(Refusal),
    TabClosed,
    PageCrashed,
}

/// The key in `listeners` of the events that belong to no session. No session id is empty.
const BROWSER: &str = "";

impl std::fmt::Debug for Connection {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Connection").finish_non_exhaustive()
    }
}

impl Connection {
    /// Starts the two threads.
    pub fn open(to_browser: PipeWriter, from_browser: PipeReader, browser_events: Arc<dyn Listener>) -> Self {
        let (outgoing, lines) = channel();
        let table = Table {
            outgoing: Some(outgoing),
            waiting: HashMap::new(),
            listeners: HashMap::from([(BROWSER.to_owned(), browser_events)]),
        };
        let connection = Self { shared: Arc::new(Shared { next_id: AtomicU64::new(1), table: Mutex::new(table) }) };
        let reading = connection.clone();
        std::thread::spawn(move || write_all(&lines, to_browser));
        std::thread::spawn(move || reading.read_all(from_browser));
        connection
    }

    /// Calls a method and waits for its result.
    pub fn call(
        &self,
        session: Option<&str>,
        method: &str,
        params: &Value,
        limit: Duration,
    ) -> Result<Box<RawValue>, DevtoolsError> {
        let (answer, answered) = sync_channel(1);
        let waiting = Waiting { session: session.map(str::to_owned), answer };
        let id = self.write(session, method, params, Some(waiting)).ok_or(DevtoolsError::BrowserGone)?;
        match answered.recv_timeout(limit) {
            Ok(Answer::Result(result)) => Ok(result),
            Ok(Answer::Refused(Refusal { code, message })) => {
                Err(DevtoolsError::Refused { method: method.to_owned(), code, message })
            }
            Ok(Answer::TabClosed) => Err(DevtoolsError::TabClosed),
            Ok(Answer::PageCrashed) => Err(DevtoolsError::PageCrashed),
            Err(RecvTimeoutError::Timeout) => {
                self.table().waiting.remove(&id);
                Err(DevtoolsError::TimedOut { what: method.to_owned(), limit })
            }
            Err(RecvTimeoutError::Disconnected) => Err(DevtoolsError::BrowserGone),
        }
    }

    /// Calls a method and does not care for the answer. Never waits.
    pub fn send(&self, session: Option<&str>, method: &str, params: &Value) {
        self.write(session, method, params, None);
    }

    /// Passes the events of a session to a listener from now on.
    pub fn listen(&self, session: &str, listener: Arc<dyn Listener>) {
        let listener = {
            let mut table = self.table();
            if table.outgoing.is_some() {
                table.listeners.insert(session.to_owned(), listener);
                return;
            }
            listener
        };
        listener.end();
    }

    /// Ends a session for whoever waits in it or listens to it.
    pub fn end_session(&self, session: &str) {
        self.answer_session(session, || Answer::TabClosed);
        let listener = self.table().listeners.remove(session);
        if let Some(listener) = listener {
            listener.end();
        }
    }

    /// Answers every call in the session whose page has crashed: nobody else will.
    pub fn crash_session(&self, session: &str) {
        self.answer_session(session, || Answer::PageCrashed);
    }

    fn answer_session(&self, session: &str, answer: impl Fn() -> Answer) {
        self.table().waiting.retain(|_, waiting| {
            let is_of_it = waiting.session.as_deref() == Some(session);
            if is_of_it {
                // The channel has room for one answer; if the caller has given up, nobody misses it.
                let _ = waiting.answer.try_send(answer());
            }
            !is_of_it
        });
    }

    fn write(&self, session: Option<&str>, method: &str, params: &Value, waiting: Option<Waiting>) -> Option<u64> {
        let id = self.shared.next_id.fetch_add(1, Ordering::Relaxed);
        let bytes = wire::encode(id, method, params, session);
        let mut table = self.table();
        if let Some(waiting) = waiting {
            table.waiting.insert(id, waiting);
        }
        let is_sent = table.outgoing.as_ref().is_some_and(|outgoing| outgoing.send(bytes).is_ok());
        if is_sent {
            return Some(id);
        }
        table.waiting.remove(&id);
        None
    }

    fn read_all(&self, from_browser: PipeReader) {
        let mut stream = BufReader::with_capacity(1 << 20, from_browser);
        let mut bytes = Vec::new();
        while let Ok(true) = wire::read_message(&mut stream, &mut bytes) {
            match String::from_utf8_lossy(&bytes) {
                text if text.is_empty() => {}
                text => self.dispatch(&text),
            }
            // One snapshot must not keep its memory for the life of the browser.
            bytes.shrink_to(1 << 20);
        }
        self.close();
    }

    fn dispatch(&self, text: &str) {
        // What is no message cannot be answered; whoever waits for it will hear of the time limit.
        let Ok(incoming) = serde_json::from_str::<Incoming<'_>>(text) else { return };
        if let Some(id) = incoming.id {
            let answer = match (incoming.error, incoming.result) {
                (Some(refusal), _) => Answer::Refused(refusal),
                (None, result) => Answer::Result(result.unwrap_or(RawValue::NULL).to_owned()),
            };
            let waiting = self.table().waiting.remove(&id);
            if let Some(waiting) = waiting {
                let _ = waiting.answer.try_send(answer);
            }
        } else if let (Some(method), Some(params)) = (incoming.method, incoming.params) {
            let session = incoming.session.as_deref().unwrap_or(BROWSER);
            let listener = self.table().listeners.get(session).cloned();
            if let Some(listener) = listener {
                listener.hear(&method, params, self);
            }
        }
    }

    /// Lets go of everybody: their channels close, and they say that the browser is gone.
    fn close(&self) {
        let listeners = {
            let mut table = self.table();
            table.outgoing = None;
            table.waiting.clear();
            std::mem::take(&mut table.listeners)
        };
        for listener in listeners.into_values() {
            listener.end();
        }
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // No code under this lock can leave the table half changed.
        self.shared.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn write_all(lines: &Receiver<Vec<u8>>, mut to_browser: PipeWriter) {
    for bytes in lines {
        if to_browser.write_all(&bytes).is_err() {
            return; // The reading thread sees the end of the browser too, and tells everybody.
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::io::{BufRead, pipe};
    use std::time::Instant;

    const SOON: Duration = Duration::from_secs(10);

    #[derive(Default)]
    struct Ears {
        heard: Mutex<Vec<String>>,
    }

    impl Listener for Ears {
        fn hear(&self, method: &str, _params: &RawValue, _connection: &Connection) {
            self.heard.lock().unwrap().push(method.to_owned());
        }

        fn end(&self) {
            self.heard.lock().unwrap().push("end".to_owned());
        }
    }

    impl Ears {
        /// What was heard up to the end. Callers are freed before listeners hear of it, so it is waited for.
        fn heard_to_the_end(&self) -> Vec<String> {
            let start = Instant::now();
            loop {
                let heard = self.heard.lock().unwrap().clone();
                if heard.iter().any(|event| event == "end") || start.elapsed() > SOON {
                    return heard;
                }
                std::thread::yield_now();
            }
        }
    }

    /// A connection, and the browser's ends of its pipes.
    fn connected(ears: &Arc<Ears>) -> (Connection, BufReader<PipeReader>, PipeWriter) {
        let (calls, to_browser) = pipe().unwrap();
        let (from_browser, answers) = pipe().unwrap();
        (Connection::open(to_browser, from_browser, ears.clone()), BufReader::new(calls), answers)
    }

    fn next_call(calls: &mut impl BufRead) -> Value {
        let mut bytes = Vec::new();
        assert!(wire::read_message(calls, &mut bytes).unwrap());
        serde_json::from_slice(&bytes).unwrap()
    }

    #[test]
    fn answers_find_their_callers_in_any_order() {
        let (connection, mut calls, mut answers) = connected(&Arc::default());
        let browser = std::thread::spawn(move || {
            let two = [next_call(&mut calls), next_call(&mut calls)];
            for call in two.iter().rev() {
                let answer = json!({"id": call["id"], "result": {"echo": call["method"]}});
                write!(answers, "{answer}\0").unwrap();
            }
            (calls, answers)
        });
        let other = connection.clone();
        let first = std::thread::spawn(move || other.call(None, "A.one", &json!({}), SOON).unwrap());
        let second = connection.call(None, "A.two", &json!({}), SOON).unwrap();
        assert_eq!(second.get(), r#"{"echo":"A.two"}"#);
        assert_eq!(first.join().unwrap().get(), r#"{"echo":"A.one"}"#);
        browser.join().unwrap();
    }

    #[test]
    fn whoever_waits_hears_at_once_that_the_browser_is_gone() {
        let ears = Arc::<Ears>::default();
        let (connection, mut calls, answers) = connected(&ears);
        let start = Instant::now();
        std::thread::spawn(move || {
            next_call(&mut calls);
            drop(answers);
        });
        let error = connection.call(None, "A.one", &json!({}), SOON).unwrap_err();
        assert!(error.is_browser_gone(), "{error}");
        assert!(start.elapsed() < SOON);
        assert!(connection.call(None, "A.two", &json!({}), SOON).unwrap_err().is_browser_gone());
        assert_eq!(ears.heard_to_the_end(), ["end"]);
    }

    #[test]
    fn no_answer_ends_at_the_limit() {
        let (connection, _calls, _answers) = connected(&Arc::default());
        let error = connection.call(None, "A.slow", &json!({}), Duration::from_millis(20)).unwrap_err();
        assert_eq!(error.to_string(), "no answer to A.slow within 20 ms");
    }

    #[test]
    fn a_refusal_keeps_the_browsers_words() {
        let (connection, mut calls, mut answers) = connected(&Arc::default());
        std::thread::spawn(move || {
            let id = next_call(&mut calls)["id"].clone();
            write!(answers, "{}\0", json!({"id": id, "error": {"code": -32601, "message": "wasn't found"}})).unwrap();
            answers
        });
        let error = connection.call(None, "No.such", &json!({}), SOON).unwrap_err();
        assert_eq!(error.to_string(), "No.such was refused: wasn't found (-32601)");
    }

    #[test]
    fn events_go_to_their_session_and_its_end_frees_its_callers() {
        let (browser, tab) = (Arc::<Ears>::default(), Arc::<Ears>::default());
        let (connection, mut calls, mut answers) = connected(&browser);
        connection.listen("S", tab.clone());
        std::thread::spawn(move || {
            next_call(&mut calls);
            write!(answers, "{}\0", json!({"method": "T.all", "params": {}})).unwrap();
            write!(answers, "not JSON\0").unwrap();
            write!(answers, "{}\0", json!({"method": "P.mine", "params": {}, "sessionId": "S"})).unwrap();
            write!(answers, "{}\0", json!({"method": "P.other", "params": {}, "sessionId": "X"})).unwrap();
            next_call(&mut calls);
            answers
        });
        let ending = connection.clone();
        let heard = tab.clone();
        std::thread::spawn(move || {
            while heard.heard.lock().unwrap().is_empty() {
                std::thread::yield_now();
            }
            ending.end_session("S");
        });
        let error = connection.call(Some("S"), "P.hangs", &json!({}), SOON).unwrap_err();
        assert!(matches!(error, DevtoolsError::TabClosed), "{error}");
        assert_eq!(tab.heard_to_the_end(), ["P.mine", "end"]);
        assert_eq!(*browser.heard.lock().unwrap(), ["T.all"]);
    }
}
