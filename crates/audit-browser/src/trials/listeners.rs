//! Which events a page listens to.

use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::Observation;
use serde::Deserialize;
use serde_json::json;

/// More elements that listen to clicks are not kept.
const MOST: usize = 2_000;

/// What listens on a page.
pub struct Listeners {
    /// The kinds of events that the window and everything in its document listen to, each once.
    pub kinds: Vec<String>,
    /// The browser's ids of what listens to clicks.
    clicked: Vec<i64>,
}

impl Listeners {
    /// Keeps what listens to clicks, and whether anything listens to keys.
    pub fn keep(&self, reading: &mut Reading) {
        let page_hears_keys = self.kinds.iter().any(|kind| kind.starts_with("key"));
        for id in &self.clicked {
            if let Some(element) = reading.elements.get(id) {
                reading.builder.observe(*element, Observation::ListensToClicks { page_hears_keys });
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listener {
    r#type: String,
    backend_node_id: Option<i64>,
}

/// What listens on an object of the page and on everything in it.
fn on(probe: &Probe<'_>, expression: &str) -> Result<Vec<Listener>, Stopped> {
    #[derive(Deserialize)]
    struct Answer {
        listeners: Vec<Listener>,
    }
    let Some(object) = probe.object_of_page(expression)? else { return Ok(Vec::new()) };
    let params = json!({ "objectId": object, "depth": -1, "pierce": true });
    let answer: Answer = probe.call("DOMDebugger.getEventListeners", &params)?;
    Ok(answer.listeners)
}

/// All that listens.
pub fn all(probe: &Probe<'_>) -> Result<Listeners, Stopped> {
    let (mut kinds, mut clicked) = (Vec::new(), Vec::new());
    for expression in ["window", "document"] {
        let listeners = on(probe, expression)?;
        let clicks = listeners.iter().filter(|listener| listener.r#type == "click");
        clicked.extend(clicks.filter_map(|listener| listener.backend_node_id).take(MOST));
        kinds.extend(listeners.into_iter().map(|listener| listener.r#type));
    }
    kinds.sort_unstable();
    kinds.dedup();
    Ok(Listeners { kinds, clicked })
}

/// Whether pressing something on the page itself may do anything, besides what browsers do by themselves: something listens,
/// or styles show something with the focus. Where that cannot be told, it may.
pub fn may_answer(probe: &Probe<'_>) -> bool {
    const KINDS: &[&str] = &["click", "focus", "key", "mouse", "pointer", "touch"];
    let listens =
        || all(probe).map(|all| all.kinds.iter().any(|kind| KINDS.iter().any(|known| kind.starts_with(known))));
    let has_styles = || probe.run::<Vec<u32>>(0, "sadaProbe.triggers(1)").map(|triggers| !triggers.is_empty());
    listens().and_then(|listens| Ok(listens || has_styles()?)).unwrap_or(true)
}

/// The numbers of elements of the page itself that listen to any of these kinds, `most` of them.
pub fn listening(probe: &Probe<'_>, kinds: &[&str], most: usize) -> Result<Vec<u32>, Stopped> {
    let wanted = on(probe, "document")?.into_iter().filter(|listener| kinds.contains(&listener.r#type.as_str()));
    let mut nodes: Vec<i64> = wanted.filter_map(|listener| listener.backend_node_id).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let mut numbers = Vec::new();
    for node in nodes.into_iter().take(most) {
        numbers.extend(probe.number_of(node)?);
    }
    Ok(numbers)
}
