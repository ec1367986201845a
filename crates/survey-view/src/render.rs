//! Draws nodes into the document, and redraws what differs.

use crate::node::{Inside, Node};
use leptos::tachys::renderer::types::{Element, Node as DomNode};
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// A node as it stands in the document.
pub struct Drawn {
    dom: DomNode,
    node: Box<Inside>,
    /// Of `node.children`, which are taken out of it.
    children: Vec<Drawn>,
}

impl Render for Node {
    type State = Drawn;

    fn build(self) -> Drawn {
        let mut node = self.0;
        let document = leptos::tachys::dom::document();
        if node.tag.is_empty() {
            let dom = document.create_text_node(&node.text).into();
            return Drawn { dom, node, children: Vec::new() };
        }
        let element = document.create_element(node.tag).expect("tags are written in this crate");
        for (name, value) in &node.attributes {
            set(&element, name, Some(value));
        }
        let children: Vec<_> = std::mem::take(&mut node.children).into_iter().map(Node::build).collect();
        for child in &children {
            append(&element, child);
        }
        Drawn { dom: element.into(), node, children }
    }

    fn rebuild(mut self, drawn: &mut Drawn) {
        let (was, now) = (&drawn.node, &mut self.0);
        // A text may change; an element with another key is another element.
        if was.tag != now.tag || !now.tag.is_empty() && was.text != now.text {
            let new = self.build();
            if let Some(parent) = drawn.dom.parent_node() {
                let _ = parent.replace_child(&new.dom, &drawn.dom);
            }
            *drawn = new;
            return;
        }
        if was.text != now.text {
            drawn.dom.set_text_content(Some(&now.text));
        }
        if let Some(element) = drawn.dom.dyn_ref::<Element>() {
            let gone = was.attributes.iter().filter(|(name, _)| now.attributes.iter().all(|(kept, _)| kept != name));
            gone.for_each(|(name, _)| set(element, name, None));
            let new = now.attributes.iter().filter(|attribute| !was.attributes.contains(attribute));
            new.for_each(|(name, value)| set(element, name, Some(value)));
            let children = std::mem::take(&mut now.children);
            for surplus in drawn.children.drain(children.len().min(drawn.children.len())..) {
                let _ = element.remove_child(&surplus.dom);
            }
            for (index, child) in children.into_iter().enumerate() {
                if let Some(there) = drawn.children.get_mut(index) {
                    child.rebuild(there);
                } else {
                    let new = child.build();
                    append(element, &new);
                    drawn.children.push(new);
                }
            }
        }
        drawn.node = self.0;
    }
}

fn set(element: &Element, name: &str, value: Option<&String>) {
    // Names are written in this crate, so the document takes them.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn append(parent: &web_sys::Node, child: &Drawn) {
    let _ = parent.append_child(&child.dom);
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        if let Some(parent) = self.dom.parent_node() {
            let _ = parent.remove_child(&self.dom);
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&DomNode>) {
        let _ = parent.insert_before(&self.dom, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.dom.parent_element();
        parent.is_some_and(|parent| child.try_mount(&parent, Some(&self.dom)))
    }

    fn elements(&self) -> Vec<Element> {
        self.dom.dyn_ref::<Element>().cloned().into_iter().collect()
    }
}
