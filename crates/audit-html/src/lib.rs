//! HTML and CSS in, a [`Page`](sada_audit::Page) out: no browser, no files, no network.

mod cascade;
mod certainty;
mod css;
mod decode;
mod error;
mod options;
mod parse;
mod reader;
mod sheets;
mod sniff;
mod tree;

pub use css::sheet::Sheet;
pub use error::HtmlError;
pub use options::{Limits, Options, Visitor};
pub use reader::{Input, Reader, read_fragment};
pub use sheets::{NoStyleSheets, StyleSheets};
