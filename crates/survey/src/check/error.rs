//! What can be wrong with a survey.

use super::place::Place;

/// Why a survey cannot be asked, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{place}` {fault}")]
pub struct DefinitionError {
    /// Where it stands.
    pub place: Place,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong at a place in a survey.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// An id with other letters than allowed, none, or more than 64.
    #[error("is `{0}`: an id is 1 to 64 of a-z, 0-9, - and _")]
    Name(String),
    /// An id that says something else already.
    #[error("is `{0}`, which has a meaning of its own: choose another id")]
    Reserved(&'static str),
    /// Two ids that are the same: one answer would overwrite the other.
    #[error("is `{id}`, and so is `{earlier}`: answers are told apart by id, so give each its own")]
    SameId {
        /// The id.
        id: String,
        /// Where it stands first.
        earlier: Place,
    },
    /// Nothing to read where something is needed.
    #[error("has no text: write it in at least one language, such as {{\"en\": \"…\"}}")]
    NoText,
    /// Nothing but spaces.
    #[error("is blank: write the text, or take this language out")]
    Blank,
    /// A language the product cannot write: its buttons would be in another one.
    #[error("is not in a language that is spoken here: there are {known}")]
    Language {
        /// The tags that work.
        known: String,
    },
    /// More characters than are taken.
    #[error("has {length} characters: shorten it to {longest} at most")]
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        longest: usize,
    },
    /// A list with too few entries.
    #[error("has {count} of the at least {least} that are needed: add some")]
    TooFew {
        /// How many there are.
        count: usize,
        /// How many there must be.
        least: usize,
    },
    /// A list with too many entries.
    #[error("has {count} of the at most {most} that are taken: take some out")]
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A field that this kind of question does not use.
    #[error("means nothing for the kind `{0}`: take it out")]
    Meaningless(&'static str),
    /// A number that cannot be.
    #[error("is {value}: it must be from {least} to {most}")]
    OutOfRange {
        /// What it says.
        value: i64,
        /// The lowest that works.
        least: i64,
        /// The highest that works.
        most: i64,
    },
    /// A value no answer can have, so that the branch would wait forever.
    #[error("is no answer to this question: the answers are {possible}")]
    NotAnAnswer {
        /// What it can be.
        possible: String,
    },
    /// `same_page` on the first question.
    #[error("is true, and there is no question before this one: take it out")]
    NothingBefore,
    /// A branch to nowhere.
    #[error("is `{0}`, and no question has that id: name a question, or `end`")]
    NoSuchQuestion(String),
    /// A branch into the middle of a page.
    #[error("is `{0}`, which does not begin a page: name the question before it, or take its `same_page` out")]
    WithinAPage(String),
    /// A branch to where the visitor is or was.
    #[error("is `{0}`, which is not on a later page: a branch only leads forward")]
    NotLater(String),
}
