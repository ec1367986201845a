//! Values and exceptions of a page's scripts, as the browser describes them.

use serde::Deserialize;
use serde_json::Value;

/// `DevTools` protocol, `Runtime.RemoteObject`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RemoteObject {
    #[serde(rename = "type")]
    kind: String,
    /// Absent for what JSON cannot say.
    pub value: Option<Value>,
    unserializable_value: Option<String>,
    description: Option<String>,
}

impl RemoteObject {
    /// As the console shows it.
    pub fn text(&self) -> String {
        match (&self.value, &self.unserializable_value, &self.description) {
            (Some(Value::String(text)), ..) | (None, Some(text), _) | (_, _, Some(text)) => text.clone(),
            (Some(value), ..) => value.to_string(),
            (None, None, None) => self.kind.clone(),
        }
    }
}

/// `DevTools` protocol, `Runtime.ExceptionDetails`.
#[derive(Debug, Deserialize)]
pub struct ExceptionDetails {
    text: String,
    exception: Option<RemoteObject>,
}

impl ExceptionDetails {
    /// What was thrown, with its stack where there is one.
    pub fn into_text(self) -> String {
        self.exception.map_or(self.text, |exception| exception.text())
    }
}

/// The answer of `Runtime.evaluate` and `Runtime.callFunctionOn`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluated {
    pub result: RemoteObject,
    pub exception_details: Option<ExceptionDetails>,
}
