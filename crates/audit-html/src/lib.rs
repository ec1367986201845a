//! HTML and CSS in, a [`Page`](sada_audit::Page) out: no browser, no files, no network.
//!
//! A page is what its source says to a visitor at rest: nothing is hovered, focused or visited, scripts have not run
//! (but `noscript` is not shown, as they could), and animations may be anywhere between their frames. Every start tag
//! keeps its place in the source. Styles come from a cascade of our own, which knows the properties that rules look at
//! and says [`Unknown`](sada_audit::Unknown) where a browser could find something else: container queries, scopes,
//! `attr()`, units of the font, sheets that could not be had, matching that would take too long.
//!
//! ```
//! use sada_audit_html::{Input, NoStyleSheets, Reader};
//!
//! let markup = b"<style>p { color: #777 }</style>\n<p>Almost black</p>";
//! let page = Reader::default().read(&Input::new("index.html", markup), &NoStyleSheets)?;
//! let paragraph = page.elements().find(|element| element.is("p")).expect("it was written");
//! assert_eq!(paragraph.style().color.to_hex(), "#777777");
//! assert_eq!(paragraph.span().map(|span| span.start), Some(33));
//! # Ok::<(), sada_audit_html::HtmlError>(())
//! ```

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

pub use cascade::declared_in;
pub use css::computed_value;
pub use css::sheet::Sheet;
pub use error::HtmlError;
pub use options::{Contrast, Limits, Options, Pointer, Visitor};
pub use reader::{Input, Reader, read_fragment};
pub use sheets::{NoStyleSheets, StyleSheets};
