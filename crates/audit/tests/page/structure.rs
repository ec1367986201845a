//! Headings, languages, owners.

use crate::{check, check_words};
use sada_audit::{Element, Engine, Namespace, NodeId, PageBuilder, Role};

#[test]
fn levels_of_headings() {
    check(
        &[
            ("<h3>a</h3>", Some(3)),
            ("<h3 aria-level=5>a</h3>", Some(5)),
            ("<h3 aria-level=0>a</h3>", Some(2)),
            ("<h3 aria-level=x>a</h3>", Some(3)),
            ("<div role=heading aria-level=8>a</div>", Some(8)),
            ("<div role=heading>a</div>", Some(2)),
            ("<h3 role=none>a</h3>", None),
            ("<p>a</p>", None),
        ],
        |element| element.heading_level(),
    );
}

#[test]
fn texts_are_in_the_language_around_them() {
    check(
        &[
            ("<p lang=en id=x>a<b>b</b></p>", "a|b"),
            ("<div lang=en id=x>a<p lang=fa>b</p>c</div>", "a|c"),
            ("<div lang=en id=x>a<p hidden>b</p><i style='visibility:hidden'>c</i></div>", "a"),
            ("<div lang=en id=x>a<p aria-hidden=true>seen</p></div>", "a|seen"),
            ("<div lang=en id=x><img alt=b><img alt=c aria-label=d><input placeholder=e></div>", "b|d|e"),
            ("<div lang=en id=x><input type=submit value=a><input value=b><i title=c></i></div>", "a|c"),
            ("<div lang=en id=x aria-hidden=true><img alt=b></div>", ""),
            ("<div lang=en id=x>a<code>b</code><span translate=no>c</span></div>", "a"),
            ("<html id=x><title>a</title><body>b</body>", "a|b"),
            ("<html id=x><title lang=fa>a</title><body>b</body>", "b"),
            ("<div id=x><template shadowrootmode=open>a<slot></slot></template>b</div>", "a|b"),
        ]
        .map(|(markup, texts)| (markup, texts.to_owned())),
        |element| element.texts_in_its_language().collect::<Vec<_>>().join("|"),
    );
}

#[test]
fn a_page_has_a_root_and_perhaps_a_title() {
    for (markup, root, title) in [
        ("<title>a</title><title>b</title>", Some("html"), Some("a")),
        ("<svg><title>a</title></svg>", Some("html"), None),
        ("<p>a<title>b</title></p>", Some("html"), Some("b")),
        ("<div><template shadowrootmode=open><title>a</title></template></div>", Some("html"), None),
        ("<svg xmlns='http://www.w3.org/2000/svg'><title>a</title></svg>", None, None),
        ("<?xml version='1.0'?> <svg xmlns='http://www.w3.org/2000/svg'/>", None, None),
    ] {
        let page = sada_audit_html::read_fragment(markup);
        assert_eq!(page.root().map(Element::name), root, "{markup}");
        let text = page.title().and_then(|title| title.own_texts().next()).map(|(_, text)| text);
        assert_eq!(text, title, "{markup}");
    }
}

#[test]
fn languages() {
    check(
        &[
            ("<p>a</p>", None),
            ("<p lang=ar>a</p>", Some("ar")),
            ("<div lang=ar><p id=x>a</p></div>", Some("ar")),
            ("<div lang=ar><p id=x lang=''>a</p></div>", Some("")),
            ("<p lang=ar xml:lang=fa>a</p>", Some("ar")),
            ("<svg id=x lang=ar xml:lang=fa></svg>", Some("fa")),
            ("<div lang=ar><template shadowrootmode=open><p id=x>a</p></template></div>", Some("ar")),
            ("<meta http-equiv=Content-Language content=fa><p id=x>a</p>", Some("fa")),
            ("<meta http-equiv=Content-Language content='fa, ar'><p id=x>a</p>", None),
            ("<meta http-equiv=Content-Language content=fa><p id=x lang=ar>a</p>", Some("ar")),
        ]
        .map(|(markup, language)| (markup, language.map(str::to_owned))),
        |element| element.language().map(str::to_owned),
    );
}

#[test]
fn language_of_a_frame_is_its_own() {
    let mut page = PageBuilder::new("frames", Engine::Browser);
    let html = page.element(NodeId::DOCUMENT, Namespace::Html, "html", vec![("lang".into(), "ar".into())]);
    let frame = page.element(html, Namespace::Html, "iframe", Vec::new());
    let document = page.frame_document(frame);
    let inner = page.element(document, Namespace::Html, "html", Vec::new());
    let page = page.finish();
    assert_eq!(page.element(inner).unwrap().language(), None);
    assert_eq!(page.element(frame).unwrap().language(), Some("ar"));
}

#[test]
fn parents_and_children_for_assistive_technologies() {
    let children = |element: Element<'_>| {
        let names = element.accessibility_children().into_iter().map(|child| child.role().as_str());
        names.collect::<Vec<_>>().join(" ")
    };
    check_words(
        &[
            ("<ul id=x><li>a<li>b</ul>", "listitem listitem"),
            ("<div role=list id=x><div><span role=listitem>a</span></div></div>", "listitem"),
            ("<div role=list id=x><div role=none><span role=listitem>a</span></div></div>", "listitem"),
            ("<div role=list id=x><div aria-live=polite><span role=listitem>a</span></div></div>", "generic"),
            ("<div role=list id=x><p><span role=listitem>a</span></p></div>", "paragraph"),
            ("<div role=list id=x><span role=listitem hidden>a</span></div>", ""),
            ("<div role=list id=x aria-owns=b></div><span role=listitem id=b>a</span>", "listitem"),
        ],
        children,
    );
    check(
        &[
            ("<ul><li id=x>a</ul>", Some(Role::List)),
            ("<div role=list aria-owns=x></div><div role=group><b role=listitem id=x>a</b></div>", Some(Role::List)),
            ("<div role=list><div aria-hidden=false><b role=listitem id=x>a</b></div></div>", Some(Role::List)),
            ("<div role=list><div aria-busy=true><b role=listitem id=x>a</b></div></div>", Some(Role::Generic)),
            ("<div role=group id=g aria-owns=x><p id=x aria-owns=g>a</p></div>", Some(Role::Group)),
        ],
        |element| element.accessibility_parent().map(Element::role),
    );
}

#[test]
fn headings_and_landmarks_are_those_that_are_there() {
    let page = sada_audit_html::read_fragment(
        "<main><h1>a</h1><h2 hidden>b</h2><nav>c</nav><section>d</section><button><h3>e</h3></button></main>",
    );
    assert_eq!(page.headings().map(Element::name).collect::<Vec<_>>(), ["h1"]);
    assert_eq!(page.landmarks().map(Element::name).collect::<Vec<_>>(), ["main", "nav"]);
}

#[test]
fn siblings() {
    check(&[("<i id=x></i>a<b></b>", Some("b".to_owned())), ("<p><i id=x></i>a</p><b></b>", None)], |element| {
        element.next_sibling().map(|next| next.name().to_owned())
    });
}
