//! Roles, states and properties, as the specifications define them.

mod aria;
mod publishing;
mod role;
mod row;
mod state;

pub use role::Role;
pub use row::Naming;
pub use state::{AriaAttribute, Scope, ValueType};

use aria::ARIA;
use publishing::PUBLISHING;
use row::Row;

impl Role {
    /// Every role that is not abstract.
    pub fn all() -> impl Iterator<Item = Role> {
        let rows = ARIA.iter().chain(PUBLISHING);
        rows.filter(|row| !row.is_abstract && row.role != Role::Unmapped).map(|row| row.role)
    }

    /// The role that a token of the `role` attribute names, upper or lower case; abstract roles are not to be used and
    /// count as unknown.
    pub fn of_name(name: &str) -> Option<Role> {
        let mut lower = [0; LONGEST];
        let lower = lower.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let name: &[u8] = match &*lower {
            b"image" => b"img",
            b"presentation" => b"none",
            name => name,
        };
        let rows = if name.starts_with(b"doc-") || name.starts_with(b"graphics-") { PUBLISHING } else { ARIA };
        let at = rows.partition_point(|row| row.name.as_bytes() < name && row.role != Role::Unmapped);
        let row = rows.get(at).filter(|row| row.name.as_bytes() == name && !row.is_abstract)?;
        (row.role != Role::Unmapped).then_some(row.role)
    }

    /// The name in the `role` attribute; empty for [`Role::Unmapped`].
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// Whether it is `other` or inherits from it.
    pub fn is_a(self, other: Role) -> bool {
        self == other || self.row().superclasses.iter().any(|superclass| superclass.is_a(other))
    }

    /// Whether it is a landmark (WAI-ARIA 1.2, 5.3.4).
    pub fn is_landmark(self) -> bool {
        self.is_a(Role::Landmark)
    }

    /// Whether it is something to be operated (WAI-ARIA 1.2, 5.3.2). A separator is, where it can be focused.
    pub fn is_widget(self) -> bool {
        self.is_a(Role::Widget)
    }

    /// Where its name may come from.
    pub fn naming(self) -> Naming {
        self.row().naming
    }

    /// Whether it must have a name.
    pub fn requires_name(self) -> bool {
        self.row().requires_name
    }

    /// Whether what stands in it is nothing by itself (WAI-ARIA 1.2, 5.2.9, children presentational).
    pub fn has_presentational_children(self) -> bool {
        self.row().has_presentational_children
    }

    /// Whether authors should not use it any more.
    pub fn is_deprecated(self) -> bool {
        self.row().is_deprecated
    }

    /// States and properties an element with this role must have.
    pub fn required(self) -> &'static [&'static str] {
        self.row().required
    }

    /// Whether an element with this role may have the state or property: it is global, or the role or one of its
    /// superclasses supports it, and the role does not prohibit it. What WAI-ARIA 1.2 still allows but deprecates
    /// ([`Scope::WasGlobal`]) is not supported.
    pub fn supports(self, attribute: &str) -> bool {
        let is_global = AriaAttribute::of_name(attribute).is_some_and(|known| known.scope == Scope::Global);
        !self.prohibits(attribute) && (is_global || self.inherits(attribute))
    }

    fn inherits(self, attribute: &str) -> bool {
        let row = self.row();
        row.required.contains(&attribute)
            || row.supported.contains(&attribute)
            || row.superclasses.iter().any(|superclass| superclass.inherits(attribute))
    }

    /// Whether an element with this role must not have the state or property.
    pub fn prohibits(self, attribute: &str) -> bool {
        self.row().prohibited.contains(&attribute)
    }

    /// The roles one of which it must stand in; empty if it may stand anywhere (WAI-ARIA 1.2, 5.2.7).
    pub fn context(self) -> &'static [Role] {
        self.row().context
    }

    /// The roles that may stand in it, if it is made of certain parts; empty if anything may (WAI-ARIA 1.2, 5.2.6).
    pub fn owned(self) -> &'static [Role] {
        self.row().owned
    }

    /// What a state or property says where markup does not.
    pub fn implicit_value(self, attribute: &str) -> Option<&'static str> {
        let row = self.row();
        let own = row.implicit.iter().find(|(known, _)| *known == attribute).map(|(_, value)| *value);
        own.or_else(|| row.superclasses.iter().find_map(|superclass| superclass.implicit_value(attribute)))
    }

    /// Where it is defined.
    pub fn specification(self) -> String {
        let row = self.row();
        let document = match row.name {
            name if name.starts_with("doc-") => "dpub-aria-1.1",
            name if name.starts_with("graphics-") => "graphics-aria-1.0",
            _ if row.is_new => "wai-aria-1.3",
            _ => "wai-aria-1.2",
        };
        format!("https://www.w3.org/TR/{document}/#{}", row.name)
    }

    fn row(self) -> &'static Row {
        let at = self as usize;
        ARIA.get(at).unwrap_or_else(|| &PUBLISHING[at - ARIA.len()])
    }
}

/// No name of a role is longer.
const LONGEST: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_in_the_order_of_the_roles_and_sorted_by_name() {
        for (at, row) in ARIA.iter().chain(PUBLISHING).enumerate() {
            assert_eq!(row.role as usize, at, "{}", row.name);
            assert!(row.name.len() <= LONGEST);
        }
        assert!(ARIA.is_sorted_by_key(|row| row.name));
        assert!(PUBLISHING[..PUBLISHING.len() - 1].is_sorted_by_key(|row| row.name));
    }

    #[test]
    fn what_rows_name_exists() {
        for row in ARIA.iter().chain(PUBLISHING) {
            let names = [row.required, row.supported, row.prohibited].into_iter().flatten();
            for name in names.chain(row.implicit.iter().map(|(name, _)| name)) {
                assert!(AriaAttribute::of_name(name).is_some(), "{}: {name}", row.name);
            }
            let is_root = matches!(row.role, Role::RoleType | Role::Unmapped);
            assert!(is_root || row.role.is_a(Role::RoleType), "{}", row.name);
        }
    }

    #[test]
    fn names_are_found_as_they_are_written() {
        for (name, role) in [
            ("button", Some(Role::Button)),
            ("BUTTON", Some(Role::Button)),
            ("image", Some(Role::Img)),
            ("presentation", Some(Role::None)),
            ("doc-toc", Some(Role::DocToc)),
            ("graphics-symbol", Some(Role::GraphicsSymbol)),
            ("widget", None),
            ("", None),
            ("buttons", None),
            ("doc-nothing", None),
            ("graphics-zebra", None),
            ("زر", None),
            ("a-word-longer-than-any-role-has", None),
        ] {
            assert_eq!(Role::of_name(name), role, "{name}");
        }
        for role in Role::all() {
            assert_eq!(Role::of_name(role.as_str()), Some(role));
        }
    }

    #[test]
    fn what_a_role_inherits() {
        assert!(Role::Searchbox.supports("aria-multiline"), "from textbox");
        assert!(Role::Listbox.supports("aria-activedescendant"), "from composite");
        assert!(Role::Button.supports("aria-label"), "global");
        assert!(!Role::Paragraph.supports("aria-label"), "prohibited");
        assert!(!Role::Link.supports("aria-checked"));
        assert!(!Role::Paragraph.supports("aria-invalid"), "no longer global");
        assert_eq!(Role::Menubar.implicit_value("aria-orientation"), Some("horizontal"));
        assert_eq!(Role::AlertDialog.implicit_value("aria-live"), Some("assertive"), "from alert");
        assert!(Role::DocToc.is_landmark() && !Role::DocAbstract.is_landmark());
        assert!(Role::Switch.is_widget() && !Role::Heading.is_widget());
        assert_eq!(Role::Mark.specification(), "https://www.w3.org/TR/wai-aria-1.3/#mark");
    }
}
