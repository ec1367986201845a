//! Where links lead (HTML, <https://html.spec.whatwg.org/multipage/links.html>).

use super::node::Kind;
use super::{Element, Namespace, NodeId, Page, Role};
use hashbrown::HashMap;
use std::borrow::Cow;
use url::Url;

/// Where a link within its page leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fragment<'p> {
    /// To the beginning of the page.
    Top,
    /// To an element.
    To(Element<'p>),
    /// Nowhere: nothing has the name it asks for.
    Nowhere,
}

/// Base addresses and named anchors, by document; made on first use.
#[derive(Debug, Default)]
pub(super) struct Links {
    page: Option<Url>,
    /// Where a `base` says what addresses begin with.
    bases: HashMap<NodeId, Option<Url>>,
    anchors: HashMap<NodeId, HashMap<Box<str>, NodeId>>,
}

impl Links {
    fn new(page: &Page) -> Self {
        // A path stands under an address that nothing else has.
        let address = Url::parse(page.url()).or_else(|_| Url::parse("sada://page/")?.join(page.url())).ok();
        let mut links = Self { page: address, ..Self::default() };
        for element in page.elements().filter(|element| element.namespace() == Namespace::Html) {
            match element.name() {
                "base" => {
                    let Some(href) = element.attribute("href") else { continue };
                    let document = element.document();
                    let base = || links.page.as_ref()?.join(href.trim_ascii()).ok();
                    links.bases.entry(document).or_insert_with(base);
                }
                "a" => {
                    let Some(name) = element.attribute("name").filter(|name| !name.is_empty()) else { continue };
                    let anchors = links.anchors.entry(page.tree_of(element.id())).or_default();
                    anchors.entry(name.into()).or_insert(element.id());
                }
                _ => {}
            }
        }
        links
    }
}

impl Page {
    fn links(&self) -> &Links {
        self.links.get_or_init(|| Links::new(self))
    }

    /// Whether a link on it leads to another page of the same site. One that leads nowhere belongs to no set of pages, and
    /// one that leads on by itself is no page to stay on.
    pub fn leads_on(&self) -> bool {
        let refreshes = |element: Element<'_>| {
            let pragma = element.attribute("http-equiv").filter(|_| element.is("meta"));
            let has_address = || element.attribute("content").is_some_and(|content| content.contains('='));
            pragma.is_some_and(|pragma| pragma.eq_ignore_ascii_case("refresh")) && has_address()
        };
        let Some(own) = self.address().filter(|_| !self.elements().any(refreshes)) else { return false };
        // A link in a frame leads on in the frame.
        let links = self.elements().filter(|element| element.href().is_some() && element.frame().is_none());
        links.filter_map(Element::leads_to).any(|address| {
            let is_page = address.scheme() == own.scheme() && address.host_str() == own.host_str();
            is_page && (address.path() != own.path() || address.query() != own.query())
        })
    }

    /// Its address. A path stands under an address that nothing else has.
    pub fn address(&self) -> Option<&Url> {
        self.links().page.as_ref()
    }
}

impl<'p> Element<'p> {
    /// Whether assistive technologies find it as a link.
    pub fn is_exposed_link(self) -> bool {
        self.role() == Role::Link && self.is_in_accessibility_tree()
    }

    /// What it links to, as it is written.
    pub fn href(self) -> Option<&'p str> {
        let of_svg = || self.attribute("xlink:href").filter(|_| self.is_svg("a"));
        let is_link = self.is("a") || self.is("area") || self.is_svg("a");
        let href = self.attribute("href").or_else(of_svg);
        href.filter(|_| is_link).map(str::trim_ascii)
    }

    /// The address it leads to; `None` if it is no link or what it says is no address. A document in a frame has
    /// addresses of its own, which a page does not know.
    pub fn leads_to(self) -> Option<Url> {
        self.resolves(self.href()?)
    }

    /// The address that a click sets, where that is all its `onclick` does, made whole.
    pub fn click_leads_to(self) -> Option<Url> {
        let code = self.attribute("onclick")?.trim_ascii().trim_end_matches(';').trim_ascii_end();
        let code =
            ["window.", "document.", "self."].iter().find_map(|object| code.strip_prefix(object)).unwrap_or(code);
        let value = code.strip_prefix("location")?;
        let value =
            value.strip_prefix(".href").unwrap_or(value).trim_ascii_start().strip_prefix('=')?.trim_ascii_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '\'' | '"' | '`'))?;
        let address = value.strip_prefix(quote)?.strip_suffix(quote)?;
        (!address.contains([quote, '\\', '$'])).then(|| self.resolves(address)).flatten()
    }

    /// An address that is written in its document, made whole.
    pub fn resolves(self, address: &str) -> Option<Url> {
        let document = self.document();
        if document != NodeId::DOCUMENT {
            // What is written into a frame's attribute has the addresses of the document around it (HTML, `srcdoc`).
            let frame = self.frame().filter(|frame| frame.has_attribute("srcdoc"));
            return frame.map_or_else(|| Url::parse(address).ok(), |frame| frame.resolves(address));
        }
        let base = self.page().links().bases.get(&document).map_or_else(|| self.page().address(), Option::as_ref);
        base?.join(address).ok()
    }

    /// Where it leads within its page, if its `href` is a `#` with or without a name and no `base` gives that another
    /// meaning (HTML, find a potential indicated element,
    /// <https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element>).
    pub fn fragment(self) -> Option<Fragment<'p>> {
        let name = self.href()?.strip_prefix('#')?;
        let document = self.document();
        if self.page().links().bases.contains_key(&document) {
            return None;
        }
        if name.is_empty() {
            return Some(Fragment::Top);
        }
        let decoded = percent_decoded(name);
        let found = self.target_named(document, name).or_else(|| self.target_named(document, &decoded));
        Some(match found {
            Some(element) => Fragment::To(element),
            None if decoded.eq_ignore_ascii_case("top") => Fragment::Top,
            None => Fragment::Nowhere,
        })
    }

    fn target_named(self, document: NodeId, name: &str) -> Option<Element<'p>> {
        let page = self.page();
        let anchor = || page.links().anchors.get(&document)?.get(name).copied();
        page.element(page.with_id(document, name).or_else(anchor)?)
    }

    /// Whether it leads to where it stands: to itself or to what is around it, as the signs beside headings do.
    pub fn leads_to_itself(self) -> bool {
        match self.fragment() {
            Some(Fragment::To(target)) => self.flat_lineage().any(|around| around == target),
            _ => false,
        }
    }

    /// The document it stands in, out of shadow roots.
    pub(super) fn document(self) -> NodeId {
        let mut root = self.page().tree_of(self.id());
        while let (Kind::ShadowRoot, Some(host)) = (&self.page().node(root).kind, self.page().node(root).parent) {
            root = self.page().tree_of(host);
        }
        root
    }
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
