//! The survey page, for whoever has no script.

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
    visitor.wait("document.body?.innerText.includes('سپاسگزاریم')");
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
    visitor
        .see("document.querySelector('form').requestSubmit ? (document.querySelector('form').noValidate = true) : 0");
    visitor.see("document.querySelector('textarea').value = 'only words'");
    visitor.see("document.querySelector('form button').click()");
    visitor.wait("document.body?.innerText.includes('Choose a number.')");
    assert_eq!(visitor.see("document.querySelector('textarea').value"), "only words", "nothing is lost");
    visitor.picture("hosted-problem-en");
    assert!(collector.rows().is_empty());
}
