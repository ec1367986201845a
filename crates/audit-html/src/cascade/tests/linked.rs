//! Sheets from elsewhere.

use super::of_x;
use crate::{Input, NoStyleSheets, Reader, Sheet, StyleSheets};
use std::sync::Arc;

/// Sheets by name.
struct Named(Vec<(&'static str, Arc<Sheet>)>);

impl StyleSheets for Named {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        self.0.iter().find(|(name, _)| *name == address).map(|(_, sheet)| Arc::clone(sheet))
    }
}

#[test]
fn linked_and_imported_sheets_apply() {
    let sheets = Named(
        [
            ("https://a.example/css/a.css", "@import 'b.css' layer(low); p{color:red}"),
            ("https://a.example/css/b.css", "p{color:blue!important;background:lime}"),
            ("https://a.example/loop.css", "@import 'loop.css'; p{color:teal}"),
            ("https://a.example/p.css", "@import 'css/b.css' print; p{color:red}"),
        ]
        .map(|(name, css)| (name, Arc::new(Sheet::parse(css))))
        .into(),
    );
    for (markup, expected, is_complete) in [
        ("<link rel=stylesheet href=css/a.css><p id=x>", "#0000ff on #00ff00", true),
        ("<base href=css/><link rel=stylesheet href=a.css><p id=x>", "#0000ff on #00ff00", true),
        ("<link rel=stylesheet href=p.css><p id=x>", "#ff0000", true),
        ("<link rel=stylesheet href=p.css media=print><p id=x>", "", true),
        ("<link rel=stylesheet href=p.css media=print onload=\"this.media='all'\"><p id=x>", "#ff0000", true),
        ("<link rel='alternate stylesheet' title=t href=p.css><p id=x>", "", true),
        ("<link rel=stylesheet href=p.css disabled><p id=x>", "", true),
        (
            "<link rel=stylesheet href=p.css title=a><link rel=stylesheet href=css/b.css title=b><p id=x>",
            "#ff0000",
            true,
        ),
        ("<style>@import 'css/b.css';</style><p id=x>", "#0000ff on #00ff00", true),
        ("<link rel=stylesheet href=loop.css><p id=x>", "color? background? font? paint? shown? place?", true),
        ("<link rel=stylesheet href=none.css><p id=x>", "color? background? font? paint? shown? place?", false),
    ] {
        let input = Input::new("https://a.example/", markup.as_bytes());
        let page = Reader::default().read(&input, &sheets).unwrap();
        assert_eq!(of_x(&page), expected, "{markup}");
        assert_eq!(page.not_checked().is_empty(), is_complete, "{markup}: {:?}", page.not_checked());
    }
}

#[test]
fn sheets_without_an_address_are_asked_for_as_written() {
    let sheets = Named(vec![("a.css", Arc::new(Sheet::parse("p{color:red}")))]);
    let input = Input::new("docs/index.html", b"<link rel=stylesheet href=a.css><p id=x>");
    assert_eq!(of_x(&Reader::default().read(&input, &sheets).unwrap()), "#ff0000");
    let page = Reader::default().read(&input, &NoStyleSheets).unwrap();
    assert_eq!(page.not_checked().len(), 1);
}
