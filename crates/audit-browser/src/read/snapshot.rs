//! What `DOMSnapshot.captureSnapshot` answers: columns of numbers, most of them places in one list of strings.

use sada_devtools::{DevtoolsError, Tab};
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;

use super::style::properties;

/// The snapshot of a page with all its frames; the page itself is the first document.
#[derive(Debug, Deserialize)]
pub struct Snapshot {
    pub documents: Vec<Document>,
    strings: Vec<String>,
}

/// One document, frames apart.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    #[serde(rename = "documentURL", default)]
    url: i32,
    pub nodes: Nodes,
    pub layout: Layout,
    pub text_boxes: TextBoxes,
    #[serde(default)]
    pub scroll_offset_x: f32,
    #[serde(default)]
    pub scroll_offset_y: f32,
}

/// The nodes in document order, each after its parent. Light children stand in the slots they are assigned to.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Nodes {
    /// -1 for the document.
    pub parent_index: Vec<i32>,
    pub node_type: Vec<u8>,
    pub shadow_root_type: Rare,
    pub node_name: Vec<i32>,
    pub node_value: Vec<i32>,
    pub backend_node_id: Vec<i64>,
    /// Names and values in turn.
    pub attributes: Vec<Vec<i32>>,
    pub content_document_index: Rare,
    pub pseudo_type: Rare,
}

/// A column that few nodes have a value in.
#[derive(Debug, Default, Deserialize)]
pub struct Rare {
    pub index: Vec<usize>,
    pub value: Vec<usize>,
}

/// The boxes; a node has none, one, or more.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Layout {
    pub node_index: Vec<usize>,
    /// The computed values of [`properties`]; empty for documents.
    pub styles: Vec<Vec<i32>>,
    /// From the top left corner of the document: x, y, width, height.
    pub bounds: Vec<[f32; 4]>,
    #[serde(default)]
    pub paint_orders: Vec<u32>,
    /// Widths of the left and top borders, then width and height inside; empty for texts.
    #[serde(default)]
    pub client_rects: Vec<Vec<f32>>,
}

/// The lines of the texts.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextBoxes {
    pub layout_index: Vec<usize>,
    pub bounds: Vec<[f32; 4]>,
}

/// Where the browser says that something could not be loaded, in words of its own.
const ERROR_PAGE: &str = "chrome-error:";

/// `Node.nodeType`
pub const ELEMENT: u8 = 1;
/// `Node.nodeType`
pub const TEXT: u8 = 3;

impl Snapshot {
    /// Takes one.
    pub fn take(tab: &Tab, limit: Duration) -> Result<Self, DevtoolsError> {
        let properties: Vec<&str> = properties().collect();
        let params = json!({ "computedStyles": properties, "includePaintOrder": true, "includeDOMRects": true });
        tab.call_within("DOMSnapshot.captureSnapshot", &params, limit)
    }

    /// Whether the browser shows words of its own in place of a document that could not be loaded.
    pub fn is_error_page(&self, document: usize) -> bool {
        self.documents.get(document).is_some_and(|document| self.string(document.url).starts_with(ERROR_PAGE))
    }

    /// The string at a place; empty for the place -1, and for places that are none.
    pub fn string(&self, place: i32) -> &str {
        usize::try_from(place).ok().and_then(|place| self.strings.get(place)).map_or("", String::as_str)
    }
}

impl Rare {
    /// The value of a node.
    pub fn of(&self, node: usize) -> Option<usize> {
        // Chromium writes the column in the order of the nodes.
        self.index.binary_search(&node).ok().and_then(|at| self.value.get(at).copied())
    }
}
