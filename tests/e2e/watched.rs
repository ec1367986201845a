//! A page that writes down what the popup does on it: what it fetches, and what it tells.

use sada_tests::{Collector, Host, Origin, Person};
use serde_json::{Value, json};
use std::time::Duration;

/// Made before anything else on the page. `fetched` and `told` hold times too, in milliseconds since the page began.
const EARS: &str = "<script>(() => {
    const real = fetch;
    self.fetched = [];
    self.told = [];
    self.fetch = (...given) => {
        fetched.push({ what: String(given[0]), at: performance.now() });
        return real(...given);
    };
    for (const type of ['sada:shown', 'sada:sent', 'sada:closed'])
        addEventListener(type, ({ detail }) => told.push({ type, detail, at: performance.now() }));
})()</script>";

/// A page with more attributes in its snippet, and more in its body. It is English unless `attributes` say something else.
pub fn page(collector: &Collector, attributes: &str, body: &str) -> Origin {
    let snippet = format!(
        "<script src=\"{}/sada.js\" data-site=\"demo\" {attributes} data-lang=\"en\"></script>",
        collector.origin()
    );
    Host { head: EARS, body, ..Host::default() }.serve(&snippet)
}

/// What the page's `fetch` was asked for: the popup's parts, and its posts.
pub fn fetched(visitor: &impl Person) -> u64 {
    visitor.see("fetched.length").as_u64().unwrap()
}

/// The events so far, without the time.
pub fn told(visitor: &impl Person) -> Value {
    visitor.see("told.map(({ type, detail }) => [type, detail])")
}

/// Waits until a trigger has opened the popup.
pub fn wait_asked(visitor: &impl Person) {
    visitor.wait_in_popup(".querySelector('.prompt dialog')?.open");
}

/// Waits until the popup is closed, and has tidied up.
pub fn wait_closed(visitor: &impl Person) {
    visitor.wait("told.at(-1)?.type === 'sada:closed'");
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').open"), false);
}

/// What the browser keeps of the page, in all the places it has.
pub fn kept(visitor: &impl Person) -> Value {
    let places = "(async () => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
        await indexedDB.databases(), self.caches ? await caches.keys() : []])()";
    visitor.see(places)
}

/// What [`kept`] gives when nothing is.
pub fn nothing() -> Value {
    json!([[], [], "", [], []])
}

/// Time for something to happen that should not.
pub fn a_moment() {
    std::thread::sleep(Duration::from_millis(300));
}
