//! What is on screen, as data.

/// An attribute with its value; without one it is left out.
pub type Attribute<'v> = (&'static str, Option<&'v str>);

/// An element with what stands in it, or a text.
///
/// `view!` makes a type of every element, and the compiler code for each type; a survey has a hundred. This is one type:
/// a third of the bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Node(pub(crate) Box<Inside>);

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Inside {
    /// The element's name; empty for a text.
    pub(crate) tag: &'static str,
    /// What is read, of a text. Of an element, its key: elements in the same place with other keys are not the same, and
    /// what was typed into one is not carried over.
    pub(crate) text: String,
    pub(crate) attributes: Vec<(&'static str, String)>,
    pub(crate) children: Vec<Node>,
}

/// Says that an attribute has a value.
pub fn is<'v>(name: &'static str, value: &'v str) -> Attribute<'v> {
    (name, Some(value))
}

/// Says that an attribute is there or not.
pub fn if_so(name: &'static str, is_there: bool) -> Attribute<'static> {
    (name, is_there.then_some(""))
}

/// An element with its attributes, and what stands in it.
#[inline(never)]
pub fn element(tag: &'static str, attributes: &[Attribute<'_>], children: Vec<Node>) -> Node {
    let attributes = attributes.iter().filter_map(|(name, value)| Some((*name, (*value)?.to_owned()))).collect();
    Node(Box::new(Inside { tag, text: String::new(), attributes, children }))
}

/// An element with a text in it.
#[inline(never)]
pub fn said(tag: &'static str, attributes: &[Attribute<'_>], what: &str) -> Node {
    element(tag, attributes, vec![text(what)])
}

/// The same element, told apart from others in its place by `key`.
pub fn keyed(key: &str, mut node: Node) -> Node {
    key.clone_into(&mut node.0.text);
    node
}

/// A text.
#[inline(never)]
pub fn text(text: &str) -> Node {
    Node(Box::new(Inside { text: text.to_owned(), ..Inside::default() }))
}
