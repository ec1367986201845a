//! The tree of a page before it becomes a [`Page`](sada_audit::Page): what is whose child, shadow roots and frames
//! included.
//!
//! A snapshot has the flat tree, in which light children stand in their slots and those without a slot are missing. So
//! where a page has shadow roots, its tree is read from `DOM.getFlattenedDocument`, and the snapshot tells how it looks.

use super::snapshot::{ELEMENT, Snapshot, TEXT};
use sada_devtools::{DevtoolsError, Tab};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use std::time::Duration;

/// The tree of a page, frames and shadow roots included.
#[derive(Debug, Default)]
pub struct Outline {
    pub nodes: Vec<Node>,
    /// The children of the document.
    pub top: Vec<usize>,
    /// Closed shadow roots, which scripts cannot find: the ids of the roots.
    pub closed_roots: Vec<i64>,
}

/// An element or a text.
#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    /// The browser's id of it.
    pub backend: i64,
    pub children: Vec<usize>,
    /// What stands in its shadow root.
    pub shadow: Option<Vec<usize>>,
    /// What stands in its frame's document.
    pub frame: Option<Vec<usize>>,
    /// The snapshot's document and node.
    pub seen: Option<(usize, usize)>,
}

#[derive(Debug)]
pub enum Kind {
    Element { name: String, attributes: Vec<(Box<str>, Box<str>)> },
    Text(String),
}

impl Node {
    fn new(kind: Kind, backend: i64, seen: Option<(usize, usize)>) -> Self {
        Self { kind, backend, children: Vec::new(), shadow: None, frame: None, seen }
    }
}

impl Outline {
    /// Reads the tree of a page.
    pub fn read(tab: &Tab, snapshot: &Snapshot, limit: Duration) -> Result<Self, DevtoolsError> {
        let has_shadow_roots = snapshot.documents.iter().any(|document| {
            let kinds = &document.nodes.shadow_root_type.value;
            kinds.iter().any(|kind| i32::try_from(*kind).is_ok_and(|kind| snapshot.string(kind) != "user-agent"))
        });
        if !has_shadow_roots {
            return Ok(Self::of_snapshot(snapshot));
        }
        // Spaces between words are nodes as well.
        tab.call("DOM.enable", &json!({ "includeWhitespace": "all" }))?;
        let params = json!({ "depth": -1, "pierce": true });
        let flattened: Flattened = tab.call_within("DOM.getFlattenedDocument", &params, limit)?;
        tab.call("DOM.disable", &json!({}))?;
        Ok(Self::of_dom(&flattened, snapshot))
    }

    fn of_snapshot(snapshot: &Snapshot) -> Self {
        let mut outline = Self::default();
        let mut frames = Vec::new();
        let mut tops = Vec::new();
        for (document_at, document) in snapshot.documents.iter().enumerate() {
            let nodes = &document.nodes;
            let mut top = Vec::new();
            // Node of the snapshot to node of the outline; documents, doctypes and pseudo-elements have none.
            let mut known: Vec<Option<usize>> = vec![None; nodes.parent_index.len()];
            for at in 0..nodes.parent_index.len() {
                let kind = match nodes.node_type.get(at) {
                    Some(&ELEMENT) if nodes.pseudo_type.of(at).is_none() => Kind::Element {
                        name: snapshot.string(nodes.node_name[at]).to_owned(),
                        attributes: pairs(
                            nodes.attributes.get(at).into_iter().flatten().map(|at| snapshot.string(*at)),
                        ),
                    },
                    Some(&TEXT) => Kind::Text(snapshot.string(nodes.node_value[at]).to_owned()),
                    _ => continue,
                };
                let backend = nodes.backend_node_id.get(at).copied().unwrap_or_default();
                let parent = usize::try_from(nodes.parent_index[at]).ok();
                let id = outline.nodes.len();
                match parent.map(|parent| (known.get(parent).copied().flatten(), parent)) {
                    Some((Some(parent), _)) => outline.nodes[parent].children.push(id),
                    Some((None, 0)) => top.push(id),
                    _ => continue,
                }
                outline.nodes.push(Node::new(kind, backend, Some((document_at, at))));
                known[at] = Some(id);
                if let Some(frame) = nodes.content_document_index.of(at) {
                    frames.push((id, frame));
                }
            }
            tops.push(top);
        }
        for (host, document) in frames {
            outline.nodes[host].frame = tops.get_mut(document).map(std::mem::take);
        }
        outline.top = tops.first_mut().map(std::mem::take).unwrap_or_default();
        outline
    }

    /// The list has every node after its children, and siblings in their order.
    fn of_dom(flattened: &Flattened, snapshot: &Snapshot) -> Self {
        let mut seen = HashMap::new();
        for (document_at, document) in snapshot.documents.iter().enumerate() {
            for (at, backend) in document.nodes.backend_node_id.iter().enumerate() {
                seen.insert(*backend, (document_at, at));
            }
        }
        let mut outline = Self::default();
        // Parent to children. Parents may be documents and shadow roots, which are in the list only as parts of others.
        let mut children: HashMap<i64, Vec<usize>> = HashMap::new();
        let mut document = None;
        let mut hosts = Vec::new();
        for node in &flattened.nodes {
            let kind = match node.node_type {
                ELEMENT => Kind::Element {
                    name: node.node_name.clone(),
                    attributes: pairs(node.attributes.iter().map(String::as_str)),
                },
                TEXT => Kind::Text(node.node_value.clone()),
                DOCUMENT => {
                    document = Some(node.node_id);
                    continue;
                }
                _ => continue,
            };
            let id = outline.nodes.len();
            let seen = seen.get(&node.backend_node_id).copied();
            outline.nodes.push(Node::new(kind, node.backend_node_id, seen));
            children.entry(node.parent_id.unwrap_or_default()).or_default().push(id);
            hosts.push((id, node));
        }
        for (id, node) in hosts {
            let mut take = |parent: i64| children.remove(&parent).unwrap_or_default();
            outline.nodes[id].children = take(node.node_id);
            for root in &node.shadow_roots {
                // What the browser builds its own controls from is no part of the page.
                if root.shadow_root_type.as_deref() != Some("user-agent") {
                    outline.nodes[id].shadow = Some(take(root.node_id));
                }
                if root.shadow_root_type.as_deref() == Some("closed") {
                    outline.closed_roots.push(root.backend_node_id);
                }
            }
            if let Some(content) = &node.content_document {
                outline.nodes[id].frame = Some(take(content.node_id));
            }
        }
        outline.top = document.and_then(|document| children.remove(&document)).unwrap_or_default();
        outline
    }
}

/// `Node.nodeType`
const DOCUMENT: u8 = 9;

#[derive(Deserialize)]
struct Flattened {
    nodes: Vec<DomNode>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DomNode {
    node_id: i64,
    parent_id: Option<i64>,
    backend_node_id: i64,
    node_type: u8,
    node_name: String,
    node_value: String,
    #[serde(default)]
    attributes: Vec<String>,
    #[serde(default)]
    shadow_roots: Vec<DomRoot>,
    content_document: Option<DomRoot>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DomRoot {
    node_id: i64,
    backend_node_id: i64,
    shadow_root_type: Option<String>,
}

fn pairs<'a>(mut names_and_values: impl Iterator<Item = &'a str>) -> Vec<(Box<str>, Box<str>)> {
    std::iter::from_fn(|| Some((names_and_values.next()?.into(), names_and_values.next()?.into()))).collect()
}
