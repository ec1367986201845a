//! Watches the tokens go by: where each start tag stands, and whether it still fits.

use super::arena::NodeId;
use super::caps::{Caps, Cut, Verdict};
use super::sink::SpannedSink;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{Tracer, TreeBuilder};
use sada_audit::Span;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the tokenizer is given and has not read yet: the difference says where it is.
#[derive(Default)]
pub(super) struct Reader {
    pub queue: BufferQueue,
    pub given: Cell<usize>,
}

impl Reader {
    /// How much has been read. Looking ahead can split what is left into several pieces.
    fn position(&self) -> usize {
        let Some(first) = self.queue.pop_front() else { return self.given.get() };
        let mut left = first.len();
        if !self.queue.is_empty() {
            let mut pieces = Vec::new();
            while let Some(piece) = self.queue.pop_front() {
                left += piece.len();
                pieces.push(piece);
            }
            for piece in pieces {
                self.queue.push_back(piece);
            }
        }
        self.queue.push_front(first);
        self.given.get() - left
    }
}

/// Hands tokens to the tree builder and tells the sink where their start tags stand.
pub(super) struct SpannedTokens<'s> {
    builder: TreeBuilder<NodeId, SpannedSink>,
    source: &'s str,
    reader: Rc<Reader>,
    /// Where the token before ended.
    at: Cell<usize>,
    caps: RefCell<Caps>,
}

impl<'s> SpannedTokens<'s> {
    pub fn new(builder: TreeBuilder<NodeId, SpannedSink>, source: &'s str, reader: Rc<Reader>, caps: Caps) -> Self {
        Self { builder, source, reader, at: Cell::new(0), caps: RefCell::new(caps) }
    }

    /// The sink, and what was left out.
    pub fn finish(self) -> (SpannedSink, Cut) {
        (self.builder.sink, self.caps.into_inner().into_cut())
    }

    /// Where the token before ended.
    pub fn at(&self) -> usize {
        self.at.get()
    }

    /// From the `<` behind the last token to where the tokenizer is.
    fn span(&self, tag: &Tag, end: usize) -> Option<Span> {
        let bytes = self.source.as_bytes();
        let before = self.at.get();
        let is_tag = |start: usize| {
            let name = bytes.get(start + 1..).unwrap_or_default();
            let is_named =
                name.get(..tag.name.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag.name.as_bytes()));
            // A NUL in the name has become U+FFFD.
            bytes.get(start) == Some(&b'<') && (is_named || tag.name.contains('\u{fffd}'))
        };
        // A `\n` behind `\r` is read late, and a `<` that another one follows is read early.
        let start = [Some(before), before.checked_add(1), before.checked_sub(1)]
            .into_iter()
            .flatten()
            .find(|at| is_tag(*at))?;
        (start < end).then_some(Span { start, end })
    }

    /// How many elements the tree builder may look through for a token.
    fn open(&self) -> usize {
        let count = Count(Cell::new(0));
        self.builder.trace_handles(&count);
        count.0.get()
    }
}

struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = NodeId;

    fn trace_handle(&self, _node: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

impl TokenSink for SpannedTokens<'_> {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        let end = self.reader.position();
        let verdict = self.caps.borrow_mut().judge(&token, self.builder.sink.created(), || self.open());
        let result = match token {
            _ if verdict == Verdict::LeaveOut => TokenSinkResult::Continue,
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let span = self.span(&tag, end);
                self.builder.sink.expect(&tag.name);
                let result = self.builder.process_token(Token::TagToken(tag), line);
                self.builder.sink.settle(span);
                result
            }
            token => self.builder.process_token(token, line),
        };
        self.at.set(end);
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
