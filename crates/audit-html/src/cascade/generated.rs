//! What `::before` and `::after` say (CSS Content 3).

use crate::css::property::{Longhand, Plain};
use crate::tree::Node;
use cssparser::{ParseError, Parser, Token};
use std::sync::Arc;

use super::computed::Computed;

/// The text of a pseudo-element.
pub(super) enum Said {
    /// There is no such box.
    Nothing,
    Text(Arc<str>),
    /// There is one, or may be, and its text is not known: counters, pictures.
    Uncertain(Arc<str>),
}

/// What the pseudo-element of `node` with this style says. What stands behind `/` is said in place of the rest.
pub(super) fn said(computed: &Computed, node: &Node<'_>) -> Said {
    let is_doubtful = computed.unknown.has(Longhand::Content) || computed.unknown.has(Longhand::Display);
    let text = match computed.plain(Longhand::Content) {
        Some(Plain::Text(text)) => text,
        _ if is_doubtful => return Said::Uncertain(Arc::default()),
        _ => return Said::Nothing,
    };
    if computed.display == crate::css::property::Display::None && !is_doubtful {
        return Said::Nothing;
    }
    let mut items = Items { node, out: String::new(), is_certain: !is_doubtful };
    match items.read(&mut Parser::new(text)) {
        Ok(()) if items.is_certain => Said::Text(items.out.into()),
        Ok(()) => Said::Uncertain(items.out.into()),
        // Browsers drop what they do not understand; whether this is such is not known.
        Err(_) => Said::Uncertain(Arc::default()),
    }
}

struct Items<'a, 'h> {
    node: &'a Node<'h>,
    out: String,
    is_certain: bool,
}

impl Items<'_, '_> {
    fn read(&mut self, input: &mut Parser<'_>) -> Result<(), ParseError<()>> {
        while !input.is_exhausted() {
            match input.next()?.clone() {
                Token::QuotedString(text) => self.out.push_str(&text),
                Token::Ident(word) => match word.to_ascii_lowercase().as_str() {
                    "open-quote" => self.out.push('“'),
                    "close-quote" => self.out.push('”'),
                    "no-open-quote" | "no-close-quote" => {}
                    _ => self.is_certain = false,
                },
                Token::UnquotedUrl(_) => {}
                Token::Delim('/') => {
                    self.out.clear();
                    self.is_certain = true;
                }
                Token::Function(name) => {
                    let name = name.to_ascii_lowercase();
                    input.parse_nested_block(|input| self.function(&name, input))?;
                }
                _ => return Err(ParseError::unexpected_token()),
            }
        }
        Ok(())
    }

    fn function(&mut self, name: &str, input: &mut Parser<'_>) -> Result<(), ParseError<()>> {
        match name {
            "attr" => {
                let name = input.expect_ident_cloned()?.to_ascii_lowercase();
                match self.node.attribute(&name) {
                    Some(value) => self.out.push_str(value),
                    None if input.try_parse(Parser::expect_comma).is_ok() => {
                        if let Ok(text) = input.expect_string_cloned() {
                            self.out.push_str(&text);
                        }
                    }
                    None => {}
                }
                self.is_certain &= input.is_exhausted();
            }
            "url" | "src" | "image-set" | "linear-gradient" => {}
            // Counters are numbers that the elements before decide.
            _ => self.is_certain = false,
        }
        while input.next().is_ok() {}
        Ok(())
    }
}
