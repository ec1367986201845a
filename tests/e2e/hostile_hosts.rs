//! Pages that are no good neighbours: their style, their structure, what they do to us. The popup works and harms nothing.

use sada_devtools::Key;
use sada_tests::{Collector, Endpoint, Host, Origin, Reply, Visitor};
use serde_json::json;

/// The snippet, in English whatever the page speaks.
pub fn snippet(collector: &Collector) -> String {
    format!("<script src=\"{}/sada.js\" data-site=\"demo\" data-lang=\"en\"></script>", collector.origin())
}

/// Which of some parts of the popup cannot be seen whole in the window, or lie under something else.
fn hidden(parts: &[&str]) -> String {
    format!(
        "(() => {{
            const root = document.querySelector('sada-feedback').shadowRoot;
            return {parts:?}.filter((part) => {{
                const element = root.querySelector(part), {{ x, y, width, height }} = element.getBoundingClientRect();
                const isInside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
                const above = root.elementFromPoint(x + width / 2, y + height / 2);
                return !(isInside && width >= 24 && height >= 24 && element.checkVisibility({{ checkVisibilityCSS: true }})
                    && element.contains(above));
            }});
        }})()"
    )
}

#[test]
fn hostile_style_hides_neither_button_nor_popup() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for (number, style) in [
        "* { all: unset !important }",
        "div, dialog, form, button, sada-feedback { display: none !important }",
        "body * { display: none !important; content-visibility: hidden !important }",
        "* { visibility: hidden !important; pointer-events: none !important; opacity: 0 !important }",
        "button, dialog, input, label, p, span { position: absolute !important; left: -9999px !important; \
            width: 1px !important; height: 1px !important; clip-path: inset(50%) !important; z-index: -1 !important }",
        "* { transform: scale(0) !important; filter: blur(9px) !important; font-size: 0 !important }",
        "html, body { transform: translateX(-3000px) !important; overflow: hidden !important; height: 0 !important; \
            contain: strict !important }",
        "* { direction: rtl !important; unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important; \
            text-transform: uppercase !important; letter-spacing: 3em !important; user-select: none !important }",
        "html { font-size: 1px !important } :root { color-scheme: dark only !important } \
            * { animation: none !important; transition: none !important; scale: 0 !important; color: red !important }",
        "#cover { position: fixed; inset: 0; z-index: 2147483647; background: white }",
    ]
    .iter()
    .enumerate()
    {
        let head = format!("<style>{style}</style>");
        let host = Host { head: &head, body: "<div id=\"cover\"></div>", ..Host::default() };
        visitor.go(&host.serve(&snippet(&collector)).url("/"));
        visitor.wait_in_popup(".querySelector('button.open')");
        assert_eq!(visitor.see(&hidden(&[".open"])), json!([]), "{style}");
        visitor.open_popup();
        visitor.picture(&format!("popup-hostile-style-{number}"));
        assert_eq!(
            visitor.see(&hidden(&["dialog", "legend", ".value", "textarea", ".send", ".close"])),
            json!([]),
            "{style}"
        );
        visitor.fill_in(style);
        visitor.wait_said("Thank you");
        visitor.leave_popup();
        assert_eq!(visitor.complaints(), [""; 0], "{style}");
        assert_eq!(collector.rows().len(), 2 * (number + 1), "{style}");
        visitor.assert_unharmed(style);
    }
}

#[test]
fn page_that_shows_nothing_at_all_stays_silent() {
    let collector = Collector::start();
    let host = Host { head: "<style>* { display: none !important }</style>", ..Host::default() };
    let visitor = Visitor::at(&host.serve(&snippet(&collector)).url("/"));
    visitor.see("sada.open()");
    visitor.wait_in_popup(".querySelector('dialog')?.open");
    visitor.see("sada.close()");
    visitor.wait_in_popup(".querySelector('dialog').open === false");
    assert_eq!(visitor.complaints(), [""; 0]);
    visitor.assert_unharmed("display: none");
}

#[test]
fn base_of_the_page_leads_nothing_astray() {
    let collector = Collector::start();
    let elsewhere = Endpoint::replying(Reply::Status(204));
    let head = format!("<base href=\"{}\" target=\"_blank\" />", elsewhere.url("/wrong/"));
    let site = Host { head: &head, ..Host::default() }.serve(&snippet(&collector));
    let visitor = Visitor::at(&site.url("/here?word=secret#token"));
    visitor.answer("base");
    visitor.wait_said("Thank you");
    visitor.leave_popup();
    assert_eq!(collector.rows()[0].page_url.as_deref(), Some(site.url("/here").as_str()));
    assert!(elsewhere.posted().iter().all(|asked| asked.path == "/favicon.ico"), "{:?}", elsewhere.posted());
    visitor.assert_unharmed("base");
}

#[test]
fn element_that_the_page_removes_comes_back_when_it_is_wanted() {
    let collector = Collector::start();
    let visitor = Visitor::at(&Host::default().serve(&snippet(&collector)).url("/"));
    visitor.open_popup();
    // Away with everything, while it is open, as frameworks do when they draw a page anew.
    visitor.see("document.querySelector('sada-feedback').remove()");
    visitor.see("sada.open()");
    visitor.wait_in_popup(".querySelector('dialog')?.open");
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.fill_in("removed");
    visitor.wait_said("Thank you");
    visitor.leave_popup();
    visitor.see("document.querySelector('sada-feedback').remove()");
    visitor.see("sada.ask()");
    visitor.see("document.body.append(sada)");
    visitor.answer("put back");
    visitor.wait_said("Thank you");
    assert_eq!(collector.rows().len(), 4);
    assert_eq!(visitor.complaints(), [""; 0]);
    visitor.press(&[Key::Escape]);
    visitor.assert_unharmed("removed");
}

#[test]
fn popup_lies_above_a_modal_dialog_of_the_page_and_leads_back_to_it() {
    let collector = Collector::start();
    let body = "<button id=\"open\">Open</button><dialog id=\"theirs\"><button id=\"inner\">Say it</button></dialog>\
        <script>document.querySelector('#open').onclick = () => theirs.showModal(); \
        document.querySelector('#inner').onclick = () => sada.open()</script>";
    let visitor = Visitor::at(&Host { body, ..Host::default() }.serve(&snippet(&collector)).url("/"));
    visitor.click("#open");
    visitor.wait("document.activeElement.id === 'inner'");
    visitor.press(&[Key::Enter]);
    visitor.wait_in_popup(".querySelector('dialog')?.open");
    assert_eq!(visitor.see(&hidden(&["dialog", ".send"])), json!([]));
    visitor.fill_in("above");
    visitor.wait_said("Thank you");
    visitor.leave_popup();
    assert_eq!(visitor.see("[theirs.open, document.activeElement.id]"), json!([true, "inner"]));
    visitor.press(&[Key::Escape]);
    assert_eq!(visitor.see("theirs.open"), false, "Escape is the page's again");
    assert_eq!(collector.rows().len(), 2);
    visitor.assert_unharmed("modal");
}

#[test]
fn shortcuts_of_the_page_do_not_hear_what_is_typed() {
    let collector = Collector::start();
    let visitor = Visitor::at(&Host::default().serve(&snippet(&collector)).url("/"));
    visitor.open_popup();
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.see("host.keys.length = 0");
    visitor.press(&[Key::Space, Key::ArrowRight, Key::Tab]);
    visitor.press(&['s', '/', ',', 'j', 'k'].map(Key::Character));
    visitor.press(&[Key::Tab, Key::Enter]);
    visitor.wait_said("Thank you");
    assert_eq!(visitor.see("host.keys"), json!([]));
    assert_eq!(collector.rows()[1].words.as_deref(), Some("s/,jk"), "and they arrive whole");
    visitor.leave_popup();
    visitor.press(&[Key::Character('s')]);
    assert!(visitor.see("host.keys.includes('s')") == true, "outside, keys are the page's");
    visitor.assert_unharmed("shortcuts");
}

#[test]
fn two_popups_for_two_sites_do_not_mix() {
    let collector = Collector::start();
    let other = Endpoint::replying(Reply::Status(204));
    let second = format!(
        "<sada-feedback data-site=\"other\" data-endpoint=\"{}\" data-lang=\"fa\" data-corner=\"top-start\"></sada-feedback>",
        other.url("/")
    );
    let visitor = Visitor::at(&Host { body: &second, ..Host::default() }.serve(&snippet(&collector)).url("/"));
    let popup = |site: &str| format!("document.querySelector('sada-feedback[data-site={site}]').shadowRoot");
    for (site, words, thanks) in [("other", "دوم", "سپاسگزاریم"), ("demo", "first", "Thank you")] {
        visitor.wait(&format!("{}.querySelector('.open')", popup(site)));
        visitor.see(&format!("{}.querySelector('.open').focus()", popup(site)));
        visitor.press(&[Key::Enter]);
        visitor.wait(&format!("{}.activeElement?.name === 'nps'", popup(site)));
        visitor.press(&[Key::Space, Key::Tab]);
        visitor.write(words);
        visitor.press(&[Key::Tab, Key::Enter]);
        visitor.wait(&format!("{}.querySelector('#sada-said').textContent.startsWith('{thanks}')", popup(site)));
        visitor.press(&[Key::Escape]);
    }
    let posted = other.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert_eq!((&posted[0].body["site"], &posted[0].body["answers"]["why"]), (&json!("other"), &json!("دوم")));
    let rows = collector.rows();
    assert_eq!((rows.len(), rows[1].words.as_deref()), (2, Some("first")));
    visitor.assert_unharmed("two popups");
}

#[test]
fn snippet_that_was_pasted_twice_does_no_harm() {
    let collector = Collector::start();
    let twice = snippet(&collector).repeat(2);
    let visitor = Visitor::at(&Host::default().serve(&twice).url("/"));
    visitor.wait_in_popup(".querySelector('button.open')");
    visitor.answer("twice");
    visitor.wait_said("Thank you");
    visitor.press(&[Key::Escape]);
    assert_eq!(collector.rows().len(), 2);
    assert_eq!(visitor.complaints(), [""; 0]);
    visitor.assert_unharmed("twice");
}

/// In XHTML every name is as it is written, and `document.write` and `innerHTML` are strict.
#[test]
fn page_in_xhtml_is_a_page_like_others() {
    let collector = Collector::start();
    let page = format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\"><head><title>X</title></head><body>{}</body></html>",
        snippet(&collector)
    );
    let site = Origin::page(&page, &[("content-type", "application/xhtml+xml")]);
    let visitor = Visitor::at(&site.url("/"));
    assert_eq!(visitor.see("document.contentType"), "application/xhtml+xml");
    visitor.answer("xhtml");
    visitor.wait_said("Thank you");
    assert_eq!(collector.rows().len(), 2);
    assert!(visitor.log().exceptions.is_empty() && visitor.complaints().is_empty(), "{:?}", visitor.log());
}
