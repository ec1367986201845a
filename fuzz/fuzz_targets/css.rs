//! Any text is a style sheet: a page that it styles can be read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sada_audit::Property;
use sada_audit_html::{Input, NoStyleSheets, Reader, Sheet, StyleSheets};
use std::sync::Arc;

struct Only(Arc<Sheet>);

impl StyleSheets for Only {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        // `@import` leads back to the same sheet.
        (!address.is_empty()).then(|| Arc::clone(&self.0))
    }
}

const PAGE: &[u8] = b"<!doctype html><link rel=stylesheet href=a.css><body class=a><div id=x class='a b'><p lang=en>t\
    <b class=b>x</b></p><template shadowrootmode=open><slot></slot><i part=p>y</i></template></div><input required>\
    <a href=x hidden>z</a><table bgcolor=red><td>1</table>";

fuzz_target!(|css: &str| {
    let sheets = Only(Arc::new(Sheet::parse(css)));
    let Ok(page) = Reader::default().read(&Input::new("fuzz.html", PAGE), &sheets) else { return };
    for element in page.elements() {
        for property in Property::ALL {
            let _ = element.style().get(*property).map(|value| value.to_string());
        }
    }
    // As a `style` attribute, too.
    let quoted = format!("<p style=\"{}\">x", css.replace('"', "&quot;"));
    let _ = Reader::default().read(&Input::new("fuzz.html", quoted.as_bytes()), &NoStyleSheets);
});
