//! What a page says and asks for: its console, its exceptions, its requests.

/// What happened in a tab since it was opened, as far as it fits: each list holds up to 1,000 entries, each text up to
/// 2,000 characters.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct PageLog {
    /// What stands in the console: calls of `console`, and the browser's own messages.
    pub console: Vec<ConsoleMessage>,
    /// Exceptions that no script caught.
    pub exceptions: Vec<String>,
    /// Requests the page made, redirects included.
    pub requests: Vec<Request>,
    /// Requests without an answer, or with a status of 400 or more.
    pub failed_requests: Vec<FailedRequest>,
    /// Texts of `alert`, `confirm`, `prompt` and `beforeunload` dialogs, all of them dismissed.
    pub dialogs: Vec<String>,
    /// How many entries did not fit.
    pub dropped: u64,
}

/// A line of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleMessage {
    /// `console` if a script wrote it, else the browser's name for its part: `network`, `security`, `deprecation` …
    pub source: String,
    /// `log`, `info`, `warning`, `error` …
    pub level: String,
    /// The text; objects as the console shows them when folded.
    pub text: String,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `POST` …
    pub method: String,
    /// The address, fragment excluded.
    pub url: String,
    /// `Document`, `Script`, `Fetch` … (`DevTools` protocol, `Network.ResourceType`).
    pub kind: String,
}

/// A request that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedRequest {
    /// The address.
    pub url: String,
    /// The status (`HTTP 404`), or the browser's reason (`net::ERR_FAILED`).
    pub reason: String,
}
