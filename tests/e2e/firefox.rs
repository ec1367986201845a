//! The same in Firefox ESR: the flows by keyboard alone, the prompt, the frame where WebAssembly is refused.

use crate::watched::{fetched, kept, nothing, page, told, wait_asked, wait_closed};
use crate::{flows, walk};
use sada_devtools::Key;
use sada_tests::{Collector, Firefox, Host, Person};
use serde_json::json;

#[test]
fn every_kind_is_answered_by_keyboard_alone_in_firefox() {
    if Firefox::is_there() {
        flows::every_kind(Firefox::at);
    }
}

#[test]
fn answers_decide_the_way_in_firefox() {
    if Firefox::is_there() {
        flows::ways(Firefox::at);
        flows::back_and_on(Firefox::at);
    }
}

#[test]
fn what_is_half_answered_outlives_a_reload_in_firefox() {
    if Firefox::is_there() {
        flows::reload(Firefox::at);
        flows::no_parts(Firefox::at);
    }
}

#[test]
fn score_and_reason_in_arabic_are_stored_in_firefox() {
    if !Firefox::is_there() {
        return;
    }
    let collector = Collector::start();
    let walker = walk::Walker::opens(Firefox::at, &collector, "nps", "ar");
    let visitor = &walker.visitor;
    walker.is_at("nps");
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').matches(':modal')"), true);
    walker.does(&[walk::Step::Choose("nps", 9), walk::Step::Write("why", "التوصيل سريع")]);
    walker.presses("send");
    visitor.wait_said("شكرًا لك");
    walker.is_at("#sada-said");
    let stored = collector.stored();
    assert_eq!(stored.len(), 1, "{stored:?}");
    assert_eq!((&stored[0].answers, &*stored[0].lang), (&json!({ "nps": 9, "why": "التوصيل سريع" }), "ar"));
    visitor.press(&[Key::Escape]);
    wait_closed(visitor);
    assert_eq!(visitor.see_in_popup(".activeElement.className"), "open", "the focus is back");
    assert_eq!(visitor.complaints(), [""; 0]);
}

#[test]
fn prompt_leaves_the_focus_and_is_reached_with_one_key_in_firefox() {
    if !Firefox::is_there() {
        return;
    }
    let collector = Collector::start();
    let visitor = Firefox::at(&page(&collector, "data-when=\"event:paid\"", "").url("/"));
    visitor.see("document.querySelector('#field').focus()");
    visitor.write("before");
    visitor.press(&[Key::ArrowLeft, Key::ArrowLeft]);
    visitor.see("dispatchEvent(new Event('paid'))");
    wait_asked(&visitor);
    assert_eq!(kept(&visitor), nothing());
    visitor.write("X");
    visitor.press(&[Key::Escape]);
    assert_eq!(
        visitor.see("[field.value, field.selectionStart, document.activeElement.id]"),
        json!(["befoXre", 5, "field"])
    );
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').open"), true, "keys are the page's");
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.includes('F8')");
    visitor.press(&[Key::Function(8)]);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.press(&[Key::Space, Key::ArrowRight, Key::Escape]);
    wait_closed(&visitor);
    assert_eq!(visitor.see("[document.activeElement.id, field.selectionStart]"), json!(["field", 5]));
    visitor.see("sada.open()");
    visitor.wait_in_popup(".activeElement?.value === '1'");
    let kinds = told(&visitor).as_array().unwrap().iter().map(|event| event[0].clone()).collect::<Vec<_>>();
    assert_eq!(kinds, ["sada:shown", "sada:closed", "sada:shown"]);
}

#[test]
fn wish_for_privacy_is_heeded_in_firefox() {
    if !Firefox::is_there() {
        return;
    }
    let collector = Collector::start();
    let site = page(&collector, "data-when=\"event:paid\" data-attribute-plan=\"pro\"", "");
    let visitor = Firefox::set(&[("privacy.globalprivacycontrol.enabled", "true")], &site.url("/"));
    assert_eq!(visitor.see("navigator.globalPrivacyControl"), true);
    visitor.see("dispatchEvent(new Event('paid')), sada.ask()");
    assert_eq!(fetched(&visitor), 0);
    visitor.open_popup();
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
    visitor.wait_said("Thank you");
    assert_eq!(collector.stored()[0].answers, json!({ "nps": 0 }));
}

#[test]
fn frame_asks_where_wasm_is_refused_in_firefox() {
    if !Firefox::is_there() {
        return;
    }
    let collector = Collector::start();
    let cdn = collector.origin();
    let policy = format!("default-src 'none'; script-src {cdn} 'unsafe-inline'; connect-src {cdn}; frame-src {cdn}");
    let snippet = format!("<script src=\"{cdn}/sada.js\" data-site=\"demo\" data-lang=\"ar\"></script>");
    let host = Host { headers: &[("content-security-policy", &policy)], ..Host::default() };
    let visitor = Firefox::at(&host.serve(&snippet).url("/"));
    visitor.open_popup();
    visitor.wait_in_popup(".querySelector('dialog[open] iframe')");
    let cure = "sada: the Content-Security-Policy of this page must allow 'wasm-unsafe-eval' in script-src";
    assert_eq!(visitor.complaints(), [cure]);
    visitor.tab_to("iframe");
    for _ in 0..10 {
        if visitor.see_in_frame("document.activeElement?.name") == "nps" {
            break;
        }
        visitor.press(&[Key::Tab]);
    }
    visitor.press(&[Key::Space, Key::ArrowLeft, Key::Tab]);
    visitor.write("في إطار");
    visitor.press(&[Key::Tab, Key::Enter]);
    let start = std::time::Instant::now();
    while collector.stored().is_empty() && start.elapsed() < std::time::Duration::from_secs(20) {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let rows = collector.rows();
    assert_eq!(
        rows.iter().map(|row| (&*row.channel, row.number)).collect::<Vec<_>>(),
        [("page", Some(1)), ("page", None)]
    );
    assert_eq!(rows[1].words.as_deref(), Some("في إطار"));
}
