//! The popup on pages that nobody here wrote: it works, and leaves them as they were.

use sada_tests::{Collector, Origin, Visitor, npm_package};
use serde_json::Value;
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

/// Every element that is the page's own, with its place in the markup and what of its style a stranger could change.
const LOOKS: &str = "(() => {
    const kept = ['color', 'background-color', 'font-family', 'font-size', 'display', 'position', 'margin', 'padding'];
    const style = document.createElement('style');
    style.textContent = '* { transition: none !important; animation: none !important }';
    document.head.append(style);
    const elements = [...document.querySelectorAll('body, body *')];
    const own = elements.filter((element) => element.localName !== 'sada-feedback' && !element.src?.endsWith('/sada.js'));
    const looks = own.map((element) => {
        const style = getComputedStyle(element);
        const width = Math.round(element.getBoundingClientRect().width);
        return [element.localName, element.className, width, ...kept.map((name) => style.getPropertyValue(name))].join(' ');
    });
    style.remove();
    return looks;
})()";

fn works_and_harms_nothing(name: &str, folder: &Path, page: &str) {
    let collector = Collector::start();
    let bare = Visitor::at(&Origin::site(folder, "").url(page));
    let snippet =
        format!("<script src=\"{}/sada.js\" data-site=\"demo\" data-lang=\"en\" async></script>", collector.origin());
    let site = Origin::site(folder, &snippet);
    let visitor = Visitor::at(&site.url(page));
    visitor.wait_in_popup(".querySelector('button.open')");
    let changed = changed(&bare, &visitor);
    assert!(changed.is_empty(), "{name}: elements look different with the snippet: {changed:#?}");

    visitor.open_popup();
    visitor.picture(&format!("popup-on-{name}"));
    visitor.fill_in(name);
    visitor.wait_said("Thank you");
    visitor.leave_popup();
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

/// What looks different on the two. Pages lay themselves out by scripts of their own and not the same way each time: what
/// the snippet does, it does at every visit, so both are opened again until they look alike.
fn changed(bare: &Visitor, visitor: &Visitor) -> Vec<(Value, Value)> {
    let mut changed = Vec::new();
    let urls = [bare, visitor].map(|visitor| visitor.tab().url());
    for _ in 0..8 {
        let (before, after) = (bare.see(LOOKS), visitor.see(LOOKS));
        let (before, after) = (before.as_array().unwrap(), after.as_array().unwrap());
        assert!(before.len() > 20, "it is a real page");
        assert_eq!(before.len(), after.len(), "no element of the page comes or goes");
        let pairs = before.iter().zip(after).filter(|(before, after)| before != after).take(5);
        changed = pairs.map(|(before, after)| (before.clone(), after.clone())).collect();
        if changed.is_empty() {
            break;
        }
        bare.go(&urls[0]);
        visitor.go(&urls[1]);
        visitor.wait_in_popup(".querySelector('button.open')");
    }
    changed
}

/// The two pages are served at two ports.
fn without_port(text: &str) -> String {
    text.split("127.0.0.1:").enumerate().fold(String::new(), |line, (index, part)| {
        line + if index == 0 { part } else { part.trim_start_matches(|c: char| c.is_ascii_digit()) }
    })
}
