//! Which declarations apply to an element, and in which order.

use super::sheets::{Applied, NO_LAYER};
use super::test::Test;
use crate::certainty::Certainty;
use crate::css::pseudo::PseudoElement;
use crate::css::selector::Asked;
use crate::css::sheet::{Lookup, Rule, Sheet};
use crate::tree::{Handle, Index, Tree};
use sada_audit::Turned;
use selectors::bloom::BloomFilter;
use selectors::context::SelectorCaches;
use selectors::matching::selector_may_match;

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
    /// Among equals the one whose scope is nearer wins: larger is nearer, 0 is outside of all scopes.
    pub nearness: u32,
    /// Then the later wins.
    pub order: u64,
    pub block: BlockRef,
    pub is_important: bool,
    pub is_certain: bool,
    /// Whose it is, if not the element's own.
    pub pseudo: Option<PseudoElement>,
    /// Which way the window must be turned for it.
    pub turned: Option<Turned>,
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
    /// What entries are sorted by.
    pub fn rank(&self) -> (u64, u32, u64) {
        (self.weight, self.nearness, self.order)
    }

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
        (kind << 63)
            | (u64::from(sheet) << 40)
            | (u64::from(block) << 4)
            | (u64::from(self.is_important) << 1)
            | u64::from(self.is_certain)
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
    /// What would apply if the window were turned.
    pub turned: Vec<Matched>,
    met: Vec<u32>,
}

/// Which of the rules of a sheet are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    Elements,
    Pseudos,
    Hosts,
    Slotted,
}

impl Rules {
    /// Whether a sheet has any such rules.
    pub fn are_in(self, sheet: &Sheet) -> bool {
        match self {
            Rules::Elements => !sheet.elements.is_empty(),
            Rules::Pseudos => !sheet.pseudos.is_empty(),
            Rules::Hosts => !sheet.hosts.is_empty(),
            Rules::Slotted => !sheet.slotted.is_empty(),
        }
    }
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
        let parent = node.parent().or(tree.scopes[node.scope as usize].host);
        let mask = selectors::bloom::BLOOM_HASH_MASK;
        while self.path.last().copied() != parent {
            let Some(last) = self.path.pop() else { break };
            Handle { tree, index: last }.for_each_hash(|hash| self.filter.remove_hash(hash & mask));
        }
        if node.first_child().is_some() || node.shadow().is_some() {
            // It is an ancestor of the next one; for itself a full filter only means less is refused.
            self.path.push(element);
            Handle { tree, index: element }.for_each_hash(|hash| self.filter.insert_hash(hash & mask));
        }
    }

    /// Adds what one sheet has for `element`.
    pub fn ask(&mut self, tree: &Tree<'_>, element: Index, asking: Asking<'_>, rules: Rules) {
        let sheet = &asking.applied.sheet;
        if !rules.are_in(sheet) || !tree.step() {
            return;
        }
        let handle = Handle { tree, index: element };
        let Self { filter, may, must, found, turned, met, .. } = self;
        met.clear();
        match rules {
            Rules::Elements | Rules::Pseudos => {
                let index = if rules == Rules::Elements { &sheet.elements } else { &sheet.pseudos };
                let node = handle.node();
                let (id, name) = (node.id_hash(), node.name_hash);
                let classes = tree.classes_of(node);
                index.lookup(&Lookup { id, classes, node, name }, |rule| met.push(rule));
            }
            Rules::Hosts => met.extend_from_slice(&sheet.hosts),
            Rules::Slotted => met.extend_from_slice(&sheet.slotted),
        }
        // The filter is at the element's own ancestors; a slotted element's slot is not among them.
        let is_own_tree = matches!(rules, Rules::Elements | Rules::Pseudos);
        let is_pseudo = rules == Rules::Pseudos;
        met.retain(|number| {
            let rule = &sheet.rules[*number as usize];
            let may_match = !is_own_tree || selector_may_match(&rule.hashes, filter);
            may_match
                && rule.pseudo.is_some() == is_pseudo
                && (asking.applied.holds(rule.condition) != Certainty::No
                    || (!is_pseudo && asking.applied.turned(rule.condition).is_some()))
        });
        let mut may = Test::new(tree, may, Asked::MayMatch, asking.host, rules);
        let mut near: Vec<(u32, u32)> = Vec::new();
        for &number in met.iter() {
            if tree.is_exhausted() {
                break;
            }
            if let Some(nearness) = may.matches(handle, &sheet.rules[number as usize], sheet) {
                near.push((number, nearness));
            }
        }
        let mut must = Test::new(tree, must, Asked::MustMatch, asking.host, rules);
        for &(number, nearness) in &near {
            let rule = &sheet.rules[number as usize];
            let is_certain = asking.applied.holds(rule.condition) == Certainty::Yes
                && (!rule.is_undecided || must.matches(handle, rule, sheet).is_some());
            let applies = asking.applied.holds(rule.condition) != Certainty::No;
            let into = if applies { &mut *found } else { &mut *turned };
            asking.push(rule, (number, nearness), is_certain, is_own_tree, into);
        }
    }

    /// Adds rules for a part, which may apply or not.
    pub fn push_parts(&mut self, asking: Asking<'_>) {
        for &number in &asking.applied.sheet.parts {
            asking.push(&asking.applied.sheet.rules[number as usize], (number, 0), false, true, &mut self.found);
        }
    }
}

impl Asking<'_> {
    /// Adds a rule that has been found to apply.
    fn push(
        &self,
        rule: &Rule,
        (number, nearness): (u32, u32),
        is_certain: bool,
        is_own_tree: bool,
        found: &mut Vec<Matched>,
    ) {
        let block = &self.applied.sheet.blocks[rule.block as usize];
        let place = Place {
            is_author: self.is_author,
            is_inline: false,
            is_own_tree,
            layer: self.applied.layer(rule.layer),
            specificity: rule.selector.specificity(),
        };
        for (is_important, is_empty) in [(false, block.normal.is_empty()), (true, block.important.is_empty())] {
            if !is_empty {
                let order = (u64::from(self.number) << 32) | u64::from(number);
                let (weight, block) = (place.weight(is_important), BlockRef::Sheet(self.number, rule.block));
                let turned = self.applied.turned(rule.condition);
                let pseudo = rule.pseudo;
                found.push(Matched { weight, nearness, order, block, is_important, is_certain, pseudo, turned });
            }
        }
    }
}
