//! Human languages: their tags, their scripts, and what a text shows of them.

mod script;
mod tag;
mod verdict;
mod words;

pub(crate) use script::Script;
pub(crate) use tag::{Registered, is_same, primary, registered};
pub(crate) use verdict::{Verdict, judge};
