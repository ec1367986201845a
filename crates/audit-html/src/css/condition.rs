//! What rules may stand in: `@media`, `@supports`, `@container`, `@scope`.

use super::media::MediaList;
use crate::Visitor;
use crate::certainty::Certainty;

/// A condition that applies to the rules in it.
#[derive(Debug, Clone)]
pub(crate) enum Condition {
    Media(MediaList),
    /// Decided while the sheet was read, or never to be decided.
    Fixed(Certainty),
}

impl Condition {
    pub fn evaluate(&self, visitor: &Visitor) -> Certainty {
        match self {
            Self::Media(list) => list.evaluate(visitor),
            Self::Fixed(certainty) => *certainty,
        }
    }
}
