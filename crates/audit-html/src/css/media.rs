//! Media queries (Media Queries 5), for a visitor with a screen, a mouse and scripting.

use super::media_feature::{Comparison, Operand, check, present};
use super::value::math::{Kind, quantity};
use super::value::{Context, Result, invalid};
use crate::Visitor;
use crate::certainty::Certainty;
use cssparser::{Delimiter, Parser, Token};

/// A list of queries, one of which must hold. An empty one holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct MediaList {
    queries: Vec<Query>,
}

#[derive(Debug, Clone)]
struct Query {
    is_negated: bool,
    kind: Kinds,
    condition: Option<Test>,
}

/// The media type a query asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kinds {
    All,
    Screen,
    Print,
    /// One that nobody has.
    Other,
}

impl Kinds {
    fn has(self, visitor: &Visitor) -> bool {
        match self {
            Self::All => true,
            Self::Screen => !visitor.is_print,
            Self::Print => visitor.is_print,
            Self::Other => false,
        }
    }
}

#[derive(Debug, Clone)]
enum Test {
    Not(Box<Test>),
    All(Vec<Test>),
    Any(Vec<Test>),
    Feature {
        name: Box<str>,
        checks: Vec<(Comparison, Operand)>,
    },
    /// A feature that stands alone, as in `(hover)`.
    Present(Box<str>),
    /// Browsers read it as neither true nor false, and apply nothing.
    Malformed,
}

impl MediaList {
    /// Reads the value of a `media` attribute.
    pub fn of_attribute(text: &str) -> Self {
        Self::parse(&mut Parser::new(text))
    }

    /// Reads a list up to the end of `input`. A query that is no query never holds.
    pub fn parse(input: &mut Parser<'_>) -> Self {
        if input.is_exhausted() {
            return Self::default();
        }
        let mut queries = Vec::new();
        loop {
            let query: Result<Query> = input.parse_until_before(Delimiter::Comma, query);
            queries.push(query.unwrap_or(Query { is_negated: true, kind: Kinds::All, condition: None }));
            if input.expect_comma().is_err() {
                return Self { queries };
            }
        }
    }

    /// Whether it asks how the window is turned.
    pub fn asks_for_orientation(&self) -> bool {
        self.queries.iter().any(|query| query.condition.as_ref().is_some_and(Test::asks_for_orientation))
    }

    pub fn evaluate(&self, visitor: &Visitor) -> Certainty {
        if self.queries.is_empty() {
            return Certainty::Yes;
        }
        self.queries.iter().map(|query| query.evaluate(visitor)).fold(Certainty::No, Certainty::or)
    }
}

impl Query {
    fn evaluate(&self, visitor: &Visitor) -> Certainty {
        let condition = self.condition.as_ref().map_or(Certainty::Yes, |test| test.evaluate(visitor));
        let holds = Certainty::from(self.kind.has(visitor)).and(condition);
        if self.is_negated { holds.not() } else { holds }
    }
}

fn query(input: &mut Parser<'_>) -> Result<Query> {
    let start = input.state();
    if let Ok(mut word) = input.expect_ident_cloned() {
        let is_negated = word.eq_ignore_ascii_case("not");
        if is_negated || word.eq_ignore_ascii_case("only") {
            let Ok(kind) = input.try_parse(Parser::expect_ident_cloned) else {
                input.reset(&start);
                return Ok(Query { is_negated: false, kind: Kinds::All, condition: Some(condition(input)?) });
            };
            word = kind;
        }
        if ["not", "only", "and", "or", "layer"].iter().any(|other| word.eq_ignore_ascii_case(other)) {
            return invalid();
        }
        let kind = match word.to_ascii_lowercase().as_str() {
            "all" => Kinds::All,
            "screen" => Kinds::Screen,
            "print" => Kinds::Print,
            _ => Kinds::Other,
        };
        let has_condition = input.try_parse(|input| input.expect_ident_matching("and")).is_ok();
        let condition = if has_condition { Some(condition(input)?) } else { None };
        input.expect_exhausted()?;
        return Ok(Query { is_negated, kind, condition });
    }
    input.reset(&start);
    Ok(Query { is_negated: false, kind: Kinds::All, condition: Some(condition(input)?) })
}

fn condition(input: &mut Parser<'_>) -> Result<Test> {
    if input.try_parse(|input| input.expect_ident_matching("not")).is_ok() {
        return Ok(Test::Not(Box::new(in_parentheses(input)?)));
    }
    let mut tests = vec![in_parentheses(input)?];
    let mut word = None;
    while let Ok(found) = input.try_parse(Parser::expect_ident_cloned) {
        let is_same = word.as_ref().is_none_or(|word: &cssparser::CowRcStr<'_>| word.eq_ignore_ascii_case(&found));
        if !is_same || !(found.eq_ignore_ascii_case("and") || found.eq_ignore_ascii_case("or")) {
            return invalid();
        }
        word = Some(found);
        tests.push(in_parentheses(input)?);
    }
    input.expect_exhausted()?;
    Ok(match word {
        Some(word) if word.eq_ignore_ascii_case("or") => Test::Any(tests),
        _ => Test::All(tests),
    })
}

fn in_parentheses(input: &mut Parser<'_>) -> Result<Test> {
    match input.next()?.clone() {
        Token::ParenthesisBlock => input.parse_nested_block(|input| {
            let start = input.state();
            if let Ok(test) = feature(input) {
                return Ok(test);
            }
            input.reset(&start);
            if let Ok(test) = condition(input) {
                return Ok(test);
            }
            while input.next().is_ok() {}
            Ok(Test::Malformed)
        }),
        Token::Function(_) => {
            input.parse_nested_block(super::property::skip)?;
            Ok(Test::Malformed)
        }
        _ => invalid(),
    }
}

/// `hover`, `min-width: 10em`, `width >= 10em` or `10em <= width < 20em`.
fn feature(input: &mut Parser<'_>) -> Result<Test> {
    let mut left = None;
    if input.try_parse(|input| operand(input).map(|found| left = Some(found))).is_ok()
        && let Some(Operand::Number(number)) = left
    {
        let first = comparison(input)?;
        let name = input.expect_ident()?.to_ascii_lowercase();
        let mut checks = vec![(first.turned(), Operand::Number(number))];
        if !input.is_exhausted() {
            checks.push((comparison(input)?, operand(input)?));
        }
        input.expect_exhausted()?;
        return Ok(Test::Feature { name: name.into(), checks });
    }
    let Some(Operand::Word(name)) = left else { return invalid() };
    if input.is_exhausted() {
        return Ok(Test::Present(name));
    }
    let (name, comparison) = if input.try_parse(Parser::expect_colon).is_ok() {
        match (name.strip_prefix("min-"), name.strip_prefix("max-")) {
            (Some(name), _) => (name.into(), Comparison::AtLeast),
            (_, Some(name)) => (name.into(), Comparison::AtMost),
            _ => match (name.strip_prefix("-webkit-min-"), name.strip_prefix("-webkit-max-")) {
                (Some(name), _) => (format!("-webkit-{name}").into(), Comparison::AtLeast),
                (_, Some(name)) => (format!("-webkit-{name}").into(), Comparison::AtMost),
                _ => (name, Comparison::Equal),
            },
        }
    } else {
        (name, comparison(input)?)
    };
    let checks = vec![(comparison, operand(input)?)];
    input.expect_exhausted()?;
    Ok(Test::Feature { name, checks })
}

fn operand(input: &mut Parser<'_>) -> Result<Operand> {
    if let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        return Ok(Operand::Word(word.to_ascii_lowercase().into()));
    }
    let start = input.state();
    let to_dppx = match input.next()? {
        Token::Dimension { unit, .. } if unit.eq_ignore_ascii_case("dpi") => 1.0 / 96.0,
        Token::Dimension { unit, .. } if unit.eq_ignore_ascii_case("dpcm") => 2.54 / 96.0,
        _ => 1.0,
    };
    input.reset(&start);
    let number = quantity(input, &Context::of_no_page())?;
    if number.kind == Kind::Percentage {
        return invalid();
    }
    if number.kind == Kind::Number && input.try_parse(|input| input.expect_delim('/')).is_ok() {
        return Ok(Operand::Number(number.value / input.expect_number()?));
    }
    Ok(Operand::Number(number.value * to_dppx))
}

fn comparison(input: &mut Parser<'_>) -> Result<Comparison> {
    let sign = match input.next()? {
        Token::Delim(sign @ ('<' | '>' | '=')) => *sign,
        _ => return invalid(),
    };
    let has_equals = sign != '='
        && input
            .try_parse(|input| match input.next_including_whitespace()? {
                Token::Delim('=') => Ok(()),
                _ => invalid(),
            })
            .is_ok();
    Ok(match (sign, has_equals) {
        ('<', false) => Comparison::Less,
        ('<', true) => Comparison::AtMost,
        ('>', false) => Comparison::More,
        ('>', true) => Comparison::AtLeast,
        _ => Comparison::Equal,
    })
}

impl Test {
    fn asks_for_orientation(&self) -> bool {
        match self {
            Self::Not(test) => test.asks_for_orientation(),
            Self::All(tests) | Self::Any(tests) => tests.iter().any(Self::asks_for_orientation),
            Self::Feature { name, .. } | Self::Present(name) => {
                matches!(&**name, "orientation" | "aspect-ratio" | "device-aspect-ratio")
            }
            Self::Malformed => false,
        }
    }

    fn evaluate(&self, visitor: &Visitor) -> Certainty {
        match self {
            Self::Not(test) if matches!(**test, Self::Malformed) => Certainty::No,
            Self::Not(test) => test.evaluate(visitor).not(),
            Self::All(tests) => tests.iter().map(|test| test.evaluate(visitor)).fold(Certainty::Yes, Certainty::and),
            Self::Any(tests) => tests.iter().map(|test| test.evaluate(visitor)).fold(Certainty::No, Certainty::or),
            Self::Malformed => Certainty::No,
            Self::Present(name) => present(name, visitor),
            Self::Feature { name, checks } => checks
                .iter()
                .map(|(comparison, value)| check(name, *comparison, value, visitor))
                .fold(Certainty::Yes, Certainty::and),
        }
    }
}

#[cfg(test)]
#[path = "media_tests.rs"]
mod tests;
