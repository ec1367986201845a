//! Where links lead, and what stands around them.

use crate::{check, check_words};
use sada_audit::{
    Certainty, Element, Engine, Fragment, Namespace, NodeId, PageBuilder, Properties, Property, Rect, Style, Value,
};

#[test]
fn places_on_the_page() {
    let place = |element: Element<'_>| match element.fragment() {
        None => "elsewhere".to_owned(),
        Some(Fragment::Top) => "top".to_owned(),
        Some(Fragment::Nowhere) => "nowhere".to_owned(),
        Some(Fragment::To(target)) => target.name().to_owned(),
    };
    check_words(
        &[
            ("<a id=x href='#m'>a</a><main id=m>b</main>", "main"),
            ("<a id=x href=' #m '>a</a><main id=m>b</main>", "main"),
            ("<a id=x href='#%D9%85'>a</a><main id=م>b</main>", "main"),
            ("<a id=x href='#100%'>a</a><main id='100%'>b</main>", "main"),
            ("<a id=x href='#m'>a</a><a name=m>b</a>", "a"),
            ("<a id=x href='#'>a</a>", "top"),
            ("<a id=x href='#Top'>a</a>", "top"),
            ("<a id=x href='#top'>a</a><p id=top>b</p>", "p"),
            ("<a id=x href='#m'>a</a>", "nowhere"),
            ("<a id=x href='p.html#m'>a</a>", "elsewhere"),
            ("<base href=/b/><a id=x href='#m'>a</a>", "elsewhere"),
            ("<div><template shadowrootmode=open><a id=x href='#m'>a</a></template></div><p id=m>b</p>", "p"),
        ],
        place,
    );
}

#[test]
fn addresses_are_made_whole() {
    let address = |element: Element<'_>| element.leads_to().map(|url| url.to_string()).unwrap_or_default();
    check_words(
        &[
            ("<a id=x href='https://Shop.example:443/a/../b'>a</a>", "https://shop.example/b"),
            ("<a id=x href='b.html'>a</a>", "sada://page/b.html"),
            ("<base href='https://shop.example/c/'><a id=x href='b'>a</a>", "https://shop.example/c/b"),
            ("<svg><a id=x xlink:href='mailto:a@b.c'>a</a></svg>", "mailto:a@b.c"),
            ("<a id=x>a</a>", ""),
            ("<a id=x href='http://[bad'>a</a>", ""),
        ],
        address,
    );
}

#[test]
fn what_stands_around_a_link() {
    let names =
        |element: Element<'_>| element.link_context().into_iter().map(Element::name).collect::<Vec<_>>().join(" ");
    check_words(
        &[
            ("<div><a id=x href=a>a</a></div>", ""),
            ("<p>b <a id=x href=a>a</a></p>", "p"),
            ("<ul><li>c<ul><li>b <a id=x href=a>a</a></ul></ul>", "li li"),
            ("<table><tr><th>h<td><p>b <a id=x href=a>a</a></p></table>", "p td"),
            ("<a id=x href=a aria-describedby=d>a</a><b id=d>b</b>", "b"),
        ],
        names,
    );
    let page = sada_audit_html::read_fragment(
        "<p>Cats <img alt=sleep> <b hidden>never</b> <a href=a>more</a> and <i>eat</i></p>",
    );
    let find = |name: &str| page.elements().find(|element| element.is(name)).unwrap();
    assert_eq!(find("p").heard_text_but(find("a")), "Cats sleep and eat");
}

#[test]
fn frames_have_documents_of_their_own() {
    let mut page = PageBuilder::new("https://shop.example/", Engine::Browser);
    let html = page.element(NodeId::DOCUMENT, Namespace::Html, "html", Vec::new());
    let main = page.element(html, Namespace::Html, "main", Vec::new());
    let frame = page.element(main, Namespace::Html, "iframe", Vec::new());
    let document = page.frame_document(frame);
    let inner = page.element(document, Namespace::Html, "html", Vec::new());
    let link = page.element(inner, Namespace::Html, "a", vec![("href".into(), "b".into())]);
    let page = page.finish();
    let element = |id| page.element(id).unwrap();
    assert_eq!(page.root(), Some(element(html)));
    assert_eq!(element(link).frame(), Some(element(frame)));
    assert_eq!(element(frame).frame(), None);
    assert_eq!(element(frame).framed(), Some(element(inner)));
    assert_eq!(element(frame).landmark(), Some(element(main)));
    assert_eq!(element(link).landmark(), None);
    assert_eq!(element(link).leads_to(), None);
}

#[test]
fn without_a_layout_only_fixed_sizes_may_scroll() {
    let words = "tide ".repeat(100);
    let full =
        |tag: &str| format!("<div id=x style='overflow:auto;height:50px;width:200px'><{tag}>{words}</div></div>");
    check(
        &[
            ("<div id=x style='overflow:auto;height:5em'>a</div>", Certainty::Unknown),
            ("<div id=x style='overflow-x:scroll;max-width:99px'>a</div>", Certainty::Unknown),
            (&full("div"), Certainty::Yes),
            (&full("div style=display:grid"), Certainty::Unknown),
            (&full("div style=position:absolute"), Certainty::Unknown),
            (&full("div hidden"), Certainty::Unknown),
            ("<div id=x style='overflow:auto'>a</div>", Certainty::No),
            ("<div id=x style='overflow-x:scroll;height:99px'>a</div>", Certainty::Unknown),
            ("<div id=x style='overflow:hidden;height:5em'>a</div>", Certainty::No),
        ],
        |element| element.scrolls(),
    );
}

#[test]
fn with_a_layout_what_reaches_out_scrolls() {
    let scrolls = |inner: Rect, property: Property| {
        let mut page = PageBuilder::new("scroll", Engine::Browser);
        let scroller =
            Style { properties: Properties::new(vec![(property, Some(Value::word("auto")))]), ..Style::INITIAL };
        let (scroller, plain) = (page.style(scroller), page.style(Style::INITIAL));
        let outer = page.element(NodeId::DOCUMENT, Namespace::Html, "div", Vec::new());
        let text = page.element(outer, Namespace::Html, "p", Vec::new());
        page.set_style(outer, scroller);
        page.set_style(text, plain);
        page.set_box(outer, Rect { x: 0.0, y: 0.0, width: 100.0, height: 100.0 }, None);
        page.set_box(text, inner, None);
        page.finish().element(outer).unwrap().scrolls()
    };
    let inner = |width, height| Rect { x: 0.0, y: 0.0, width, height };
    assert_eq!(scrolls(inner(100.0, 300.0), Property::OverflowY), Certainty::Yes);
    assert_eq!(scrolls(inner(100.0, 100.0), Property::OverflowY), Certainty::No);
    assert_eq!(scrolls(inner(300.0, 100.0), Property::OverflowX), Certainty::Yes);
    assert_eq!(scrolls(inner(300.0, 100.0), Property::OverflowY), Certainty::No);
}
