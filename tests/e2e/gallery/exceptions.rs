//! Where an engine is wrong. Each line was looked at by a person; one that covers nothing any more fails the test.

/// An engine's violation that is none.
#[derive(Debug)]
pub struct Exception {
    /// `axe` or `ibm`.
    pub engine: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// Which elements, as CSS.
    pub selector: &'static str,
    /// Why the engine is wrong.
    pub reason: &'static str,
}

/// All of them.
pub const EXCEPTIONS: &[Exception] = &[];
