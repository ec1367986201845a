//! What a specification says of one role.

use super::Role;

/// One role, as WAI-ARIA 1.2, DPUB-ARIA 1.1 or WAI-ARIA Graphics 1.0 defines it. Lists hold what the role itself adds;
/// what its superclasses give is found through [`Role`]'s functions.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a characteristic of its own in the specifications")]
pub(super) struct Row {
    pub role: Role,
    /// As it is written in the `role` attribute; empty for [`Role::Unmapped`].
    pub name: &'static str,
    pub superclasses: &'static [Role],
    pub is_abstract: bool,
    pub is_deprecated: bool,
    /// New in WAI-ARIA 1.3.
    pub is_new: bool,
    pub naming: Naming,
    pub requires_name: bool,
    pub has_presentational_children: bool,
    pub required: &'static [&'static str],
    pub supported: &'static [&'static str],
    pub prohibited: &'static [&'static str],
    pub context: &'static [Role],
    pub owned: &'static [Role],
    pub implicit: &'static [(&'static str, &'static str)],
}

/// Where a name may come from (WAI-ARIA 1.2, 5.2.8, <https://www.w3.org/TR/wai-aria-1.2/#namecalculation>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// From attributes and from what the host language calls a label.
    Author,
    /// From these, and from what stands in it.
    Contents,
    /// Authors must not name it.
    Prohibited,
}

/// A role that is named by its author.
pub(super) const fn role(role: Role, name: &'static str, superclasses: &'static [Role]) -> Row {
    Row {
        role,
        name,
        superclasses,
        is_abstract: false,
        is_deprecated: false,
        is_new: false,
        naming: Naming::Author,
        requires_name: false,
        has_presentational_children: false,
        required: &[],
        supported: &[],
        prohibited: &[],
        context: &[],
        owned: &[],
        implicit: &[],
    }
}

/// A role that must not be named.
pub(super) const fn nameless(this: Role, name: &'static str, superclasses: &'static [Role]) -> Row {
    Row { naming: Naming::Prohibited, prohibited: NAMES, ..role(this, name, superclasses) }
}

/// A role that is only there for others to inherit from.
pub(super) const fn base(this: Role, name: &'static str, superclasses: &'static [Role]) -> Row {
    Row { is_abstract: true, ..role(this, name, superclasses) }
}

const NAMES: &[&str] = &["aria-braillelabel", "aria-label", "aria-labelledby"];

impl Row {
    pub const fn contents(self) -> Self {
        Self { naming: Naming::Contents, ..self }
    }

    pub const fn must_be_named(self) -> Self {
        Self { requires_name: true, ..self }
    }

    /// What stands in it is part of it, and nothing by itself.
    pub const fn leaf(self) -> Self {
        Self { has_presentational_children: true, ..self }
    }

    pub const fn deprecated(self) -> Self {
        Self { is_deprecated: true, ..self }
    }

    pub const fn of_1_3(self) -> Self {
        Self { is_new: true, ..self }
    }

    pub const fn required(self, required: &'static [&'static str]) -> Self {
        Self { required, ..self }
    }

    pub const fn supported(self, supported: &'static [&'static str]) -> Self {
        Self { supported, ..self }
    }

    pub const fn prohibited(self, prohibited: &'static [&'static str]) -> Self {
        Self { prohibited, ..self }
    }

    pub const fn within(self, context: &'static [Role]) -> Self {
        Self { context, ..self }
    }

    pub const fn owning(self, owned: &'static [Role]) -> Self {
        Self { owned, ..self }
    }

    pub const fn implicit(self, implicit: &'static [(&'static str, &'static str)]) -> Self {
        Self { implicit, ..self }
    }
}
