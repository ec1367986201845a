//! The survey page, for whoever has no script.

use crate::every_kind::{SURVEY, arrive, walk};
use sada_devtools::Key;
use sada_tests::{Collector, Visitor};
use serde_json::json;

#[test]
fn answer_without_script_in_persian_is_stored_once() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    visitor.tab().call("Emulation.setScriptExecutionDisabled", &json!({"value": true})).unwrap();
    visitor.go(&format!("{}/s/demo/nps?lang=fa", collector.origin()));
    visitor.picture("hosted-fa");
    for _ in 0..20 {
        if visitor.see("document.activeElement?.name === 'nps'") == true {
            break;
        }
        visitor.press(&[Key::Tab]);
    }
    visitor.press(&[Key::Space]);
    visitor.press(&[Key::ArrowLeft; 10]);
    visitor.press(&[Key::Tab]);
    visitor.write("همه‌چیز خوب بود");
    visitor.press(&[Key::Tab, Key::Enter]);
    arrive(&visitor, "document.body.innerText.includes('سپاسگزاریم')");
    visitor.picture("hosted-thanks-fa");
    let rows = collector.rows();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row.channel == "page" && row.lang == "fa"), "{rows:?}");
    assert_eq!((rows[0].number, rows[1].words.as_deref()), (Some(10), Some("همه‌چیز خوب بود")));
}

#[test]
fn page_without_an_answer_says_what_is_missing() {
    let collector = Collector::start();
    let visitor = Visitor::at(&format!("{}/s/demo/nps?lang=en", collector.origin()));
    visitor.see("document.querySelector('textarea').value = 'only words'");
    visitor.see("document.querySelector('form button').click()");
    arrive(&visitor, "document.body.innerText.includes('Choose a number.')");
    assert_eq!(visitor.see("document.querySelector('textarea').value"), "only words", "nothing is lost");
    visitor.picture("hosted-problem-en");
    assert!(collector.rows().is_empty());
}

/// What is cut off at the sides, and what is too small to be hit.
const NARROW: &str = "[...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    if (!box.width || element.closest('.heard')) return false;
    const isTarget = element.matches('.value, .choice, .cell, button, a, textarea');
    return box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5 || isTarget && (box.width < 24 || box.height < 24);
}).map((element) => element.outerHTML)";

#[test]
fn every_kind_of_question_fits_a_narrow_window() {
    let collector = Collector::asking(&[SURVEY]);
    for lang in ["en", "ar", "fa"] {
        let visitor = Visitor::at("about:blank");
        visitor.tab().set_viewport(320, 256, 1.0).unwrap();
        visitor.go(&format!("{}/s/demo/every-kind?lang={lang}", collector.origin()));
        walk(&visitor, |page| {
            assert_eq!(visitor.see(NARROW), json!([]), "{lang} {page}");
            let scrolls = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
            assert_eq!(visitor.see(scrolls), false, "{lang} {page}");
            visitor.picture(&format!("hosted-320-{lang}-{page}"));
        });
    }
    assert_eq!(collector.rows().len(), 3 * 14);
}

#[test]
fn enter_goes_on_and_another_language_keeps_what_is_typed() {
    let collector = Collector::asking(&[SURVEY]);
    let visitor = Visitor::at("about:blank");
    visitor.tab().call("Emulation.setScriptExecutionDisabled", &json!({"value": true})).unwrap();
    visitor.go(&format!("{}/s/demo/every-kind?lang=en", collector.origin()));
    let tab_to = |what: &str| {
        let is_there = format!("document.activeElement?.matches({what:?})");
        for _ in 0..40 {
            if visitor.see(&is_there) == true {
                return;
            }
            visitor.press(&[Key::Tab]);
        }
        panic!("{what} is not reached with Tab");
    };
    tab_to("[name=recommend]");
    visitor.press(&[Key::Space, Key::ArrowRight]);
    tab_to("[name=why]");
    visitor.write("میان راه");
    tab_to("button[lang=fa]");
    visitor.press(&[Key::Enter]);
    arrive(&visitor, "document.documentElement.lang === 'fa'");
    assert_eq!(visitor.see("document.querySelector('textarea').value"), "میان راه");
    assert_eq!(visitor.see("document.querySelector('[name=recommend]:checked').value"), "1");
    assert_eq!(visitor.see("location.search"), "?lang=fa", "the address says so too");
    tab_to("[name=recommend]");
    // In a field with one line, and from a radio button, Enter presses the first button: it goes on.
    visitor.press(&[Key::Enter]);
    arrive(&visitor, "document.querySelector('.stars')");
    assert!(visitor.read("document.title").starts_with("پرسش ۲ از ۱۰"), "{}", visitor.read("document.title"));
    tab_to("button[value=back]");
    visitor.press(&[Key::Enter]);
    arrive(&visitor, "document.querySelector('textarea')");
    assert_eq!(visitor.see("document.querySelector('textarea').value"), "میان راه");
    assert!(collector.rows().is_empty(), "nothing is stored that nobody sent");
}
