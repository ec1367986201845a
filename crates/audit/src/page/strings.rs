//! What the nodes of a page say: names and values are kept once, as a large page repeats them a million times.

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashMap, HashTable};
use std::hash::BuildHasher;
use std::ops::Range;

/// A name of elements or attributes, by its number among those of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NameId(u32);

/// Where a value or a text stands among the [`Strings`] of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    start: u32,
    end: u32,
}

/// Where the attributes of an element stand among those of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttributeRange {
    start: u32,
    end: u32,
}

/// The names, values, attributes and texts of one page, at most 4 GB.
#[derive(Debug, Default)]
pub struct Strings {
    names: Vec<Box<str>>,
    /// Values and texts, one behind the other.
    all: String,
    attributes: Vec<(NameId, Stretch)>,
    known: Known,
}

/// What was kept before.
#[derive(Debug, Default)]
struct Known {
    names: HashMap<Box<str>, NameId>,
    values: HashTable<Stretch>,
    hasher: DefaultHashBuilder,
}

impl Strings {
    /// With room for so many bytes of values and texts.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { all: String::with_capacity(bytes), ..Self::default() }
    }

    /// Keeps a name, lower case for HTML.
    pub fn name(&mut self, name: &str) -> NameId {
        if let Some(known) = self.known.names.get(name) {
            return *known;
        }
        let id = NameId(counted(self.names.len()));
        self.names.push(name.into());
        self.known.names.insert(name.into(), id);
        id
    }

    /// Keeps the value of an attribute.
    pub fn value(&mut self, value: &str) -> Stretch {
        let Known { values, hasher, .. } = &mut self.known;
        let all = &self.all;
        let hash = hasher.hash_one(value);
        let is_it = |known: &Stretch| &all[known.range()] == value;
        match values.entry(hash, is_it, |known| hasher.hash_one(&all[known.range()])) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let stretch = Stretch { start: counted(all.len()), end: counted(all.len() + value.len()) };
                place.insert(stretch);
                self.all.push_str(value);
                stretch
            }
        }
    }

    /// Keeps a text, or the beginning of one.
    pub fn text(&mut self, text: &str) -> Stretch {
        let start = counted(self.all.len());
        self.all.push_str(text);
        Stretch { start, end: counted(self.all.len()) }
    }

    /// The text with more behind it; `None` if something else has been kept since.
    #[must_use]
    pub fn lengthened(&mut self, text: Stretch, more: &str) -> Option<Stretch> {
        (text.end as usize == self.all.len()).then(|| Stretch { start: text.start, end: self.text(more).end })
    }

    /// Keeps the attributes of an element, in the order of the source.
    pub fn attributes(&mut self, attributes: impl IntoIterator<Item = (NameId, Stretch)>) -> AttributeRange {
        let start = counted(self.attributes.len());
        self.attributes.extend(attributes);
        AttributeRange { start, end: counted(self.attributes.len()) }
    }

    /// The value or text that stands there.
    pub fn get(&self, stretch: Stretch) -> &str {
        &self.all[stretch.range()]
    }

    /// The attributes that stand there.
    pub fn attributes_in(&self, range: AttributeRange) -> &[(NameId, Stretch)] {
        &self.attributes[range.start as usize..range.end as usize]
    }

    pub(super) fn name_of(&self, id: NameId) -> &str {
        &self.names[id.0 as usize]
    }

    /// Nothing is kept any more from here on.
    pub(super) fn complete(&mut self) {
        self.known = Known::default();
    }
}

impl Stretch {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

fn counted(place: usize) -> u32 {
    u32::try_from(place).expect("no source gives a page of 4 GB")
}

#[cfg(test)]
mod tests {
    use super::Strings;

    #[test]
    fn what_recurs_is_kept_once() {
        let mut strings = Strings::default();
        let (first, text) = (strings.value("wide"), strings.text("wide"));
        assert_eq!(strings.value("wide"), first);
        assert_ne!(text, first);
        assert_eq!((strings.get(first), strings.get(text)), ("wide", "wide"));
        assert_eq!(strings.name("p"), strings.name("p"));
        assert_ne!(strings.name("p"), strings.name("q"));
    }

    #[test]
    fn only_the_last_text_grows() {
        let mut strings = Strings::default();
        let first = strings.text("a");
        let longer = strings.lengthened(first, "b").expect("nothing was kept since");
        assert_eq!(strings.get(longer), "ab");
        strings.value("c");
        assert_eq!(strings.lengthened(longer, "d"), None);
    }
}
