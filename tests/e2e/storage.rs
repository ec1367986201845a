//! The device's storage: full, forbidden, emptied by others, shared by tabs, and for hours the only place for answers.

use crate::hostile_hosts::snippet;
use sada_devtools::Key;
use sada_tests::{Clock, Collector, Endpoint, Host, Origin, Relay, Reply, Visitor};
use serde_json::json;
use std::collections::BTreeMap;
use std::time::Duration;

const SAVED: &str = "Saved on this device. It will be sent as soon as the connection is back.";
const KEPT: &str = "Not sent yet. It will be sent when the connection is back, as long as this page stays open.";
const THANKS: &str = "Thank you";

/// A page whose snippet names this endpoint.
fn site(collector: &Collector, host: &Host<'_>, endpoint: &Endpoint) -> Origin {
    let attribute = format!("data-endpoint=\"{}\" data-lang", endpoint.url("/feedback"));
    host.serve(&snippet(collector).replace("data-lang", &attribute))
}

#[test]
fn where_nothing_can_be_kept_the_page_keeps_it_and_says_so() {
    let collector = Collector::start();
    let forbidden = "<script>Object.defineProperty(self, 'localStorage', \
        { configurable: true, get() { throw new DOMException('no', 'SecurityError') } })</script>";
    let full = "<script>for (let size = 5 << 20; size; size >>= 1) \
        for (let part = 0; part < 2; part++) try { localStorage['theirs' + size + part] = 'x'.repeat(size) } catch {}</script>";
    let gone = "<script>Object.defineProperty(self, 'localStorage', { configurable: true, value: null })</script>";
    let sandbox = [("content-security-policy", "sandbox allow-scripts")];
    for (what, head, headers) in [
        ("full", full, &[][..]),
        ("forbidden by a patch", forbidden, &[]),
        ("not there", gone, &[]),
        ("forbidden by a sandbox", "", &sandbox[..]),
    ] {
        let endpoint = Endpoint::replying(Reply::HangUp);
        let host = Host { head, headers, ..Host::default() };
        let visitor = Visitor::at("about:blank");
        let clock = Clock::of(&visitor, Duration::ZERO);
        visitor.go(&site(&collector, &host, &endpoint).url("/"));
        visitor.answer("only copy");
        visitor.wait_said(KEPT);
        let copy = "sada.shadowRoot.querySelector('.words textarea')";
        assert!(visitor.read(&format!("{copy}?.value")).contains("only copy"), "{what}: the words can be taken along");
        visitor.picture("popup-kept-in-page");
        visitor.see_in_popup(".querySelector('[name=copy]').focus()");
        visitor.press(&[Key::Enter]);
        assert_eq!(visitor.see(&format!("{copy}.selectionEnd - {copy}.selectionStart === {copy}.value.length")), true);
        // Closed, it is not given up.
        visitor.leave_popup();
        endpoint.becomes(Reply::Status(204));
        clock.pass(Duration::from_mins(6));
        let stored = endpoint.posted().into_iter().filter(|posted| posted.reply == Reply::Status(204));
        let stored: Vec<_> = stored.map(|posted| posted.body["answers"]["why"].clone()).collect();
        assert_eq!(stored, ["only copy"], "{what}");
        assert_eq!(visitor.complaints(), [""; 0], "{what}");
        visitor.assert_unharmed(what);
    }
}

#[test]
fn storage_that_is_only_full_does_not_hinder_sending() {
    let collector = Collector::start();
    let full = "<script>for (let size = 5 << 20; size; size >>= 1) \
        for (let part = 0; part < 2; part++) try { localStorage['theirs' + size + part] = 'x'.repeat(size) } catch {}</script>";
    let visitor = Visitor::at(&Host { head: full, ..Host::default() }.serve(&snippet(&collector)).url("/"));
    visitor.answer("full");
    visitor.wait_said(THANKS);
    assert_eq!(collector.rows().len(), 2);
    assert_eq!(visitor.see("Object.keys(localStorage).filter((key) => !key.startsWith('theirs'))"), json!([]));
    visitor.press(&[Key::Escape]);
    visitor.assert_unharmed("full");
}

/// Pages empty the storage when somebody signs out, or on every visit.
#[test]
fn storage_that_the_page_empties_earns_no_thanks() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(503));
    let visitor = Visitor::at("about:blank");
    let clock = Clock::of(&visitor, Duration::ZERO);
    let head = "<script>const set = Storage.prototype.setItem; setInterval(() => localStorage.clear(), 5)</script>";
    visitor.go(&site(&collector, &Host { head, ..Host::default() }, &endpoint).url("/"));
    visitor.answer("swept away");
    visitor.wait_in_popup(".querySelector('#sada-said').textContent.length > 10");
    clock.pass(Duration::from_secs(30));
    assert!(!visitor.read("sada.shadowRoot.querySelector('#sada-said').textContent").starts_with(THANKS));
    endpoint.becomes(Reply::Status(204));
    clock.pass(Duration::from_mins(1));
    visitor.wait_said(THANKS);
    let stored = endpoint.posted().into_iter().filter(|posted| posted.reply == Reply::Status(204));
    assert_eq!(stored.map(|posted| posted.body["answers"]["why"].clone()).collect::<Vec<_>>(), ["swept away"]);
    assert_eq!(visitor.complaints(), [""; 0]);
}

#[test]
fn what_others_have_written_into_our_storage_is_survived() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for (number, rubbish) in
        ["{", "null", "7", "\"x\"", "[null, 7, {}, [], {\"id\": 1}]", "{\"length\": 9}"].iter().enumerate()
    {
        let head = format!(
            "<script>for (const key of ['sada:outbox', 'sada:draft:demo:nps', 'sada:quiet']) localStorage[key] = '{rubbish}'</script>"
        );
        visitor.go(&Host { head: &head, ..Host::default() }.serve(&snippet(&collector)).url("/"));
        visitor.answer(rubbish);
        visitor.wait_said(THANKS);
        assert_eq!(collector.rows().len(), 2 * (number + 1), "{rubbish}");
        visitor.press(&[Key::Escape]);
        assert_eq!(visitor.complaints(), [""; 0], "{rubbish}");
        visitor.assert_unharmed(rubbish);
    }
}

/// How many answers are given, one every 432 seconds: six hours.
const ANSWERS: usize = 50;
const BETWEEN: Duration = Duration::from_secs(432);

#[test]
fn fifty_answers_of_six_hours_without_endpoint_all_arrive_once() {
    let mut collector = Collector::start();
    let relay = Relay::to(collector.origin());
    let files = Collector::start();
    let endpoint = format!("{}/api/v1/sites/demo/responses", relay.origin());
    let attribute = format!("data-endpoint=\"{endpoint}\" data-lang");
    let site = Host::default().serve(&snippet(&files).replace("data-lang", &attribute));
    let first = Visitor::at("about:blank");
    let clock = Clock::of(&first, Duration::ZERO);
    first.go(&site.url("/"));
    collector.kill();
    for number in 0..ANSWERS / 2 {
        answer_by_script(&first, number);
        clock.pass(BETWEEN);
    }
    assert_jitter(&clock.waits());

    // The tab is closed, and another one opened; later a third beside it.
    let ahead = BETWEEN * u32::try_from(ANSWERS / 2).unwrap();
    let second = first.in_another_tab();
    drop(first);
    let clock = Clock::of(&second, ahead);
    second.go(&site.url("/"));
    for number in ANSWERS / 2..ANSWERS {
        answer_by_script(&second, number);
        clock.pass(BETWEEN);
    }
    let third = second.in_another_tab();
    let beside = Clock::of(&third, 2 * ahead);
    third.go(&site.url("/"));
    third.wait("clock.waits.length > 0");
    assert_eq!(third.see("JSON.parse(localStorage['sada:outbox']).length"), ANSWERS);
    assert_eq!(relay.posts(), 0);

    collector.restart();
    let wish = "self.dispatchEvent(new Event('online'))";
    second.see(wish);
    third.see(wish);
    second.wait("!localStorage['sada:outbox']");
    clock.pass(Duration::from_mins(10));
    beside.pass(Duration::from_mins(10));
    // What one tab takes out of the storage the other, in a process of its own, sees a moment later: the lock may have passed
    // on by then, and the last answer is sent again. It is stored once all the same.
    let posts = relay.posts();
    assert!((ANSWERS..=ANSWERS + 1).contains(&posts), "one sender: the tabs have sent the same, {posts} in all");
    let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in collector.rows().into_iter().filter(|row| row.question == "why") {
        given.entry(row.words.unwrap()).or_default().push(row.submission_id);
    }
    assert_eq!(given.len(), ANSWERS, "{given:?}");
    assert!(given.values().all(|ids| ids.len() == 1), "{given:?}");
    for visitor in [&second, &third] {
        assert_eq!(visitor.complaints(), [""; 0]);
        assert!(visitor.log().exceptions.is_empty(), "{:?}", visitor.log().exceptions);
    }
}

/// Answers as fast as a script can.
fn answer_by_script(visitor: &Visitor, number: usize) {
    visitor.wait_in_popup(".querySelector('button.open')");
    visitor.see("sada.open()");
    visitor.wait_in_popup(".querySelector('dialog')?.open && sada.shadowRoot.querySelector('[name=nps]')");
    visitor.see(&format!(
        "(() => {{
            const find = (what) => sada.shadowRoot.querySelector(what);
            find('[name=nps][value=\"{}\"]').click();
            find('textarea').value = 'answer {number}';
            find('.send').click();
        }})()",
        number % 11
    ));
    visitor.wait_said(SAVED);
    visitor.see("sada.close()");
    visitor.wait_in_popup(".querySelector('dialog').open === false");
}

/// Waits double from 5 seconds to 5 minutes, and no two popups keep step.
fn assert_jitter(waits: &[f64]) {
    assert!(waits.len() > 30, "{waits:?}");
    assert!(waits.iter().all(|wait| (2_000.0..=300_000.0).contains(wait)), "{waits:?}");
    assert!((2_000.0..=5_000.0).contains(&waits[0]), "{waits:?}");
    let late = &waits[8..];
    assert!(late.iter().all(|wait| *wait >= 150_000.0), "an endpoint that is down is left in peace: {waits:?}");
    let (least, most) =
        late.iter().fold((f64::MAX, 0.0_f64), |(least, most), wait| (least.min(*wait), most.max(*wait)));
    assert!(most - least > 30_000.0, "the waits are spread: {waits:?}");
}
