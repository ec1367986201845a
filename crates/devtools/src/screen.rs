//! How a tab looks: its size, its media, its picture.

use crate::{DevtoolsError, Tab};
use base64::Engine;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

impl Tab {
    /// Sets the viewport in CSS pixels, and how many device pixels one of them has.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn set_viewport(&self, width: u32, height: u32, scale: f64) -> Result<(), DevtoolsError> {
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &params).map(drop)
    }

    /// Pretends a medium (`print`; empty for the real one) and media features, such as
    /// `("prefers-color-scheme", "dark")` or `("forced-colors", "active")`. What is not named becomes real again.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn emulate_media(&self, medium: &str, features: &[(&str, &str)]) -> Result<(), DevtoolsError> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.call("Emulation.setEmulatedMedia", &json!({ "media": medium, "features": features })).map(drop)
    }

    /// A picture of the viewport, as PNG.
    ///
    /// # Errors
    /// As [`Tab::call`].
    pub fn screenshot_png(&self) -> Result<Vec<u8>, DevtoolsError> {
        #[derive(Deserialize)]
        struct Captured {
            data: String,
        }
        const METHOD: &str = "Page.captureScreenshot";
        let captured: Captured = self.call_within(METHOD, &json!({ "format": "png" }), self.limit())?;
        base64::engine::general_purpose::STANDARD.decode(captured.data).map_err(|error| DevtoolsError::Unreadable {
            method: METHOD.to_owned(),
            source: serde::de::Error::custom(error),
        })
    }

    /// Writes a picture of the viewport to a file, as PNG.
    ///
    /// # Errors
    /// [`DevtoolsError::Write`], else as [`Tab::call`].
    pub fn screenshot(&self, path: &Path) -> Result<(), DevtoolsError> {
        let png = self.screenshot_png()?;
        std::fs::write(path, png).map_err(|source| DevtoolsError::Write { path: path.to_owned(), source })
    }
}
