//! How a survey looks: the same views in the popup (`csr`) and on the hosted page (`ssr`).
//!
//! Views are plain functions from a state to a tree of [`Node`]s. In the popup leptos draws the tree and, when the state
//! changes, what differs; on the hosted page leptos writes it as HTML and the browser's own form does the rest.

mod choices;
mod node;
mod option;
mod question;
#[cfg(feature = "csr")]
mod render;
mod rows;
mod scale;
mod shown;
mod words;
#[cfg(feature = "ssr")]
mod write;

pub use node::{Attribute, Node, element, if_so, is, keyed, said, text};
pub use question::{field_id, legend_id, questions};
pub use shown::Shown;
#[cfg(feature = "ssr")]
pub use write::view;

/// The style of everything that asks, for whoever serves a sheet: class names are the contract. Colours, as custom
/// properties, come from the sheet around it.
pub const QUESTIONS_CSS: &str = include_str!("questions.css");
