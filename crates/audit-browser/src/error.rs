//! Why a page in the browser could not become a page for rules.

use sada_devtools::DevtoolsError;

/// What could not be audited, and why.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BrowserError {
    /// There is no browser, or it does not start: nothing can be audited.
    #[error("the browser could not be started")]
    Launch {
        /// Why.
        #[source]
        source: DevtoolsError,
    },
    /// The browser ended while it showed the page.
    #[error("the browser ended while it showed {url}")]
    Died {
        /// The page.
        url: String,
        /// What it was asked last.
        #[source]
        source: DevtoolsError,
    },
    /// The page could not be opened or read.
    #[error("{url} could not be shown")]
    Page {
        /// The page.
        url: String,
        /// Why.
        #[source]
        source: DevtoolsError,
    },
    /// The server has no such page.
    #[error("{url} answers with status {status}, which is no page to audit")]
    Status {
        /// The page.
        url: String,
        /// The status, 400 or more.
        status: u16,
    },
    /// The address leads to something else than a page.
    #[error("{url} is {mime_type}, not HTML")]
    NotHtml {
        /// The address.
        url: String,
        /// What the browser took it for.
        mime_type: String,
    },
}

impl BrowserError {
    /// Whether every other page would end the same way.
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Launch { .. })
    }

    pub(crate) fn of_page(url: &str, source: DevtoolsError) -> Self {
        let url = url.to_owned();
        if source.is_browser_gone() { Self::Died { url, source } } else { Self::Page { url, source } }
    }
}
