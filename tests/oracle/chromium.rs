//! What Chromium makes of a page: its document after scripts, and its accessibility tree.

use sada_devtools::{Browser, LaunchOptions, Tab};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_mins(1);

/// The attribute by which an element is found again.
pub const MARK: &str = "data-oracle";

/// A page as Chromium has it.
pub struct Seen {
    /// The document, each element marked.
    pub markup: String,
    /// What it says of each element, by its mark.
    pub nodes: HashMap<usize, Node>,
}

/// A node of the accessibility tree.
pub struct Node {
    pub is_ignored: bool,
    pub role: String,
    pub name: String,
}

/// A browser and a tab of it; the browser ends with the first.
pub fn open() -> (Browser, Tab) {
    let browser = Browser::launch(&LaunchOptions::default()).unwrap();
    let tab = browser.new_tab().unwrap();
    // As wide as our reader takes a window to be.
    tab.set_viewport(1280, 800, 1.0).unwrap();
    (browser, tab)
}

pub fn see(tab: &Tab, url: &str) -> Seen {
    tab.navigate(url, PATIENCE).unwrap();
    // What scripts have checked is no attribute yet, and styles ask for it.
    let mark = format!(
        "document.querySelectorAll('input').forEach((input) => input.toggleAttribute('checked', input.checked)); \
         [...document.querySelectorAll('*')].forEach((element, at) => element.setAttribute('{MARK}', at)); \
         '<!DOCTYPE html>' + document.documentElement.outerHTML"
    );
    let markup = tab.evaluate(&mark).unwrap().as_str().unwrap().to_owned();
    tab.call("Accessibility.enable", &json!({})).unwrap();
    tab.call("DOM.enable", &json!({})).unwrap();
    let tree: Value = tab.call_within("Accessibility.getFullAXTree", &json!({}), PATIENCE).unwrap();
    let document: Value =
        tab.call_within("DOM.getFlattenedDocument", &json!({ "depth": -1, "pierce": false }), PATIENCE).unwrap();
    tab.call("DOM.disable", &json!({})).unwrap();
    tab.call("Accessibility.disable", &json!({})).unwrap();
    let mut marks = HashMap::new();
    for node in document["nodes"].as_array().unwrap() {
        let attributes: Vec<_> =
            node["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mark = attributes.chunks(2).find(|pair| pair[0] == MARK).and_then(|pair| pair[1].parse::<usize>().ok());
        if let (Some(mark), Some(id)) = (mark, node["backendNodeId"].as_i64()) {
            marks.insert(id, mark);
        }
    }
    let mut nodes = HashMap::new();
    for node in tree["nodes"].as_array().unwrap() {
        let Some(mark) = node["backendDOMNodeId"].as_i64().and_then(|id| marks.get(&id)) else { continue };
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        let is_ignored = node["ignored"].as_bool().unwrap_or_default();
        // A list marker and other parts may share the element; the element itself comes first.
        nodes.entry(*mark).or_insert(Node { is_ignored, role: text(&node["role"]), name: text(&node["name"]) });
    }
    Seen { markup, nodes }
}
