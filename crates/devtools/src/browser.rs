//! A running browser and the contexts in it.

use crate::connection::{Connection, Listener};
use crate::launch::Process;
use crate::tab::Caller;
use crate::{DevtoolsError, LaunchOptions, Tab, wire};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A running browser. It ends, and its profile is removed, when this is dropped; tabs that are left then answer
/// [`DevtoolsError::BrowserGone`].
#[derive(Debug)]
pub struct Browser {
    process: Process,
    caller: Caller,
    windows: Arc<Windows>,
    version: String,
}

/// Cookies, storage and cache of their own, as in a private window. They are forgotten with the last handle and tab.
#[derive(Debug, Clone)]
pub struct Context {
    shared: Arc<SharedContext>,
}

#[derive(Debug)]
struct SharedContext {
    id: String,
    caller: Caller,
    windows: Arc<Windows>,
}

impl Browser {
    /// Launches a browser with a fresh profile and waits until it answers.
    ///
    /// # Errors
    /// [`DevtoolsError::BrowserNotFound`], [`DevtoolsError::Launch`], [`DevtoolsError::EndedAtStart`] with what it
    /// said, or [`DevtoolsError::TimedOut`].
    pub fn launch(options: &LaunchOptions) -> Result<Self, DevtoolsError> {
        #[derive(Deserialize)]
        struct Version {
            product: String,
        }
        let (process, calls, answers) = Process::start(options)?;
        let windows = Arc::<Windows>::default();
        let connection = Connection::open(calls, answers, windows.clone());
        let caller = Caller { connection, session: None, limit: options.call_limit };
        let version = match caller.call::<Version>("Browser.getVersion", &json!({})) {
            Err(DevtoolsError::BrowserGone) => return Err(process.ended_at_start()),
            version => version?.product,
        };
        caller.call::<Value>("Target.setDiscoverTargets", &json!({ "discover": true }))?;
        Ok(Self { process, caller, windows, version })
    }

    /// Its name and version, such as `Chrome/156.0.8078.79`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The id of its main process.
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Calls a method that belongs to no tab.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn call(&self, method: &str, params: &Value) -> Result<Value, DevtoolsError> {
        self.caller.call(method, params)
    }

    /// Makes a context. What it would download is refused.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn new_context(&self) -> Result<Context, DevtoolsError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Created {
            browser_context_id: String,
        }
        let Created { browser_context_id: id } =
            self.caller.call("Target.createBrowserContext", &json!({ "disposeOnDetach": true }))?;
        self.windows.expected().insert(id.clone(), 0);
        let deny = json!({ "behavior": "deny", "browserContextId": id });
        self.caller.call::<Value>("Browser.setDownloadBehavior", &deny)?;
        let shared = SharedContext { id, caller: self.caller.clone(), windows: self.windows.clone() };
        Ok(Context { shared: Arc::new(shared) })
    }

    /// Opens a tab in a context of its own.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn new_tab(&self) -> Result<Tab, DevtoolsError> {
        self.new_context()?.new_tab()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.caller.connection.send(None, "Browser.close", &json!({}));
        self.process.end();
    }
}

impl Context {
    /// Opens a tab, in a window of its own.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn new_tab(&self) -> Result<Tab, DevtoolsError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Created {
            target_id: String,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Attached {
            session_id: String,
        }
        let SharedContext { id, caller, windows } = &*self.shared;
        windows.expect_one(id);
        // In a window of its own a tab is in front, wherever the others are.
        let params = json!({ "url": "about:blank", "browserContextId": id, "newWindow": true });
        let Created { target_id } = caller.call("Target.createTarget", &params)?;
        let params = json!({ "targetId": target_id, "flatten": true });
        let Attached { session_id } = caller.call("Target.attachToTarget", &params)?;
        Tab::prepare(self.clone(), caller, target_id, &session_id)
    }
}

impl Drop for SharedContext {
    fn drop(&mut self) {
        self.windows.expected().remove(&self.id);
        let params = json!({ "browserContextId": self.id });
        self.caller.connection.send(None, "Target.disposeBrowserContext", &params);
    }
}

/// Which windows were asked for. A page of a context that nobody asked for is a popup, and is closed.
#[derive(Debug, Default)]
struct Windows {
    /// Context id to the number of tabs that are being opened in it.
    expected: Mutex<HashMap<String, u32>>,
}

impl Windows {
    fn expected(&self) -> MutexGuard<'_, HashMap<String, u32>> {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn expect_one(&self, context: &str) {
        *self.expected().entry(context.to_owned()).or_default() += 1;
    }

    /// Whether a new page of this context was asked for. Pages outside our contexts are not our business.
    fn is_expected(&self, context: &str) -> bool {
        match self.expected().get_mut(context) {
            Some(0) => false,
            Some(expected) => {
                *expected -= 1;
                true
            }
            None => true,
        }
    }
}

impl Listener for Windows {
    fn hear(&self, method: &str, params: &RawValue, connection: &Connection) {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Created {
            target_info: Target,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Target {
            #[serde(rename = "targetId")]
            id: String,
            #[serde(rename = "type")]
            kind: String,
            browser_context_id: Option<String>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Detached {
            session_id: String,
        }
        match method {
            "Target.targetCreated" => {
                let Ok(Created { target_info: target }) = wire::parse(params) else { return };
                let context = target.browser_context_id.unwrap_or_default();
                if target.kind == "page" && !self.is_expected(&context) {
                    connection.send(None, "Target.closeTarget", &json!({ "targetId": target.id }));
                }
            }
            "Target.detachedFromTarget" => {
                if let Ok(Detached { session_id }) = wire::parse(params) {
                    connection.end_session(&session_id);
                }
            }
            _ => {}
        }
    }

    fn end(&self) {}
}
