//! `@supports` (CSS Conditional 3), as current browsers answer it.

use super::declaration::{Block, Declaration};
use super::property::{Property, Value, skip};
use super::selector;
use super::value::{Context, Result, invalid};
use crate::certainty::Certainty;
use cssparser::{Parser, Token};

/// Properties that no longer tell browsers apart: each has been in all of them for years.
const EVERYWHERE: &[&str] = &[
    "-webkit-appearance",
    "-webkit-backdrop-filter",
    "-webkit-box-orient",
    "-webkit-font-smoothing",
    "-webkit-hyphens",
    "-webkit-line-clamp",
    "-webkit-mask-size",
    "-webkit-overflow-scrolling",
    "-webkit-tap-highlight-color",
    "-webkit-user-select",
    "accent-color",
    "align-content",
    "align-items",
    "appearance",
    "aspect-ratio",
    "backface-visibility",
    "background-attachment",
    "background-blend-mode",
    "background-position",
    "background-size",
    "border",
    "border-color",
    "border-image",
    "border-radius",
    "box-decoration-break",
    "box-sizing",
    "caret-color",
    "column-count",
    "column-gap",
    "columns",
    "contain",
    "container-type",
    "cursor",
    "fill",
    "flex",
    "flex-basis",
    "flex-wrap",
    "font-display",
    "font-feature-settings",
    "font-variant",
    "font-variant-numeric",
    "font-variation-settings",
    "gap",
    "grid",
    "grid-area",
    "grid-gap",
    "grid-template",
    "grid-template-areas",
    "grid-template-columns",
    "grid-template-rows",
    "hyphens",
    "inset",
    "isolation",
    "justify-content",
    "letter-spacing",
    "line-height",
    "list-style",
    "mask-size",
    "object-fit",
    "object-position",
    "outline",
    "outline-offset",
    "overflow-wrap",
    "overscroll-behavior",
    "place-items",
    "pointer-events",
    "resize",
    "row-gap",
    "scroll-behavior",
    "scroll-margin",
    "scroll-snap-align",
    "scroll-snap-type",
    "scrollbar-color",
    "scrollbar-gutter",
    "scrollbar-width",
    "shape-outside",
    "stroke",
    "tab-size",
    "text-align",
    "text-decoration",
    "text-decoration-color",
    "text-decoration-thickness",
    "text-overflow",
    "text-rendering",
    "text-size-adjust",
    "text-underline-offset",
    "text-wrap",
    "touch-action",
    "transition",
    "user-select",
    "vertical-align",
    "white-space",
    "will-change",
    "word-break",
    "word-wrap",
    "writing-mode",
];

/// Reads a condition up to the end of `input`.
pub(crate) fn condition(input: &mut Parser<'_>) -> Result<Certainty> {
    if input.try_parse(|input| input.expect_ident_matching("not")).is_ok() {
        let holds = in_parentheses(input)?.not();
        input.expect_exhausted()?;
        return Ok(holds);
    }
    let mut holds = in_parentheses(input)?;
    while let Ok(word) = input.try_parse(Parser::expect_ident_cloned) {
        let next = in_parentheses(input)?;
        holds = match word.to_ascii_lowercase().as_str() {
            "and" => holds.and(next),
            "or" => holds.or(next),
            _ => return invalid(),
        };
    }
    input.expect_exhausted()?;
    Ok(holds)
}

fn in_parentheses(input: &mut Parser<'_>) -> Result<Certainty> {
    match input.next()?.clone() {
        Token::ParenthesisBlock => input.parse_nested_block(|input| {
            let start = input.state();
            if let Ok(holds) = condition(input) {
                return Ok(holds);
            }
            input.reset(&start);
            if let Ok(holds) = declaration(input) {
                return Ok(holds);
            }
            skip(input)?;
            Ok(Certainty::No)
        }),
        Token::Function(name) => input.parse_nested_block(|input| {
            let holds = match name.to_ascii_lowercase().as_str() {
                "selector" => selector::is_supported(input),
                _ => Certainty::Perhaps,
            };
            skip(input)?;
            Ok(holds)
        }),
        _ => invalid(),
    }
}

fn declaration(input: &mut Parser<'_>) -> Result<Certainty> {
    let name = input.expect_ident_cloned()?.to_ascii_lowercase();
    input.expect_colon()?;
    if name.starts_with("--") {
        skip(input)?;
        return Ok(Certainty::Yes);
    }
    if Property::of_name(&name).is_none() {
        skip(input)?;
        let is_foreign = ["-moz-", "-ms-", "-o-", "-khtml-"].iter().any(|prefix| name.starts_with(prefix));
        return Ok(match EVERYWHERE.contains(&name.as_str()) {
            true => Certainty::Yes,
            false if is_foreign => Certainty::No,
            false => Certainty::Perhaps,
        });
    }
    let mut block = Block::default();
    if block.declare(&name, input, &Context::of_no_page()).is_err() || block.is_empty() {
        skip(input)?;
        return Ok(Certainty::No);
    }
    let is_unknown = |declaration: &Declaration| matches!(declaration, Declaration::Longhand(_, Value::Unknown));
    let is_doubtful = block.normal.iter().chain(&block.important).any(is_unknown);
    Ok(if is_doubtful { Certainty::Perhaps } else { Certainty::Yes })
}

#[cfg(test)]
mod tests {
    use super::{EVERYWHERE, condition};
    use crate::certainty::Certainty::{self, No, Perhaps, Yes};
    use cssparser::Parser;

    #[test]
    fn conditions_are_decided() {
        let cases: &[(&str, Option<Certainty>)] = &[
            ("(display: grid)", Some(Yes)),
            ("(display: nonsense)", Some(No)),
            ("not (display: grid)", Some(No)),
            ("(display: grid) and (gap: 1px)", Some(Yes)),
            ("(display: nonsense) or (position: sticky)", Some(Yes)),
            ("((display: grid) and (not (display: flex)))", Some(No)),
            ("(--a: b)", Some(Yes)),
            ("(color: var(--a))", Some(Yes)),
            ("(color: inherit)", Some(Yes)),
            ("(color: oklch(0.5 0.1 20))", Some(Yes)),
            ("(color: some-day(1))", Some(Perhaps)),
            ("(some-day: 1)", Some(Perhaps)),
            ("(-moz-appearance: none)", Some(No)),
            ("(-ms-ime-align: auto)", Some(No)),
            ("selector(:has(a))", Some(Yes)),
            ("selector(:nonsense)", Some(Perhaps)),
            ("(backdrop-filter: blur(1px))", Some(Yes)),
            ("(nonsense)", Some(No)),
            ("display: grid", None),
        ];
        for (text, expected) in cases {
            assert_eq!(condition(&mut Parser::new(text)).ok(), *expected, "{text}");
        }
    }

    #[test]
    fn properties_are_sorted() {
        assert!(EVERYWHERE.is_sorted());
    }
}
