//! From a page in the browser to a [`Page`] for rules.

mod build;
mod outline;
mod rendering;
mod snapshot;
mod source;
mod style;

pub use build::{Reading, read};
pub use source::locate;
