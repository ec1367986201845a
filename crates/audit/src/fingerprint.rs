//! What a finding is recognised by next time.

use crate::page::{Element, NodeId};
use crate::rule::Rule;
use hashbrown::HashMap;
use sha2::{Digest, Sha256};

/// Fingerprints of one page's findings: rule, page, what the element is, and the nearest id around it. Positions are not in
/// it, nor what else stands around, so that a finding survives when its element is moved or wrapped; only what is alike in
/// all of that is counted through.
pub(crate) struct Fingerprints<'p> {
    page: &'p str,
    /// Several rules speak of one element.
    paths: HashMap<NodeId, Box<str>>,
    seen: HashMap<Box<str>, u32>,
}

impl<'p> Fingerprints<'p> {
    /// `page` is what the page is recognised by.
    pub(crate) fn new(page: &'p str) -> Self {
        Self { page, paths: HashMap::new(), seen: HashMap::new() }
    }

    /// 32 hexadecimal digits.
    pub(crate) fn of(&mut self, rule: &Rule, element: Element<'_>) -> String {
        let path = self.paths.entry(element.id()).or_insert_with(|| stable_path(element).into());
        let key = [rule.id, self.page, path].join("\n");
        let mut digest = Sha256::new_with_prefix(&key);
        let seen = self.seen.entry(key.into()).or_default();
        *seen += 1;
        digest.update(format!("\n{seen}"));
        let halves = digest.finalize().into_iter().take(16).flat_map(|byte| [byte >> 4, byte & 0xf]);
        halves.map(|half| char::from(b"0123456789abcdef"[usize::from(half)])).collect()
    }
}

/// The path of an address: the same page on a test server, on another port and in production is one page.
pub(crate) fn page_key(url: &str) -> &str {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest.find('/').map_or("/", |slash| &rest[slash..]));
    let end = path.find(['?', '#']).unwrap_or(path.len());
    path[..end].trim_start_matches("./")
}

/// What the element is, and the nearest id around it.
fn stable_path(element: Element<'_>) -> String {
    let mut path = describe(element);
    if let Some(id) = element.flat_lineage().skip(1).find_map(stable_id) {
        path.push_str(" in #");
        path.push_str(id);
    }
    path
}

fn describe(element: Element<'_>) -> String {
    if let Some(id) = stable_id(element) {
        return [element.name(), id].join("#");
    }
    let mut words = element.name().to_owned();
    for name in ["role", "type", "name", "for", "src", "href", "aria-label", "alt", "title"] {
        if let Some(value) = element.attribute(name) {
            // Queries and embedded data change from build to build.
            let end = value.find(['?', '#', ',']).unwrap_or(value.len());
            let end = value[..end].char_indices().nth(120).map_or(end, |(end, _)| end);
            words.extend([" ", name, "=", &value[..end]]);
        }
    }
    let mut text = element.own_texts().flat_map(|(_, text)| text.split_whitespace()).take(12).peekable();
    if text.peek().is_some() {
        words.push_str(" “");
        for (at, word) in text.enumerate() {
            words.extend([if at > 0 { " " } else { "" }, word]);
        }
        words.push('”');
    }
    words
}

/// An id that a person wrote: generated ones (`:r1:`, `ember482`, `x-7f3a9c01`) change with every build.
fn stable_id(element: Element<'_>) -> Option<&str> {
    let id = element.attribute("id").filter(|id| !id.is_empty())?;
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    (digits < 3 && !id.contains(':')).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::page_key;

    #[test]
    fn one_page_has_one_key_wherever_it_is_served() {
        for url in ["http://127.0.0.1:8080/shop/?q=1#top", "https://shop.example/shop/", "/shop/"] {
            assert_eq!(page_key(url), "/shop/");
        }
        assert_eq!(page_key("https://shop.example"), "/");
        assert_eq!(page_key("./out/index.html"), "out/index.html");
    }
}
