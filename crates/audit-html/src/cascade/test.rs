//! Whether a rule matches an element, its scopes included.

use super::collect::Rules;
use crate::css::selector::{Asked, Selector, Selectors};
use crate::css::sheet::{Rule, Scope, Sheet};
use crate::tree::{Handle, Index, Tree};
use selectors::Element as _;
use selectors::context::{MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, SelectorCaches};
use selectors::matching::matches_selector;

/// Matches selectors on one element, generously or strictly.
pub(super) struct Test<'c> {
    context: MatchingContext<'c, Selectors>,
    is_host: bool,
}

impl<'c> Test<'c> {
    pub fn new(
        tree: &Tree<'_>,
        caches: &'c mut SelectorCaches,
        asked: Asked,
        host: Option<Index>,
        rules: Rules,
    ) -> Self {
        let mode = match rules {
            Rules::Pseudos => MatchingMode::ForStatelessPseudoElement,
            _ => MatchingMode::Normal,
        };
        let (flags, purpose) = (NeedsSelectorFlags::No, MatchingForInvalidation::No);
        let mut context = MatchingContext::new(mode, None, caches, tree.quirks, flags, purpose);
        context.extra_data = asked;
        context.current_host = host.map(|index| Handle { tree, index }.opaque());
        Self { context, is_host: rules == Rules::Hosts }
    }

    /// Whether a rule matches, and how near its scope is.
    pub fn matches(&mut self, element: Handle<'_, '_>, rule: &Rule, sheet: &Sheet) -> Option<u32> {
        let Some(scope) = rule.scope else { return self.holds(element, &rule.selector, None).then_some(0) };
        let roots = self.roots(element, scope, sheet);
        let found = roots.into_iter().find(|(root, _)| self.holds(element, &rule.selector, Some(*root)));
        found.map(|(_, distance)| u32::MAX - distance)
    }

    fn holds(&mut self, element: Handle<'_, '_>, selector: &Selector, root: Option<Index>) -> bool {
        self.context.scope_element = root.map(|index| Handle { tree: element.tree, index }.opaque());
        self.context.with_featureless(self.is_host, |context| matches_selector(selector, 0, None, &element, context))
    }

    /// The roots of a scope that an element is in, the nearest first, and how far each is.
    fn roots(&mut self, element: Handle<'_, '_>, scope: u32, sheet: &Sheet) -> Vec<(Index, u32)> {
        let tree = element.tree;
        let Scope { parent, roots, limits } = &sheet.scopes[scope as usize];
        let mut found = Vec::new();
        let lineage: Vec<Index> = tree.lineage(element.index).take_while(|_| tree.step()).collect();
        for (distance, &index) in (0..).zip(&lineage) {
            let root = Handle { tree, index };
            let outer: Vec<Option<Index>> = match parent {
                Some(parent) => self.roots(root, *parent, sheet).into_iter().map(|(outer, _)| Some(outer)).collect(),
                None => vec![None],
            };
            let is_root =
                outer.into_iter().any(|outer| roots.slice().iter().any(|selector| self.holds(root, selector, outer)));
            let is_limited = is_root
                && limits.as_ref().is_some_and(|limits| {
                    lineage[..=distance as usize].iter().any(|&index| {
                        let below = Handle { tree, index };
                        limits.slice().iter().any(|selector| self.holds(below, selector, Some(root.index)))
                    })
                });
            if is_root && !is_limited {
                found.push((root.index, distance));
            }
        }
        found
    }
}
