//! The language of an element (HTML, <https://html.spec.whatwg.org/multipage/dom.html#language>).

use super::Element;
use super::node::Kind;

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

    /// What its own `xml:lang` or `lang` says. `xml:lang` counts for more, and outside HTML `lang` counts too.
    pub fn own_language(self) -> Option<&'p str> {
        self.attribute("xml:lang").or_else(|| self.attribute("lang")).map(str::trim_ascii)
    }

    fn shadow_host(self) -> Option<Element<'p>> {
        let root = self.page().tree_of(self.id());
        let is_shadow = matches!(self.page().node(root).kind, Kind::ShadowRoot);
        if is_shadow { self.page().element(self.page().node(root).parent?) } else { None }
    }

    /// HTML, pragma-set default language: one tag, and no list of them.
    pub(super) fn pragma_language(self) -> Option<&'p str> {
        let names = self.attribute("http-equiv").filter(|_| self.is("meta"))?;
        let said = self.attribute("content").filter(|said| !said.contains(','))?;
        let language = said.split_ascii_whitespace().next();
        language.filter(|_| names.eq_ignore_ascii_case("content-language"))
    }
}
