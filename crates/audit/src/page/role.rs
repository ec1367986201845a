//! The role of an element: the explicit one where it counts, else the one its language gives it.

use super::host::{Known, native_role};
use super::{AriaAttribute, Element, Page, Role, Scope};

impl Page {
    /// The role of each node, but for what only a name decides. Parents before children, as some roles depend on them.
    fn roles(&self) -> &[Role] {
        self.roles.get_or_init(|| {
            let mut known = Known::new(self.nodes.len());
            for element in self.flat_order() {
                let role = given(element).unwrap_or_else(|| native_role(element, &known));
                known.set(element, role);
            }
            known.into_roles()
        })
    }
}

impl Element<'_> {
    /// Its role: the first token of `role` that counts, else the one its element has (HTML-AAM 1.0, SVG-AAM 1.0).
    ///
    /// Of `role`, unknown and abstract tokens do not count, nor `none` where something must be exposed (WAI-ARIA 1.2,
    /// 8.1.4), nor `region` and `form` without a name (Core-AAM 1.2, 5.2). A role out of its required context counts: it
    /// is what the author said, and for a rule to question.
    pub fn role(self) -> Role {
        let role = self.base_role();
        if matches!(role, Role::Region | Role::Form) && self.accessible_name().is_empty() {
            return match self.native_role() {
                Role::Region | Role::Form => Role::Generic,
                native => native,
            };
        }
        role
    }

    /// Its role as long as it does not hang on its name being empty in spite of an attribute that should give one.
    pub(super) fn base_role(self) -> Role {
        self.page().roles()[self.id().index()]
    }

    /// The first token of `role` that names a role, whether it counts or not.
    pub fn explicit_role(self) -> Option<Role> {
        self.explicit_roles().next()
    }

    /// Whether its `role` attribute says something, and nothing that is a role.
    pub fn has_unknown_role(self) -> bool {
        let says = self.attribute("role").is_some_and(|role| !role.trim_ascii().is_empty());
        says && self.explicit_role().is_none()
    }

    /// Whether a script may have given it a role that no markup shows: custom elements have `ElementInternals`
    /// (<https://html.spec.whatwg.org/multipage/custom-elements.html#native-accessibility-semantics>).
    pub fn may_have_internal_role(self) -> bool {
        self.namespace() == super::Namespace::Html && self.name().contains('-') && self.explicit_role().is_none()
    }

    /// The role its element has without a `role` attribute (HTML-AAM 1.0, SVG-AAM 1.0).
    pub fn native_role(self) -> Role {
        native_role(self, &Known::of(self.page().roles()))
    }

    fn explicit_roles(self) -> impl Iterator<Item = Role> {
        self.attribute("role").unwrap_or_default().split_ascii_whitespace().filter_map(Role::of_name)
    }

    /// Whether a presentational role does not count, nor an inherited one: it can be focused, or it has a global state or
    /// property (WAI-ARIA 1.2, 8.1.4, <https://www.w3.org/TR/wai-aria-1.2/#conflict_resolution_presentation_none>).
    /// `aria-hidden` exposes nothing. A frame hands the focus on to what is in it (HTML, get the focusable area), and ARIA
    /// in HTML lets it be presentational, so it must be exposed only where `tabindex` says that it takes the focus.
    pub fn must_be_exposed(self) -> bool {
        let hands_on = (self.is("iframe") || self.is("frame")) && self.tabindex().is_none();
        self.has_global_attribute() || (self.is_focusable() && !hands_on)
    }

    /// Whether it has a global state or property that says something, other than `aria-hidden`.
    pub(super) fn has_global_attribute(self) -> bool {
        self.attributes().any(|(name, value)| is_exposing(name, value))
    }

    /// Whether an attribute that gives names says something.
    pub(super) fn has_naming_attribute(self) -> bool {
        let says = |name| self.attribute(name).is_some_and(|value| !value.trim_ascii().is_empty());
        says("aria-label") || says("title") || self.referenced("aria-labelledby").next().is_some()
    }
}

fn is_exposing(name: &str, value: &str) -> bool {
    name.starts_with("aria-")
        && name != "aria-hidden"
        && !value.trim_ascii().is_empty()
        && AriaAttribute::of_name(name).is_some_and(|known| known.scope == Scope::Global)
}

/// The role that the author gives, if one counts.
fn given(element: Element<'_>) -> Option<Role> {
    for role in element.explicit_roles() {
        match role {
            Role::None if element.must_be_exposed() => return None,
            Role::Region | Role::Form if !element.has_naming_attribute() => {}
            role => return Some(role),
        }
    }
    None
}
