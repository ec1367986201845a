//! Rules and engine of the auditor: a page in, a report out. No files, no network, no clock.

#[cfg(test)]
mod cases;
mod engine;
mod fingerprint;
mod page;
pub mod report;
mod rule;
mod rules;
pub mod wcag;

pub use engine::audit;
pub use page::{
    Backdrop, Color, Display, Element, Engine, Exit, FocusStop, Keyboard, Namespace, NodeId, Page, PageBuilder,
    Position, Rect, Role, Span, Style, StyleId, Unknown, Visibility,
};
pub use rule::{Need, Outcome, Rule, Severity};
pub use rules::RULES;
