//! The whole product, in a real browser: a visitor answers, an owner reads, a developer audits.
#![expect(clippy::unwrap_used, reason = "a test that cannot be carried out has failed")]

mod audit;
mod bad_input;
mod faults;
mod foreign_pages;
mod hosted_page;
mod our_pages;
mod popup;
