//! The collector as its clients see it: requests in, answers out, a real `SQLite` file below.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod dashboard;
mod every_kind;
mod faults;
mod harness;
mod hostile_text;
mod ingest;
mod serving;
mod survey_flow;
mod survey_page;
mod widget_files;
