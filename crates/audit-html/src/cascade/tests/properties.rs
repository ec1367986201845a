//! Values by name, declarations as written, and what CSS generates.

use crate::{Contrast, Input, NoStyleSheets, Options, Pointer, Reader, Visitor, read_fragment};
use sada_audit::{Element, Origin, Page, Property, Turned};

fn x(page: &Page) -> Element<'_> {
    let found = page.elements().find(|element| element.attribute("id") == Some("x"));
    found.expect("every case has an element #x")
}

#[test]
fn values_are_computed() {
    for (markup, property, expected) in [
        ("<p id=x style='line-height:150%;font-size:20px'>", Property::LineHeight, Some("30px")),
        ("<p id=x style='font:italic 20px/1.5 x'>", Property::LineHeight, Some("1.5")),
        ("<p id=x style='font:italic 20px/2em x'>", Property::LineHeight, Some("40px")),
        ("<p id=x style='letter-spacing:.1em'>", Property::LetterSpacing, Some("1.6px")),
        ("<p id=x style='width:calc(50% + 1em)'>", Property::Width, Some("calc(50% + 16px)")),
        ("<p id=x style='width:3cqw'>", Property::Width, None),
        ("<p id=x style='margin:1px 2px 3px'>", Property::MarginLeft, Some("2px")),
        ("<p id=x style='border:solid'>", Property::BorderTopWidth, Some("3px")),
        ("<p id=x style='border:9px none'>", Property::BorderTopWidth, Some("0px")),
        ("<p id=x style='border:red 1px dotted'>", Property::BorderLeftColor, Some("rgb(255 0 0 / 1)")),
        ("<span id=x style='float:left'>", Property::Display, Some("block")),
        ("<span id=x style='position:fixed;float:left'>", Property::Float, Some("none")),
        ("<p id=x style='overflow-x:hidden'>", Property::OverflowY, Some("auto")),
        ("<a id=x href=y>", Property::TextDecorationLine, Some("underline")),
        ("<a id=x href=y>", Property::Cursor, Some("pointer")),
        ("<p style='cursor:url(a.png), help'><b id=x>", Property::Cursor, Some("url(a.png), help")),
        ("<p id=x style='animation:spin 2s infinite, ease 300ms'>", Property::AnimationDuration, Some("2s, 0.3s")),
        ("<p id=x style='animation:spin 2s infinite'>", Property::AnimationIterationCount, Some("infinite")),
        ("<p id=x style='transition:color 200ms ease'>", Property::TransitionProperty, Some("color")),
        ("<pre id=x>", Property::WhiteSpaceCollapse, Some("preserve")),
        ("<ol><li id=x>", Property::ListStyleType, Some("decimal")),
        ("<ol style='list-style:none'><li id=x>", Property::ListStyleType, Some("none")),
        (
            "<p id=x style='text-decoration:underline overline red'>",
            Property::TextDecorationLine,
            Some("underline overline"),
        ),
        (
            "<p id=x style='text-decoration:underline overline red'>",
            Property::TextDecorationColor,
            Some("rgb(255 0 0 / 1)"),
        ),
        (
            "<p id=x style='text-decoration:underline transparent'>",
            Property::TextDecorationColor,
            Some("rgb(0 0 0 / 0)"),
        ),
        ("<a id=x href=y>", Property::TextDecorationColor, Some("currentcolor")),
        (
            "<a id=x href=y style='text-decoration-color:#000080'>",
            Property::TextDecorationColor,
            Some("rgb(0 0 128 / 1)"),
        ),
        ("<style>@media (some-day){p{cursor:help}}</style><p id=x>", Property::Cursor, None),
        ("<div dir=RTL><p id=x>", Property::Direction, Some("rtl")),
        ("<div dir=rtl><p id=x dir=ltr>", Property::Direction, Some("ltr")),
        ("<style>:lang(fa){direction:rtl}</style><p id=x lang=fa>", Property::Direction, Some("rtl")),
        ("<p id=x dir=rtl style='all:initial'>", Property::Direction, Some("rtl")),
        ("<bdo id=x dir=ltr>", Property::UnicodeBidi, Some("isolate-override")),
        ("<div style='unicode-bidi:plaintext'><span id=x>", Property::UnicodeBidi, Some("normal")),
        ("<p style='font-family: Vazirmatn,  serif'><b id=x>", Property::FontFamily, Some("Vazirmatn, serif")),
        ("<p id=x style='font:italic 20px/1.5 Vazirmatn, serif'>", Property::FontFamily, Some("Vazirmatn, serif")),
        ("<p id=x style='font:menu'>", Property::FontFamily, None),
        ("<p id=x>", Property::FontFamily, Some("auto")),
        ("<p><code id=x>", Property::FontFamily, Some("monospace")),
        ("<p id=x style='box-shadow:inset 0 -1px red'>", Property::BoxShadow, Some("inset 0 -1px red")),
        ("<p style='box-shadow:0 0 1px red'><b id=x>", Property::BoxShadow, Some("none")),
        ("<table id=x width=50%>", Property::Width, Some("50%")),
        ("<p id=x hidden style='all:revert'>", Property::Display, Some("block")),
        ("<p id=x hidden>", Property::Display, Some("none")),
    ] {
        let page = read_fragment(markup);
        let value = x(&page).style().get(property).map(|value| value.to_string());
        assert_eq!(value.as_deref(), expected, "{markup}");
    }
}

#[test]
fn declarations_are_kept_as_written() {
    let page = read_fragment("<p id=x style='letter-spacing: 1px !important; color: red; LINE-HEIGHT:1.5'>");
    let kept: Vec<(&str, &str, bool)> =
        x(&page).declared().iter().map(|one| (&*one.property, &*one.value, one.is_important)).collect();
    assert_eq!(kept, [("letter-spacing", "1px", true), ("line-height", "1.5", false)]);
    let page = read_fragment(
        "<style>@media (orientation: portrait){p{transform:rotate(90deg)}}@media (orientation: landscape){p{rotate:0deg}}\
         @media (min-width:1px){p{transform:none}}</style><p id=x>",
    );
    let kept: Vec<(&str, Option<Turned>, Origin)> =
        x(&page).declared().iter().map(|one| (&*one.value, one.turned, one.origin)).collect();
    let sheet = Origin::Sheet;
    assert_eq!(
        kept,
        [
            ("0deg", Some(Turned::Landscape), sheet),
            ("none", None, sheet),
            ("rotate(90deg)", Some(Turned::Portrait), sheet)
        ]
    );
    assert!(x(&page).style().get(Property::Transform).is_some_and(|transform| transform.is("none")));
}

#[test]
fn generated_text_is_said() {
    for (content, expected, is_uncertain) in [
        ("'a' 'b'", Some("ab"), false),
        ("attr(title) '!'", Some("T!"), false),
        ("attr(nothing, 'c')", Some("c"), false),
        ("url(x.png) / 'picture'", Some("picture"), false),
        ("'★' / ''", Some(""), false),
        ("open-quote", Some("“"), false),
        ("counter(n) '.'", Some("."), true),
        ("none", None, false),
    ] {
        let page = read_fragment(&format!("<style>p::before{{content:{content}}}</style><p id=x title=T>"));
        let generated = x(&page).generated().cloned().unwrap_or_default();
        assert_eq!(generated.before.as_deref(), expected, "{content}");
        assert_eq!(generated.is_uncertain, is_uncertain, "{content}");
    }
}

#[test]
fn visitors_differ() {
    let plain = Visitor::default();
    for (query, visitor) in [
        ("print", Visitor { is_print: true, ..plain }),
        ("(prefers-reduced-motion)", Visitor { prefers_reduced_motion: true, ..plain }),
        ("(prefers-contrast: more)", Visitor { contrast: Contrast::More, ..plain }),
        ("(forced-colors: active)", Visitor { forces_colors: true, ..plain }),
        ("(pointer: coarse) and (hover: none)", Visitor { pointer: Pointer::Finger, ..plain }),
        ("(prefers-color-scheme: dark)", Visitor { prefers_dark: true, ..plain }),
        ("(width < 400px)", Visitor { width: 320.0, ..plain }),
    ] {
        let markup = format!("<!doctype html><style>@media {query}{{p{{cursor:help}}}}</style><p id=x>");
        let is_applied = |visitor: Visitor| {
            let reader = Reader::new(Options { visitor, ..Options::default() });
            let page = reader.read(&Input::new("x", markup.as_bytes()), &NoStyleSheets).unwrap();
            x(&page).style().get(Property::Cursor).is_some_and(|cursor| cursor.is("help"))
        };
        assert!(is_applied(visitor) && !is_applied(plain), "{query}");
    }
}
