//! Rules by what their last compound selector asks for, so that an element meets few of them.
//!
//! The root of an HTML page is `html`, and links are `a` and `area`: the parser makes no others.

use crate::css::name::{HashTable, hash_of};
use crate::css::pseudo::PseudoClass;
use crate::css::selector::{Selector, Selectors};
use crate::tree::{Node, Word};
use selectors::parser::{Component, SelectorIter};

/// Rules by id, class and element name of their subject.
#[derive(Debug, Default)]
pub(crate) struct Index {
    ids: HashTable<Vec<u32>>,
    classes: HashTable<Vec<u32>>,
    attributes: HashTable<Vec<u32>>,
    names: HashTable<Vec<u32>>,
    others: Vec<u32>,
}

/// What an element must have to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Id(u32),
    Class(u32),
    Attribute(u32),
    Name(u32),
}

impl Index {
    /// Adds a rule.
    pub fn add(&mut self, selector: &Selector, rule: u32) {
        let mut iter = selector.iter();
        // `a::before` is looked up by `a`.
        if selector.has_pseudo_element() {
            while iter.next().is_some() {}
            iter.next_sequence();
        }
        match keys(&mut iter) {
            Some(mut keys) => {
                keys.sort_unstable();
                keys.dedup();
                for key in keys {
                    match key {
                        Key::Id(hash) => self.ids.entry(hash),
                        Key::Class(hash) => self.classes.entry(hash),
                        Key::Attribute(hash) => self.attributes.entry(hash),
                        Key::Name(hash) => self.names.entry(hash),
                    }
                    .or_default()
                    .push(rule);
                }
            }
            None => self.others.push(rule),
        }
    }

    pub fn is_empty(&self) -> bool {
        let tables = [&self.ids, &self.classes, &self.attributes, &self.names];
        tables.into_iter().all(HashTable::is_empty) && self.others.is_empty()
    }

    /// Calls `meet` with every rule that may match an element. A rule may come twice.
    pub fn lookup(&self, of: &Lookup<'_>, mut meet: impl FnMut(u32)) {
        let mut meet_all = |rules: Option<&Vec<u32>>| rules.into_iter().flatten().for_each(|rule| meet(*rule));
        if let Some(id) = of.id.filter(|_| !self.ids.is_empty()) {
            meet_all(self.ids.get(&id));
        }
        if !self.classes.is_empty() {
            of.classes.iter().for_each(|class| meet_all(self.classes.get(&class.hash)));
        }
        if !self.attributes.is_empty() {
            of.node.attributes().for_each(|(_, local, _)| meet_all(self.attributes.get(&hash_of(local))));
        }
        meet_all(self.names.get(&of.name));
        meet_all(Some(&self.others));
    }
}

/// What an element is looked up by.
pub(crate) struct Lookup<'e> {
    pub id: Option<u32>,
    pub classes: &'e [Word<'e>],
    pub node: &'e Node<'e>,
    pub name: u32,
}

/// The best key of a compound selector; several where it is a choice, `None` where it may be anything.
fn keys(compound: &mut SelectorIter<'_, Selectors>) -> Option<Vec<Key>> {
    let mut best: Option<Vec<Key>> = None;
    for component in compound {
        let found = match component {
            Component::ID(id) => Some(vec![Key::Id(id.hash())]),
            Component::Class(class) => Some(vec![Key::Class(class.hash())]),
            Component::LocalName(name) => Some(vec![Key::Name(name.name.hash())]),
            Component::AttributeInNoNamespaceExists { local_name, .. }
            | Component::AttributeInNoNamespace { local_name, .. } => Some(vec![Key::Attribute(local_name.hash())]),
            Component::NonTSPseudoClass(PseudoClass::Link) => {
                Some(["a", "area"].map(|name| Key::Name(hash_of(name))).to_vec())
            }
            Component::Root => Some(vec![Key::Name(hash_of("html"))]),
            Component::Is(list) | Component::Where(list) => {
                let each: Option<Vec<Vec<Key>>> =
                    list.slice().iter().map(|selector| keys(&mut selector.iter())).collect();
                each.map(|each| each.concat())
            }
            _ => None,
        };
        let Some(found) = found else { continue };
        let is_better = best.as_ref().is_none_or(|best| rank(&found) < rank(best));
        if is_better {
            best = Some(found);
        }
    }
    best
}

/// Ids are rarer than classes, and those are rarer than names; one is rarer than many.
fn rank(keys: &[Key]) -> (usize, usize) {
    let of = |key: &Key| match key {
        Key::Id(_) => 0,
        Key::Class(_) => 1,
        Key::Attribute(_) => 2,
        Key::Name(_) => 3,
    };
    (keys.iter().map(of).max().unwrap_or(0), keys.len())
}
