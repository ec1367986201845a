//! Declarations: a property and its value, checked while the sheet is read.

use super::name::Name;
use super::property::{Deferred, Longhand, Property, Value, Wide};
use super::value::{Context, Trouble, trouble};
use cssparser::{Delimiter, ParseError, Parser, Token, parse_important};
use std::sync::Arc;

/// One declaration of a longhand or a custom property.
#[derive(Debug, Clone)]
pub(crate) enum Declaration {
    Longhand(Longhand, Value),
    Custom(Name, Custom),
}

/// The value of a custom property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Custom {
    Wide(Wide),
    Text(Arc<str>),
}

/// The declarations of one rule or `style` attribute, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    pub normal: Vec<Declaration>,
    pub important: Vec<Declaration>,
}

impl Block {
    /// Reads the text of a `style` attribute.
    pub fn parse(text: &str) -> Self {
        let mut block = Self::default();
        let context = Context::of_no_page();
        let mut input = Parser::new(text);
        while !input.is_exhausted() {
            let _: Result<(), ParseError<()>> = input.parse_until_after(Delimiter::Semicolon, |input| {
                let name = input.expect_ident_cloned()?;
                input.expect_colon()?;
                block.declare(&name, input, &context).map_err(|Malformed| ParseError::unexpected_token())
            });
        }
        block
    }

    pub fn is_empty(&self) -> bool {
        self.normal.is_empty() && self.important.is_empty()
    }

    /// Reads the value of a declaration, up to the end of `input`, and keeps it if it matters.
    pub fn declare(&mut self, name: &str, input: &mut Parser<'_>, context: &Context) -> Result<(), Malformed> {
        let written = Written::read(input, name.starts_with("--"))?;
        let list = if written.is_important { &mut self.important } else { &mut self.normal };
        if name.starts_with("--") {
            let wide = Wide::of_name(written.text);
            let value = wide.map_or_else(|| Custom::Text(written.text.into()), Custom::Wide);
            list.push(Declaration::Custom(name.into(), value));
            return Ok(());
        }
        let Some(property) = Property::of_name(name) else { return Ok(()) };
        list.extend(
            written
                .values(property, context)
                .into_iter()
                .map(|(longhand, value)| Declaration::Longhand(longhand, value)),
        );
        Ok(())
    }
}

/// It is no declaration: perhaps a nested rule.
#[derive(Debug)]
pub(crate) struct Malformed;

/// A value as it stands in the sheet.
struct Written<'i> {
    text: &'i str,
    is_important: bool,
    has_variables: bool,
}

/// Functions that are replaced before the value is read (CSS Values 5, arbitrary substitution).
const SUBSTITUTED: &[&str] = &["var", "env", "attr", "if", "inherit", "random-item", "first-valid"];

impl<'i> Written<'i> {
    fn read(input: &mut Parser<'i>, is_custom: bool) -> Result<Self, Malformed> {
        input.skip_whitespace();
        let start = input.position();
        input.look_for_arbitrary_substitution_functions(SUBSTITUTED);
        let text: Result<&str, ParseError<Malformed>> = input.parse_until_before(Delimiter::Bang, |input| {
            loop {
                match input.next() {
                    Ok(Token::CurlyBracketBlock) if !is_custom => return Err(ParseError::custom(Malformed)),
                    Ok(token) if token.is_parse_error() => return Err(ParseError::custom(Malformed)),
                    Ok(_) => {}
                    Err(_) => return Ok(input.slice_from(start)),
                }
            }
        });
        let Ok(text) = text else { return Err(Malformed) };
        let text: &str = text.trim_ascii();
        let has_variables = input.seen_arbitrary_substitution_functions() || has_custom_function(text);
        let is_important = !input.is_exhausted();
        if is_important && (parse_important(input).is_err() || !input.is_exhausted()) {
            return Err(Malformed);
        }
        Ok(Self { text, is_important, has_variables })
    }

    fn values(&self, property: Property, context: &Context) -> Vec<(Longhand, Value)> {
        let all = |value: &Value| property.longhands().into_iter().map(|longhand| (longhand, value.clone())).collect();
        let deferred = || {
            let Self { text, has_variables, .. } = *self;
            all(&Value::Deferred(Arc::new(Deferred { property, text: text.into(), has_variables })))
        };
        // What a pseudo-element says may hold attributes without depending on anything else.
        let is_said = property == Property::Longhand(Longhand::Content)
            && !self.text.contains("var(")
            && !self.text.contains("env(");
        if self.has_variables && !is_said {
            return deferred();
        }
        if let Some(wide) = Wide::of_name(self.text) {
            return all(&Value::Wide(wide));
        }
        context.take_used();
        match property.parse(&mut Parser::new(self.text), context) {
            Ok(values) if context.take_used() == super::value::Needs::NOTHING => values,
            Ok(_) => deferred(),
            Err(error) if trouble(&error) == Trouble::Unknown => all(&Value::Unknown),
            Err(_) if self.is_quirky(property) => all(&Value::Unknown),
            Err(_) => Vec::new(),
        }
    }

    /// Whether it is a value in quirks mode alone: `#` or `px` left out. The mode is not known while a sheet is read.
    fn is_quirky(&self, property: Property) -> bool {
        match property {
            Property::Longhand(Longhand::Color | Longhand::BackgroundColor) => {
                matches!(self.text.len(), 3 | 6) && self.text.bytes().all(|digit| digit.is_ascii_hexdigit())
            }
            Property::Longhand(Longhand::FontSize) => self.text.parse::<f32>().is_ok_and(|size| size > 0.0),
            _ => false,
        }
    }
}

/// Whether a function of the author's own is called, as in `--double(2px)`.
fn has_custom_function(text: &str) -> bool {
    text.match_indices("--").any(|(at, _)| {
        let is_start = !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '-' || before == '_');
        let name =
            text[at..].trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_');
        is_start && name.starts_with('(')
    })
}
