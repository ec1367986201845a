//! The popup on pages that nobody here wrote: it works, and leaves them as they were.

use sada_devtools::Key;
use sada_tests::{Collector, Origin, Visitor, npm_package};
use std::path::Path;

#[test]
fn sb_admin_2_is_unharmed() {
    works_and_harms_nothing("sb-admin-2", &npm_package("startbootstrap-sb-admin-2", "4.1.4"), "/index.html");
}

#[test]
fn agency_is_unharmed() {
    works_and_harms_nothing("agency", &npm_package("startbootstrap-agency", "7.0.12").join("dist"), "/index.html");
}

#[test]
fn gentelella_is_unharmed() {
    works_and_harms_nothing("gentelella", &npm_package("gentelella", "4.2.0").join("dist"), "/index.html");
}

/// The computed styles of every element that is the page's own, and the elements themselves.
const LOOKS: &str = "(async () => {
    document.getAnimations().forEach((animation) => animation.pause());
    const parts = [...document.querySelectorAll('body, body *')]
        .filter((element) => element.localName !== 'sada-feedback' && !element.src?.endsWith('/sada.js'))
        .map((element) => {
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            const kept = ['color', 'background-color', 'font-family', 'font-size', 'display', 'position', 'margin', 'padding'];
            return [element.localName, element.className, Math.round(box.width), kept.map((name) => style.getPropertyValue(name))].join();
        });
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\\n')));
    return parts.length + ' elements, ' + [...new Uint8Array(bytes)].map((byte) => byte.toString(16)).join('');
})()";

fn works_and_harms_nothing(name: &str, folder: &Path, page: &str) {
    let collector = Collector::start();
    let bare = Visitor::at(&Origin::site(folder, "").url(page));
    let snippet =
        format!("<script src=\"{}/sada.js\" data-site=\"demo\" data-lang=\"en\" async></script>", collector.origin());
    let site = Origin::site(folder, &snippet);
    let visitor = Visitor::at(&site.url(page));
    visitor.wait_in_popup(".querySelector('button.open')");
    bare.see("scrollTo(0, 0)");
    visitor.see("scrollTo(0, 0)");
    let (before, after) = (bare.read(LOOKS), visitor.read(LOOKS));
    assert_eq!(before, after, "{name}: the page looks as it did without the snippet");

    visitor.open_popup();
    visitor.picture(&format!("popup-on-{name}"));
    visitor.press(&[Key::Space, Key::ArrowRight, Key::Tab]);
    visitor.write(name);
    visitor.press(&[Key::Tab, Key::Enter]);
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.startsWith('Thank you')");
    visitor.press(&[Key::Escape]);
    visitor.wait_in_popup(".querySelector('dialog').open === false");
    let rows = collector.rows();
    assert_eq!(rows.len(), 2, "{name}: {rows:?}");
    assert_eq!((rows[0].number, rows[1].words.as_deref()), (Some(1), Some(name)));

    let (bare, log) = (bare.log(), visitor.log());
    let said = |log: &sada_devtools::PageLog| {
        let mut lines: Vec<_> = log.console.iter().map(|message| without_port(&message.text)).collect();
        lines.sort();
        lines.dedup();
        lines
    };
    let new: Vec<_> = said(&log).into_iter().filter(|line| !said(&bare).contains(line)).collect();
    assert!(new.is_empty(), "{name}: the console says what it did not say before: {new:?}");
    assert_eq!(log.exceptions.len(), bare.exceptions.len(), "{name}: {:?}", log.exceptions);
}

/// The two pages are served at two ports.
fn without_port(text: &str) -> String {
    text.split("127.0.0.1:").enumerate().fold(String::new(), |line, (index, part)| {
        line + if index == 0 { part } else { part.trim_start_matches(|c: char| c.is_ascii_digit()) }
    })
}
