//! The whole product, in a real browser: a visitor answers, an owner reads, a developer audits.
#![expect(clippy::unwrap_used, reason = "a test that cannot be carried out has failed")]

mod access;
mod audit;
mod bad_input;
mod dying;
mod endpoints;
mod every_kind;
mod faults;
mod firefox;
mod fits;
mod flows;
mod foreign_pages;
mod hosted_page;
mod hostile_hosts;
mod hostile_scripts;
mod injection;
mod our_pages;
mod policies;
mod popup;
mod said;
mod storage;
mod survey_schema;
mod triggers;
mod walk;
mod watched;
mod whom;
