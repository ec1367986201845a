//! Names in selectors: ids, classes, element and attribute names, with the hash they are looked up by.

use cssparser::{ToCss, serialize_identifier};
use hashbrown::HashMap;
use precomputed_hash::PrecomputedHash;
use std::fmt;
use std::hash::{BuildHasherDefault, Hasher};

/// A name and its hash. Two names that differ in ASCII case alone are unequal, but share the hash, so that one table
/// serves pages in quirks mode too.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct Name {
    hash: u32,
    text: Box<str>,
}

impl Name {
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn hash(&self) -> u32 {
        self.hash
    }
}

/// The hash of a name: FNV-1a over the bytes in lower case, mixed so that all bits depend on all bytes.
pub(crate) fn hash_of(name: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ (hash >> 12)
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self { hash: hash_of(text), text: text.into() }
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl PrecomputedHash for Name {
    fn precomputed_hash(&self) -> u32 {
        self.hash
    }
}

impl ToCss for Name {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        serialize_identifier(&self.text, dest)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

/// A table whose keys are hashes already.
pub(crate) type HashTable<V> = HashMap<u32, V, BuildHasherDefault<AsItIs>>;

/// Takes a hash for what it is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u32(&mut self, hash: u32) {
        // The table wants its high bits filled as well.
        self.0 = u64::from(hash) | (u64::from(hash) << 32);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
