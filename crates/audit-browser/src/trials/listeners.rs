//! Which events a page listens to.

use crate::probe::{Probe, Stopped};
use serde::Deserialize;
use serde_json::json;

/// The kinds of events that the window and everything in its document listen to, each once.
pub fn kinds(probe: &Probe<'_>) -> Result<Vec<String>, Stopped> {
    #[derive(Deserialize)]
    struct Answer {
        listeners: Vec<Listener>,
    }
    #[derive(Deserialize)]
    struct Listener {
        r#type: String,
    }
    let mut kinds = Vec::new();
    for expression in ["window", "document"] {
        let Some(object) = probe.object_of_page(expression)? else { continue };
        let params = json!({ "objectId": object, "depth": -1, "pierce": true });
        let answer: Answer = probe.call("DOMDebugger.getEventListeners", &params)?;
        kinds.extend(answer.listeners.into_iter().map(|listener| listener.r#type));
    }
    kinds.sort_unstable();
    kinds.dedup();
    Ok(kinds)
}
