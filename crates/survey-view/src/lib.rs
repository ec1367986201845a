//! How a survey looks: the same views in the popup (`csr`) and on the hosted page (`ssr`).
//!
//! Views are plain functions from a state to what is shown. Who calls them listens to the form as a whole and draws
//! again; on the hosted page the browser's own form does the rest. Class names are the contract with the style sheets.

mod element;
mod messages;
mod question;
mod questions;

pub use element::{Attribute, element, if_so, input, is, text, textarea};
pub use messages::Messages;
pub use question::{answer_id, legend_id, problem_id};
pub use questions::{Shown, questions};
