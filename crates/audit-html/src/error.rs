//! Why markup could not become a page.

/// What could not be read as HTML, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HtmlError {
    /// The bytes are something else, as their first ones or their NUL bytes prove.
    #[error("this is {what}, not HTML")]
    NotHtml {
        /// What it is, with an article: "a PDF document".
        what: &'static str,
    },
    /// More bytes than [`Limits::bytes`](crate::Limits) allows.
    #[error("the page has {bytes} bytes, and no more than {limit} are read")]
    TooLarge {
        /// How many there are.
        bytes: usize,
        /// How many would be read.
        limit: usize,
    },
    /// One tag with so many attributes that reading it would take minutes.
    #[error("a tag near byte {at} has tens of thousands of attributes; no browser shows such a page")]
    TooManyAttributes {
        /// Where that tag begins, in the decoded text.
        at: usize,
    },
}
