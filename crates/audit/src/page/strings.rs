//! What the nodes of a page say: names and values are kept once, as a large page repeats them a million times.

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use serde::{Deserialize, Serialize};
use std::hash::BuildHasher;
use std::ops::Range;

/// A name of elements or attributes, by its number among those of its page, and behind that a sign of what it is: most
/// names that are looked for are told from it without looking them up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NameId(u32);

impl NameId {
    fn new(number: u32, name: &str) -> Self {
        let number = number.checked_mul(1 << Sign::BITS).expect("no source gives a page of so many names");
        Self(number | Sign::of(name).0)
    }

    fn index(self) -> usize {
        (self.0 >> Sign::BITS) as usize
    }

    fn sign(self) -> Sign {
        Sign(self.0 & Sign::MASK)
    }
}

/// Differs for most names that elements have side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign(u32);

impl Sign {
    const BITS: u32 = 6;
    const MASK: u32 = (1 << Self::BITS) - 1;

    #[inline]
    pub fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        let ends = bytes.first().zip(bytes.last()).map_or(0, |(first, last)| u32::from(*first) * 3 + u32::from(*last));
        let length = u32::from(bytes.len().to_le_bytes()[0]);
        Self((ends ^ (length << 2)) & Self::MASK)
    }
}

/// The signs of several names, some of which look alike.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs(u16);

impl Signs {
    /// Whether a name of this sign may be among them.
    #[inline]
    pub fn may_have(self, sign: Sign) -> bool {
        self.0 & (1 << (sign.0 % u16::BITS)) != 0
    }
}

/// A value of attributes, by its number among those of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueId(u32);

/// Where a text stands among the [`Strings`] of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    start: u32,
    end: u32,
}

/// Where the attributes of an element stand among those of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeRange {
    start: u32,
    end: u32,
}

/// The names, values, attributes and texts of one page: at most 4 GB, and 67 million names.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Strings {
    names: Kept,
    values: Kept,
    attributes: Vec<(NameId, ValueId)>,
    /// One behind the other.
    texts: String,
}

/// Strings, each kept once, by their numbers.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    all: Vec<Box<str>>,
    #[serde(skip)]
    known: HashTable<u32>,
    #[serde(skip)]
    hasher: DefaultHashBuilder,
}

impl Kept {
    fn with_capacity(strings: usize) -> Self {
        Self { known: HashTable::with_capacity(strings), ..Self::default() }
    }

    /// The number of a string, which is kept where it is new.
    fn number(&mut self, string: &str) -> u32 {
        let Self { all, known, hasher } = self;
        let of = |number: &u32| &*all[*number as usize];
        match known.entry(hasher.hash_one(string), |it| of(it) == string, |it| hasher.hash_one(of(it))) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let number = counted(all.len());
                place.insert(number);
                all.push(string.into());
                number
            }
        }
    }

    /// The string of a number. There always is one; where no way leads to a panic, what nobody reads is not looked up.
    fn get(&self, number: usize) -> &str {
        self.all.get(number).map_or("", |string| string)
    }

    fn forget_numbers(&mut self) {
        self.known = HashTable::new();
    }
}

impl Strings {
    /// With room for so many bytes of texts, and for the names and values of a page that is not large.
    pub fn with_capacity(bytes: usize) -> Self {
        const NAMES: usize = 100;
        const VALUES: usize = 400;
        let (names, values) = (Kept::with_capacity(NAMES), Kept::with_capacity(VALUES));
        Self { names, values, texts: String::with_capacity(bytes), ..Self::default() }
    }

    /// Keeps a name, lower case for HTML.
    pub fn name(&mut self, name: &str) -> NameId {
        NameId::new(self.names.number(name), name)
    }

    /// Keeps the value of an attribute.
    pub fn value(&mut self, value: &str) -> ValueId {
        ValueId(self.values.number(value))
    }

    /// Keeps a text, or the beginning of one.
    pub fn text(&mut self, text: &str) -> Stretch {
        let start = counted(self.texts.len());
        self.texts.push_str(text);
        Stretch { start, end: counted(self.texts.len()) }
    }

    /// The text with more behind it; `None` if something else has been kept since.
    #[must_use]
    pub fn lengthened(&mut self, text: Stretch, more: &str) -> Option<Stretch> {
        (text.end as usize == self.texts.len()).then(|| Stretch { start: text.start, end: self.text(more).end })
    }

    /// Keeps the attributes of an element, in the order of the source.
    pub fn attributes(&mut self, attributes: impl IntoIterator<Item = (NameId, ValueId)>) -> AttributeRange {
        let start = counted(self.attributes.len());
        self.attributes.extend(attributes);
        AttributeRange { start, end: counted(self.attributes.len()) }
    }

    /// The text that stands there.
    pub fn get(&self, stretch: Stretch) -> &str {
        &self.texts[stretch.range()]
    }

    /// The attributes that stand there.
    pub fn attributes_in(&self, range: AttributeRange) -> &[(NameId, ValueId)] {
        self.attributes.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    pub(super) fn value_of(&self, id: ValueId) -> &str {
        self.values.get(id.0 as usize)
    }

    pub(super) fn signs_in(&self, range: AttributeRange) -> Signs {
        let all = self.attributes_in(range).iter();
        Signs(all.fold(0, |signs, (name, _)| signs | (1 << (name.sign().0 % u16::BITS))))
    }

    pub(super) fn name_of(&self, id: NameId) -> &str {
        self.names.get(id.index())
    }

    /// Whether a name is `name`, whose sign that is.
    #[inline]
    pub(super) fn is(&self, id: NameId, name: &str, sign: Sign) -> bool {
        id.sign() == sign && self.name_of(id) == name
    }

    /// Whether a name stands here.
    pub(super) fn has_name(&self, id: NameId) -> bool {
        self.names.all.get(id.index()).is_some_and(|name| NameId::new(counted(id.index()), name) == id)
    }

    /// Whether attributes stand there, with names and values that do.
    pub(super) fn has_attributes(&self, range: AttributeRange) -> bool {
        let attributes = self.attributes.get(range.start as usize..range.end as usize);
        let is_there =
            |(name, value): &(NameId, ValueId)| self.has_name(*name) && (value.0 as usize) < self.values.all.len();
        attributes.is_some_and(|attributes| attributes.iter().all(is_there))
    }

    /// Whether a text stands there.
    pub(super) fn has_text(&self, stretch: Stretch) -> bool {
        self.texts.get(stretch.range()).is_some()
    }

    /// Nothing is kept any more from here on.
    pub(super) fn complete(&mut self) {
        self.names.forget_numbers();
        self.values.forget_numbers();
    }
}

impl Stretch {
    /// Bytes.
    pub(super) fn len(self) -> usize {
        self.range().len()
    }

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
        let wide = strings.value("wide");
        assert_ne!(strings.value("narrow"), wide);
        assert_eq!(strings.value("wide"), wide);
        assert_eq!(strings.value_of(wide), "wide");
        assert_eq!(strings.name("p"), strings.name("p"));
        assert_ne!(strings.name("p"), strings.name("q"));
    }

    #[test]
    fn only_the_last_text_grows() {
        let mut strings = Strings::default();
        let first = strings.text("a");
        let longer = strings.lengthened(first, "b").expect("nothing was kept since");
        assert_eq!(strings.get(longer), "ab");
        strings.text("c");
        assert_eq!(strings.lengthened(longer, "d"), None);
    }
}
