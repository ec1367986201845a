//! What is painted behind the text of others: pseudo-elements, columns. And text that pseudo-elements paint otherwise.

use super::collect::{Matched, Rules};
use super::computed::Computed;
use super::generated::{Said, said};
use super::styler::Styler;
use crate::css::property::{Display, Longhand};
use crate::css::pseudo::PseudoElement;
use crate::tree::Index;
use sada_audit::{Position, Unknown};

impl Styler<'_, '_> {
    /// Notes what cannot be told because of the pseudo-elements of an element.
    pub(super) fn pseudo_elements(&mut self, index: Index) {
        self.matcher.found.clear();
        self.ask_scope(index, self.tree.node(index).scope, Rules::Pseudos);
        let all = std::mem::take(&mut self.matcher.found);
        for pseudo in [PseudoElement::Before, PseudoElement::After, PseudoElement::FirstText] {
            self.matcher.found.clear();
            self.matcher.found.extend(all.iter().filter(|matched| matched.pseudo == Some(pseudo)));
            if !self.matcher.found.is_empty() {
                self.pseudo_element(index, pseudo);
            }
        }
        self.matcher.found = all;
    }

    fn pseudo_element(&mut self, index: Index, pseudo: PseudoElement) {
        self.matcher.found.sort_unstable_by_key(Matched::rank);
        let parent = &self.styles[self.of_element[index as usize] as usize];
        let scope = self.tree.node(index).scope;
        // Without `content` neither `::before` nor `::after` has a box.
        let is_text = pseudo == PseudoElement::FirstText;
        if !is_text && !self.may_miss_rules(scope) && !self.is_declared(Longhand::Content) {
            return;
        }
        let (computed, _) = self.compute(parent, scope, false);
        if is_text {
            let is_other = computed.color != parent.color
                || computed.font != parent.font
                || computed.background != parent.background
                || computed.flags != parent.flags
                || computed.unknown != parent.unknown;
            if is_other {
                self.doubt(index, Unknown::COLOR.and(Unknown::FONT).and(Unknown::BACKGROUND));
            }
            return;
        }
        self.say(index, pseudo, &computed);
        let style = computed.to_style();
        let has_box = computed.flags.has(Longhand::Content) || computed.unknown.has(Longhand::Content);
        let is_hidden =
            computed.display == Display::None || style.opacity == 0.0 || computed.flags.has(Longhand::Visibility);
        let is_certainly_hidden = is_hidden && !style.unknown.has(Unknown::VISIBILITY.and(Unknown::PAINT));
        let paints = style.background_color.alpha > 0.0
            || style.has_background_image
            || style.unknown.has(Unknown::BACKGROUND)
            || style.changes_paint;
        let is_out_of_flow = matches!(style.position, Position::Absolute | Position::Fixed | Position::Sticky);
        let leaves = is_out_of_flow || style.may_leave_parent || style.unknown.has(Unknown::PLACE);
        if has_box && !is_certainly_hidden && paints && leaves {
            let painted = self.painted_on(index, style.position);
            self.doubt(painted, Unknown::BACKGROUND);
        }
    }

    /// Remembers what `::before` or `::after` says.
    fn say(&mut self, index: Index, pseudo: PseudoElement, computed: &Computed) {
        let (text, is_uncertain) = match said(computed, self.tree.node(index)) {
            Said::Nothing => return,
            Said::Text(text) => (text, false),
            Said::Uncertain(text) => (text, true),
        };
        let generated = self.generated.entry(index).or_default();
        generated.is_uncertain |= is_uncertain;
        match pseudo {
            PseudoElement::Before => generated.before = Some(text),
            _ => generated.after = Some(text),
        }
    }

    /// A column with a background lies behind cells that do not stand in it.
    pub(super) fn column(&mut self, index: Index) {
        let node = self.tree.node(index);
        if !node.is("col") && !node.is("colgroup") {
            return;
        }
        let style = self.styles[self.of_element[index as usize] as usize].to_style();
        let paints = style.background_color.alpha > 0.0 || style.has_background_image;
        if paints || style.unknown.has(Unknown::BACKGROUND) {
            let table = self.tree.lineage(index).find(|around| self.tree.node(*around).is("table"));
            self.doubt(table.unwrap_or(index), Unknown::BACKGROUND);
        }
    }

    /// The element whose box a positioned pseudo-element can cover.
    fn painted_on(&self, index: Index, position: Position) -> Index {
        let mut at = index;
        if !matches!(position, Position::Absolute | Position::Fixed) {
            return at;
        }
        loop {
            let style = &self.styles[self.of_element[at as usize] as usize];
            let holds = position == Position::Absolute && style.position != Position::Static
                || style.flags.has_any(&[Longhand::Transform, Longhand::Filter, Longhand::BackdropFilter]);
            match self.tree.flat_parent(self.tree.node(at)) {
                Some(parent) if !holds => at = parent,
                _ => return at,
            }
        }
    }

    fn doubt(&mut self, index: Index, doubt: Unknown) {
        let known = self.doubts.entry(index).or_default();
        *known = known.and(doubt);
    }
}
