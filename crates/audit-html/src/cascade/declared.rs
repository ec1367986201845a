//! Declarations kept as they were written, for rules about who says something and how strongly: spacing that visitors
//! cannot change, pages that turn their text with the window.

use super::styler::Styler;
use crate::css::declaration::Declaration;
use crate::css::property::{Longhand, Plain, Value};
use crate::tree::Index;
use cssparser::{Delimiter, ParseError, Parser};
use sada_audit::{Declared, Origin};

/// What is kept of `style` attributes.
const KEPT: &[&str] = &[
    "letter-spacing",
    "word-spacing",
    "line-height",
    "text-align",
    "font-size",
    "transform",
    "rotate",
    "writing-mode",
];

/// What is kept of sheets, for elements that a rule is about which asks how the window is turned.
const TURNING: &[Longhand] = &[Longhand::Transform, Longhand::Rotate, Longhand::WritingMode, Longhand::Display];

impl Styler<'_, '_> {
    /// Remembers what was declared for an element where rules look at that. `found` comes with the weakest first.
    pub(super) fn keep_declared(&mut self, index: Index) {
        let mut kept = Vec::new();
        let all = || self.matcher.found.iter().chain(&self.matcher.turned);
        let is_turning = all().any(|matched| matched.turned.is_some());
        for matched in all().filter(|_| is_turning) {
            for declaration in self.declarations(matched) {
                if let Declaration::Longhand(longhand, value) = declaration
                    && TURNING.contains(longhand)
                    // The browser's own sheet says it of most elements.
                    && (matched.turned.is_some() || *longhand != Longhand::Display)
                {
                    kept.push(Declared {
                        property: longhand.name().into(),
                        value: written(value).into(),
                        is_important: matched.is_important,
                        origin: Origin::Sheet,
                        turned: matched.turned,
                    });
                }
            }
        }
        if let Some(css) = self.tree.node(index).attribute("style") {
            kept.extend(declared_in(css));
        }
        if !kept.is_empty() {
            self.declared.push((index, kept));
        }
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::Plain(plain) => plain.to_string(),
        Value::Both(both) => both.1.as_ref().map_or_else(String::new, Plain::to_string),
        Value::Deferred(deferred) => deferred.text.to_string(),
        Value::Wide(wide) => wide.name().to_owned(),
        _ => String::new(),
    }
}

/// The declarations of a `style` attribute that rules look at as they were written.
pub fn declared_in(css: &str) -> Vec<Declared> {
    let mut kept = Vec::new();
    // Most attributes have none of them: reading them again is worth avoiding.
    if !KEPT.iter().any(|name| css.contains(name)) {
        return kept;
    }
    let mut input = Parser::new(css);
    while !input.is_exhausted() {
        let _: Result<(), ParseError<()>> = input.parse_until_after(Delimiter::Semicolon, |input| {
            let name = input.expect_ident_cloned()?.to_ascii_lowercase();
            input.expect_colon()?;
            input.skip_whitespace();
            let start = input.position();
            while input.next().is_ok() {}
            let text = input.slice_from(start).trim_ascii();
            let (value, is_important) = match text.rsplit_once('!') {
                Some((value, word)) if word.trim_ascii().eq_ignore_ascii_case("important") => (value, true),
                _ => (text, false),
            };
            if KEPT.contains(&name.as_str()) {
                kept.push(Declared {
                    property: name.into(),
                    value: value.trim_ascii().into(),
                    is_important,
                    origin: Origin::Attribute,
                    turned: None,
                });
            }
            Ok(())
        });
    }
    kept
}
