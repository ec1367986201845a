//! What ARIA in HTML allows on an element (<https://www.w3.org/TR/html-aria/#docconformance>).

use super::permitted_attributes::{ALLOWED, PROHIBITED};
use super::permitted_data::ROWS;
use crate::page::{Element, Namespace, Role};

/// Which roles an author may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permitted {
    /// Any role.
    Any,
    /// None at all.
    No,
    /// These.
    Roles(&'static [Role]),
}

/// What is allowed on some elements.
pub(super) struct Row {
    pub element: &'static str,
    /// Which of them; of several rows for an element, the first one that fits counts.
    pub when: When,
    pub permitted: Permitted,
    /// Whether it must not be named by `aria-label` or `aria-labelledby` while it has its own role.
    pub is_nameless: bool,
    /// Whether it may have states and properties.
    pub takes_attributes: bool,
}

/// A condition on an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Always,
    Has(&'static str),
    /// `type` is one of these.
    Type(&'static [&'static str]),
    /// The same, and it has a list of suggestions.
    TypeWithList(&'static [&'static str]),
    /// An image without `alt`, and with nothing else that names it.
    NoName,
    /// An image with an empty `alt`, and no attribute of ARIA to name it.
    EmptyAlt,
    /// Its own role is this one.
    Native(Role),
    ChildOf(&'static str),
    SummaryOfDetails,
    /// It shows one choice of several, closed.
    Closed,
}

impl Element<'_> {
    /// The roles an author may give an HTML element (ARIA in HTML). Its own role is among them where repeating it is
    /// allowed though not advised; other languages allow any.
    pub fn permitted_roles(self) -> Permitted {
        self.permitted().map_or(Permitted::Any, |row| row.permitted)
    }

    /// Whether ARIA in HTML lets an author give it `role`. Giving it the role it has is allowed.
    pub fn permits_role(self, role: Role) -> bool {
        match self.permitted_roles() {
            Permitted::Any => true,
            Permitted::No => role == self.native_role(),
            Permitted::Roles(roles) => roles.contains(&role) || role == self.native_role(),
        }
    }

    /// Whether `aria-label` and `aria-labelledby` must not stand on it: its role prohibits names, or ARIA in HTML says
    /// so of its element.
    pub fn is_naming_prohibited(self) -> bool {
        let has_own_role = self.role() == self.native_role();
        let says = has_own_role && self.permitted().is_some_and(|row| row.is_nameless);
        says || self.role().naming() == crate::page::Naming::Prohibited
    }

    /// Whether ARIA in HTML lets a state or property stand on it, as far as its element decides: its role has a say too.
    pub fn permits_attribute(self, attribute: &str) -> bool {
        let takes = self.permitted().is_none_or(|row| row.takes_attributes);
        let is_prohibited = PROHIBITED
            .iter()
            .any(|(element, when, prohibited)| *prohibited == attribute && self.is(element) && self.fits(*when));
        (takes || attribute == "aria-hidden" && ["br", "picture", "wbr"].contains(&self.name())) && !is_prohibited
    }

    /// Whether ARIA in HTML allows a state or property on its element although its role does not support it.
    pub fn allows_in_spite_of_role(self, attribute: &str) -> bool {
        let is_given = self.explicit_role().is_some_and(|role| role == self.role() && role != self.native_role());
        let mut allowed = ALLOWED.iter().filter(|(element, when, _)| self.is(element) && self.fits(*when));
        !is_given && allowed.any(|(_, _, attributes)| attributes.contains(&attribute))
    }

    fn permitted(self) -> Option<&'static Row> {
        if self.namespace() != Namespace::Html {
            return None;
        }
        let start = ROWS.partition_point(|row| row.element < self.name());
        ROWS[start..].iter().take_while(|row| row.element == self.name()).find(|row| self.fits(row.when))
    }

    fn fits(self, when: When) -> bool {
        let kind = || self.attribute("type").unwrap_or("text");
        let is_one = |kinds: &[&str]| kinds.iter().any(|known| kind().eq_ignore_ascii_case(known));
        match when {
            When::Always => true,
            When::Has(attribute) => self.has_attribute(attribute),
            When::Type(kinds) => is_one(kinds),
            When::TypeWithList(kinds) => is_one(kinds) && self.has_attribute("list"),
            When::NoName => !self.has_attribute("alt") && !self.has_naming_attribute(),
            When::EmptyAlt => {
                self.attribute("alt") == Some("")
                    && !self.has_attribute("aria-label")
                    && !self.has_attribute("aria-labelledby")
            }
            When::Native(role) => self.native_role() == role,
            When::ChildOf(parent) => self.parent().is_some_and(|around| around.is(parent)),
            When::SummaryOfDetails => self.is_summary_of_details(),
            When::Closed => self.native_role() == Role::Combobox,
        }
    }
}
