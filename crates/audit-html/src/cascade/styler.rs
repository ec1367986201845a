//! Walks the tree in document order and gives each element its style.

use super::attribute::Attributes;
use super::browser::browser;
use super::collect::{Asking, BlockRef, Matched, Matcher, Place, Rules};
use super::compute::{Surroundings, compute};
use super::computed::Computed;
use super::custom::Variables;
use super::hints;
use super::sheets::{Applied, NO_LAYER, ScopeSheets};
use super::winner::Entry;
use crate::Visitor;
use crate::certainty::Certainty;
use crate::css::declaration::Declaration;
use crate::css::property::{Display, Longhand, Scheme, Set};
use crate::css::sheet::Registered;
use crate::tree::{Index, Tree, is_unboxed};
use hashbrown::HashMap;
use sada_audit::{Declared, Generated, NodeId, PageBuilder, Style, StyleId, Unknown};
use selectors::context::QuirksMode;

/// No style: one that takes nothing from its parent but the heritage.
const NOTHING_MORE: u64 = u64::MAX;

/// The styles of a page, and what else was found on the way.
pub(crate) struct Styled {
    styles: Vec<Style>,
    /// Which each element has.
    of_element: Vec<(NodeId, usize)>,
    declared: Vec<(NodeId, Vec<Declared>)>,
    generated: Vec<(NodeId, Generated)>,
}

impl Styled {
    /// Puts them into the page.
    pub fn put_into(self, page: &mut PageBuilder) {
        let ids: Vec<StyleId> = self.styles.into_iter().map(|style| page.style(style)).collect();
        for (element, style) in self.of_element {
            page.set_style(element, ids[style]);
        }
        for (element, declared) in self.declared {
            page.set_declared(element, declared);
        }
        for (element, generated) in self.generated {
            page.set_generated(element, generated);
        }
    }
}

/// Finds the style of every element. `scopes` are the sheets of each of the tree's scopes.
pub(crate) fn style(tree: &Tree<'_>, scopes: &[ScopeSheets], visitor: &Visitor, scheme: Scheme) -> Styled {
    let mut styler = Styler::new(tree, scopes, visitor, scheme);
    for index in 0..tree.nodes.len() {
        let index = Index::try_from(index).expect("the tree counts its nodes in u32");
        styler.element(index);
    }
    styler.finish()
}

pub(super) struct Styler<'a, 'h> {
    pub tree: &'a Tree<'h>,
    pub visitor: &'a Visitor,
    pub scopes: &'a [ScopeSheets],
    browser: ScopeSheets,
    /// Sheets are numbered through all scopes, behind the browser's: the first one of each.
    first_number: Vec<u32>,
    keyframes: Vec<HashMap<Box<str>, Set>>,
    reset: Vec<Registered>,
    scheme: Scheme,
    pub matcher: Matcher,
    attributes: Attributes,
    pub styles: Vec<Computed>,
    /// What each style gives to those inside, by number.
    heritages: Vec<u32>,
    known_heritages: HashMap<Box<[u64]>, u32>,
    /// Styles by what they were computed from.
    known: HashMap<Box<[u64]>, u32>,
    key: Vec<u64>,
    /// The style of each element so far, by place in [`Self::styles`].
    pub of_element: Vec<u32>,
    initial: Computed,
    rem: (f32, bool),
    /// What else cannot be told of an element.
    pub doubts: HashMap<Index, Unknown>,
    /// Declarations that rules look at as they were written.
    pub declared: Vec<(Index, Vec<Declared>)>,
    /// What pseudo-elements say.
    pub generated: HashMap<Index, Generated>,
}

impl<'a, 'h> Styler<'a, 'h> {
    fn new(tree: &'a Tree<'h>, scopes: &'a [ScopeSheets], visitor: &'a Visitor, scheme: Scheme) -> Self {
        let registered = || {
            scopes.iter().flat_map(|scope| &scope.list).flat_map(|applied| {
                let holds = |registered: &Registered| applied.holds(registered.condition);
                applied
                    .sheet
                    .registered
                    .iter()
                    .map(move |one| (one, holds(one)))
                    .filter(|(_, holds)| *holds != Certainty::No)
            })
        };
        let variables = Variables::registered(registered().map(|(one, holds)| (one, holds == Certainty::Perhaps)));
        let reset = registered().filter(|(one, _)| !one.is_inherited).map(|(one, _)| one.clone()).collect();
        let is_dark = scheme == Scheme::Dark || (scheme == Scheme::Both && visitor.prefers_dark);
        let mut initial = Computed::initial(variables, is_dark);
        initial.scheme = scheme;
        let browser = browser(tree, visitor);
        let number = |at: usize| u32::try_from(at).expect("there are not more sheets than elements");
        let mut next = browser.list.len();
        let mut first_number = Vec::with_capacity(scopes.len());
        for scope in scopes {
            first_number.push(number(next));
            next += scope.list.len();
        }
        Self {
            tree,
            visitor,
            scopes,
            browser,
            first_number,
            keyframes: scopes.iter().map(ScopeSheets::keyframes).collect(),
            reset,
            scheme,
            matcher: Matcher::default(),
            attributes: Attributes::default(),
            styles: Vec::new(),
            heritages: Vec::new(),
            known_heritages: HashMap::new(),
            known: HashMap::new(),
            key: Vec::new(),
            of_element: Vec::with_capacity(tree.nodes.len()),
            initial,
            rem: (16.0, true),
            doubts: HashMap::new(),
            declared: Vec::new(),
            generated: HashMap::new(),
        }
    }

    fn element(&mut self, index: Index) {
        let node = self.tree.node(index);
        self.matcher.descend(self.tree, index);
        self.matcher.found.clear();
        self.matcher.turned.clear();
        self.collect(index);
        let parent = self.tree.flat_parent(node).map(|parent| self.of_element[parent as usize]);
        let style = self.share(index, parent);
        self.of_element.push(style);
        self.keep_declared(index);
        if index == 0 {
            let root = &self.styles[style as usize];
            self.rem = (root.font.size, !root.unknown.has(Longhand::FontSize));
            // A dark page is painted on a dark canvas, whose colour is the browser's.
            if root.is_dark(self.visitor.prefers_dark) || root.unknown.has(Longhand::ColorScheme) {
                self.doubts.insert(index, Unknown::BACKGROUND);
            }
        }
        self.pseudo_elements(index);
        self.column(index);
    }

    /// Every declaration that applies to an element.
    fn collect(&mut self, index: Index) {
        let node = self.tree.node(index);
        self.ask_browser(index, Rules::Elements);
        self.ask_scope(index, node.scope, Rules::Elements);
        if let Some(shadow) = node.shadow() {
            self.ask_scope(index, shadow, Rules::Hosts);
        }
        let mut slot = node.slot();
        while let Some(at) = slot {
            let slot_node = self.tree.node(at);
            self.ask_scope(index, slot_node.scope, Rules::Slotted);
            slot = slot_node.slot();
        }
        self.ask_parts(index);
        if hints::may_have_hints(self.tree, index) {
            let css = hints::hints(self.tree, index);
            if !css.is_empty() {
                self.attribute(&css, true);
            }
        }
        if let Some(css) = node.attribute("style") {
            self.attribute(css, false);
        }
    }

    pub fn ask_browser(&mut self, index: Index, rules: Rules) {
        for (number, applied) in (0..).zip(&self.browser.list) {
            let asking = Asking { applied, number, is_author: false, host: None };
            self.matcher.ask(self.tree, index, asking, rules);
        }
    }

    pub fn ask_scope(&mut self, index: Index, scope: u32, rules: Rules) {
        let host = self.tree.scopes[scope as usize].host;
        let sheets = &self.scopes[scope as usize];
        for &at in sheets.with(rules) {
            if self.tree.is_exhausted() {
                return;
            }
            let number = self.first_number[scope as usize] + at;
            self.matcher.ask(
                self.tree,
                index,
                Asking { applied: &sheets.list[at as usize], number, is_author: true, host },
                rules,
            );
        }
    }

    fn sheet(&self, number: u32) -> &Applied {
        if let Some(applied) = self.browser.list.get(number as usize) {
            return applied;
        }
        // The last scope that begins at or before it; scopes without sheets begin where the next one does.
        let scope = self.first_number.partition_point(|first| *first <= number) - 1;
        &self.scopes[scope].list[(number - self.first_number[scope]) as usize]
    }

    /// Outer rules for `::part()`. Which part is meant where is not followed, so they may apply or not.
    fn ask_parts(&mut self, index: Index) {
        let node = self.tree.node(index);
        if node.scope == 0 || !node.has_attribute("part") {
            return;
        }
        for scope in 0..u32::try_from(self.scopes.len()).unwrap_or(0) {
            for (number, applied) in (self.first_number[scope as usize]..).zip(&self.scopes[scope as usize].list) {
                self.matcher.push_parts(Asking { applied, number, is_author: true, host: None });
            }
        }
    }

    fn attribute(&mut self, css: &str, is_hint: bool) {
        let (number, block) = self.attributes.of(css);
        let place = Place { is_author: true, is_inline: true, is_own_tree: true, layer: NO_LAYER, specificity: 0 };
        for (is_important, is_empty) in [(false, block.normal.is_empty()), (true, block.important.is_empty())] {
            if !is_empty {
                let weight = if is_hint { Place::hint() } else { place.weight(is_important) };
                let block = BlockRef::Attribute(number);
                self.matcher.found.push(Matched {
                    weight,
                    nearness: 0,
                    order: 0,
                    block,
                    is_important,
                    is_certain: true,
                    pseudo: None,
                    turned: None,
                });
            }
        }
    }

    /// The style of an element from what the matcher has found, computed once for all that come to the same.
    fn share(&mut self, index: Index, parent: Option<u32>) -> u32 {
        let node = self.tree.node(index);
        self.matcher.found.sort_unstable_by_key(Matched::rank);
        self.matcher.found.dedup();
        let place = (u64::from(node.scope) << 2) | (u64::from(is_unboxed(node)) << 1) | u64::from(node.is_left_out);
        let heritage = parent.map_or(u32::MAX, |parent| self.heritages[parent as usize]);
        // After giving up, too little has been found: such a style is not that of those before.
        let is_exhausted = u64::from(self.tree.is_exhausted());
        let key = &mut self.key;
        key.clear();
        key.extend([place, is_exhausted, u64::from(heritage), NOTHING_MORE]);
        key.extend(self.matcher.found.iter().map(Matched::code));
        if let Some(known) = self.known.get(key.as_slice()) {
            return *known;
        }
        let of_this_parent = parent.map_or(NOTHING_MORE, u64::from);
        key[3] = of_this_parent;
        if let Some(known) = self.known.get(key.as_slice()) {
            return *known;
        }
        let around = parent.map_or(&self.initial, |parent| &self.styles[parent as usize]);
        let (mut computed, takes_more) = self.compute(around, node.scope, index == 0);
        computed.is_left_out = node.is_left_out;
        if computed.display == Display::Contents && is_unboxed(node) {
            computed.display = Display::None;
        }
        self.key[3] = if takes_more { of_this_parent } else { NOTHING_MORE };
        let number = u32::try_from(self.styles.len()).expect("there are not more styles than elements");
        let next = u32::try_from(self.known_heritages.len()).expect("there are not more of them than styles");
        self.heritages.push(*self.known_heritages.entry(computed.heritage()).or_insert(next));
        self.styles.push(computed);
        self.known.insert(self.key.as_slice().into(), number);
        number
    }

    /// Computes a style from what the matcher has found.
    pub fn compute(&self, parent: &Computed, scope: u32, is_root: bool) -> (Computed, bool) {
        let entries: Vec<Entry<'_>> = self
            .matcher
            .found
            .iter()
            .map(|matched| Entry { matched: *matched, declarations: self.declarations(matched) })
            .collect();
        let around = Surroundings {
            visitor: self.visitor,
            default_scheme: self.scheme,
            rem: self.rem,
            keyframes: &self.keyframes[scope as usize],
            reset: &self.reset,
            is_incomplete: self.may_miss_rules(scope),
            is_root,
            is_quirks: self.tree.quirks == QuirksMode::Quirks,
        };
        compute(&around, parent, &entries)
    }

    /// Whether there may be rules in a scope that nobody has seen.
    pub fn may_miss_rules(&self, scope: u32) -> bool {
        self.scopes[scope as usize].is_incomplete || self.tree.is_exhausted()
    }

    /// Whether anything that the matcher has found declares a longhand.
    pub fn is_declared(&self, longhand: Longhand) -> bool {
        let declares = |one: &Declaration| matches!(one, Declaration::Longhand(known, _) if *known == longhand);
        self.matcher.found.iter().any(|matched| self.declarations(matched).iter().any(declares))
    }

    pub fn declarations(&self, matched: &Matched) -> &[Declaration] {
        let block = match matched.block {
            BlockRef::Sheet(sheet, block) => &self.sheet(sheet).sheet.blocks[block as usize],
            BlockRef::Attribute(block) => self.attributes.block(block),
        };
        if matched.is_important { &block.important } else { &block.normal }
    }

    fn finish(self) -> Styled {
        let place = |index: Index| self.tree.node(index).element.id();
        let mut styles: Vec<Style> = Vec::new();
        let mut known: Vec<Option<usize>> = vec![None; self.styles.len()];
        let mut of_element = Vec::with_capacity(self.of_element.len());
        for (index, number) in (0..).zip(&self.of_element) {
            let computed = &self.styles[*number as usize];
            let at = match self.doubts.get(&index) {
                Some(doubt) => {
                    let mut style = computed.to_style();
                    style.unknown = style.unknown.and(*doubt);
                    styles.push(style);
                    styles.len() - 1
                }
                None => *known[*number as usize].get_or_insert_with(|| {
                    styles.push(computed.to_style());
                    styles.len() - 1
                }),
            };
            of_element.push((place(index), at));
        }
        Styled {
            styles,
            of_element,
            declared: self.declared.into_iter().map(|(index, declared)| (place(index), declared)).collect(),
            generated: self.generated.into_iter().map(|(index, generated)| (place(index), generated)).collect(),
        }
    }
}
