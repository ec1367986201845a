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

/// The numbers of elements of the page itself that listen to any of these kinds, `most` of them.
pub fn listening(probe: &Probe<'_>, kinds: &[&str], most: usize) -> Result<Vec<u32>, Stopped> {
    #[derive(Deserialize)]
    struct Answer {
        listeners: Vec<Listener>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Listener {
        r#type: String,
        backend_node_id: Option<i64>,
    }
    let Some(object) = probe.object_of_page("document")? else { return Ok(Vec::new()) };
    let params = json!({ "objectId": object, "depth": -1, "pierce": true });
    let answer: Answer = probe.call("DOMDebugger.getEventListeners", &params)?;
    let wanted = answer.listeners.into_iter().filter(|listener| kinds.contains(&listener.r#type.as_str()));
    let mut nodes: Vec<i64> = wanted.filter_map(|listener| listener.backend_node_id).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let mut numbers = Vec::new();
    for node in nodes.into_iter().take(most) {
        numbers.extend(probe.number_of(node)?);
    }
    Ok(numbers)
}
