//! The language of an element (HTML, <https://html.spec.whatwg.org/multipage/dom.html#language>).

use super::{Element, Namespace};
use std::collections::VecDeque;

impl<'p> Element<'p> {
    /// The language that is said of it: the nearest `xml:lang` or `lang`, out of shadow roots, else what a
    /// `<meta http-equiv="content-language">` of its document says. Empty if a `lang` says that it is unknown, `None` if
    /// nobody says anything. A document in a frame does not have the language of the page around it.
    pub fn language(self) -> Option<&'p str> {
        let mut at = self;
        loop {
            if let Some(language) = at.own_language() {
                return Some(language);
            }
            at = match at.parent() {
                Some(parent) => parent,
                None => match at.shadow_host() {
                    Some(host) => host,
                    None => return self.page().default_language(self.page().tree_of(at.id())),
                },
            };
        }
    }

    /// What its own `lang` or `xml:lang` says. In markup that was read as HTML an `xml:lang` means nothing on an HTML
    /// element, so it counts for less there; elsewhere it counts for more.
    pub fn own_language(self) -> Option<&'p str> {
        let (first, second) =
            if self.namespace() == Namespace::Html { ("lang", "xml:lang") } else { ("xml:lang", "lang") };
        self.attribute(first).or_else(|| self.attribute(second)).map(str::trim_ascii)
    }

    /// The texts whose language it says, in no markup of their own that says another one: those that can be seen or are
    /// in the accessibility tree, and the attributes that assistive technologies read out. For the root of the page its
    /// title is one of them (ACT Rules glossary, text inheriting its programmatic language,
    /// <https://act-rules.github.io/glossary/#text-inheriting-its-programmatic-language>). Code and what must not be
    /// translated is in no language.
    pub fn texts_in_its_language(self) -> impl Iterator<Item = &'p str> {
        let page = self.page();
        let title = page.title().filter(|title| page.root() == Some(self) && title.own_language().is_none());
        let mut ready: VecDeque<&str> = title.into_iter().flat_map(Element::own_texts).map(|(_, text)| text).collect();
        // Nodes to read, with the element each stands in.
        let mut open = vec![(self.id(), self)];
        std::iter::from_fn(move || {
            loop {
                if let Some(text) = ready.pop_front() {
                    return Some(text);
                }
                let (id, around) = open.pop()?;
                let Some(element) = page.element(id) else {
                    if !around.is_programmatically_hidden() || around.shows(id) {
                        ready.extend(page.text_of(id));
                    }
                    continue;
                };
                let is_apart = (element != self && element.own_language().is_some()) || element.is_in_no_language();
                if is_apart || !element.is_rendered() {
                    continue;
                }
                if !element.is_programmatically_hidden() {
                    ready.extend(element.spoken_attributes());
                }
                let at = open.len();
                open.extend(element.flat_children().map(|child| (child, element)));
                open[at..].reverse();
            }
        })
    }

    fn is_in_no_language(self) -> bool {
        self.namespace() == Namespace::MathMl
            || matches!(self.name(), "code" | "kbd" | "pre" | "samp" | "tt" | "var")
            || self.attribute("translate").is_some_and(|said| said.eq_ignore_ascii_case("no"))
    }

    /// Values that are words for people, as a name or a description.
    fn spoken_attributes(self) -> impl Iterator<Item = &'p str> {
        let is_button = self.is("input")
            && self.attribute("type").is_some_and(|kind| {
                ["submit", "reset", "button"].iter().any(|button| kind.eq_ignore_ascii_case(button))
            });
        let name = match self.attribute("aria-label") {
            Some(label) => Some(label),
            None if matches!(self.name(), "img" | "area" | "input") => self.attribute("alt"),
            None => None,
        };
        let others =
            ["title", "placeholder", "aria-description"].into_iter().filter_map(move |name| self.attribute(name));
        name.into_iter().chain(self.attribute("value").filter(|_| is_button)).chain(others)
    }

    /// HTML, pragma-set default language: one tag, and no list of them.
    pub(super) fn pragma_language(self) -> Option<&'p str> {
        let names = self.attribute("http-equiv").filter(|_| self.is("meta"))?;
        let said = self.attribute("content").filter(|said| !said.contains(','))?;
        let language = said.split_ascii_whitespace().next();
        language.filter(|_| names.eq_ignore_ascii_case("content-language"))
    }
}
