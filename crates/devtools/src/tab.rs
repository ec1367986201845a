//! A tab: calls, scripts, keys, events.

use crate::connection::Connection;
use crate::remote::Evaluated;
use crate::state::TabState;
use crate::{Context, DevtoolsError, PageLog, Press, wire};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// Calls methods in one session, or in none.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub connection: Connection,
    pub session: Option<String>,
    pub limit: Duration,
}

impl Caller {
    pub fn call<T: DeserializeOwned>(&self, method: &str, params: &Value) -> Result<T, DevtoolsError> {
        self.call_within(method, params, self.limit)
    }

    pub fn call_within<T: DeserializeOwned>(
        &self,
        method: &str,
        params: &Value,
        limit: Duration,
    ) -> Result<T, DevtoolsError> {
        let result = self.connection.call(self.session.as_deref(), method, params, limit)?;
        wire::parse(&result).map_err(|source| DevtoolsError::Unreadable { method: method.to_owned(), source })
    }
}

/// A tab. It is closed when this is dropped.
///
/// `alert`, `confirm` and `prompt` dialogs are dismissed as they open, popups are closed, downloads refused.
#[derive(Debug)]
pub struct Tab {
    caller: Caller,
    state: Arc<TabState>,
    target: String,
    context: Context,
}

impl Tab {
    pub(crate) fn prepare(
        context: Context,
        caller: &Caller,
        target: String,
        session: &str,
    ) -> Result<Self, DevtoolsError> {
        let state = Arc::new(TabState::new(session));
        caller.connection.listen(session, state.clone());
        let caller = Caller { session: Some(session.to_owned()), ..caller.clone() };
        let tab = Self { caller, state, target, context };
        for domain in ["Page", "Runtime", "Network", "Log", "Inspector"] {
            tab.call(&format!("{domain}.enable"), &json!({}))?;
        }
        tab.call("Page.setLifecycleEventsEnabled", &json!({ "enabled": true }))?;
        tab.call("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }))?;
        Ok(tab)
    }

    pub(crate) fn state(&self) -> &TabState {
        &self.state
    }

    pub(crate) fn limit(&self) -> Duration {
        self.caller.limit
    }

    /// The context it is in; another tab opened there shares its cookies and storage.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Calls a method of the `DevTools` protocol in this tab and waits for its result, as long as the browser was
    /// launched to wait.
    ///
    /// # Errors
    /// [`DevtoolsError::Refused`] by the browser, [`DevtoolsError::TimedOut`], or [`DevtoolsError::BrowserGone`],
    /// [`DevtoolsError::PageCrashed`] and [`DevtoolsError::TabClosed`] as soon as it is so.
    pub fn call(&self, method: &str, params: &Value) -> Result<Value, DevtoolsError> {
        self.caller.call(method, params)
    }

    /// Calls a method, waits for `limit` at most, and reads its result as a `T`. For results of many megabytes this
    /// is the cheap way: they are parsed once, into what is wanted of them.
    ///
    /// # Errors
    /// As [`call`](Tab::call), and [`DevtoolsError::Unreadable`] if the result is no `T`.
    pub fn call_within<T: DeserializeOwned>(
        &self,
        method: &str,
        params: &Value,
        limit: Duration,
    ) -> Result<T, DevtoolsError> {
        self.caller.call_within(method, params, limit)
    }

    /// Calls a method and does not wait for its result, which is lost.
    pub fn send(&self, method: &str, params: &Value) {
        self.caller.connection.send(self.caller.session.as_deref(), method, params);
    }

    /// The parameters of every event of this method from now on, such as `Network.requestWillBeSent`. The channel
    /// holds 4,096; what comes then is lost until some are read. It closes with the tab.
    pub fn subscribe(&self, method: &str) -> Receiver<Value> {
        self.state.subscribe(method)
    }

    /// What the page has said and requested so far.
    pub fn log(&self) -> PageLog {
        self.state.log()
    }

    /// The address of the document that is open.
    pub fn url(&self) -> String {
        self.state.glance(|progress| progress.url.clone())
    }

    /// Runs a script in the page, waits for its promise if it gives one, and returns the value. What JSON cannot say
    /// (`undefined`, `NaN`, functions) is `null`.
    ///
    /// # Errors
    /// [`DevtoolsError::Threw`] if the script throws or its promise is rejected, else as [`call`](Tab::call).
    pub fn evaluate(&self, expression: &str) -> Result<Value, DevtoolsError> {
        self.evaluate_within(expression, self.caller.limit)
    }

    /// Runs a script as [`evaluate`](Tab::evaluate) does, and waits for `limit` at most.
    ///
    /// # Errors
    /// As [`evaluate`](Tab::evaluate).
    pub fn evaluate_within(&self, expression: &str, limit: Duration) -> Result<Value, DevtoolsError> {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let evaluated: Evaluated = self.call_within("Runtime.evaluate", &params, limit)?;
        match evaluated.exception_details {
            Some(details) => Err(DevtoolsError::Threw { text: details.into_text() }),
            None => Ok(evaluated.result.value.unwrap_or_default()),
        }
    }

    /// Runs a script again and again until its value is true in JavaScript's sense, and returns that value.
    ///
    /// # Errors
    /// [`DevtoolsError::TimedOut`] if it has not become true within `limit`, else as [`evaluate`](Tab::evaluate).
    pub fn wait_until(&self, expression: &str, limit: Duration) -> Result<Value, DevtoolsError> {
        const PAUSE: Duration = Duration::from_millis(15);
        let start = Instant::now();
        loop {
            let value = self.evaluate_within(expression, limit)?;
            let is_true = match &value {
                Value::Null => false,
                Value::Bool(value) => *value,
                Value::Number(value) => value.as_f64() != Some(0.0),
                Value::String(value) => !value.is_empty(),
                Value::Array(_) | Value::Object(_) => true,
            };
            if is_true {
                return Ok(value);
            }
            if start.elapsed() >= limit {
                return Err(DevtoolsError::TimedOut { what: expression.to_owned(), limit });
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Presses and lets go of a key, alone or with others held. Returns when the page has handled both.
    ///
    /// # Errors
    /// As [`call`](Tab::call).
    pub fn press(&self, press: impl Into<Press>) -> Result<(), DevtoolsError> {
        self.press_within(press, self.caller.limit)
    }

    /// Presses a key as [`press`](Tab::press) does, and waits for `limit` at most for each half of it.
    ///
    /// # Errors
    /// As [`call`](Tab::call).
    pub fn press_within(&self, press: impl Into<Press>, limit: Duration) -> Result<(), DevtoolsError> {
        let press = press.into();
        let event = press.event();
        let mut params = json!({
            "key": event.key,
            "code": event.code,
            "windowsVirtualKeyCode": event.key_code,
            "modifiers": press.modifiers.bits(),
        });
        // With `nativeVirtualKeyCode` the browser itself would obey: Ctrl+W closes the tab (Chromium 156).
        let down = if event.text.is_empty() { "rawKeyDown" } else { "keyDown" };
        params["type"] = down.into();
        params["text"] = event.text.into();
        self.call_within::<Value>("Input.dispatchKeyEvent", &params, limit)?;
        params["type"] = "keyUp".into();
        params["text"] = "".into();
        self.call_within::<Value>("Input.dispatchKeyEvent", &params, limit)?;
        Ok(())
    }

    /// Gives the browser's own focus to this page, as a click into the window would. See "Focus in a browser without a
    /// window" in the description of this crate.
    ///
    /// # Errors
    /// As [`call`](Tab::call).
    pub fn bring_to_front(&self) -> Result<(), DevtoolsError> {
        self.call("Page.bringToFront", &json!({})).map(drop)
    }

    /// Puts text where the focus is, as an input method does: with `input` events, without key events.
    ///
    /// # Errors
    /// As [`call`](Tab::call).
    pub fn insert_text(&self, text: &str) -> Result<(), DevtoolsError> {
        self.call("Input.insertText", &json!({ "text": text })).map(drop)
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.caller.connection.send(None, "Target.closeTarget", &json!({ "targetId": self.target }));
    }
}
