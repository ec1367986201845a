//! What assistive technology is told of the popup: the browser's accessibility tree, as text that a person has reviewed.
//!
//! `UPDATE_TREES=1` writes the files anew; then they are reviewed again, like code.

use crate::examples::only;
use crate::seen::{SEEN, Seen};
use sada_tests::{Visitor, root};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write;

/// Roles that say nothing by themselves; what stands in them is heard.
const SILENT: [&str; 5] = ["none", "generic", "InlineTextBox", "LabelText", "Legend"];

/// Those whose text is heard as the name of something else.
const LABELS: [&str; 2] = ["LabelText", "Legend"];

/// What else is said of an element, where it is not what the role says anyway.
const PROPERTIES: [&str; 16] = [
    "hasPopup",
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
        return write(node, nodes, 0, Some(""), lines);
    }
    for child in node["childIds"].as_array().into_iter().flatten().filter_map(|id| nodes.get(text(id))) {
        write_ours(child, nodes, ours, lines);
    }
}

/// `name_above` is the name of what the node stands in; in a label there is none: its text names something else.
fn write(node: &Value, nodes: &BTreeMap<&str, &Value>, depth: usize, name_above: Option<&str>, lines: &mut String) {
    let role = text(&node["role"]["value"]);
    let name = text(&node["name"]["value"]);
    let is_said_already = role == "StaticText" && name_above.is_none_or(|above| above == name);
    let is_heard = node["ignored"] != true && !SILENT.contains(&role) && !is_said_already;
    let mut below = (depth, name_above);
    if is_heard {
        let _ = writeln!(lines, "{}{}", "  ".repeat(depth), line(node, role, name));
        below = (depth + 1, Some(name));
    } else if LABELS.contains(&role) {
        below.1 = None;
    }
    for child in node["childIds"].as_array().into_iter().flatten().filter_map(|id| nodes.get(text(id))) {
        write(child, nodes, below.0, below.1, lines);
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
            '\u{a0}'
            | '\u{200b}'
            | '\u{200d}'..='\u{200f}'
            | '\u{202a}'..='\u{202f}'
            | '\u{2060}'..='\u{206f}'
            | '\n' => {
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
    let mut trees = BTreeMap::<_, &str>::new();
    let mut changed = Vec::new();
    for Seen { example, tree, .. } in &*SEEN {
        let heading = format!("# {} {}", example.language(), example.state());
        match trees.entry((example.subject(), heading)) {
            // A theme changes nothing that is heard.
            Entry::Occupied(known) => {
                changed.extend(change(known.get(), tree).map(|line| format!("{}: {line}", example.name)));
            }
            Entry::Vacant(new) => {
                let file = files.entry(example.subject()).or_default();
                let gap = if file.is_empty() { "" } else { "\n" };
                let _ = write!(file, "{gap}{}\n{tree}", new.key().1);
                new.insert(tree);
            }
        }
    }
    let folder = root().join("tests/e2e/trees");
    let path = |subject: &str| folder.join(format!("{subject}.txt"));
    for (subject, text) in &files {
        if std::env::var_os("UPDATE_TREES").is_some() {
            std::fs::write(path(subject), text).unwrap();
        }
        let reviewed = std::fs::read_to_string(path(subject)).unwrap_or_default();
        changed.extend(change(&reviewed, text).map(|line| format!("{subject}.txt: {line}")));
    }
    assert!(changed.is_empty(), "UPDATE_TREES=1 writes what is heard now, to be reviewed:\n{}", changed.join("\n"));
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
            (before, after) if before != after => {
                let line = |line: Option<&str>| line.map_or("nothing", str::trim).to_owned();
                return Some(format!("{heading}: {} is now {}", line(before), line(after)));
            }
            (Some(line), _) if line.starts_with('#') => heading = line,
            _ => {}
        }
    }
}
