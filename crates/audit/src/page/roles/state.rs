//! The states and properties of WAI-ARIA 1.2 (<https://www.w3.org/TR/wai-aria-1.2/#state_prop_def>), with those that
//! WAI-ARIA 1.3 adds, by name. The section of each is its name: `#aria-atomic`.

/// A state or property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AriaAttribute {
    /// As it is written in markup.
    pub name: &'static str,
    /// What it may say.
    pub value: ValueType,
    /// Which elements may have it.
    pub scope: Scope,
    /// Whether WAI-ARIA 1.1 deprecated it.
    pub is_deprecated: bool,
}

/// What a state or property may say (WAI-ARIA 1.2, 6.2.4, <https://www.w3.org/TR/wai-aria-1.2/#propcharacteristic_value>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    /// Anything.
    String,
    /// An id of the same tree.
    Id,
    /// Ids of the same tree, with spaces between.
    Ids,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    TrueFalse,
    /// `true`, `false` or `undefined`.
    TrueFalseUndefined,
    /// `true`, `false`, `mixed` or `undefined`.
    Tristate,
    /// One of these.
    Token(&'static [&'static str]),
    /// Some of these, with spaces between.
    Tokens(&'static [&'static str]),
}

/// Which elements may have a state or property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All, whatever their role.
    Global,
    /// Those with a role that supports it. WAI-ARIA 1.2 still lets the others have it, and deprecates that.
    WasGlobal,
    /// Those with a role that supports it.
    Role,
}

const fn global(name: &'static str, value: ValueType) -> AriaAttribute {
    AriaAttribute { name, value, scope: Scope::Global, is_deprecated: false }
}

const fn was_global(name: &'static str, value: ValueType) -> AriaAttribute {
    AriaAttribute { scope: Scope::WasGlobal, ..global(name, value) }
}

const fn of_role(name: &'static str, value: ValueType) -> AriaAttribute {
    AriaAttribute { scope: Scope::Role, ..global(name, value) }
}

const fn deprecated(name: &'static str, value: ValueType) -> AriaAttribute {
    AriaAttribute { is_deprecated: true, ..global(name, value) }
}

use ValueType::{Id, Ids, Integer, Number, String, Token, Tokens, Tristate, TrueFalse, TrueFalseUndefined};

/// Every state and property, by name.
const ATTRIBUTES: &[AriaAttribute] = &[
    global("aria-actions", Ids),
    of_role("aria-activedescendant", Id),
    global("aria-atomic", TrueFalse),
    of_role("aria-autocomplete", Token(&["both", "inline", "list", "none"])),
    global("aria-braillelabel", String),
    global("aria-brailleroledescription", String),
    global("aria-busy", TrueFalse),
    of_role("aria-checked", Tristate),
    of_role("aria-colcount", Integer),
    of_role("aria-colindex", Integer),
    of_role("aria-colindextext", String),
    of_role("aria-colspan", Integer),
    global("aria-controls", Ids),
    global("aria-current", Token(&["date", "false", "location", "page", "step", "time", "true"])),
    global("aria-describedby", Ids),
    global("aria-description", String),
    global("aria-details", Ids),
    was_global("aria-disabled", TrueFalse),
    deprecated("aria-dropeffect", Tokens(&["copy", "execute", "link", "move", "none", "popup"])),
    was_global("aria-errormessage", Ids),
    of_role("aria-expanded", TrueFalseUndefined),
    global("aria-flowto", Ids),
    deprecated("aria-grabbed", TrueFalseUndefined),
    was_global("aria-haspopup", Token(&["dialog", "false", "grid", "listbox", "menu", "tree", "true"])),
    global("aria-hidden", TrueFalseUndefined),
    was_global("aria-invalid", Token(&["false", "grammar", "spelling", "true"])),
    global("aria-keyshortcuts", String),
    global("aria-label", String),
    global("aria-labelledby", Ids),
    of_role("aria-level", Integer),
    global("aria-live", Token(&["assertive", "off", "polite"])),
    of_role("aria-modal", TrueFalse),
    of_role("aria-multiline", TrueFalse),
    of_role("aria-multiselectable", TrueFalse),
    of_role("aria-orientation", Token(&["horizontal", "undefined", "vertical"])),
    global("aria-owns", Ids),
    of_role("aria-placeholder", String),
    of_role("aria-posinset", Integer),
    of_role("aria-pressed", Tristate),
    of_role("aria-readonly", TrueFalse),
    global("aria-relevant", Tokens(&["additions", "all", "removals", "text"])),
    of_role("aria-required", TrueFalse),
    global("aria-roledescription", String),
    of_role("aria-rowcount", Integer),
    of_role("aria-rowindex", Integer),
    of_role("aria-rowindextext", String),
    of_role("aria-rowspan", Integer),
    of_role("aria-selected", TrueFalseUndefined),
    of_role("aria-setsize", Integer),
    of_role("aria-sort", Token(&["ascending", "descending", "none", "other"])),
    of_role("aria-valuemax", Number),
    of_role("aria-valuemin", Number),
    of_role("aria-valuenow", Number),
    of_role("aria-valuetext", String),
];

impl AriaAttribute {
    /// Every one, by name.
    pub const ALL: &'static [AriaAttribute] = ATTRIBUTES;

    /// The one of this name, in lower case.
    pub fn of_name(name: &str) -> Option<&'static AriaAttribute> {
        // Most attributes are none of ours.
        let at =
            name.starts_with("aria-").then(|| ATTRIBUTES.binary_search_by_key(&name, |known| known.name).ok())??;
        Some(&ATTRIBUTES[at])
    }

    /// Whether `value` is one it may have. Ids are not looked up; an empty value says nothing and is allowed
    /// (WAI-ARIA 1.2, 8.5: it is as if the attribute were not there).
    pub fn allows(&self, value: &str) -> bool {
        let value = value.trim_ascii();
        let is_one_of = |tokens: &[&str], word: &str| tokens.iter().any(|token| token.eq_ignore_ascii_case(word));
        value.is_empty()
            || match self.value {
                String | Ids => true,
                Id => !value.contains(|c: char| c.is_ascii_whitespace()),
                Integer => value.parse::<i64>().is_ok(),
                Number => value.parse::<f64>().is_ok_and(f64::is_finite),
                TrueFalse => is_one_of(&["false", "true"], value),
                TrueFalseUndefined => is_one_of(&["false", "true", "undefined"], value),
                Tristate => is_one_of(&["false", "mixed", "true", "undefined"], value),
                Token(tokens) => is_one_of(tokens, value),
                Tokens(tokens) => value.split_ascii_whitespace().all(|word| is_one_of(tokens, word)),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::{ATTRIBUTES, AriaAttribute};

    #[test]
    fn rows_are_sorted_by_name_and_their_tokens_too() {
        assert!(ATTRIBUTES.is_sorted_by_key(|attribute| attribute.name));
        for attribute in ATTRIBUTES {
            if let super::Token(tokens) | super::Tokens(tokens) = attribute.value {
                assert!(tokens.is_sorted(), "{}", attribute.name);
            }
        }
    }

    #[test]
    fn values() {
        for (name, value, allowed) in [
            ("aria-checked", "mixed", true),
            ("aria-checked", "yes", false),
            ("aria-checked", "", true),
            ("aria-hidden", "mixed", false),
            ("aria-current", "PAGE", true),
            ("aria-level", "2.5", false),
            ("aria-valuenow", "2.5", true),
            ("aria-valuenow", "half", false),
            ("aria-relevant", "additions text", true),
            ("aria-relevant", "additions words", false),
            ("aria-activedescendant", "a b", false),
            ("aria-controls", "a b", true),
        ] {
            assert_eq!(AriaAttribute::of_name(name).unwrap().allows(value), allowed, "{name}={value}");
        }
        assert_eq!(AriaAttribute::of_name("aria-labeledby"), None);
    }
}
