//! What assistive technology is told: the browser's accessibility tree, not our elements.

use crate::Visitor;
use serde_json::{Value, json};

/// An element as a screen reader meets it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// `radio`, `button`, `dialog`, …
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// What is said after the name.
    pub description: String,
    /// Such as `checked`, `invalid`, `required`, `modal`, `live`.
    pub properties: Value,
}

impl Visitor {
    /// All that is heard on the page, in order, without bare text.
    pub fn heard(&self) -> Vec<Heard> {
        let tree = self.tab().call("Accessibility.getFullAXTree", &json!({})).unwrap();
        let nodes = tree["nodes"].as_array().unwrap();
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        // The list goes level by level; what stands in an element follows it here.
        let mut order = vec![nodes.first().unwrap()];
        let mut heard = Vec::new();
        while let Some(node) = order.pop() {
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            order.extend(children.filter_map(|id| nodes.iter().find(|node| node["nodeId"] == *id)));
            let role = text(&node["role"]);
            if node["ignored"] == true
                || ["StaticText", "InlineTextBox", "none", "generic", "RootWebArea"].contains(&&*role)
            {
                continue;
            }
            let properties = node["properties"].as_array().into_iter().flatten();
            let properties =
                properties.map(|one| (one["name"].as_str().unwrap().to_owned(), one["value"]["value"].clone()));
            heard.push(Heard {
                role,
                name: text(&node["name"]),
                description: text(&node["description"]),
                properties: Value::Object(properties.collect()),
            });
        }
        heard
    }

    /// The one element with a role and a name.
    pub fn hear(&self, role: &str, name: &str) -> Heard {
        let heard = self.heard();
        let found: Vec<_> = heard.iter().filter(|one| one.role == role && one.name == name).collect();
        assert_eq!(found.len(), 1, "{role} {name:?} is heard once: {heard:#?}");
        found[0].clone()
    }
}
