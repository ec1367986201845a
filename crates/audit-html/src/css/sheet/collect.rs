//! Reads the text of a sheet into rules, nested ones included.

use super::at_rule::Prelude;
use super::{Import, LayerId, Nested, Registered, Rule, Sheet, scope};
use crate::certainty::Certainty;
use crate::css::condition::Condition;
use crate::css::declaration::Block;
use crate::css::property::Set;
use crate::css::pseudo::PseudoElement;
use crate::css::selector::{self, List, Namespaces, Parsed, Selector, Within};
use crate::css::value::Context;
use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
};
use selectors::context::QuirksMode;
use selectors::parser::{AncestorHashes, Component};

/// Bytes of one sheet that are read. The largest frameworks have three hundred thousand.
const MOST_BYTES: usize = 16 << 20;
/// Selectors of one sheet.
const MOST_RULES: usize = 250_000;
/// Layers of one sheet.
pub(super) const MOST_LAYERS: usize = 1000;
/// Rules inside each other with a selector of their own. Their selectors multiply.
const DEEPEST: usize = 16;

/// Reads a sheet.
pub(super) fn sheet(css: &str) -> Sheet {
    let is_whole = css.len() <= MOST_BYTES;
    let css = if is_whole { css } else { &css[..css.floor_char_boundary(MOST_BYTES)] };
    let mut collector = Collector::default();
    if !is_whole {
        collector.sheet.cut = Some("it has more than 16 MB");
    }
    let mut input = Parser::new(css);
    for _ in StyleSheetParser::new(&mut input, &mut collector) {}
    collector.sheet
}

/// Where in the sheet the reader is, and what it has found.
#[derive(Default)]
pub(super) struct Collector {
    pub sheet: Sheet,
    pub namespaces: Namespaces,
    pub context: Around,
    /// Whether a rule has been read, after which `@import` means nothing.
    pub has_rules: bool,
    declarations: Block,
}

/// What stands around the rule that is being read.
#[derive(Clone, Default)]
pub(super) struct Around {
    pub parents: Option<Parsed>,
    pub condition: Option<u32>,
    pub layer: Option<LayerId>,
    /// Inside a rule with selectors, where declarations may stand.
    pub is_style: bool,
    /// What selectors may begin from.
    pub within: Within,
    /// The innermost `@scope` around it, where that is decided.
    pub scope: Option<u32>,
    /// Inside an `@scope` that is not decided, where `:scope` may be any element.
    pub is_anywhere: bool,
    pub depth: usize,
}

type Error = ParseError<()>;

impl Collector {
    /// Reads the inside of a rule, with something around it.
    pub fn body(&mut self, input: &mut Parser<'_>, around: Around) {
        let outer = std::mem::replace(&mut self.context, around);
        let declarations = std::mem::take(&mut self.declarations);
        for _ in RuleBodyParser::<_, (), ()>::new(input, self) {}
        self.flush();
        self.declarations = declarations;
        self.context = outer;
    }

    /// Makes a rule of the declarations read so far: what follows a nested rule comes behind it.
    pub fn flush(&mut self) {
        let block = std::mem::take(&mut self.declarations);
        let Some(parents) = self.context.parents.clone() else { return };
        if block.is_empty() || !self.context.is_style {
            return;
        }
        let at = index(self.sheet.blocks.len());
        let mut is_used = false;
        for selector in parents.list.slice() {
            is_used |= self.rule(selector, parents.is_undecided, at);
        }
        if is_used {
            self.sheet.blocks.push(block);
        }
    }

    fn rule(&mut self, selector: &Selector, is_undecided: bool, block: u32) -> bool {
        let pseudo = selector.pseudo_elements().first().map(|pseudo| **pseudo);
        let is_ignored = matches!(pseudo, Some(PseudoElement::Other)) || selector.pseudo_elements().len() > 1;
        if is_ignored {
            return false;
        }
        if self.sheet.rules.len() >= MOST_RULES {
            self.sheet.cut = Some("it has more than 250,000 selectors");
            return false;
        }
        if !selector::is_bounded(selector) {
            self.sheet.cut = Some("a selector is too long to be matched");
            return false;
        }
        let at = index(self.sheet.rules.len());
        if selector.is_part() {
            self.sheet.parts.push(at);
        } else if selector.is_slotted() {
            self.sheet.slotted.push(at);
        } else if has_host(selector) {
            self.sheet.hosts.push(at);
        } else if pseudo.is_some() {
            self.sheet.pseudos.add(selector, at);
        } else {
            self.sheet.elements.add(selector, at);
        }
        let hashes = AncestorHashes::new(selector, QuirksMode::NoQuirks);
        let Around { condition, layer, scope, .. } = self.context;
        self.sheet.rules.push(Rule {
            selector: selector.clone(),
            hashes,
            block,
            condition,
            layer,
            scope,
            pseudo,
            is_undecided,
        });
        true
    }

    /// A condition inside the one around.
    pub fn condition(&mut self, condition: Condition) -> u32 {
        self.sheet.conditions.push(Nested { parent: self.context.condition, condition });
        index(self.sheet.conditions.len() - 1)
    }

    pub fn import(&mut self, href: &str, layer: Option<LayerId>, condition: Option<u32>) {
        self.sheet.imports.push(Import { href: href.into(), condition, layer });
    }

    pub fn keyframes(&mut self, name: &str, longhands: Set) {
        self.sheet.keyframes.push((name.into(), longhands));
    }

    pub fn register(&mut self, registered: Registered) {
        self.sheet.registered.push(registered);
    }
}

/// Whether its subject is the host of the shadow root the sheet stands in.
fn has_host(selector: &Selector) -> bool {
    fn is_host(component: &Component<selector::Selectors>) -> bool {
        match component {
            Component::Host(_) => true,
            Component::Is(list) | Component::Where(list) => {
                list.slice().iter().any(|selector| selector.iter().any(is_host))
            }
            _ => false,
        }
    }
    let mut iter = selector.iter();
    if selector.has_pseudo_element() {
        while iter.next().is_some() {}
        iter.next_sequence();
    }
    iter.any(is_host)
}

pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a sheet has fewer than 2³² bytes")
}

impl<'i> QualifiedRuleParser<'i> for Collector {
    type Prelude = Parsed;
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<Parsed, Error> {
        self.has_rules = true;
        let own = selector::parse(input, &self.namespaces, self.context.within);
        let own = own.ok_or_else(ParseError::unexpected_token)?;
        input.expect_exhausted()?;
        let names_scope = |selector: &Selector| selector.has_scope_selector() || selector.has_parent_selector();
        if self.context.is_anywhere && own.list.slice().iter().any(names_scope) {
            // It matches some of all elements; "perhaps any" is the whole truth.
            return selector::parse(&mut Parser::new("*"), &self.namespaces, Within::Nothing)
                .ok_or_else(ParseError::unexpected_token);
        }
        let Some(parents) = &self.context.parents else { return Ok(own) };
        let list: List = match self.context.within {
            Within::Scope => scope::within(&own.list, parents),
            _ => own.list.replace_parent_selector(&parents.list),
        };
        Ok(Parsed { list, is_undecided: own.is_undecided || parents.is_undecided })
    }

    fn parse_block(&mut self, list: Parsed, _: &ParserState, input: &mut Parser<'i>) -> Result<(), Error> {
        self.flush();
        if self.context.depth >= DEEPEST {
            self.sheet.cut = Some("rules are nested too deep");
            return Ok(());
        }
        let around = Around {
            parents: Some(list),
            is_style: true,
            within: Within::Rule,
            depth: self.context.depth + 1,
            ..self.context.clone()
        };
        self.body(input, around);
        Ok(())
    }
}

impl<'i> DeclarationParser<'i> for Collector {
    type Declaration = ();
    type Error = ();

    fn parse_value(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>, _: &ParserState) -> Result<(), Error> {
        let context = Context::of_no_page();
        self.declarations.declare(&name, input, &context).map_err(|_| ParseError::unexpected_token())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Collector {
    fn parse_declarations(&self) -> bool {
        self.context.is_style
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}

impl<'i> AtRuleParser<'i> for Collector {
    type Prelude = Prelude;
    type AtRule = ();
    type Error = ();

    fn parse_prelude(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i>) -> Result<Prelude, Error> {
        Prelude::parse(self, &name, input)
    }

    fn rule_without_block(&mut self, prelude: Prelude, _: &ParserState) -> Result<(), ()> {
        prelude.without_block(self)
    }

    fn parse_block(&mut self, prelude: Prelude, _: &ParserState, input: &mut Parser<'i>) -> Result<(), Error> {
        self.flush();
        prelude.with_block(self, input);
        Ok(())
    }
}

/// A condition that was decided while the sheet was read.
pub(super) fn fixed(certainty: Certainty) -> Condition {
    Condition::Fixed(certainty)
}
