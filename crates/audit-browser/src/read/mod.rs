//! From a page in the browser to a [`Page`] for rules.

mod build;
mod outline;
mod rendering;
mod snapshot;
mod style;

pub use build::{Reading, read};
