//! Selectors: which of them are understood, and which only browsers can decide.

use super::name::Name;
use super::pseudo::{PseudoClass, PseudoElement};
use crate::certainty::Certainty;
use cssparser::{CowRcStr, ParseError, Parser as CssParser};
use selectors::parser::{ParseRelative, SelectorImpl, SelectorList, SelectorParseErrorKind};
use std::cell::Cell;

/// The selectors of this crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Selectors;

/// What is asked of a selector that cannot be decided: whether it may match, or whether it must.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Asked {
    #[default]
    MayMatch,
    MustMatch,
}

impl SelectorImpl for Selectors {
    type ExtraMatchingData<'a> = Asked;
    type AttrValue = Name;
    type Identifier = Name;
    type LocalName = Name;
    type NamespaceUrl = Name;
    type NamespacePrefix = Name;
    type BorrowedNamespaceUrl = Name;
    type BorrowedLocalName = Name;
    type NonTSPseudoClass = PseudoClass;
    type PseudoElement = PseudoElement;
}

pub(crate) type Selector = selectors::parser::Selector<Selectors>;
pub(crate) type List = SelectorList<Selectors>;

/// Longest selector that is matched, in simple selectors. Matching recurses for each combinator.
const LONGEST: usize = 512;

/// The namespaces a style sheet has declared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Namespaces {
    pub default: Option<Name>,
    pub prefixes: Vec<(Name, Name)>,
}

/// A selector list and what is known about it.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    pub list: List,
    /// Whether it has a pseudo-class that markup does not decide.
    pub is_undecided: bool,
}

/// Parses selectors of one style sheet.
struct Parser<'a> {
    namespaces: &'a Namespaces,
    is_undecided: Cell<bool>,
}

/// What stands around a rule, which its selectors may begin from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Within {
    #[default]
    Nothing,
    Rule,
    Scope,
}

/// Parses a selector list. `None` if it is invalid, which drops its rule.
pub(crate) fn parse(input: &mut CssParser<'_>, namespaces: &Namespaces, within: Within) -> Option<Parsed> {
    let parser = Parser { namespaces, is_undecided: Cell::new(false) };
    let relative = match within {
        Within::Nothing => ParseRelative::No,
        Within::Rule => ParseRelative::ForNesting,
        Within::Scope => ParseRelative::ForScope,
    };
    let list = SelectorList::parse(&parser, input, relative).ok()?;
    Some(Parsed { list, is_undecided: parser.is_undecided.get() })
}

/// Whether a selector is short enough to be matched.
pub(crate) fn is_bounded(selector: &Selector) -> bool {
    selector.len() <= LONGEST
}

/// Whether browsers support a selector, for `@supports selector()`.
pub(crate) fn is_supported(input: &mut CssParser<'_>) -> Certainty {
    match parse(input, &Namespaces::default(), Within::Nothing) {
        Some(_) if input.is_exhausted() => Certainty::Yes,
        _ => Certainty::Perhaps,
    }
}

type Error = ParseError<SelectorParseErrorKind>;

impl<'i> selectors::parser::Parser<'i> for Parser<'_> {
    type Impl = Selectors;
    type Error = SelectorParseErrorKind;

    fn parse_slotted(&self) -> bool {
        true
    }

    fn parse_part(&self) -> bool {
        true
    }

    fn parse_nth_child_of(&self) -> bool {
        true
    }

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn parse_parent_selector(&self) -> bool {
        true
    }

    fn parse_host(&self) -> bool {
        true
    }

    fn is_is_alias(&self, name: &str) -> bool {
        name.eq_ignore_ascii_case("-webkit-any") || name.eq_ignore_ascii_case("matches")
    }

    fn parse_non_ts_pseudo_class(&self, name: CowRcStr<'i>) -> Result<PseudoClass, Error> {
        let class = PseudoClass::of_name(&name).ok_or_else(unsupported)?;
        self.is_undecided.set(self.is_undecided.get() || class.may_be_undecided());
        Ok(class)
    }

    fn parse_non_ts_functional_pseudo_class(
        &self,
        name: CowRcStr<'i>,
        arguments: &mut CssParser<'i>,
        _after_part: bool,
    ) -> Result<PseudoClass, Error> {
        let class = PseudoClass::of_function(&name, arguments).ok_or_else(unsupported)?;
        self.is_undecided.set(self.is_undecided.get() || class.may_be_undecided());
        Ok(class)
    }

    fn parse_pseudo_element(&self, name: CowRcStr<'i>) -> Result<PseudoElement, Error> {
        PseudoElement::of_name(&name).ok_or_else(unsupported)
    }

    fn parse_functional_pseudo_element(
        &self,
        name: CowRcStr<'i>,
        arguments: &mut CssParser<'i>,
    ) -> Result<PseudoElement, Error> {
        while arguments.next().is_ok() {}
        PseudoElement::of_function(&name).ok_or_else(unsupported)
    }

    fn default_namespace(&self) -> Option<Name> {
        self.namespaces.default.clone()
    }

    fn namespace_for_prefix(&self, prefix: &Name) -> Option<Name> {
        self.namespaces.prefixes.iter().rev().find(|(known, _)| known == prefix).map(|(_, url)| url.clone())
    }
}

fn unsupported() -> Error {
    ParseError::custom(SelectorParseErrorKind::UnsupportedPseudoClassOrElement)
}
