//! Pages whose scripts have changed the language and the browser under our feet, and pages with other programs on them.

use crate::hostile_hosts::snippet;
use sada_devtools::Key;
use sada_tests::{Collector, Host, Relay, Visitor};
use serde_json::json;
use std::time::{Duration, Instant};

/// What becomes of an answer.
#[derive(PartialEq, Clone, Copy)]
enum Fate {
    /// It is stored, and nobody notices anything.
    Stored,
    /// The page has broken too much: nothing is claimed that is not so, and one line at most says what is wrong.
    Silence,
}
use Fate::{Silence, Stored};

/// What pages do to the browser. The first are as monitoring tools, polyfills and old libraries do it.
const PATCHES: &[(Fate, &str)] = &[
    (
        Stored,
        "const theirs = fetch; self.fetch = function (...given) { return theirs.apply(this, given).then((a) => a) }",
    ),
    (
        Stored,
        "for (const name of ['parse', 'stringify']) { const real = JSON[name]; JSON[name] = (...given) => real(...given) }",
    ),
    (Stored, "Array.prototype.last = function () { return this.at(-1) }; Object.prototype.extend = function () {}"),
    (
        Stored,
        "const soon = setTimeout; self.setTimeout = (run, wait) => ({ id: soon(run, wait), ref() {}, unref() {} })",
    ),
    (
        Stored,
        "const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function (init) { \
        return attach.call(this, init) }",
    ),
    (Silence, "Array.prototype.toJSON = function () { return JSON.stringify([].concat(this)) }"),
    (Stored, "self.setTimeout = () => 0"),
    (Stored, "delete self.WebAssembly.instantiateStreaming"),
    (Stored, "self.sada = undefined; self.Popup = self.init = self.wasm_bindgen = 'theirs'"),
    (Stored, "self.URL = '/basket'; self.Map = self.Set = self.Option = 'theirs'"),
    (Stored, "delete self.queueMicrotask; delete self.requestIdleCallback; delete self.structuredClone"),
    (Silence, "self.fetch = () => { throw new Error('no') }"),
    (Silence, "self.fetch = async () => ({})"),
    (Silence, "delete self.fetch"),
    (Silence, "JSON.parse = () => ({}); Response.prototype.json = async () => ({})"),
    (Silence, "JSON.stringify = () => ''"),
    (Silence, "JSON.stringify = () => { throw 1 }"),
    (Silence, "Array.prototype.map = () => { throw 1 }"),
    (Silence, "Array.prototype.map = Array.prototype.filter = Array.prototype.find = () => []"),
    (Silence, "Array.prototype.forEach = NodeList.prototype.forEach = () => { throw 1 }"),
    (Silence, "Object.keys = Object.entries = () => { throw 1 }"),
    (Silence, "Promise.allSettled = () => { throw 1 }"),
    (Silence, "Element.prototype.attachShadow = () => { throw 1 }"),
    (Silence, "Element.prototype.attachShadow = () => null"),
    (
        Silence,
        "const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function () { \
        return attach.call(this, { mode: 'closed' }) }",
    ),
    (Silence, "self.CSSStyleSheet = function () { throw 1 }"),
    (Silence, "delete self.customElements"),
    (Silence, "customElements.define = () => { throw 1 }"),
    (Silence, "self.Request = self.Response = self.Event = self.Node = 'theirs'"),
    (Silence, "self.FormData = function () { throw 1 }"),
    (Silence, "self.Date = function () { throw 1 }"),
];

#[test]
fn changed_browsers_are_survived() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    let mut stored = 0;
    for (fate, patch) in PATCHES {
        let head = format!("<script>{{ {patch} }}</script>");
        visitor.go(&Host { head: &head, ..Host::default() }.serve(&snippet(&collector)).url("/"));
        let is_thanked = try_to_answer(&visitor);
        visitor.press(&[Key::Escape]);
        let rows = collector.rows().len();
        assert_eq!(is_thanked, rows > stored, "{patch}: thanks are for what is stored; {:?}", visitor.complaints());
        assert!(is_thanked || *fate == Silence, "{patch}: {:?}", visitor.complaints());
        let complaints = visitor.complaints();
        assert!(complaints.len() <= usize::from(*fate == Silence), "{patch}: {complaints:?}");
        visitor.assert_unharmed(patch);
        stored = rows;
    }
}

/// Goes as far as the popup comes. Whether it says thanks.
fn try_to_answer(visitor: &Visitor) -> bool {
    const POPUP: &str = "document.querySelector('sada-feedback')?.shadowRoot";
    let see = |what: &str| visitor.see(&format!("!!{POPUP}?.querySelector({what:?})")) == true;
    let patience = |what: &str, is_done: &dyn Fn() -> bool| {
        let start = Instant::now();
        while !is_done() && start.elapsed() < Duration::from_secs(3) {
            std::thread::sleep(Duration::from_millis(20));
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{what}");
        is_done()
    };
    if !see(".open") {
        return false;
    }
    visitor.see(&format!("{POPUP}.querySelector('.open').focus()"));
    visitor.press(&[Key::Enter]);
    // Either opens a dialog, or the button says that there is none.
    if !patience("it opens", &|| see("[open] form") || see(".open[aria-disabled=true]")) || !see("[open] form") {
        return false;
    }
    visitor.see(&format!("{POPUP}.querySelector('[name=nps]').click()"));
    visitor.see(&format!("{POPUP}.querySelector('.send').focus()"));
    visitor.press(&[Key::Enter]);
    let said = || visitor.read(&format!("{POPUP}.querySelector('#sada-said')?.textContent"));
    patience("it says how it went", &|| !["", "Sending…"].contains(&said().as_str()));
    said().starts_with("Thank you")
}

/// A module of 42 bytes, written by hand: `answer()` gives 42.
const OTHER_PROGRAM: &str = "<script>
    self.wasm_bindgen = { answer: () => wasm.answer(), __wbindgen_malloc: 7 };
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 10, 1, 6, 97, 110, 115, 119, 101, 114,
        0, 0, 10, 6, 1, 4, 0, 65, 42, 11];
    self.wasm = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
</script>";

#[test]
fn other_programs_in_wasm_on_the_page_go_on() {
    let collector = Collector::start();
    let place = Relay::to(collector.origin());
    let visitor = Visitor::at(&Host { head: OTHER_PROGRAM, ..Host::default() }.serve(&snippet(&collector)).url("/"));
    visitor.open_popup();
    // Another program that was made with the same tools: our own glue from another place, a module with a memory of its own.
    let script = "(async () => {
        const of = (end) => performance.getEntriesByType('resource').find(({ name }) => name.endsWith(end)).name;
        const parts = ['.wasm', '.en.json', '/nps.json'].map((end) => of(end).replace(origin, 'PLACE'));
        const { default: start } = await import(parts[0].replace('.wasm', '.js'));
        const other = document.createElement('div'), button = document.createElement('button');
        other.id = 'other';
        button.className = 'open';
        other.attachShadow({ mode: 'open' }).append(button);
        other.dataset.site = 'demo';
        document.body.append(other);
        const popup = await start(other, button, other.dataset, await Promise.allSettled(parts.map((part) => fetch(part))));
        sada.close();
        await popup.open();
    })()";
    visitor.see(&script.replace("origin", &format!("'{}'", collector.origin())).replace("PLACE", place.origin()));
    let other = "document.querySelector('#other').shadowRoot";
    visitor.wait(&format!("{other}.activeElement?.name === 'nps'"));
    visitor.press(&[Key::Space, Key::Tab]);
    visitor.write("the other");
    visitor.press(&[Key::Tab, Key::Enter]);
    visitor.wait(&format!("{other}.querySelector('#sada-said').textContent.startsWith('Thank you')"));
    visitor.press(&[Key::Escape]);
    visitor.see("document.querySelector('#other').remove()");
    visitor.answer("ours");
    visitor.wait_said("Thank you");
    visitor.press(&[Key::Escape]);
    assert_eq!(
        visitor.see("[wasm_bindgen.answer(), wasm.answer(), wasm_bindgen.__wbindgen_malloc]"),
        json!([42, 42, 7])
    );
    let mut words: Vec<_> = collector.rows().into_iter().filter_map(|row| row.words).collect();
    words.sort();
    assert_eq!(words, ["ours", "the other"]);
    assert_eq!(visitor.complaints(), [""; 0]);
    visitor.assert_unharmed("another program");
}
