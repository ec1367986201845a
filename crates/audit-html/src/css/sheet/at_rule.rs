//! At-rules.

use super::collect::{Around, Collector, MOST_LAYERS, fixed, index};
use super::{LayerId, Registered, scope};
use crate::certainty::Certainty;
use crate::css::condition::Condition;
use crate::css::declaration::{Block, Declaration};
use crate::css::media::MediaList;
use crate::css::property::{Set, skip};
use crate::css::selector::Within;
use crate::css::value::Context;
use crate::css::{name::Name, supports};
use cssparser::{Delimiter, ParseError, Parser, Token};
use std::sync::Arc;

/// What stands between the name of an at-rule and its block.
pub(super) enum Prelude {
    Condition(Condition),
    /// `@layer` with the names that follow, each a path.
    Layer(Vec<Vec<Box<str>>>),
    Import {
        href: Box<str>,
        layer: Option<Vec<Box<str>>>,
        supports: Certainty,
        media: MediaList,
    },
    Namespace {
        prefix: Option<Name>,
        url: Name,
    },
    Keyframes(Box<str>),
    Property(Box<str>),
    Scope(scope::Prelude),
    /// It changes nothing that is looked at.
    Ignored,
}

type Result<T> = std::result::Result<T, ParseError<()>>;

impl Prelude {
    /// Reads the prelude of the at-rule `name`. An error drops the rule, as browsers do with those they do not know.
    pub fn parse(collector: &mut Collector, name: &str, input: &mut Parser<'_>) -> Result<Self> {
        let name = name.to_ascii_lowercase();
        if !matches!(name.as_str(), "import" | "layer" | "charset") {
            collector.has_rules = true;
        }
        Ok(match name.as_str() {
            "media" => Self::Condition(Condition::Media(MediaList::parse(input))),
            "supports" => {
                let holds = supports::condition(input).map_err(|_| ParseError::unexpected_token())?;
                Self::Condition(fixed(holds))
            }
            "container" => {
                ignore(input);
                Self::Condition(fixed(Certainty::Perhaps))
            }
            "layer" => {
                let paths = if input.is_exhausted() { Vec::new() } else { input.parse_comma_separated(path)? };
                Self::Layer(paths)
            }
            "import" if !collector.has_rules => import(input)?,
            "namespace" => {
                let prefix = input.try_parse(Parser::expect_ident_cloned).ok().map(|prefix| Name::from(&*prefix));
                Self::Namespace { prefix, url: Name::from(&*input.expect_url_or_string()?) }
            }
            "keyframes" | "-webkit-keyframes" => Self::Keyframes((&**input.expect_ident_or_string()?).into()),
            "property" => Self::Property((&**input.expect_ident()?).into()),
            "scope" => Self::Scope(scope::prelude(input, &collector.namespaces)?),
            "font-face"
            | "page"
            | "counter-style"
            | "font-feature-values"
            | "font-palette-values"
            | "view-transition"
            | "position-try"
            | "starting-style"
            | "function" => {
                ignore(input);
                Self::Ignored
            }
            _ => return Err(ParseError::unexpected_token()),
        })
    }

    /// The rule ends with `;`.
    pub fn without_block(self, collector: &mut Collector) -> std::result::Result<(), ()> {
        match self {
            Self::Layer(paths) if !paths.is_empty() => {
                // `@layer a;` may stand before `@import`.
                let around = collector.context.layer;
                for path in &paths {
                    if is_full(collector) {
                        break;
                    }
                    collector.sheet.layers.named(around, path.iter().map(|part| &**part));
                }
            }
            Self::Import { href, layer, supports, media } => {
                let layer = layer.map(|path| open_layer(collector, &path));
                collector.context.condition = Some(collector.condition(fixed(supports)));
                let condition = collector.condition(Condition::Media(media));
                collector.context.condition = None;
                collector.import(&href, layer, Some(condition));
            }
            Self::Namespace { prefix: Some(prefix), url } => collector.namespaces.prefixes.push((prefix, url)),
            Self::Namespace { prefix: None, url } => collector.namespaces.default = Some(url),
            _ => return Err(()),
        }
        Ok(())
    }

    /// The rule has a block.
    pub fn with_block(self, collector: &mut Collector, input: &mut Parser<'_>) {
        collector.has_rules = true;
        let around = collector.context.clone();
        match self {
            Self::Condition(condition) => {
                let condition = Some(collector.condition(condition));
                collector.body(input, Around { condition, ..around });
            }
            Self::Layer(paths) if paths.len() <= 1 => {
                let path = paths.into_iter().next().unwrap_or_default();
                let layer = Some(open_layer(collector, &path));
                collector.body(input, Around { layer, ..around });
            }
            Self::Scope(prelude) => {
                let depth = around.depth + 1;
                let parent = around.scope;
                let scope = prelude.scope(parent, around.parents.as_ref());
                let parents = Some(scope::scope_itself());
                let around = Around { parents, is_style: true, within: Within::Scope, depth, ..around };
                if let Some(scope) = scope {
                    collector.sheet.scopes.push(scope);
                    let scope = Some(index(collector.sheet.scopes.len() - 1));
                    collector.body(input, Around { scope, ..around });
                } else {
                    // Which elements are meant is not known: any may be.
                    let condition = Some(collector.condition(fixed(Certainty::Perhaps)));
                    collector.body(input, Around { condition, is_anywhere: true, ..around });
                }
            }
            Self::Keyframes(name) => {
                let longhands = keyframes(input);
                collector.keyframes(&name, longhands);
            }
            Self::Property(name) => {
                if let Some(registered) = property(&name, input, around.condition) {
                    collector.register(registered);
                }
            }
            _ => ignore(input),
        }
    }
}

fn ignore(input: &mut Parser<'_>) {
    while input.next().is_ok() {}
}

/// A layer inside the one around; without a name if `path` is empty.
fn open_layer(collector: &mut Collector, path: &[Box<str>]) -> LayerId {
    let around = collector.context.layer;
    if is_full(collector) {
        return around.unwrap_or(0);
    }
    let named = collector.sheet.layers.named(around, path.iter().map(|part| &**part)).filter(|_| !path.is_empty());
    named.unwrap_or_else(|| collector.sheet.layers.anonymous(around))
}

/// Whether there are layers enough; then the sheet is read in part.
fn is_full(collector: &mut Collector) -> bool {
    let is_full = collector.sheet.layers.list.len() >= MOST_LAYERS;
    if is_full {
        collector.sheet.cut = Some("it has more than 1,000 layers");
    }
    is_full
}

/// `framework.forms`
fn path(input: &mut Parser<'_>) -> Result<Vec<Box<str>>> {
    let mut parts = vec![Box::from(&**input.expect_ident()?)];
    while input.try_parse(|input| input.expect_delim('.')).is_ok() {
        parts.push((&**input.expect_ident()?).into());
    }
    Ok(parts)
}

fn import(input: &mut Parser<'_>) -> Result<Prelude> {
    let href = Box::from(&*input.expect_url_or_string()?);
    let mut layer = None;
    if input.try_parse(|input| input.expect_ident_matching("layer")).is_ok() {
        layer = Some(Vec::new());
    } else if input.try_parse(|input| input.expect_function_matching("layer")).is_ok() {
        layer = Some(input.parse_nested_block(path)?);
    }
    let mut holds = Certainty::Yes;
    if input.try_parse(|input| input.expect_function_matching("supports")).is_ok() {
        holds = input.parse_nested_block(|input| {
            let start = input.position();
            ignore(input);
            let inside = input.slice_from(start);
            // A bare declaration stands for one in parentheses.
            let condition = |text: &str| supports::condition(&mut Parser::new(text)).ok();
            let holds = condition(inside).or_else(|| condition(&format!("({inside})")));
            Ok::<_, ParseError<()>>(holds.unwrap_or(Certainty::No))
        })?;
    }
    Ok(Prelude::Import { href, layer, supports: holds, media: MediaList::parse(input) })
}

/// What the frames of an animation change.
fn keyframes(input: &mut Parser<'_>) -> Set {
    let context = Context::of_no_page();
    let mut changed = Vec::new();
    while let Ok(token) = input.next() {
        if !matches!(token, Token::CurlyBracketBlock) {
            continue;
        }
        let _: Result<()> = input.parse_nested_block(|input| {
            while !input.is_exhausted() {
                let _: Result<()> = input.parse_until_after(Delimiter::Semicolon, |input| {
                    let name = input.expect_ident_cloned()?;
                    input.expect_colon()?;
                    let mut block = Block::default();
                    block.declare(&name, input, &context).map_err(|_| ParseError::unexpected_token())?;
                    changed.extend(block.normal);
                    Ok(())
                });
            }
            Ok(())
        });
    }
    let longhand = |declaration: Declaration| match declaration {
        Declaration::Longhand(longhand, _) => Some(longhand),
        Declaration::Custom(..) => None,
    };
    changed.into_iter().filter_map(longhand).collect()
}

/// The inside of `@property`.
fn property(name: &str, input: &mut Parser<'_>, condition: Option<u32>) -> Option<Registered> {
    let (mut is_inherited, mut has_syntax, mut initial) = (None, false, None);
    while !input.is_exhausted() {
        let _: Result<()> = input.parse_until_after(Delimiter::Semicolon, |input| {
            let descriptor = input.expect_ident_cloned()?.to_ascii_lowercase();
            input.expect_colon()?;
            match descriptor.as_str() {
                "inherits" => is_inherited = Some(input.expect_ident_matching("true").is_ok()),
                "syntax" => has_syntax = input.expect_string().is_ok(),
                "initial-value" => {
                    input.skip_whitespace();
                    let start = input.position();
                    ignore(input);
                    initial = Some(Arc::from(input.slice_from(start).trim_ascii()));
                }
                _ => {}
            }
            let _ = skip(input);
            Ok(())
        });
    }
    let is_whole = has_syntax && name.starts_with("--");
    is_inherited.filter(|_| is_whole).map(|is_inherited| Registered {
        name: name.into(),
        is_inherited,
        initial,
        condition,
    })
}
