//! How far a tab has come with opening a document.

use crate::wire;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::time::Instant;

/// The documents a tab has opened, and how the last one is doing.
#[derive(Debug)]
pub struct Progress {
    /// How many documents the main frame has had.
    pub documents: u32,
    /// The address of the last one.
    pub url: String,
    /// The address that the browser shows an error page for.
    pub unreachable: Option<String>,
    /// When its `load` event fired.
    pub loaded: Option<Instant>,
    /// When something was last requested, answered or opened.
    pub stirred: Instant,
    frame: String,
    /// The id of the last one's loading.
    pub loader: String,
    answers: HashMap<String, Answer>,
}

/// How the server answered the request for a document.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The status; 0 or 200 where there is no server.
    pub status: u16,
    /// The type the browser took it for.
    pub mime_type: String,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            documents: 0,
            url: String::new(),
            unreachable: None,
            loaded: None,
            stirred: Instant::now(),
            frame: String::new(),
            loader: String::new(),
            answers: HashMap::new(),
        }
    }
}

impl Progress {
    /// How the server answered for the last document.
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.get(&self.loader)
    }

    /// Keeps what an event says.
    pub fn hear(&mut self, method: &str, params: &RawValue) {
        // An event that is not as the protocol says tells nothing.
        let _ = match method {
            "Page.frameNavigated" => self.hear_navigated(params),
            "Page.navigatedWithinDocument" => self.hear_moved(params),
            "Page.lifecycleEvent" => self.hear_lifecycle(params),
            "Network.responseReceived" => self.hear_answer(params),
            "Network.requestWillBeSent" | "Network.loadingFinished" | "Network.loadingFailed" => {
                self.stirred = Instant::now();
                Ok(())
            }
            _ => Ok(()),
        };
    }

    fn hear_navigated(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        struct Navigated {
            frame: Frame,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Frame {
            id: String,
            parent_id: Option<String>,
            loader_id: String,
            url: String,
            #[serde(default)]
            url_fragment: String,
            unreachable_url: Option<String>,
        }
        let Navigated { frame } = wire::parse(params)?;
        self.stirred = Instant::now();
        if frame.parent_id.is_none() {
            self.documents += 1;
            self.frame = frame.id;
            self.url = frame.url + &frame.url_fragment;
            self.unreachable = frame.unreachable_url;
            self.loaded = None;
            self.loader = frame.loader_id;
            let loader = &self.loader;
            self.answers.retain(|known, _| known == loader);
        }
        Ok(())
    }

    /// By a fragment or the history: the address is another one, the document is not.
    fn hear_moved(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Moved {
            frame_id: String,
            url: String,
        }
        let Moved { frame_id, url } = wire::parse(params)?;
        if frame_id == self.frame {
            self.url = url;
        }
        Ok(())
    }

    fn hear_lifecycle(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Lifecycle {
            loader_id: String,
            name: String,
        }
        let Lifecycle { loader_id, name } = wire::parse(params)?;
        if name == "load" && loader_id == self.loader {
            self.loaded = Some(Instant::now());
            self.stirred = Instant::now();
        }
        Ok(())
    }

    fn hear_answer(&mut self, params: &RawValue) -> Result<(), serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Received {
            loader_id: String,
            #[serde(rename = "type")]
            kind: String,
            response: Answer,
        }
        self.stirred = Instant::now();
        let Received { loader_id, kind, response } = wire::parse(params)?;
        if kind == "Document" {
            self.answers.insert(loader_id, response);
        }
        Ok(())
    }
}
