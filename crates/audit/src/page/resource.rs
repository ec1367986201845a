//! What addresses of a page gave when they were fetched, to tell whether two of them lead to one thing.

use super::{Certainty, Page};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What an address gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Where it came from, after redirects.
    url: String,
    title: String,
    heading: String,
    language: String,
    words: BTreeSet<String>,
    blocks: BTreeSet<String>,
    /// Whether a script may make something else of it.
    is_scripted: bool,
    /// Whether pictures, frames or fields tell more than its words.
    is_mixed: bool,
}

/// Of fewer words nothing is concluded, unless they are all there is.
const FEWEST_WORDS: usize = 8;
/// The same where words are all there is.
const FEWEST_OF_ALL: usize = 2;

impl Resource {
    /// From the address it came from in the end, its title and all its words, and whether it has scripts.
    pub fn new(url: impl Into<String>, title: &str, text: &str, is_scripted: bool) -> Self {
        let words = words(text).into_iter().collect();
        Self { url: url.into(), title: said(title), words, is_scripted, ..Self::default() }
    }

    /// With its first heading of the first level, and the language it says it is in.
    #[must_use]
    pub fn headed(mut self, heading: &str, language: &str) -> Self {
        self.heading = said(heading);
        language.split('-').next().unwrap_or_default().clone_into(&mut self.language);
        self
    }

    /// With more on it than words.
    #[must_use]
    pub fn mixed(mut self, is_mixed: bool) -> Self {
        self.is_mixed = is_mixed;
        self
    }

    /// With the texts of the boxes it is made of.
    #[must_use]
    pub fn made_of<'t>(mut self, blocks: impl IntoIterator<Item = &'t str>) -> Self {
        self.blocks = blocks.into_iter().map(said).collect();
        self
    }

    /// Whether a box on it says just this.
    pub(crate) fn has_block(&self, text: &str) -> bool {
        self.blocks.contains(&said(text))
    }

    /// Whether it says a word.
    pub(crate) fn says(&self, text: &str) -> bool {
        words(text).iter().all(|word| self.words.contains(word))
    }

    /// Whether it is the same thing: it comes from one place, or says the same and no script says more.
    pub fn is_same(&self, other: &Resource) -> bool {
        let says_same = self.title == other.title && self.words == other.words;
        self.url == other.url || (says_same && !self.is_scripted && !other.is_scripted)
    }

    /// Whether it is certainly another thing: it is called something else in one language, and has hardly a word in common.
    /// Two pages may serve one purpose in other words, so whatever shares more, says little or has scripts is left to people.
    pub fn is_other(&self, other: &Resource) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let least = self.words.len().min(other.words.len());
        let has_scripts = self.is_scripted || other.is_scripted;
        let is_called_alike = self.title == other.title && self.heading == other.heading;
        if has_scripts || self.url == other.url || is_called_alike || self.language != other.language {
            return false;
        }
        let is_all =
            shared == 0 && !self.is_mixed && !other.is_mixed && !self.title.is_empty() && !other.title.is_empty();
        (least >= FEWEST_WORDS && shared * 10 <= least) || (least >= FEWEST_OF_ALL && is_all)
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A text without its spaces: in a document that was only fetched, nothing says where one box ends.
fn said(text: &str) -> String {
    words(text).concat()
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
        let preise = page("/preise", "Preise", "Zehn im Monat oder hundert im Jahr, und weniger für Vereine");
        assert!(prices.is_other(&preise) && !prices.is_other(&preise.clone().headed("Preise", "de")));
        let alike = |url, heading, text| page(url, "Shop", text).headed(heading, "en");
        let chat = alike("/a", "Chat", "Chat with us now, all day and all night");
        let call = alike("/b", "Call", "Ring from Monday to Friday before five o'clock");
        assert!(chat.is_other(&call) && !chat.is_other(&call.clone().headed("Chat", "en")));
    }

    #[test]
    fn of_few_words_nothing_is_concluded_unless_they_are_all() {
        let page = |url, title, text| Resource::new(url, title, text, false);
        let (tide, moon) = (page("/tide", "Tide", "High at nine"), page("/moon", "Moon", "Full tonight"));
        assert!(tide.is_other(&moon) && !tide.is_other(&moon.clone().mixed(true)));
        assert!(
            !tide.is_other(&page("/late", "Late", "High at ten")) && !tide.is_other(&page("/x", "", "Full tonight"))
        );
    }

    #[test]
    fn blocks_are_compared_by_their_words() {
        let page = Resource::new("/a", "A", "Tides Moon High at nine", false).made_of(["Tides  Moon", "High at nine."]);
        assert!(page.has_block("tides, moon") && !page.has_block("tides") && page.says("moon") && !page.says("sun"));
    }
}
