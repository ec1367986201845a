//! Where on a page something was found.

use crate::page::Element;

/// The place of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// A CSS selector for the element alone.
    pub selector: String,
    /// Its start tag.
    pub html: String,
    /// The place in the source, where the page was read from one.
    pub frame: Option<Frame>,
}

/// A piece of source around a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Line of the start tag, counted from 1.
    pub line: usize,
    /// Column of the start tag in characters (Unicode scalar values), counted from 1.
    pub column: usize,
    /// The source line, cut at both ends if it is very long.
    pub text: String,
    /// Where in `text` the start tag begins and ends, in bytes; it ends with the line.
    pub mark: (usize, usize),
}

impl Location {
    pub(crate) fn of(element: Element<'_>) -> Self {
        Self { selector: element.selector(), html: element.start_tag(), frame: Frame::of(element) }
    }
}

impl Frame {
    /// How many bytes of a line are shown before and behind the place.
    const BEFORE: usize = 60;
    const BEHIND: usize = 140;

    /// Whether `text` begins where the line begins.
    pub(super) fn is_from_line_start(&self) -> bool {
        self.text[..self.mark.0].chars().count() + 1 == self.column
    }

    fn of(element: Element<'_>) -> Option<Self> {
        let (source, span) = (element.page().source()?, element.span()?);
        let (line, line_start) = element.page().line_at(span.start);
        let line_end = source[span.start..].find('\n').map_or(source.len(), |newline| span.start + newline);
        let from = floor_char(source, span.start.saturating_sub(Self::BEFORE).max(line_start));
        let to = floor_char(source, (span.start + Self::BEHIND).min(line_end));
        let text = source[from..to].trim_end_matches('\r').to_owned();
        let in_line = |at: usize| (at - from).min(text.len());
        let mark = (in_line(span.start), in_line(span.end));
        Some(Self { line, column: source[line_start..span.start].chars().count() + 1, text, mark })
    }
}

fn floor_char(source: &str, mut at: usize) -> usize {
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}
