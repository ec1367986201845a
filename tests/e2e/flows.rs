//! Answering from the first question to the last: every kind, every way through, and what is stored of it.

use crate::walk::Step::{Choose, Tick, Write};
use crate::walk::{EVERY_KIND, PAGES, Step, Walker};
use crate::watched::{a_moment, kept, nothing, page, told, wait_closed};
use sada_devtools::Key;
use sada_tests::{Collector, Person, Stored, Visitor};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const BRANCHES: &str = "tests/surveys/branches.json";

/// Waits until the one submission that there is has come so far.
pub fn wait_stored(collector: &Collector, rev: i64) -> Stored {
    let start = Instant::now();
    loop {
        let mut stored = collector.stored();
        if stored.first().is_some_and(|one| one.rev == rev) {
            assert_eq!(stored.len(), 1, "one row, whatever its revisions: {stored:?}");
            return stored.remove(0);
        }
        assert!(start.elapsed() < Duration::from_secs(20), "revision {rev} is stored: {stored:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What is done on a page, and which field the next one begins with.
type Page<'a> = (&'a [Step], &'a str);

#[test]
fn every_kind_is_answered_by_keyboard_alone_in_both_directions() {
    every_kind(Visitor::at);
}

pub fn every_kind<P: Person>(browser: impl Fn(&str) -> P + Copy) {
    let expected = json!({
        "recommend": 9, "why": "لأن كل شيء بخير / because",
        "overall": 4, "delivery": 5, "help": 2,
        "easy": 6,
        "reason": { "other": "a gift / هدية" },
        "better": ["price", { "other": "Colours" }],
        "city": "حلب", "story": "First line.",
        "feeling": { "calm": 5, "welcome": 1 },
        "parts": { "search": "good", "pay": "bad", "return": "none" },
        "write": { "email": "a@b.example", "consent": true },
        "rules": true,
    });
    for (lang, third_of_ten, thanks) in [("en", "Question 3 of 10", "Thank you"), ("ar", "السؤال ٣ من ١٠", "شكرًا لك")]
    {
        let collector = Collector::asking(&[EVERY_KIND]);
        let walker = Walker::opens(browser, &collector, "every-kind", lang);
        walker.is_at("recommend");
        for (rev, (steps, next)) in (1..).zip(PAGES) {
            if rev == 3 {
                assert_eq!(walker.progress(), third_of_ten);
            }
            walker.does(steps);
            walker.presses("send");
            match next {
                "thanks" => walker.visitor.wait_said(thanks),
                place => walker.is_at(place),
            }
            let stored = wait_stored(&collector, rev);
            assert_eq!(stored.is_complete, next == "thanks", "{lang} {rev}");
            assert_eq!(stored.lang, lang);
            if next == "thanks" {
                assert_eq!(stored.answers, expected, "{lang}");
            } else {
                let (answers, all) = (stored.answers.as_object().unwrap(), expected.as_object().unwrap());
                assert!(answers.iter().all(|(name, answer)| all[name] == *answer), "{lang} {rev}: {answers:?}");
                assert!(answers.len() < all.len(), "{lang} {rev}: what comes later is not there yet");
            }
        }
        assert_eq!(walker.visitor.see("Object.keys(localStorage)"), json!(["sada:quiet"]), "the draft is gone");
        walker.visitor.press(&[Key::Enter]);
        walker.visitor.press(&[Key::Escape]);
        wait_closed(&walker.visitor);
        assert_eq!(collector.stored().len(), 1);
        assert_eq!(walker.visitor.complaints(), [""; 0]);
        assert_eq!(walker.visitor.see("host.errors"), json!([]));
    }
}

/// By which way, and what of it is stored. Each begins with the first page.
#[test]
fn answers_decide_the_way_and_ways_not_taken_leave_nothing() {
    ways(Visitor::at);
}

pub fn ways<P: Person>(browser: impl Fn(&str) -> P + Copy) {
    let ways: [(&str, &[Page], Value); 4] = [
        (
            "low",
            &[(&[Choose("score", 3)], "low"), (&[Choose("low", 1)], "mail.email"), (&[], "thanks")],
            json!({ "score": 3, "low": "speed" }),
        ),
        (
            "other",
            &[
                (&[Choose("score", 0)], "low"),
                (&[Choose("low", 2), Write("low.other", "taste")], "cost"),
                (&[Write("cost", "5")], "mail.email"),
                (&[], "thanks"),
            ],
            json!({ "score": 0, "low": { "other": "taste" }, "cost": "5" }),
        ),
        (
            "high",
            &[
                (&[Choose("score", 10)], "high"),
                (&[Tick("high", "tea"), Tick("high", "pots")], "mail.email"),
                (&[], "thanks"),
            ],
            json!({ "score": 10, "high": ["tea", "pots"] }),
        ),
        (
            "middle",
            &[
                (&[Choose("score", 7), Write("why", "so")], "mail.email"),
                (&[Write("mail.email", "a@b.example"), Tick("mail.consent", "yes")], "thanks"),
            ],
            json!({ "score": 7, "why": "so", "mail": { "email": "a@b.example", "consent": true } }),
        ),
    ];
    for (name, pages, expected) in ways {
        let collector = Collector::asking(&[BRANCHES]);
        let walker = Walker::opens(browser, &collector, "branches", "en");
        walker.is_at("score");
        for (steps, next) in pages {
            walker.does(steps);
            walker.presses("send");
            match *next {
                "thanks" => walker.visitor.wait_said("Thank you"),
                field => walker.is_at(field),
            }
        }
        let stored = wait_stored(&collector, i64::try_from(pages.len()).unwrap());
        assert_eq!((stored.is_complete, &stored.answers), (true, &expected), "{name}");
    }
}

#[test]
fn going_back_loses_nothing_and_a_way_given_up_is_not_sent() {
    back_and_on(Visitor::at);
}

pub fn back_and_on<P: Person>(browser: impl Fn(&str) -> P + Copy) {
    let collector = Collector::asking(&[BRANCHES]);
    let walker = Walker::opens(browser, &collector, "branches", "ar");
    walker.is_at("score");
    walker.does(&[Choose("score", 2), Write("why", "غالٍ")]);
    walker.goes_on("low");
    walker.does(&[Choose("low", 0)]);
    walker.goes_on("cost");
    walker.does(&[Write("cost", "قليلًا")]);
    walker.goes_back("low");
    assert_eq!(walker.form(), json!({ "low": "price", "low.other": "" }));
    walker.goes_back("score");
    assert_eq!(walker.form(), json!({ "score": "2", "why": "غالٍ" }));
    assert_eq!(walker.visitor.see_in_popup(".activeElement.value"), "2", "the focus is on what was chosen");
    // Forward again, all is there, on pages that were not even left by going on.
    walker.goes_on("low");
    walker.goes_on("cost");
    assert_eq!(walker.form(), json!({ "cost": "قليلًا" }));
    walker.goes_back("low");
    walker.goes_back("score");
    walker.visitor.press(&[Key::ArrowLeft; 7]);
    walker.goes_on("high");
    assert_eq!(walker.progress(), "السؤال ٢ من ٣");
    walker.does(&[Tick("high", "pots")]);
    walker.goes_on("mail.email");
    walker.presses("send");
    walker.visitor.wait_said("شكرًا لك");
    let stored = wait_stored(&collector, 7);
    assert_eq!(stored.answers, json!({ "score": 9, "why": "غالٍ", "high": ["pots"] }), "nothing of the way given up");
}

/// Survives both closing the popup and leaving the page.
#[test]
fn what_is_half_answered_is_there_after_a_reload() {
    reload(Visitor::at);
}

pub fn reload<P: Person>(browser: impl Fn(&str) -> P + Copy) {
    let collector = Collector::asking(&[BRANCHES]);
    let walker = Walker::opens(browser, &collector, "branches", "en");
    let visitor = &walker.visitor;
    walker.is_at("score");
    assert_eq!(kept(visitor), nothing(), "nothing is stored by looking");
    walker.does(&[Choose("score", 5), Write("why", "dear")]);
    walker.goes_on("low");
    walker.does(&[Choose("low", 2), Write("low.other", "the tas")]);
    let address = visitor.see("location.href");
    let address = address.as_str().unwrap();
    visitor.go("about:blank");
    visitor.go(address);
    visitor.open_popup();
    walker.is_at("low");
    assert_eq!(walker.form(), json!({ "low": "other", "low.other": "the tas" }));
    walker.goes_back("score");
    assert_eq!(walker.form(), json!({ "score": "5", "why": "dear" }));
    visitor.press(&[Key::Escape]);
    wait_closed(visitor);
    visitor.press(&[Key::Enter]);
    walker.is_at("score");
    walker.goes_on("low");
    visitor.tab_to("[name='low.other']");
    visitor.press(&[Key::End, Key::Backspace]);
    visitor.write("ste");
    walker.goes_on("cost");
    walker.does(&[Write("cost", "5")]);
    walker.goes_on("mail.email");
    walker.presses("send");
    visitor.wait_said("Thank you");
    let stored = wait_stored(&collector, 5);
    assert!(stored.is_complete);
    assert_eq!(stored.answers, json!({ "score": 5, "why": "dear", "low": { "other": "the taste" }, "cost": "5" }));
    assert_eq!(visitor.see("Object.keys(localStorage)"), json!(["sada:quiet"]));
    visitor.go(address);
    visitor.open_popup();
    walker.is_at("score");
    assert_eq!(walker.form(), json!({ "why": "" }), "the next time begins anew");
    assert_eq!(told(visitor).as_array().unwrap().len(), 1);
}

#[test]
fn partial_answers_stay_here_where_the_owner_wants_no_parts() {
    no_parts(Visitor::at);
}

pub fn no_parts<P: Person>(browser: impl Fn(&str) -> P + Copy) {
    let collector = Collector::asking(&[BRANCHES]);
    let site = page(&collector, "data-survey=\"branches\" data-partial=\"no\"", "");
    let visitor = browser(&site.url("/"));
    visitor.open_popup();
    visitor.wait_in_popup(".activeElement?.name === 'score'");
    visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
    visitor.wait_in_popup(".activeElement?.name === 'low'");
    a_moment();
    assert!(collector.stored().is_empty());
    assert!(
        visitor.see("Object.keys(localStorage)[0].startsWith('sada:draft:')") == true,
        "it is kept on the device alone"
    );
}
