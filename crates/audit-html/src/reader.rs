//! Bytes to a page.

use crate::cascade::style;
use crate::css::property::Scheme;
use crate::decode::decode;
use crate::parse::{Cut, parse};
use crate::sheets::{NoStyleSheets, gather};
use crate::sniff::refuse_other_formats;
use crate::tree::{Node, Tree, page_of};
use crate::{HtmlError, Options, StyleSheets};
use sada_audit::{Engine, Page, PageBuilder};
use std::sync::Arc;
use url::Url;

/// What is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Address or path, as the user knows it. It names the page in the report.
    pub url: &'a str,
    /// The address that links are relative to, where `url` is a path: `file:///…/index.html`.
    pub base: Option<&'a str>,
    /// The page.
    pub bytes: &'a [u8],
    /// The value of the `Content-Type` header, where there was one. Its `charset` decides the encoding.
    pub content_type: Option<&'a str>,
}

impl<'a> Input<'a> {
    /// A page at an address, nothing else known.
    pub fn new(url: &'a str, bytes: &'a [u8]) -> Self {
        Self { url, base: None, bytes, content_type: None }
    }
}

/// Reads pages. One reader serves all threads.
///
/// A page is read as its source says, for a visitor whose browser runs scripts: `noscript` is not shown, and what
/// scripts would change is not known. Contents of frames with an address of their own are not read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reader {
    options: Options,
}

impl Reader {
    /// A reader with these options.
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Reads one page.
    ///
    /// # Errors
    ///
    /// If it certainly is no HTML, or more than the limits allow. Markup itself is never wrong: browsers show anything.
    pub fn read(&self, input: &Input<'_>, sheets: &dyn StyleSheets) -> Result<Page, HtmlError> {
        self.read_as(input, sheets, false)
    }

    fn read_as(&self, input: &Input<'_>, sheets: &dyn StyleSheets, is_excerpt: bool) -> Result<Page, HtmlError> {
        let limits = &self.options.limits;
        if input.bytes.len() > limits.bytes {
            return Err(HtmlError::TooLarge { bytes: input.bytes.len(), limit: limits.bytes });
        }
        refuse_other_formats(input.bytes)?;
        let source = decode(input.bytes, input.content_type);
        let parsed = parse(&source, limits, is_excerpt)?;
        let (cut, quirks) = (parsed.cut, parsed.quirks());
        let mut page = page_of(parsed.built, input.url);
        let mut missing = Vec::new();
        let visitor = &self.options.visitor;
        let tree = Tree::of(page.so_far(), quirks, limits.matching);
        let base = base(&tree, input.base.unwrap_or(input.url));
        let scopes = gather(&tree, base.as_ref(), sheets, visitor, &mut missing);
        let styled = style(&tree, &scopes, visitor, scheme(&tree));
        let not_checked = self.what_is_missing(&cut, &tree);
        drop((scopes, tree));
        styled.put_into(&mut page);
        for what in not_checked.into_iter().chain(missing) {
            page.not_checked(what);
        }
        page.set_source(Arc::from(&*source));
        Ok(page.finish())
    }

    fn what_is_missing(&self, cut: &Cut, tree: &Tree<'_>) -> Vec<String> {
        let limits = &self.options.limits;
        let mut missing = Vec::new();
        if cut.too_deep > 0 {
            let (tags, depth) = (cut.too_deep, limits.depth);
            missing.push(format!("{tags} start tags were left out, as they nest deeper than {depth} elements"));
        }
        if cut.too_many {
            missing.push(format!("only the first {} elements were read", limits.elements));
        }
        if tree.is_exhausted() {
            missing
                .push("matching selectors took too long, so some colours and visibilities are not certain".to_owned());
        }
        let is_frame = |node: &&Node<'_>| {
            matches!(node.name(), "iframe" | "frame") && (node.has_attribute("src") || node.has_attribute("srcdoc"))
        };
        match tree.nodes.iter().filter(is_frame).count() {
            0 => {}
            1 => missing.push("the document in a frame".to_owned()),
            frames => missing.push(format!("the documents in {frames} frames")),
        }
        missing
    }
}

/// Reads markup that needs no other files, such as an example. It is in standards mode without a doctype.
///
/// # Panics
///
/// Never for markup of ordinary size: only binary data and hostile markup are refused, and then the page is empty.
pub fn read_fragment(markup: &str) -> Page {
    let input = Input::new("fragment", markup.as_bytes());
    Reader::default()
        .read_as(&input, &NoStyleSheets, true)
        .unwrap_or_else(|_| PageBuilder::new("fragment", Engine::Html).finish())
}

/// What links are relative to (HTML, document base URL).
fn base(tree: &Tree<'_>, url: &str) -> Option<Url> {
    let own = Url::parse(url).ok();
    let said = tree.nodes.iter().filter(|node| node.is("base")).find_map(|node| node.attribute("href"));
    match (said, &own) {
        (Some(href), Some(own)) => own.join(href).ok().or_else(|| Some(own.clone())),
        (Some(href), None) => Url::parse(href).ok(),
        (None, _) => own,
    }
}

/// What `<meta name=color-scheme>` says of the page.
fn scheme(tree: &Tree<'_>) -> Scheme {
    let is_it = |node: &&Node<'_>| {
        node.is("meta") && node.attribute("name").is_some_and(|name| name.eq_ignore_ascii_case("color-scheme"))
    };
    let content = tree.nodes.iter().find(is_it).and_then(|node| node.attribute("content")).unwrap_or_default();
    let has = |word: &str| content.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word));
    match (has("light"), has("dark")) {
        (true, true) => Scheme::Both,
        (false, true) => Scheme::Dark,
        (true, false) => Scheme::Light,
        (false, false) => Scheme::Normal,
    }
}
