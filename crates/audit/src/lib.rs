//! Rules and engine of the auditor: a page in, a report out. No files, no network, no clock.

#[cfg(test)]
mod cases;
mod contrast;
mod engine;
mod fingerprint;
mod language;
mod nameless;
mod page;
mod reading_order;
pub mod report;
mod rule;
mod rules;
mod spacing;
mod speech;
mod visible_label;
mod vocabulary;
pub mod wcag;

/// The example in the guide for contributors is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../CONTRIBUTING.md")]
struct Contributing;

pub use engine::{audit, audit_as};
pub use page::{
    AfterClosing, AfterOpening, AriaAttribute, AttributeRange, Backdrop, Certainty, Change, Color, Contrasts, Declared,
    Display, Element, Engine, Exceptions, Exit, Fate, FocusStop, Fragment, Gap, Generated, HeaderOf, Keyboard, Media,
    NameId, Namespace, Naming, Neighbours, NodeId, Observation, Opened, Origin, Page, PageBuilder, Permitted, Piece,
    Position, Properties, Property, Rect, Resource, Role, Said, Scope, Seen, Shown, Span, Stretch, Strings, Style,
    StyleId, TableCell, TableHeaders, TableModel, Target, TextInDoubt, Trigger, Turned, Unknown, Value, ValueId,
    ValueType, Visibility,
};
pub use rule::{Check, Need, Outcome, Rule, Severity, Words};
pub use rules::{RULES, addresses_to_compare, skip_links, waits_for_folding};
