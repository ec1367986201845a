//! One radio button or checkbox in its label.

use crate::node::{Node, element, if_so, is};
use crate::question::field_id;

/// What can be chosen.
pub(crate) struct Choosable<'s> {
    /// `radio` or `checkbox`.
    pub(crate) kind: &'static str,
    /// How the label looks.
    pub(crate) class: &'static str,
    pub(crate) name: &'s str,
    pub(crate) value: &'s str,
    /// The first of those that share a name carries the id that leads to them.
    pub(crate) is_first: bool,
    pub(crate) is_chosen: bool,
    /// The `id` of what is wrong with it.
    pub(crate) problem: Option<&'s str>,
}

impl Choosable<'_> {
    /// The control and its label.
    #[inline(never)]
    pub(crate) fn labelled(&self, label: Vec<Node>) -> Node {
        let mut id = field_id(self.name);
        if !self.is_first {
            id = [&id, "-", self.value].concat();
        }
        let attributes = [
            is("type", self.kind),
            is("id", &id),
            is("name", self.name),
            is("value", self.value),
            if_so("checked", self.is_chosen),
            ("aria-invalid", self.problem.map(|_| "true")),
            ("aria-describedby", self.problem),
        ];
        let input = element("input", &attributes, Vec::new());
        element("label", &[is("class", self.class)], vec![input, element("span", &[], label)])
    }
}
