//! `@scope` (CSS Cascade 6, 2.5).

use crate::css::selector::{self, List, Namespaces, Parsed, Within};
use cssparser::{ParseError, Parser};
use selectors::parser::Component;

/// Where rules apply: in the roots, and not in what is in the limits.
#[derive(Debug)]
pub(crate) struct Scope {
    /// The scope around it.
    pub parent: Option<u32>,
    pub roots: List,
    pub limits: Option<List>,
}

/// What stands between `@scope` and its block.
#[derive(Debug)]
pub(crate) struct Prelude {
    pub roots: Option<Parsed>,
    pub limits: Option<Parsed>,
}

/// Reads `(.card) to (.content)`.
pub(super) fn prelude(input: &mut Parser<'_>, namespaces: &Namespaces) -> Result<Prelude, ParseError<()>> {
    let mut roots = None;
    if input.try_parse(Parser::expect_parenthesis_block).is_ok() {
        roots = Some(list(input, namespaces, Within::Nothing)?);
    }
    let mut limits = None;
    if input.try_parse(|input| input.expect_ident_matching("to")).is_ok() {
        input.expect_parenthesis_block()?;
        limits = Some(list(input, namespaces, Within::Scope)?);
    }
    input.expect_exhausted()?;
    Ok(Prelude { roots, limits })
}

fn list(input: &mut Parser<'_>, namespaces: &Namespaces, within: Within) -> Result<Parsed, ParseError<()>> {
    let parsed: Result<Option<Parsed>, ParseError<()>> = input.parse_nested_block(|input| {
        let parsed = selector::parse(input, namespaces, within);
        input.expect_exhausted()?;
        Ok(parsed)
    });
    parsed?.ok_or_else(ParseError::unexpected_token)
}

impl Prelude {
    /// The scope it makes inside `parent`; `None` where markup and sheet do not say which elements are its roots: those
    /// without a selector depend on where the sheet stands, and hosts are outside of the tree.
    pub fn scope(self, parent: Option<u32>, around: Option<&Parsed>) -> Option<Scope> {
        let resolve = |list: List| match around {
            Some(around) => list.replace_parent_selector(&around.list),
            None => list,
        };
        let is_undecided = |parsed: &Parsed| parsed.is_undecided;
        if self.roots.as_ref().is_none_or(is_undecided) || self.limits.as_ref().is_some_and(is_undecided) {
            return None;
        }
        let roots = resolve(self.roots?.list);
        let has_host = |list: &List| {
            list.slice().iter().any(|selector| {
                selector.iter_raw_match_order().any(|component| matches!(component, Component::Host(_)))
            })
        };
        let scope = scope_itself();
        let limits = self.limits.map(|limits| within(&limits.list, &scope));
        (!has_host(&roots)).then_some(Scope { parent, roots, limits })
    }
}

/// Selectors as they stand in a scope, `&` replaced.
pub(super) fn within(list: &List, scope: &Parsed) -> List {
    let resolve = |selector: &selector::Selector| {
        if selector.has_parent_selector() { selector.replace_parent_selector(&scope.list) } else { selector.clone() }
    };
    List::from_iter(list.slice().iter().map(resolve))
}

/// `:where(:scope)`, which `&` stands for inside of a scope.
pub(super) fn scope_itself() -> Parsed {
    selector::parse(&mut Parser::new(":where(:scope)"), &Namespaces::default(), Within::Nothing)
        .expect("it is a selector")
}
