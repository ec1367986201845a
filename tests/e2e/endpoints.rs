//! Endpoints of every temper: thanks are for what is stored, nothing is lost, and the developer reads what to do.

use crate::hostile_hosts::snippet;
use sada_devtools::Key;
use sada_tests::{Clock, Collector, Endpoint, Host, Reply, Visitor};
use serde_json::json;
use std::time::{Duration, Instant};

const SENDING: &str = "Sending…";
const SAVED: &str = "Saved on this device. It will be sent as soon as the connection is back.";
const THANKS: &str = "Thank you. Your answer has been stored.";
const REFUSED: &str = "Your answer could not be stored. Copy your words below if you want to send them another way.";

/// Writes down whatever the popup says of the answer's fate, however short it stands there.
const LISTEN: &str = "(() => {
    const root = document.querySelector('sada-feedback').shadowRoot;
    const heard = host.heard = [];
    const listen = () => {
        const said = root.querySelector('#sada-said')?.textContent;
        if (said && said !== heard.at(-1)) heard.push(said);
    };
    new MutationObserver(listen).observe(root, { subtree: true, childList: true, characterData: true });
})()";

/// Answers on a page of its own, whose snippet names the endpoint.
fn answer(visitor: &Visitor, collector: &Collector, endpoint: &Endpoint) {
    let attribute = format!("data-endpoint=\"{}\" data-lang", endpoint.url("/feedback"));
    let snippet = snippet(collector).replace("data-lang", &attribute);
    visitor.go(&Host::default().serve(&snippet).url("/"));
    visitor.open_popup();
    visitor.see(LISTEN);
    visitor.fill_in("my words");
}

fn heard(visitor: &Visitor) -> Vec<String> {
    serde_json::from_value(visitor.see("host.heard")).unwrap()
}

#[test]
fn any_success_is_thanked_for_and_sent_once() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for status in [200, 201, 202, 204] {
        let endpoint = Endpoint::replying(Reply::Status(status));
        answer(&visitor, &collector, &endpoint);
        visitor.wait_said(THANKS);
        assert_eq!(heard(&visitor), [SENDING, THANKS], "{status}");
        let posted = endpoint.posted();
        assert_eq!(posted.len(), 1, "{posted:?}");
        assert_eq!((posted[0].path.as_str(), posted[0].content_type.as_str()), ("/feedback", "application/json"));
        assert_eq!(posted[0].body["answers"], json!({"nps": 1, "why": "my words"}));
        assert_eq!(posted[0].body["site"], "demo");
        assert_eq!(visitor.kept("outbox"), json!(null));
        assert_eq!(visitor.complaints(), [""; 0]);
    }
    assert!(collector.rows().is_empty());
}

#[test]
fn endpoints_that_fail_are_tried_again_until_they_store() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    let clock = Clock::of(&visitor, Duration::ZERO);
    let told = |status: u16| vec![format!("sada: the endpoint answers {status}: check data-site and data-endpoint")];
    for (reply, said) in [
        (Reply::Status(500), vec![]),
        (Reply::Status(503), vec![]),
        (Reply::Status(304), vec![]),
        (Reply::Status(408), vec![]),
        (Reply::Status(401), told(401)),
        (Reply::Status(403), told(403)),
        (Reply::Status(404), told(404)),
        (Reply::Status(410), told(410)),
        (Reply::HangUp, vec![]),
    ] {
        let endpoint = Endpoint::replying(reply.clone());
        answer(&visitor, &collector, &endpoint);
        visitor.wait_said(SAVED);
        assert_eq!(visitor.see("JSON.parse(localStorage['sada:outbox']).length"), 1, "{reply:?}");
        clock.pass(Duration::from_secs(30));
        let tries = endpoint.posted().iter().filter(|posted| posted.body["answers"]["nps"] == 1).count();
        assert!((3..=9).contains(&tries), "{reply:?}: tried {tries} times in half a minute");
        assert_eq!(heard(&visitor), [SENDING, SAVED], "{reply:?}: no thanks");
        endpoint.becomes(Reply::Status(204));
        clock.pass(Duration::from_mins(1));
        visitor.wait_said(THANKS);
        assert_eq!(heard(&visitor), [SENDING, SAVED, THANKS], "{reply:?}");
        assert_eq!(visitor.complaints(), said, "{reply:?}: once, however often it is tried");
        assert_eq!(visitor.kept("outbox"), json!(null), "{reply:?}");
        let posted = endpoint.posted();
        let ids = posted.iter().map(|posted| &posted.body["submission_id"]).filter(|id| id.is_string());
        let ids: std::collections::BTreeSet<_> = ids.map(ToString::to_string).collect();
        assert_eq!(ids.len(), 1, "{reply:?}: every try is the same answer: {ids:?}");
        let stored = posted.iter().filter(|posted| posted.reply == Reply::Status(204)).count();
        assert_eq!(stored, 1, "{reply:?}: sent once after it was stored");
        visitor.leave_popup();
        visitor.assert_unharmed(&format!("{reply:?}"));
    }
}

#[test]
fn answers_that_will_never_be_taken_are_handed_back() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    let clock = Clock::of(&visitor, Duration::ZERO);
    for status in [400, 409, 413, 415, 422] {
        let endpoint = Endpoint::replying(Reply::Status(status));
        answer(&visitor, &collector, &endpoint);
        visitor.wait_said(REFUSED);
        assert_eq!(heard(&visitor), [SENDING, REFUSED], "{status}");
        assert!(
            visitor.read("sada.shadowRoot.querySelector('.words textarea').value").contains("my words"),
            "{status}"
        );
        assert_eq!(visitor.see_in_popup(".querySelector('[name=copy]').checkVisibility()"), true);
        clock.pass(Duration::from_mins(10));
        assert_eq!(endpoint.posted().len(), 1, "{status}: it is not tried again");
        visitor.leave_popup();
        assert_eq!(visitor.kept("outbox"), json!(null), "{status}: seen by its author, it is let go");
        visitor.assert_unharmed(&status.to_string());
    }
}

#[test]
fn answer_that_is_refused_while_its_author_is_away_is_handed_back_on_return() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(503));
    let visitor = Visitor::at("about:blank");
    answer(&visitor, &collector, &endpoint);
    visitor.wait_said(SAVED);
    endpoint.becomes(Reply::Status(422));
    visitor.tab().call("Page.reload", &json!({})).unwrap();
    visitor.wait("JSON.parse(localStorage['sada:outbox'] ?? '[]')[0]?.refused");
    visitor.open_popup();
    visitor.wait_said(REFUSED);
    assert!(visitor.read("sada.shadowRoot.querySelector('.words textarea').value").contains("my words"));
}

#[test]
fn endpoint_that_asks_to_wait_is_left_in_peace_so_long() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Later(429, 120));
    let visitor = Visitor::at("about:blank");
    let clock = Clock::of(&visitor, Duration::ZERO);
    answer(&visitor, &collector, &endpoint);
    visitor.wait_said(SAVED);
    clock.pass(Duration::from_secs(119));
    assert_eq!(endpoint.posted().len(), 1, "{:?}", clock.waits());
    endpoint.becomes(Reply::Later(503, 4_000_000));
    clock.pass(Duration::from_secs(5));
    assert_eq!(endpoint.posted().len(), 2, "{:?}", clock.waits());
    endpoint.becomes(Reply::Status(201));
    clock.pass(Duration::from_hours(25));
    assert_eq!(endpoint.posted().len(), 3, "nobody can send it away for longer than a day: {:?}", clock.waits());
    visitor.wait_said(THANKS);
    assert_eq!(heard(&visitor), [SENDING, SAVED, THANKS]);
}

#[test]
fn endpoint_that_never_answers_is_given_up_after_fifteen_seconds() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Silence);
    let visitor = Visitor::at("about:blank");
    let start = Instant::now();
    answer(&visitor, &collector, &endpoint);
    visitor.wait_said(SENDING);
    // The page is free meanwhile.
    visitor.leave_popup();
    visitor.assert_unharmed("silence");
    visitor.press(&[Key::Escape]);
    visitor.open_popup();
    visitor.wait_said(SAVED);
    assert!((14..=25).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
    endpoint.becomes(Reply::Status(204));
    visitor.wait_said(THANKS);
    assert_eq!(heard(&visitor), [SENDING, SAVED, THANKS]);
    assert_eq!(visitor.complaints(), [""; 0]);
}

/// After a redirect a browser may have asked another place with GET: its 200 says nothing of the answer.
#[test]
fn redirects_are_not_taken_for_storage() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for status in [301, 302, 303, 307, 308] {
        let endpoint = Endpoint::replying(Reply::Status(204));
        endpoint.becomes(Reply::Elsewhere(status, endpoint.url("/elsewhere")));
        answer(&visitor, &collector, &endpoint);
        visitor.wait_said(SAVED);
        assert_eq!(heard(&visitor), [SENDING, SAVED], "{status}");
        let there = endpoint.url("/feedback");
        assert_eq!(
            visitor.complaints(),
            [format!("sada: {there} redirects: write its final address into data-endpoint")]
        );
        assert!(endpoint.posted().iter().all(|posted| posted.path == "/feedback"), "{status}: {:?}", endpoint.posted());
        assert_eq!(visitor.see("JSON.parse(localStorage['sada:outbox']).length"), 1, "{status}");
    }
}

#[test]
fn endpoint_without_cors_is_told_which_headers_it_lacks_once() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::WithoutCors);
    let visitor = Visitor::at("about:blank");
    let clock = Clock::of(&visitor, Duration::ZERO);
    answer(&visitor, &collector, &endpoint);
    visitor.wait_said(SAVED);
    clock.pass(Duration::from_mins(1));
    let said = visitor.complaints();
    assert_eq!(said.len(), 1, "{said:?}");
    let origin = visitor.read("origin");
    for part in [
        &endpoint.url("/feedback"),
        "OPTIONS",
        &format!("access-control-allow-origin: {origin}"),
        "access-control-allow-headers: content-type",
    ] {
        assert!(said[0].contains(part), "{part} is not in {said:?}");
    }
    assert_eq!(heard(&visitor), [SENDING, SAVED]);
    let asked: Vec<_> = endpoint.posted().into_iter().map(|posted| posted.method).collect();
    assert_eq!(asked, ["HEAD"], "whether it is there is asked once, and nothing is stored by asking");
    visitor.leave_popup();
    visitor.assert_unharmed("without CORS");
}
