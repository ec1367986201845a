//! What the languages of a page say of their elements: HTML-AAM, SVG-AAM, ARIA in HTML.

mod html;
mod permitted;
mod permitted_attributes;
mod permitted_data;
mod permitted_lists;
mod svg;
mod table;

pub use permitted::Permitted;

use super::{Element, Namespace, NodeId, Role};
use hashbrown::HashMap;
use std::borrow::Cow;
use std::cell::RefCell;

/// Which columns of the tables hold data, each found when a header cell first asks.
pub(super) type Tables = RefCell<HashMap<NodeId, table::Data>>;

/// The roles that are known already, while those of a page are found.
pub(super) struct Known<'r> {
    roles: Cow<'r, [Role]>,
}

impl Known<'_> {
    pub(super) fn new(nodes: usize) -> Self {
        Self { roles: vec![Role::Unmapped; nodes].into() }
    }

    pub(super) fn of(roles: &[Role]) -> Known<'_> {
        Known { roles: Cow::Borrowed(roles) }
    }

    pub(super) fn set(&mut self, element: Element<'_>, role: Role) {
        self.roles.to_mut()[element.id().index()] = role;
    }

    pub(super) fn into_roles(self) -> Vec<Role> {
        self.roles.into_owned()
    }

    fn role(&self, element: Element<'_>) -> Role {
        self.roles[element.id().index()]
    }
}

/// The role an element has by its language. Those of the elements around it are known.
pub(super) fn native_role(element: Element<'_>, known: &Known<'_>) -> Role {
    match element.namespace() {
        Namespace::Html => html::role(element, known),
        Namespace::Svg => svg::role(element),
        Namespace::MathMl if element.name() == "math" => Role::Math,
        Namespace::MathMl | Namespace::Other => Role::Generic,
    }
}
