//! Rules and engine of the auditor: a page in, a report out. No files, no network, no clock.

#[cfg(test)]
mod cases;
mod contrast;
mod engine;
mod fingerprint;
mod language;
mod page;
pub mod report;
mod rule;
mod rules;
mod spacing;
pub mod wcag;

pub use engine::audit;
pub use page::{
    AriaAttribute, Backdrop, Certainty, Color, Declared, Display, Element, Engine, Exit, FocusStop, Generated,
    Keyboard, Namespace, Naming, NodeId, Origin, Page, PageBuilder, Permitted, Position, Properties, Property, Rect,
    Role, Scope, Span, Style, StyleId, Turned, Unknown, Value, ValueType, Visibility,
};
pub use rule::{Check, Need, Outcome, Rule, Severity, Words};
pub use rules::RULES;
