//! What a page becomes: its tree, its looks, where things are.

use crate::server::{HTML, serve};
use crate::{auditor, by_id, page};
use sada_audit::{Backdrop, Display, Rect};

#[test]
fn styles_boxes_and_names() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>body { margin: 0 } #p { color: rgb(9, 8, 7); background: #fff; font: 700 20px sans-serif; width: 90px }\
         </style><p id=p>many words that wrap</p><b id=none style='display: none'>n</b>\
         <div id=contents style='display: contents; color: red'>c</div><p id=hidden style='visibility: hidden'>v</p>\
         <select><option id=o>first</select><svg id=svg width=9 height=9><title id=t>t</title><g id=g style='display: none'>\
         </svg><canvas><button id=fallback>f</button></canvas>",
    );
    let p = by_id(&page, "p");
    assert_eq!((p.style().color.red, p.style().font_size, p.style().font_weight), (9.0, 20.0, 700.0));
    assert_eq!(p.rect().map(|rect| (rect.x, rect.width)), Some((0.0, 90.0)));
    let (text, _) = p.own_texts().next().unwrap();
    assert!(matches!(p.backdrop(text), Backdrop::Known { behind, .. } if behind.to_hex() == "#ffffff"));
    for (id, display) in [
        ("none", Display::None),
        ("contents", Display::Contents),
        ("hidden", Display::Shown),
        ("o", Display::Shown),
        ("t", Display::Shown),
        ("g", Display::None),
        ("fallback", Display::Shown),
    ] {
        assert_eq!(by_id(&page, id).style().display, display, "{id}");
    }
    assert_eq!(by_id(&page, "contents").style().color.to_hex(), "#ff0000");
    assert!(by_id(&page, "hidden").is_programmatically_hidden());
    assert!(by_id(&page, "svg").is_svg("svg"));
    assert_eq!(by_id(&page, "fallback").accessible_name(), "f");
}

#[test]
fn shadow_roots_are_read_as_they_are_written() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<div id=host><b id=assigned>light</b> <i id=lost slot=none>lost</i></div><script>\
         const inner = host.attachShadow({mode: 'closed'});\
         inner.innerHTML = '<p id=p>shadow</p><div id=nested><u id=u><slot></slot></u></div>';\
         inner.getElementById('nested').attachShadow({mode: 'open'}).innerHTML = '<em id=em><slot>fallback</slot></em>'\
         </script>",
    );
    let host = by_id(&page, "host");
    // The markup's own tree, and what it becomes when slots are filled in.
    let children: Vec<_> = host.children().filter_map(|child| child.attribute("id")).collect();
    assert_eq!(children, ["assigned", "lost"]);
    let mut around = Vec::new();
    let mut at = by_id(&page, "assigned");
    while let Some(up) = at.flat_parent() {
        around.push(up.attribute("id").unwrap_or(up.name()));
        at = up;
    }
    assert_eq!(around, ["slot", "u", "slot", "em", "nested", "host", "body", "html"]);
    assert!(by_id(&page, "lost").is_programmatically_hidden());
    assert!(!by_id(&page, "assigned").is_programmatically_hidden());
}

#[test]
fn frames_lie_where_they_are_seen() {
    let Some(auditor) = auditor() else { return };
    let inner = serve(|_| {
        (
            HTML,
            "<body style='margin: 0'><div id=in style='width: 20px; height: 10px'>in</div><p style='height: 900px'>"
                .to_owned(),
        )
    });
    let src = inner.clone();
    let outer = serve(move |_| {
        (
            HTML,
            format!(
                "<body style='margin: 0'><iframe id=f src='{src}/' style='position: absolute; left: 30px; top: 50px; \
                 border: 5px solid; padding: 7px'></iframe>"
            ),
        )
    });
    let page = auditor.page(&outer).unwrap();
    assert_eq!(page.url(), outer);
    let inside = by_id(&page, "in");
    assert_eq!(inside.rect(), Some(Rect { x: 42.0, y: 62.0, width: 20.0, height: 10.0 }));
    assert_eq!(inside.flat_parent().unwrap().name(), "body");
    let lineage = std::iter::successors(Some(inside), |element| element.flat_parent());
    assert!(lineage.into_iter().any(|element| element.is("iframe")));
}

#[test]
fn half_characters_and_strange_names_do_no_harm() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<p id=p></p><script>p.textContent = 'a\\ud800b'; p.setAttribute('title', '\\udc00');\
         document.body.append(document.createElementNS('urn:x', 'Strange'))</script>",
    );
    let p = by_id(&page, "p");
    assert_eq!(p.own_texts().map(|(_, text)| text.to_owned()).collect::<String>(), "a\u{fffd}b");
    assert_eq!(p.attribute("title"), Some("\u{fffd}"));
}

#[test]
fn the_address_is_the_one_that_was_arrived_at() {
    let Some(auditor) = auditor() else { return };
    let origin = serve(|path| match path {
        "/old" => ("301 Moved Permanently\r\nlocation: /new", String::new()),
        _ => (HTML, "<p>new".to_owned()),
    });
    assert_eq!(auditor.page(&format!("{origin}/old")).unwrap().url(), format!("{origin}/new"));
    assert_eq!(auditor.page(&format!("{origin}/new#part")).unwrap().url(), format!("{origin}/new#part"));
}

#[test]
fn elements_have_their_place_in_the_markup_unless_a_script_made_or_changed_them() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "\n<p id=first>One<p id=gone>Two\n<div id=changed><img id=inner src=a.png></div>\n<p id=last>Three\n<script>\
         gone.remove(); changed.className = 'x'; const b = document.createElement('b'); b.id = 'made'; first.before(b)</script>",
    );
    let text = |id: &str| by_id(&page, id).span().map(|span| &page.source().unwrap()[span.start..span.end]);
    assert_eq!(text("first"), Some("<p id=first>"));
    assert_eq!(text("inner"), Some("<img id=inner src=a.png>"));
    assert_eq!(text("last"), Some("<p id=last>"));
    assert_eq!((text("changed"), text("made")), (None, None));
}

#[test]
fn what_the_browser_says_of_a_lost_frame_is_no_part_of_the_page() {
    let Some(auditor) = auditor() else { return };
    let page =
        page(&auditor, "<iframe id=lost src='http://127.0.0.1:9/'></iframe><iframe srcdoc='<p id=in>in'></iframe>");
    assert!(by_id(&page, "lost").is_unread_frame());
    assert!(by_id(&page, "in").flat_parent().is_some());
    assert_eq!(page.elements().filter(|element| element.is("html")).count(), 2);
    let said = page.not_checked().join("\n");
    assert!(said.contains("the document in a frame: it could not be loaded"), "{said}");
}

#[test]
fn what_scrolls_lies_on_what_it_scrolls_over() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>body { background: #777777 } pre { width: 90px; height: 40px; background: #ffffff; overflow: auto }</style>
         <pre id=across>One line that is far longer than its box is wide</pre>
         <div style='position: absolute; left: 150px; top: 0; width: 90px; height: 400px; background: #000000'></div>
         <pre>1\n2\n3\n4\n<b id=below>5</b></pre><pre id=spills style='overflow: visible'>Out of its box, onto what is beside it</pre>",
    );
    let behind = |id: &str| {
        let element = by_id(&page, id);
        let (text, _) = element.own_texts().next().unwrap();
        match element.backdrop(text) {
            Backdrop::Known { behind, .. } => behind.to_hex(),
            Backdrop::Unknown(why) => why.to_owned(),
        }
    };
    assert_eq!((behind("across").as_str(), behind("below").as_str()), ("#ffffff", "#ffffff"));
    assert_eq!(behind("spills"), "the text lies only partly on the background around it");
}
