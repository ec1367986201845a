//! Every example of the gallery in a real browser: what three auditors find, what is heard, how it looks.
#![expect(clippy::unwrap_used, reason = "a test that cannot be carried out has failed")]

mod engines;
mod examples;
mod exceptions;
mod pictures;
mod sada;
mod seen;
mod trees;
