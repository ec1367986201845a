//! Chromium in, a [`Page`](sada_audit::Page) out, and what only pressing keys can show.
//!
//! ```no_run
//! use sada_audit_browser::{BrowserAuditor, BrowserOptions};
//!
//! # fn main() -> Result<(), sada_audit_browser::BrowserError> {
//! let auditor = BrowserAuditor::launch(BrowserOptions::default())?;
//! let page = auditor.page("https://example.org/")?;
//! let report = sada_audit::audit(&page);
//! # Ok(())
//! # }
//! ```

mod auditor;
mod error;
mod keys;
mod medium;
mod probe;
mod read;
mod trials;

pub use auditor::{BrowserAuditor, BrowserOptions, read_tab};
pub use error::BrowserError;
pub use keys::KeyBudget;
