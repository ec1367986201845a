//! Text to a tree, with the exact place of every start tag, and bounds for hostile markup.

mod arena;
mod caps;
mod hostile;
mod names;
mod sink;
#[cfg(test)]
mod tests;
mod token;

pub(crate) use arena::{Kind, NodeId};
pub(crate) use caps::Cut;
pub(crate) use sink::Built;

use crate::{HtmlError, Limits};
use caps::Caps;
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use selectors::context::QuirksMode;
use sink::SpannedSink;
use std::rc::Rc;
use token::{Reader, SpannedTokens};

/// A parsed page.
pub(crate) struct Parsed {
    pub built: Built,
    /// What the bounds left out.
    pub cut: Cut,
}

impl Parsed {
    /// How sheets are read for it.
    pub fn quirks(&self) -> QuirksMode {
        match self.built.quirks {
            html5ever::tree_builder::QuirksMode::Quirks => QuirksMode::Quirks,
            html5ever::tree_builder::QuirksMode::LimitedQuirks => QuirksMode::LimitedQuirks,
            html5ever::tree_builder::QuirksMode::NoQuirks => QuirksMode::NoQuirks,
        }
    }
}

/// Parses a document as a browser with scripting does (HTML, parsing). An excerpt is in standards mode without
/// saying so.
pub(crate) fn parse(source: &str, limits: &Limits, is_excerpt: bool) -> Result<Parsed, HtmlError> {
    // A visitor with JavaScript sees no `noscript`: it is one text that is not shown.
    let options = TreeBuilderOpts { scripting_enabled: true, iframe_srcdoc: is_excerpt, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(SpannedSink::with_room_for(nodes_at_most(source, limits), source.len()), options);
    let reader = Rc::new(Reader::default());
    let tokens = SpannedTokens::new(builder, source, Rc::clone(&reader), Caps::new(limits));
    // The mark at the very start is gone already; a second one is text.
    let tokenizer = Tokenizer::new(tokens, TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() });
    let mut rest = source;
    while !rest.is_empty() {
        let (portion, left) = rest.split_at(rest.floor_char_boundary(hostile::PORTION));
        rest = left;
        feed(&tokenizer, &reader.queue, portion, &reader);
        let at = tokenizer.sink.at();
        hostile::refuse(&source[at..source.len() - rest.len()], at)?;
    }
    tokenizer.end();
    let (sink, cut) = tokenizer.sink.finish();
    Ok(Parsed { built: sink.finish(), cut })
}

/// A tag makes an element, and there may be a text before and behind it. A tree that grows has to be copied.
fn nodes_at_most(source: &str, limits: &Limits) -> usize {
    let tags = source.bytes().filter(|byte| *byte == b'<').count();
    tags.min(limits.elements.saturating_mul(2)).saturating_mul(2).saturating_add(8)
}

fn feed(tokenizer: &Tokenizer<SpannedTokens<'_>>, queue: &BufferQueue, portion: &str, reader: &Reader) {
    reader.given.set(reader.given.get() + portion.len());
    queue.push_back(StrTendril::from_slice(portion));
    loop {
        match tokenizer.feed(queue) {
            TokenizerResult::Done => break,
            // Scripts are not run, and the encoding is settled.
            TokenizerResult::Script(_) | TokenizerResult::EncodingIndicator(_) => {}
        }
    }
}
