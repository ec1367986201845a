//! Writes nodes as HTML on the server.

use crate::node::Node;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

/// A node as a view of leptos.
pub fn view(node: Node) -> AnyView {
    let node = *node.0;
    if node.tag.is_empty() {
        return node.text.into_any();
    }
    let attributes: Vec<AnyAttribute> =
        node.attributes.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect();
    match node.tag {
        // No end tag.
        "input" => html::input().add_any_attr(attributes).into_any(),
        // leptos marks where children end (`<!>`), which here would be read as text, and an empty text becomes a space.
        "textarea" => {
            let written: String = node.children.into_iter().map(|child| child.0.text).collect();
            let area = html::custom(node.tag).add_any_attr(attributes);
            if written.is_empty() { area.into_any() } else { area.child(written).into_any() }
        }
        tag => {
            // leptos writes an empty text as a space, and what holds a space is not `:empty`.
            let children =
                node.children.into_iter().filter(|child| !(child.0.tag.is_empty() && child.0.text.is_empty()));
            html::custom(tag).add_any_attr(attributes).child(children.map(view).collect_view()).into_any()
        }
    }
}
