//! The collector: takes responses, keeps them safe, and shows them to the site owner.
//!
//! [`Collector`] is what `sada serve` runs. Everything it serves is in [`router`]: ingest, the popup's files, survey files,
//! hosted survey pages and the dashboard.

mod address;
mod app;
mod body;
mod clock;
mod collector;
mod config;
mod dashboard;
mod document;
mod error;
mod hosted;
mod ingest;
mod language;
mod limiter;
mod messages;
mod problem;
mod routes;
mod secret;
mod serve;
mod store;
mod wire;

pub use app::App;
pub use collector::Collector;
pub use config::{Config, Limits, Rate};
pub use error::CollectorError;
pub use routes::router;
pub use store::StoreError;
