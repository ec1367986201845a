//! What assistive technology is told of the popup: the browser's accessibility tree, as text that a person has reviewed.
//!
//! `UPDATE_TREES=1` writes the files anew; then they are reviewed again, like code.

use crate::examples::only;
use crate::seen::SEEN;
use sada_tests::{Visitor, root};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Roles that say nothing by themselves; what stands in them is heard.
const SILENT: [&str; 3] = ["none", "generic", "InlineTextBox"];

/// What else is said of an element, where it is not what the role says anyway.
const PROPERTIES: [&str; 15] = [
    "focused",
    "modal",
    "checked",
    "pressed",
    "expanded",
    "required",
    "invalid",
    "disabled",
    "readonly",
    "busy",
    "level",
    "live",
    "atomic",
    "keyshortcuts",
    "roledescription",
];

/// The popup of the page, one line an element: role, name, what is said after it, value, states.
pub fn of_popup(visitor: &Visitor) -> String {
    let call = |method: &str, params: Value| visitor.tab().call(method, &params).unwrap();
    let tree = call("Accessibility.getFullAXTree", json!({}));
    let list = tree["nodes"].as_array().unwrap();
    let nodes: BTreeMap<_, _> = list.iter().map(|node| (text(&node["nodeId"]), node)).collect();
    let popup = json!({ "expression": "document.querySelector('sada-feedback')" });
    let popup = call("Runtime.evaluate", popup)["result"]["objectId"].clone();
    let popup = call("DOM.describeNode", json!({ "objectId": popup, "depth": -1, "pierce": true }));
    let mut ours = Vec::new();
    collect_ids(&popup["node"], &mut ours);
    let mut lines = String::new();
    write_ours(&list[0], &nodes, &ours, &mut lines);
    lines
}

/// By which the browser knows an element and all that is in it, shadows included.
fn collect_ids(node: &Value, ids: &mut Vec<Value>) {
    ids.push(node["backendNodeId"].clone());
    for list in ["shadowRoots", "children", "pseudoElements"] {
        node[list].as_array().into_iter().flatten().for_each(|child| collect_ids(child, ids));
    }
}

fn write_ours(node: &Value, nodes: &BTreeMap<&str, &Value>, ours: &[Value], lines: &mut String) {
    if ours.contains(&node["backendDOMNodeId"]) {
        return write(node, nodes, 0, "", lines);
    }
    for child in node["childIds"].as_array().into_iter().flatten().filter_map(|id| nodes.get(text(id))) {
        write_ours(child, nodes, ours, lines);
    }
}

fn write(node: &Value, nodes: &BTreeMap<&str, &Value>, depth: usize, name_above: &str, lines: &mut String) {
    let role = text(&node["role"]["value"]);
    let name = text(&node["name"]["value"]);
    // Text that is a name already is not heard twice.
    let is_heard = node["ignored"] != true && !SILENT.contains(&role) && !(role == "StaticText" && name == name_above);
    let (depth_below, name_below) = if is_heard { (depth + 1, name) } else { (depth, name_above) };
    if is_heard {
        let _ = writeln!(lines, "{}{}", "  ".repeat(depth), line(node, role, name));
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.get(text(child)) {
            write(child, nodes, depth_below, name_below, lines);
        }
    }
}

fn line(node: &Value, role: &str, name: &str) -> String {
    let mut line = role.to_owned();
    if !name.is_empty() {
        let _ = write!(line, " {}", quoted(name));
    }
    let description = text(&node["description"]["value"]);
    if !description.is_empty() {
        let _ = write!(line, " described {}", quoted(description));
    }
    match &node["value"]["value"] {
        Value::Null => {}
        Value::String(value) => _ = write!(line, " value {}", quoted(value)),
        value => _ = write!(line, " value {value}"),
    }
    for name in PROPERTIES {
        let properties = node["properties"].as_array().into_iter().flatten();
        match properties.filter(|one| one["name"] == name).map(|one| &one["value"]["value"]).next() {
            None | Some(Value::Bool(false)) => {}
            Some(Value::Bool(true)) => _ = write!(line, " {name}"),
            // Something said as a word: `checked=true`, `live=polite`.
            Some(Value::String(word)) if word == "false" => {}
            Some(Value::String(word)) if word == "true" => _ = write!(line, " {name}"),
            Some(Value::String(word)) => _ = write!(line, " {name}={word}"),
            Some(value) => _ = write!(line, " {name}={value}"),
        }
    }
    line
}

/// In quotes, with the marks that nobody sees made visible: which way text runs, and where no line breaks.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\u{a0}' | '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{202a}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\n' => {
                quoted.extend(letter.escape_unicode());
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn what_is_heard_was_reviewed() {
    let mut files = BTreeMap::<&str, String>::new();
    let mut trees = BTreeMap::new();
    for seen in &*SEEN {
        let example = &seen.example;
        let key = (example.subject(), example.language(), example.state());
        if let Some(other) = trees.get(&key) {
            assert_eq!(seen.tree, *other, "{}: a theme changes nothing that is heard", example.name);
            continue;
        }
        trees.insert(key, seen.tree.clone());
        let file = files.entry(example.subject()).or_default();
        let gap = if file.is_empty() { "" } else { "\n" };
        let _ = write!(file, "{gap}# {} {}\n{}", example.language(), example.state(), seen.tree);
    }
    let folder = root().join("tests/e2e/trees");
    if std::env::var_os("UPDATE_TREES").is_some() {
        for (subject, text) in &files {
            std::fs::write(folder.join(format!("{subject}.txt")), text).unwrap();
        }
    }
    let read = |subject: &str| std::fs::read_to_string(folder.join(format!("{subject}.txt"))).unwrap_or_default();
    let changed: Vec<_> = files.iter().filter_map(|(subject, text)| Some((subject, change(&read(subject), text)?))).collect();
    assert!(changed.is_empty(), "see what is heard now with UPDATE_TREES=1, and review it: {changed:#?}");
    if only().is_none() {
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let left: Vec<_> = names.filter(|name| !files.contains_key(name.trim_end_matches(".txt"))).collect();
        assert!(left.is_empty(), "no example is called like this any more: {left:?}");
    }
}

/// The first line that differs, after the heading above it.
fn change(reviewed: &str, now: &str) -> Option<String> {
    let (mut before, mut after) = (reviewed.lines(), now.lines());
    let mut heading = "";
    loop {
        match (before.next(), after.next()) {
            (None, None) => return None,
            (before, after) if before != after => return Some(format!("{heading}: {before:?} is now {after:?}")),
            (Some(line), _) if line.starts_with('#') => heading = line,
            _ => {}
        }
    }
}
