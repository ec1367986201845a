//! The pointer of a visitor, in coordinates of the window.

use crate::probe::{Probe, Stopped};
use serde_json::{Value, json};

/// A place in the window: CSS pixels from the left and from the top.
pub type Place = (f64, f64);

/// Moves the pointer there.
pub fn move_to(probe: &Probe<'_>, place: Place) -> Result<(), Stopped> {
    send(probe, "mouseMoved", place)
}

/// Presses and releases the main button there.
pub fn click(probe: &Probe<'_>, place: Place) -> Result<(), Stopped> {
    send(probe, "mousePressed", place)?;
    send(probe, "mouseReleased", place)
}

fn send(probe: &Probe<'_>, kind: &str, (x, y): Place) -> Result<(), Stopped> {
    let is_press = kind != "mouseMoved";
    let params = json!({
        "type": kind, "x": x, "y": y,
        "button": if is_press { "left" } else { "none" },
        "clickCount": i32::from(is_press),
    });
    probe.call::<Value>("Input.dispatchMouseEvent", &params).map(drop)
}
