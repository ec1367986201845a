//! When it asks: delay, depth, leaving, a click, an event, a call; and where it is seen.

use crate::watched::{a_moment, fetched, kept, nothing, page, told, wait_asked, wait_closed};
use sada_devtools::Key;
use sada_tests::{Collector, Host, Person, Visitor};
use serde_json::{Value, json};

/// Higher than any window.
const TALL: &str = "<div style=\"height: 6000px\">Tall</div>";

/// Moves the mouse, as a person would: step by step.
fn move_mouse(visitor: &Visitor, ways: &[(i32, i32)]) {
    for (x, y) in ways {
        let event = json!({ "type": "mouseMoved", "x": x, "y": y });
        visitor.tab().call("Input.dispatchMouseEvent", &event).unwrap();
    }
}

/// What is told when the survey that is built in is shown or closed.
fn of_nps(kind: &str) -> Value {
    json!([format!("sada:{kind}"), { "survey": "nps", "id": "" }])
}

type Act = fn(&Visitor);

/// A trigger, what comes near it, and what is it.
const TRIGGERS: [(&str, Act, Act); 5] = [
    (
        "delay:1",
        |_| {},
        |visitor| {
            visitor.see("self.acted = 1000");
        },
    ),
    (
        "scroll:50",
        |visitor| {
            visitor.see("scrollTo(0, 2000)");
            // The event comes with the next frame.
            visitor.see("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        },
        |visitor| {
            visitor.see("self.acted = performance.now(), scrollTo(0, 2600)");
        },
    ),
    (
        "exit",
        |visitor| move_mouse(visitor, &[(300, 300), (1, 300), (-5, 300), (300, 300), (300, 5), (300, 1)]),
        |visitor| {
            visitor.see("self.acted = performance.now()");
            move_mouse(visitor, &[(300, -5)]);
        },
    ),
    (
        "click:#own",
        |visitor| visitor.click("#field"),
        |visitor| {
            visitor.see("self.acted = performance.now()");
            visitor.click("#own");
        },
    ),
    (
        "event:paid",
        |visitor| {
            visitor.see("document.body.dispatchEvent(new Event('unpaid', { bubbles: true }))");
        },
        |visitor| {
            visitor.see("self.acted = performance.now(), document.body.dispatchEvent(new CustomEvent('paid'))");
        },
    ),
];

#[test]
fn each_trigger_asks_once_within_a_second_and_nothing_is_stored() {
    let collector = Collector::start();
    for (when, nearly, act) in TRIGGERS {
        // Without quiet time only the trigger itself keeps it from asking twice.
        let attributes = format!("data-when=\"{when}\" data-quiet=\"0\"");
        let visitor = Visitor::at(&page(&collector, &attributes, TALL).url("/"));
        nearly(&visitor);
        if when != "delay:1" {
            a_moment();
            assert_eq!(fetched(&visitor), 0, "{when}: not yet");
        }
        act(&visitor);
        wait_asked(&visitor);
        let late = visitor.see("fetched[0].at - acted").as_f64().unwrap();
        assert!((0.0..=1_000.0).contains(&late), "{when}: {late} ms after its time");
        assert_eq!(told(&visitor), json!([of_nps("shown")]), "{when}");
        assert_eq!(kept(&visitor), nothing(), "{when}: the visitor has done nothing");
        assert_eq!(
            visitor.see("document.activeElement.id === 'own' || document.activeElement === document.body"),
            true
        );

        visitor.see("sada.close()");
        wait_closed(&visitor);
        nearly(&visitor);
        visitor.see("scrollTo(0, 0)");
        act(&visitor);
        std::thread::sleep(std::time::Duration::from_millis(1_200));
        assert_eq!(told(&visitor), json!([of_nps("shown"), of_nps("closed")]), "{when}: once");
        assert_eq!(visitor.complaints(), [""; 0], "{when}");
    }
}

#[test]
fn one_of_several_triggers_is_enough() {
    let collector = Collector::start();
    let attributes = "data-when=\"delay:600;event:paid;click:#own\" data-quiet=\"0\"";
    let visitor = Visitor::at(&page(&collector, attributes, "").url("/"));
    visitor.click("#own");
    wait_asked(&visitor);
    assert_eq!(visitor.see("host.clicks"), 1, "the click is the page's all the same");
    visitor.see("sada.close()");
    wait_closed(&visitor);
    visitor.see("dispatchEvent(new Event('paid'))");
    a_moment();
    assert_eq!(told(&visitor), json!([of_nps("shown"), of_nps("closed")]), "the others are done with, too");
}

#[test]
fn calls_open_ask_change_and_close() {
    let collector = Collector::asking(&["www/surveys/csat.json", "www/surveys/ces.json"]);
    let visitor = Visitor::at(&page(&collector, "data-quiet=\"0\"", "").url("/"));
    visitor.see("sada.close()");
    a_moment();
    assert_eq!(fetched(&visitor), 0, "closing what is not there fetches nothing");
    visitor.see("sada.ask(), sada.ask()");
    wait_asked(&visitor);
    visitor.see("sada.open()");
    visitor.wait_in_popup(".querySelector('dialog')?.matches(':modal')");
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.see("sada.ask()");
    a_moment();
    assert_eq!(visitor.see_in_popup(".querySelector('dialog')?.matches(':modal')"), true, "asking changes nothing now");
    visitor.see("sada.close()");
    wait_closed(&visitor);
    visitor.see("sada.set({ survey: 'csat' })");
    visitor.see("sada.open()");
    visitor.wait_in_popup(".activeElement?.name === 'csat'");
    visitor.see("sada.close()");
    wait_closed(&visitor);
    visitor.see("sada.open({ survey: 'ces' })");
    visitor.wait_in_popup(".activeElement?.name === 'ces'");
    // What was asked and is then opened is shown anew, and not closed in between.
    let expected = [
        ("shown", "nps"),
        ("shown", "nps"),
        ("closed", "nps"),
        ("shown", "csat"),
        ("closed", "csat"),
        ("shown", "ces"),
    ];
    let expected = expected.map(|(kind, survey)| json!([format!("sada:{kind}"), survey]));
    assert_eq!(visitor.see("told.map(({ type, detail }) => [type, detail.survey])"), json!(expected));
    assert_eq!(visitor.complaints(), [""; 0]);
}

#[test]
fn calls_made_before_the_loader_is_there_are_not_lost() {
    let collector = Collector::asking(&["www/surveys/csat.json"]);
    let early = "<script>self.sada = [['set', { survey: 'csat' }], ['open']]</script>";
    let visitor = Visitor::at(&page(&collector, "", early).url("/"));
    visitor.wait_in_popup(".activeElement?.name === 'csat'");
    assert_eq!(visitor.see("sada === document.querySelector('sada-feedback')"), true);
}

#[test]
fn own_elements_open_it_by_keyboard_and_get_the_focus_back() {
    const LINKS: &str = "<a class=\"feedback\" href=\"#gone\"><b>Say it</b></a> <div id=\"shadow\"></div>
        <script>document.querySelector('#shadow').attachShadow({ mode: 'open' }).innerHTML =
            '<button class=\"feedback\">Inside</button>'</script>";
    let collector = Collector::start();
    let attributes = "data-open=\".feedback\" data-button=\"none\"";
    let visitor = Visitor::at(&page(&collector, attributes, LINKS).url("/"));
    visitor.wait_in_popup(".querySelector('button.open')");
    assert_eq!(visitor.see_in_popup(".querySelector('button.open').getClientRects().length"), 0, "no button is drawn");
    assert_eq!(fetched(&visitor), 0);
    let later = "document.body.insertAdjacentHTML('beforeend', '<button class=\"feedback\" id=\"late\">Late</button>')";
    visitor.see(later);
    let inside = "document.querySelector('#shadow').shadowRoot";
    for (element, has_focus) in [
        ("document.querySelector('a.feedback')", "document.activeElement.matches('a.feedback')"),
        (&*format!("{inside}.querySelector('button')"), &*format!("{inside}.activeElement?.matches('.feedback')")),
        ("document.querySelector('#late')", "document.activeElement.id === 'late'"),
    ] {
        visitor.see(&format!("{element}.focus()"));
        assert!(fetched(&visitor) > 0, "the focus is intent: it is fetched");
        visitor.press(&[Key::Enter]);
        visitor.wait_in_popup(".querySelector('dialog')?.matches(':modal')");
        visitor.wait_in_popup(".activeElement?.name === 'nps'");
        visitor.press(&[Key::Escape]);
        wait_closed(&visitor);
        visitor.wait(has_focus);
    }
    assert_eq!(visitor.see("location.hash"), "", "the link leads nowhere else");
    assert_eq!(visitor.see("fetched.filter(({ what }) => what.endsWith('.wasm')).length"), 1, "once for all of them");
}

#[test]
fn button_lies_in_its_corner_and_is_mirrored() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for (corner, is_top, is_start) in [
        ("", false, false),
        ("data-corner=\"bottom-end\"", false, false),
        ("data-corner=\"bottom-start\"", false, true),
        ("data-corner=\"top-end\"", true, false),
        ("data-corner=\"top-start\"", true, true),
    ] {
        for dir in ["ltr", "rtl"] {
            let turn = format!("<script>document.documentElement.dir = '{dir}'</script>");
            visitor.go(&page(&collector, corner, &turn).url("/"));
            visitor.wait_in_popup(".querySelector('button.open')");
            let gaps = "(() => {
                const { x, y, right, bottom } = document.querySelector('sada-feedback').shadowRoot.querySelector('.open')
                    .getBoundingClientRect();
                return [x, y, innerWidth - right, innerHeight - bottom].map((gap) => gap === 16);
            })()";
            let is_left = is_start == (dir == "ltr");
            assert_eq!(visitor.see(gaps), json!([is_left, is_top, !is_left, !is_top]), "{corner} {dir}");
        }
    }
}

#[test]
fn it_is_where_the_address_says_through_navigation_without_a_load() {
    let collector = Collector::start();
    let attributes = "data-url=\"/checkout* /thanks\" data-when=\"event:paid\" data-quiet=\"0\"";
    let site = page(&collector, attributes, "");
    let visitor = Visitor::at(&site.url("/"));
    visitor.wait_in_popup(".querySelector('button.open')");
    let is_drawn =
        "document.querySelector('sada-feedback').shadowRoot.querySelector('.open').getClientRects().length > 0";
    assert_eq!(visitor.see(is_drawn), false);
    for (go, is_here) in [
        ("history.pushState(0, '', '/checkout/2?step=1#pay')", true),
        ("history.replaceState(0, '', '/other')", false),
        ("history.pushState(0, '', '/thanks?order=7')", true),
        ("history.pushState(0, '', '/thanks/again')", false),
        ("history.pushState(0, '', '/shop/checkout')", false),
        ("history.go(-2)", true),
        ("history.back()", false),
        ("location.hash = '#/checkout'", false),
    ] {
        visitor.see(go);
        visitor.see("new Promise((done) => setTimeout(done, 1200))");
        assert_eq!(visitor.see(is_drawn), is_here, "{go}: {}", visitor.see("location.href"));
    }
    visitor.see("dispatchEvent(new Event('paid'))");
    a_moment();
    assert_eq!(fetched(&visitor), 0, "what happens elsewhere is not meant");
    visitor.see("history.pushState(0, '', '/checkout')");
    visitor.wait(is_drawn);
    visitor.see("dispatchEvent(new Event('paid'))");
    wait_asked(&visitor);
}

#[test]
fn words_of_the_host_stay_words() {
    let collector = Collector::asking(&["tests/surveys/every-kind.json"]);
    let attributes = "data-survey=\"every-kind\" data-value-name=\"<img src=x onerror=alert(1)> {name}\"";
    let visitor = Visitor::at(&page(&collector, attributes, "").url("/"));
    visitor.open_popup();
    let asked = "How likely are you to recommend us, \u{2068}<img src=x onerror=alert(1)> {name}\u{2069}?";
    assert_eq!(visitor.hear("dialog", asked).role, "dialog", "it is heard as it is written, too");
    assert_eq!(visitor.see_in_popup(".querySelectorAll('img').length"), 0);
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);
    for (values, said) in
        [("{ values: { name: 'ليلى' } }", "\u{2068}ليلى\u{2069}"), ("{ values: { name: '' } }", "dear visitor")]
    {
        visitor.see(&format!("sada.open({values})"));
        visitor.wait_in_popup(".querySelector('dialog').open");
        let words = visitor.see_in_popup(".querySelector('legend').textContent");
        assert!(words.as_str().unwrap().contains(said), "{words}");
        visitor.see("sada.close()");
        visitor.wait_in_popup(".querySelector('dialog').open === false");
    }
    visitor.tab_to(".open");
}

/// An owner may write the element by hand, and the script without a site only defines it.
#[test]
fn element_alone_is_a_popup() {
    let collector = Collector::start();
    let body = "<sada-feedback data-site=\"demo\" data-lang=\"fa\" data-corner=\"top-start\"></sada-feedback>";
    let snippet = format!("<script src=\"{}/sada.js\" data-button=\"none\"></script>", collector.origin());
    let visitor = Visitor::at(&Host { body, ..Host::default() }.serve(&snippet).url("/"));
    visitor.open_popup();
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').closest('[dir]').dir"), "rtl");
    assert_eq!(
        visitor.see("[document.querySelectorAll('sada-feedback').length, sada.dataset.site]"),
        json!([1, "demo"])
    );
}
