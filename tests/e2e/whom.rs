//! Whom it asks, how often, and what is sent about them.

use crate::watched::{a_moment, fetched, kept, nothing, page, told, wait_asked, wait_closed};
use sada_devtools::Key;
use sada_tests::{Clock, Collector, Endpoint, Origin, Reply, Visitor};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

/// Asks on a trigger, and sends to an endpoint of the test's own.
fn asking(collector: &Collector, endpoint: &Endpoint, more: &str) -> Origin {
    let attributes = format!("data-endpoint=\"{}\" data-when=\"event:paid\" {more}", endpoint.url("/"));
    page(collector, &attributes, "")
}

/// Whether the trigger makes it ask. It is decided at once: then it is fetched, or it is not.
fn asks(visitor: &Visitor) -> bool {
    visitor.see("self.before = fetched.length, dispatchEvent(new Event('paid'))");
    let is_fetched = visitor.see("fetched.length > before") == true;
    if is_fetched {
        wait_asked(visitor);
    } else {
        a_moment();
        assert_eq!(told(visitor), json!([]));
    }
    is_fetched
}

/// The same visitor, so much later, in a tab of its own.
fn later(visitor: &Visitor, site: &Origin, ahead: Duration) -> Visitor {
    let tab = visitor.in_another_tab();
    Clock::of(&tab, ahead);
    tab.go(&site.url("/"));
    tab
}

/// How a visitor ends it.
type End = fn(&Visitor);

#[test]
fn nobody_is_asked_again_before_the_quiet_time_is_over() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(204));
    let ends: [(&str, &str, u32, End); 5] = [
        ("closed with Escape", "", 90, |visitor| {
            visitor.press(&[Key::Function(8)]);
            visitor.wait_in_popup(".activeElement?.name === 'nps'");
            visitor.press(&[Key::Escape]);
        }),
        ("closed with the button", "data-quiet=\"7\"", 7, |visitor| {
            visitor.see_in_popup(".querySelector('.close').click()");
        }),
        ("not now", "", 1, |visitor| {
            visitor.see_in_popup(".querySelector('[name=later]').click()");
        }),
        ("sent", "", 90, |visitor| {
            visitor.press(&[Key::Function(8)]);
            visitor.wait_in_popup(".activeElement?.name === 'nps'");
            visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
            visitor.wait_said("Thank you");
            // Who leaves the page now has answered all the same.
        }),
        ("sent without having been asked", "data-quiet=\"30\"", 30, |visitor| {
            visitor.see("sada.open()");
            visitor.wait_in_popup(".querySelector('dialog')?.matches(':modal')");
            visitor.wait_in_popup(".activeElement?.name === 'nps'");
            visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
            visitor.wait_said("Thank you");
        }),
    ];
    for (end, attributes, days, act) in ends {
        let site = asking(&collector, &endpoint, attributes);
        let visitor = Visitor::at(&site.url("/"));
        if end != "sent without having been asked" {
            assert!(asks(&visitor), "{end}: the first time");
        }
        assert_eq!(kept(&visitor), nothing(), "{end}: nothing is stored before");
        act(&visitor);
        visitor.wait("localStorage['sada:quiet']");
        let almost = (DAY * days).checked_sub(Duration::from_mins(10)).unwrap();
        assert!(!asks(&later(&visitor, &site, almost)), "{end}: not within {days} days");
        let tab = later(&visitor, &site, almost);
        tab.open_popup();
        assert!(asks(&later(&visitor, &site, DAY * days + Duration::from_mins(1))), "{end}: after {days} days");
    }
}

#[test]
fn sample_is_a_share_of_the_loads() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(204));
    for (share, is_asked) in [("0", false), ("100", true)] {
        let visitor = Visitor::at(&asking(&collector, &endpoint, &format!("data-sample=\"{share}\"")).url("/"));
        assert_eq!(asks(&visitor), is_asked, "{share} per cent");
        if !is_asked {
            // Who is not asked may answer all the same.
            visitor.open_popup();
        }
    }

    // Each element decides for itself when it is made: 2,000 of them are 2,000 loads. The dice are the same each time.
    let visitor = Visitor::at(&page(&collector, "", "").url("/"));
    visitor.wait_in_popup(".querySelector('button.open')");
    let script = "(() => {
        let dice = 42, asked = 0;
        Math.random = () => (dice = (dice * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
        for (let load = 0; load < 2000; load++) {
            const element = document.createElement('sada-feedback');
            Object.assign(element.dataset, { site: 'demo', sample: '10', when: 'event:paid' });
            document.body.append(element);
            element.ask = () => asked++;
        }
        dispatchEvent(new Event('paid'));
        dispatchEvent(new Event('paid'));
        return asked;
    })()";
    let asked = visitor.see(script).as_u64().unwrap();
    assert!((160..=240).contains(&asked), "{asked} of 2,000 are three standard deviations around 10 per cent at most");
}

/// Answers the survey that is built in, from the button on.
fn sent(visitor: &Visitor, endpoint: &Endpoint) -> Value {
    visitor.answer("because");
    visitor.wait_said("Thank you");
    endpoint.posted().last().unwrap().body.clone()
}

const ABOUT: &str = "data-attribute-plan=\"pro\" data-attribute-order=\"7\" data-value-name=\"Secret Name\" \
    data-touchpoint=\"checkout\"";

#[test]
fn attributes_and_touchpoint_are_sent_and_values_are_not() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(204));
    let visitor = Visitor::at(&asking(&collector, &endpoint, ABOUT).url("/here?word=secret#token"));
    let body = sent(&visitor, &endpoint);
    assert_eq!(body["attributes"], json!({ "plan": "pro", "order": "7" }));
    assert_eq!(body["touchpoint"], "checkout");
    assert_eq!(body["context"], json!({ "viewport": visitor.see("[innerWidth, innerHeight]"), "theme": "light" }));
    assert!(body["page"]["url"].as_str().unwrap().ends_with("/here"), "{body}");
    let all = body.to_string();
    assert!(!all.contains("Secret Name") && !all.contains("word=secret") && !all.contains("token"), "{all}");

    let told = told(&visitor);
    assert_eq!(
        told,
        json!([
            ["sada:shown", { "survey": "nps", "id": "" }],
            ["sada:sent", { "survey": "nps", "id": body["submission_id"] }],
        ])
    );
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);

    // What the page learns later counts, too, up to the moment of sending.
    visitor.see("sada.set({ attributes: { plan: 'free', seats: '3' }, touchpoint: 'app' })");
    visitor.open_popup();
    visitor.see("sada.set({ attributes: { plan: 'free', seats: '4' } })");
    visitor.fill_in("more");
    visitor.wait_said("Thank you");
    let body = endpoint.posted().last().unwrap().body.clone();
    assert_eq!(body["attributes"], json!({ "plan": "free", "order": "7", "seats": "4" }));
    assert_eq!(body["touchpoint"], "app");
}

#[test]
fn who_asks_for_privacy_is_not_asked_and_sends_the_answer_alone() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(204));
    for wish in ["globalPrivacyControl', { get: () => true", "doNotTrack', { get: () => '1'"] {
        let visitor = Visitor::at("about:blank");
        let source = format!("Object.defineProperty(Navigator.prototype, '{wish} }})");
        visitor.tab().call("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source })).unwrap();
        visitor.go(&asking(&collector, &endpoint, ABOUT).url("/"));
        assert!(!asks(&visitor), "{wish}");
        visitor.see("sada.ask()");
        assert_eq!(fetched(&visitor), 0, "{wish}: nor does the page itself");
        let body = sent(&visitor, &endpoint);
        assert_eq!(body["answers"], json!({ "nps": 1, "why": "because" }));
        let names: Vec<_> = body.as_object().unwrap().keys().map(String::as_str).collect();
        assert!(!names.contains(&"attributes") && !names.contains(&"context"), "{wish}: {names:?}");
    }
}
