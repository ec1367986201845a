//! What the end-to-end tests stand on: the real collector, sites of other origins, a real visitor.
//!
//! Everything here panics when it fails: a test that cannot be carried out has failed.
#![expect(clippy::unwrap_used, reason = "only tests use this")]

mod bidi;
mod clock;
mod collector;
mod command;
mod endpoint;
mod firefox;
mod heard;
mod host;
mod http;
mod npm;
mod origin;
mod person;
mod relay;
mod stored;
mod visitor;

pub use clock::Clock;
pub use collector::{Collector, Row};
pub use command::{Ran, begin_sada, ended, sada};
pub use endpoint::{Endpoint, Posted, Reply};
pub use firefox::Firefox;
pub use heard::Heard;
pub use host::Host;
pub use npm::npm_package;
pub use origin::Origin;
pub use person::Person;
pub use relay::{Fault, Relay};
pub use stored::Stored;
pub use visitor::Visitor;

use std::path::{Path, PathBuf};

/// The top of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A folder for pictures that people may look at afterwards.
pub fn pictures() -> PathBuf {
    let folder = target().join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
