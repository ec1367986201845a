//! Which declarations apply to an element, and in which order.

use super::sheets::{Applied, NO_LAYER};
use crate::certainty::Certainty;
use crate::css::pseudo::PseudoElement;
use crate::css::selector::{Asked, Selectors};
use crate::css::sheet::Rule;
use crate::tree::{Handle, Index, Tree};
use selectors::bloom::BloomFilter;
use selectors::context::{MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, SelectorCaches};
use selectors::matching::matches_selector;

/// Where declarations come from, weakest first (CSS Cascade 5, 6.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Browser,
    Hint,
    Author,
    AuthorImportant,
    BrowserImportant,
}

/// Declarations that apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Matched {
    /// Level, tree, attribute, layer, specificity: the larger wins.
    pub weight: u64,
    /// Among equals the later wins.
    pub order: u64,
    pub block: BlockRef,
    pub is_important: bool,
    pub is_certain: bool,
}

/// Where a block is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockRef {
    /// Sheet by number, block in it.
    Sheet(u32, u32),
    /// A `style` attribute or hints, by number.
    Attribute(u32),
}

impl Matched {
    pub fn level(&self) -> u64 {
        self.weight >> LEVEL
    }

    /// Everything that decides before specificity does.
    pub fn origin_and_layer(&self) -> u64 {
        self.weight >> LAYER
    }

    /// Stands for this entry when styles are compared.
    pub fn code(&self) -> u64 {
        let (kind, sheet, block) = match self.block {
            BlockRef::Sheet(sheet, block) => (0, sheet, block),
            BlockRef::Attribute(block) => (1, 0, block),
        };
        (kind << 63) | (u64::from(sheet) << 40) | (u64::from(block) << 4) | (u64::from(self.is_important) << 1) | u64::from(self.is_certain)
    }

    /// Whether it is a `style` attribute with `!important`, which nothing an author writes can undo.
    pub fn is_final(&self) -> bool {
        self.is_important && self.weight & (1 << INLINE) != 0
    }
}

const LAYER: u32 = 32;
const INLINE: u32 = 48;
const TREE: u32 = 52;
const LEVEL: u32 = 60;

/// How a declaration is weighed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub is_author: bool,
    pub is_inline: bool,
    /// In the element's own tree, not in that of a shadow root it hosts or is slotted into.
    pub is_own_tree: bool,
    pub layer: u16,
    pub specificity: u32,
}

impl Place {
    pub fn weight(self, is_important: bool) -> u64 {
        let level = match (self.is_author, is_important) {
            (false, false) => Level::Browser,
            (false, true) => Level::BrowserImportant,
            (true, false) => Level::Author,
            (true, true) => Level::AuthorImportant,
        };
        // For what is important, the inner tree wins, and the first layer.
        let layer = if is_important { NO_LAYER - self.layer } else { self.layer };
        let tree = u64::from(self.is_own_tree != is_important);
        ((level as u64) << LEVEL)
            | (tree << TREE)
            | (u64::from(self.is_inline) << INLINE)
            | (u64::from(layer) << LAYER)
            | u64::from(self.specificity)
    }

    /// The weight of hints, which stand between browser and author.
    pub fn hint() -> u64 {
        (Level::Hint as u64) << LEVEL
    }
}

/// Matches the rules of sheets on one element after the other.
#[derive(Default)]
pub(super) struct Matcher {
    pub filter: BloomFilter,
    /// Ancestors in the filter.
    path: Vec<Index>,
    may: SelectorCaches,
    must: SelectorCaches,
    pub found: Vec<Matched>,
    met: Vec<u32>,
}

/// Which of the rules of a sheet are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    Elements,
    Pseudos(PseudoElement),
    Hosts,
    Slotted,
}

/// A sheet and what it means for the element.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub applied: &'a Applied,
    pub number: u32,
    pub is_author: bool,
    /// The host of the shadow root the sheet stands in.
    pub host: Option<Index>,
}

impl Matcher {
    /// Brings the filter to the ancestors of `element`, which comes behind the last one in document order.
    pub fn descend(&mut self, tree: &Tree<'_>, element: Index) {
        let node = tree.node(element);
        let parent = node.parent.or(tree.scopes[node.scope as usize].host);
        let mask = selectors::bloom::BLOOM_HASH_MASK;
        while self.path.last().copied() != parent {
            let Some(last) = self.path.pop() else { break };
            Handle { tree, index: last }.for_each_hash(|hash| self.filter.remove_hash(hash & mask));
        }
        if node.first_child.is_some() || node.shadow.is_some() {
            // It is an ancestor of the next one; for itself a full filter only means less is refused.
            self.path.push(element);
            Handle { tree, index: element }.for_each_hash(|hash| self.filter.insert_hash(hash & mask));
        }
    }

    /// Adds what one sheet has for `element`.
    pub fn ask(&mut self, tree: &Tree<'_>, element: Index, asking: Asking<'_>, rules: Rules) {
        let sheet = &asking.applied.sheet;
        self.met.clear();
        let handle = Handle { tree, index: element };
        match rules {
            Rules::Elements | Rules::Pseudos(_) => {
                let index = if rules == Rules::Elements { &sheet.elements } else { &sheet.pseudos };
                let node = handle.node();
                let classes = tree.classes_of(node).iter().map(|class| class.hash);
                let met = &mut self.met;
                index.lookup(node.id.map(|id| id.hash), classes, node.name.hash, |rule| met.push(rule));
                met.sort_unstable();
                met.dedup();
            }
            Rules::Hosts => self.met.extend_from_slice(&sheet.hosts),
            Rules::Slotted => self.met.extend_from_slice(&sheet.slotted),
        }
        let pseudo = if let Rules::Pseudos(pseudo) = rules { Some(pseudo) } else { None };
        for at in 0..self.met.len() {
            let number = self.met[at];
            let rule = &sheet.rules[number as usize];
            if rule.pseudo != pseudo {
                continue;
            }
            let holds = asking.applied.holds(rule.condition);
            if holds == Certainty::No {
                continue;
            }
            let matches = self.matches(handle, rule, asking.host, rules);
            if matches == Certainty::No {
                continue;
            }
            let is_certain = holds.and(matches) == Certainty::Yes;
            self.push(asking, rule, number, is_certain, matches!(rules, Rules::Elements | Rules::Pseudos(_)));
        }
    }

    /// Adds a rule that has been found to apply.
    pub fn push(&mut self, asking: Asking<'_>, rule: &Rule, number: u32, is_certain: bool, is_own_tree: bool) {
        let block = &asking.applied.sheet.blocks[rule.block as usize];
        let place = Place {
            is_author: asking.is_author,
            is_inline: false,
            is_own_tree,
            layer: asking.applied.layer(rule.layer),
            specificity: rule.selector.specificity(),
        };
        for (is_important, is_empty) in [(false, block.normal.is_empty()), (true, block.important.is_empty())] {
            if !is_empty {
                let order = (u64::from(asking.number) << 32) | u64::from(number);
                let (weight, block) = (place.weight(is_important), BlockRef::Sheet(asking.number, rule.block));
                self.found.push(Matched { weight, order, block, is_important, is_certain });
            }
        }
    }

    fn matches(&mut self, element: Handle<'_, '_>, rule: &Rule, host: Option<Index>, rules: Rules) -> Certainty {
        if !self.test(element, rule, host, rules, Asked::MayMatch) {
            return Certainty::No;
        }
        if rule.is_undecided && !self.test(element, rule, host, rules, Asked::MustMatch) {
            return Certainty::Perhaps;
        }
        Certainty::Yes
    }

    fn test(&mut self, element: Handle<'_, '_>, rule: &Rule, host: Option<Index>, rules: Rules, asked: Asked) -> bool {
        let mode = if rule.pseudo.is_some() { MatchingMode::ForStatelessPseudoElement } else { MatchingMode::Normal };
        let caches = if asked == Asked::MayMatch { &mut self.may } else { &mut self.must };
        let mut context = MatchingContext::<Selectors>::new(
            mode,
            Some(&self.filter),
            caches,
            element.tree.quirks,
            NeedsSelectorFlags::No,
            MatchingForInvalidation::No,
        );
        context.extra_data = asked;
        let host = host.map(|index| Handle { tree: element.tree, index });
        context.with_shadow_host(host, |context| {
            context.with_featureless(rules == Rules::Hosts, |context| {
                // The filter is at the element's own ancestors; a slotted element's slot is not among them.
                let hashes = if rules == Rules::Slotted || rules == Rules::Hosts { None } else { Some(&rule.hashes) };
                matches_selector(&rule.selector, 0, hashes, &element, context)
            })
        })
    }
}
