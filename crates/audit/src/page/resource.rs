//! What addresses of a page gave when they were fetched, to tell whether two of them lead to one thing.

use super::{Certainty, Page};
use std::collections::BTreeSet;

/// What an address gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Where it came from, after redirects.
    url: String,
    title: String,
    words: BTreeSet<String>,
    /// Whether a script may make something else of it.
    is_scripted: bool,
}

/// Of fewer words nothing is concluded.
const FEWEST_WORDS: usize = 8;

impl Resource {
    /// From the address it came from in the end, its title and all its words, and whether it has scripts.
    pub fn new(url: impl Into<String>, title: &str, text: &str, is_scripted: bool) -> Self {
        let words = |text: &str| {
            let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            parts.map(str::to_lowercase).collect::<Vec<_>>()
        };
        Self { url: url.into(), title: words(title).join(" "), words: words(text).into_iter().collect(), is_scripted }
    }

    /// Whether it is the same thing: it comes from one place, or says the same and no script says more.
    pub fn is_same(&self, other: &Resource) -> bool {
        let says_same = self.title == other.title && self.words == other.words;
        self.url == other.url || (says_same && !self.is_scripted && !other.is_scripted)
    }

    /// Whether it is certainly another thing: it has another title, and hardly a word in common. Two pages may serve one
    /// purpose in other words, so whatever shares more, says little or has scripts is left to people.
    pub fn is_other(&self, other: &Resource) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let least = self.words.len().min(other.words.len());
        let is_static = !self.is_scripted && !other.is_scripted;
        is_static && self.url != other.url && self.title != other.title && least >= FEWEST_WORDS && shared * 10 <= least
    }
}

impl Page {
    /// Whether two addresses lead to one thing, as far as what they give was fetched.
    pub(crate) fn lead_to_one_thing(&self, one: &str, other: &str) -> Certainty {
        match (self.resource(one), self.resource(other)) {
            _ if one == other => Certainty::Yes,
            // Another place in the same document.
            _ if without_fragment(one) == without_fragment(other) => Certainty::Unknown,
            (Some(one), Some(other)) if one.is_same(other) => Certainty::Yes,
            (Some(one), Some(other)) if one.is_other(other) => Certainty::No,
            _ => Certainty::Unknown,
        }
    }

    /// What an absolute address gave, if it was fetched.
    pub fn resource(&self, address: &str) -> Option<&Resource> {
        self.resources.get(without_fragment(address))
    }
}

pub(super) fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Resource;

    #[test]
    fn same_and_other_things() {
        let page = |url, title, text| Resource::new(url, title, text, false);
        let contact = page("/contact", "Contact us", "Contact us by mail or telephone");
        assert!(contact.is_same(&page("/contact", "Contact us", "Contact us today")));
        assert!(contact.is_same(&page("/kontakt", "Contact us", "Contact us by telephone, or mail!")));
        let scripted = |url| Resource::new(url, "Shop", "Loading", true);
        assert!(!scripted("/a").is_same(&scripted("/b")) && !scripted("/a").is_other(&scripted("/b")));
        let similar = page("/contact-2", "Contact our team", "Contact us by mail or telephone or letter");
        assert!(!contact.is_same(&similar) && !contact.is_other(&similar));
        let prices = page("/prices", "Prices", "What it costs: ten a month, or a hundred in every year");
        let touch = page("/touch", "Get in touch", "Get in touch: call (541) 754-3010 and ask for somebody");
        let letters = page("/letters", "Contact us", "Contact us. Phone (541) 754-3010, or write a letter to somebody");
        assert!(touch.is_other(&prices) && !touch.is_other(&letters));
    }
}
