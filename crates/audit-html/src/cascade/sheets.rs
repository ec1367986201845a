//! Which sheets apply to which part of a page, in which order.

use super::collect::Rules;
use crate::certainty::Certainty;
use crate::css::media::MediaList;
use crate::css::property::Set;
use crate::css::sheet::{LayerId, Sheet};
use crate::{StyleSheets, Visitor};
use hashbrown::HashMap;
use sada_audit::Turned;
use std::sync::Arc;
use url::Url;

/// How deep `@import` is followed. A sheet that imports itself ends here.
const DEEPEST_IMPORT: usize = 8;

/// How many layers all sheets of a page may have together.
const MOST_LAYERS: usize = 4000;

/// Services whose sheets hold `@font-face` rules alone, which change nothing that is looked at.
const FONT_SERVICES: &[&str] = &["fonts.bunny.net", "fonts.googleapis.com", "use.typekit.net"];

/// A sheet in its place.
pub(crate) struct Applied {
    pub sheet: Arc<Sheet>,
    /// Whether each condition in it holds for this page.
    pub conditions: Vec<Certainty>,
    /// Which way the window must be turned for each condition. Empty where none asks for that.
    turned: Vec<Option<Turned>>,
    /// Whether the sheet as a whole applies.
    pub holds: Certainty,
    /// The place of each of its layers in the order of all; the sheet's own rules are last in theirs.
    layers: Vec<u16>,
    own_layer: u16,
}

impl Applied {
    /// The place of a rule's layer. Rules outside of layers come last and win.
    pub fn layer(&self, layer: Option<LayerId>) -> u16 {
        layer.map_or(self.own_layer, |layer| self.layers[layer as usize])
    }

    /// Which way the window must be turned for something under a condition.
    pub fn turned(&self, condition: Option<u32>) -> Option<Turned> {
        self.turned.get(condition? as usize).copied().flatten()
    }

    /// Whether something under a condition applies.
    pub fn holds(&self, condition: Option<u32>) -> Certainty {
        self.holds.and(condition.map_or(Certainty::Yes, |condition| self.conditions[condition as usize]))
    }
}

/// The sheets of the document or of one shadow root, in order.
#[derive(Default)]
pub(crate) struct ScopeSheets {
    pub list: Vec<Applied>,
    /// Not every sheet is there, or one is there in part: any style may be another.
    pub is_incomplete: bool,
    /// Which of them have rules for elements, for pseudo-elements, for the host and what is in its slots.
    elements: Vec<u32>,
    pseudos: Vec<u32>,
    outside: Vec<u32>,
}

/// A layer that no rule is outside of.
pub(crate) const NO_LAYER: u16 = u16::MAX;

/// Puts the sheets of one scope together.
pub(crate) struct Gather<'a> {
    loader: &'a dyn StyleSheets,
    visitor: &'a Visitor,
    missing: &'a mut Vec<String>,
    found: Vec<(Applied, Option<usize>)>,
    /// All layers, each with its parent, in the order in which they are first named.
    layers: Vec<(Option<usize>, Option<Box<str>>)>,
    is_incomplete: bool,
}

impl<'a> Gather<'a> {
    pub fn new(loader: &'a dyn StyleSheets, visitor: &'a Visitor, missing: &'a mut Vec<String>) -> Self {
        Self { loader, visitor, missing, found: Vec::new(), layers: Vec::new(), is_incomplete: false }
    }

    /// Says that sheets behind those before are not read.
    pub fn leave_out_the_rest(&mut self) {
        self.is_incomplete = true;
        self.missing
            .push("style sheets behind the first thousands, so colours and visibility are not certain".to_owned());
    }

    /// Loads a sheet and puts it behind those before.
    pub fn load(&mut self, href: &str, base: Option<&Url>, media: Certainty) {
        self.load_into(href, base, media, None, 0);
    }

    fn load_into(&mut self, href: &str, base: Option<&Url>, holds: Certainty, layer: Option<usize>, depth: usize) {
        if holds == Certainty::No {
            return;
        }
        if depth > DEEPEST_IMPORT {
            self.is_incomplete = true;
            return;
        }
        let url = base.map_or_else(|| Url::parse(href), |base| base.join(href)).ok();
        let address = url.as_ref().map_or(href, Url::as_str);
        if url.as_ref().and_then(Url::host_str).is_some_and(|host| FONT_SERVICES.contains(&host)) {
            return;
        }
        if let Some(sheet) = self.loader.load(address) {
            return self.add_into(sheet, url.as_ref(), holds, layer, depth);
        }
        self.is_incomplete = true;
        self.missing
            .push(format!("the style sheet {address} could not be loaded, so colours and visibility are not certain"));
    }

    /// Puts a sheet that is there already behind those before.
    pub fn add(&mut self, sheet: Arc<Sheet>, base: Option<&Url>, media: Certainty) {
        self.add_into(sheet, base, media, None, 0);
    }

    fn add_into(
        &mut self,
        sheet: Arc<Sheet>,
        base: Option<&Url>,
        holds: Certainty,
        around: Option<usize>,
        depth: usize,
    ) {
        if holds == Certainty::No {
            return;
        }
        if let Some(reason) = sheet.cut {
            self.is_incomplete = true;
            let address = base.map_or("of the page itself", Url::as_str);
            self.missing.push(format!("the style sheet {address} was read in part: {reason}"));
        }
        let conditions = sheet.evaluate(self.visitor);
        let turned = sheet.turned(self.visitor);
        let layers: Vec<usize> = self.merge_layers(&sheet, around);
        for import in &sheet.imports {
            let holds = holds.and(import.condition.map_or(Certainty::Yes, |condition| conditions[condition as usize]));
            let layer = import.layer.map(|layer| layers[layer as usize]).or(around);
            self.load_into(&import.href, base, holds, layer, depth + 1);
        }
        let place = |layer: &usize| u16::try_from(*layer).unwrap_or(NO_LAYER);
        let layers = layers.iter().map(place).collect();
        self.found.push((Applied { sheet, conditions, turned, holds, layers, own_layer: NO_LAYER }, around));
    }

    fn merge_layers(&mut self, sheet: &Sheet, around: Option<usize>) -> Vec<usize> {
        let mut merged: Vec<usize> = Vec::with_capacity(sheet.layers.list.len());
        for layer in &sheet.layers.list {
            let parent = layer.parent.map(|parent| merged[parent as usize]).or(around);
            let known = self
                .layers
                .iter()
                .position(|(known_parent, name)| name.is_some() && *known_parent == parent && *name == layer.name);
            if known.is_none() && self.layers.len() >= MOST_LAYERS {
                self.is_incomplete = true;
                merged.push(0);
                continue;
            }
            merged.push(known.unwrap_or(self.layers.len()));
            if known.is_none() {
                self.layers.push((parent, layer.name.clone()));
            }
        }
        merged
    }

    /// All sheets in order, with their layers in order.
    pub fn finish(self) -> ScopeSheets {
        let places = order(&self.layers);
        let mut list = Vec::with_capacity(self.found.len());
        for (mut applied, around) in self.found {
            for layer in &mut applied.layers {
                *layer = places[usize::from(*layer)];
            }
            applied.own_layer = around.map_or(NO_LAYER, |around| places[around]);
            list.push(applied);
        }
        let which = |has: &dyn Fn(&Sheet) -> bool| -> Vec<u32> {
            (0..).zip(&list).filter(|(_, applied): &(u32, &Applied)| has(&applied.sheet)).map(|(at, _)| at).collect()
        };
        let elements = which(&|sheet| !sheet.elements.is_empty());
        let pseudos = which(&|sheet| !sheet.pseudos.is_empty());
        let outside = which(&|sheet| !sheet.hosts.is_empty() || !sheet.slotted.is_empty());
        ScopeSheets { list, is_incomplete: self.is_incomplete, elements, pseudos, outside }
    }
}

/// The place of each layer: those named first are weakest, and what a layer says itself stands behind its sublayers.
fn order(layers: &[(Option<usize>, Option<Box<str>>)]) -> Vec<u16> {
    let mut places = vec![0; layers.len()];
    let mut next = 0_u16;
    let mut open: Vec<(usize, bool)> = Vec::new();
    let push_children = |open: &mut Vec<(usize, bool)>, parent: Option<usize>| {
        let from = open.len();
        open.extend(layers.iter().enumerate().filter(|(_, (own, _))| *own == parent).map(|(at, _)| (at, false)));
        open[from..].reverse();
    };
    push_children(&mut open, None);
    while let Some((at, has_children_done)) = open.pop() {
        if has_children_done {
            places[at] = next;
            next = next.saturating_add(1).min(NO_LAYER - 1);
        } else {
            open.push((at, true));
            push_children(&mut open, Some(at));
        }
    }
    places
}

impl ScopeSheets {
    /// The places of the sheets that have such rules.
    pub(super) fn with(&self, rules: Rules) -> &[u32] {
        match rules {
            Rules::Elements => &self.elements,
            Rules::Pseudos => &self.pseudos,
            Rules::Hosts | Rules::Slotted => &self.outside,
        }
    }

    /// What the keyframes of each name change.
    pub fn keyframes(&self) -> HashMap<Box<str>, Set> {
        let mut all: HashMap<Box<str>, Set> = HashMap::new();
        for applied in &self.list {
            for (name, longhands) in &applied.sheet.keyframes {
                let known = all.entry(name.clone()).or_default();
                *known = known.and(*longhands);
            }
        }
        all
    }
}

/// Whether the value of a `media` attribute holds.
pub(crate) fn media(attribute: Option<&str>, visitor: &Visitor) -> Certainty {
    attribute.map_or(Certainty::Yes, |media| MediaList::of_attribute(media).evaluate(visitor))
}
