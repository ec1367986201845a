//! The lists.

use super::Vocabulary;

/// Names of links that say nothing of where they lead, as WCAG's failure F84 has them
/// (<https://www.w3.org/WAI/WCAG22/Techniques/failures/F84>). Words that are also names of things are not among them.
pub(crate) static SAYS_NOTHING: Vocabulary = Vocabulary::new(include_str!("says_nothing.txt"));

/// Names that say little, but may be the name of what they lead to.
pub(crate) static SAYS_LITTLE: Vocabulary = Vocabulary::new(include_str!("says_little.txt"));

/// Words of a sentence that do not say where a link in it leads.
pub(crate) static STOP_WORDS: Vocabulary = Vocabulary::new(include_str!("stop_words.txt"));

/// That a link opens another window.
pub(crate) static NEW_WINDOW: Vocabulary = Vocabulary::new(include_str!("new_window.txt"));

/// That a link leads back to the top of its page.
pub(crate) static TOP: Vocabulary = Vocabulary::new(include_str!("top.txt"));

/// That a link leads to a file.
pub(super) static A_FILE: Vocabulary = Vocabulary::new(include_str!("a_file.txt"));

/// That a link skips something.
pub(crate) static SKIP: Vocabulary = Vocabulary::new(include_str!("skip.txt"));

/// What the way to a page is called.
pub(crate) static BREADCRUMB: Vocabulary = Vocabulary::new(include_str!("breadcrumb.txt"));

/// What parts of a page are called by what they are for, whatever they are about. A number at the end does not matter.
pub(crate) static PARTS: Vocabulary = Vocabulary::new(include_str!("parts.txt"));

/// What templates put where a heading is to be written. Nothing is called so.
pub(crate) static FILLER: Vocabulary = Vocabulary::new(include_str!("filler.txt"));

/// What may be left over from a template, or what the part is really called: in Arabic `عنوان` is an address, too. A
/// number at the end does not matter.
pub(crate) static PERHAPS_FILLER: Vocabulary = Vocabulary::new(include_str!("perhaps_filler.txt"));
