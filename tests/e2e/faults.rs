//! What goes wrong on the way: nothing is lost, and nothing is claimed that is not so.

use sada_devtools::Key;
use sada_tests::{Collector, Origin, Visitor};

#[test]
fn answer_given_while_the_collector_is_down_arrives_once() {
    let mut collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/ar.html"));
    visitor.open_popup();
    collector.kill();
    visitor.press(&[Key::Space, Key::Tab]);
    visitor.write("لا شيء يضيع");
    visitor.press(&[Key::Tab, Key::Enter]);
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.startsWith('حُفظت إجابتك على هذا الجهاز')");
    visitor.picture("popup-saved-on-device-ar");

    collector.restart();
    // The popup tries again by itself.
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.includes('تم حفظ إجابتك')");
    assert_eq!(visitor.see("localStorage.length"), 0);
    let rows = collector.rows();
    assert_eq!(rows.iter().filter(|row| row.question == "nps").count(), 1, "{rows:?}");
}

#[test]
fn answer_left_behind_is_sent_on_the_next_visit() {
    let mut collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/fa.html"));
    visitor.open_popup();
    collector.kill();
    visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.startsWith('پاسخ شما روی این دستگاه ذخیره شد')");
    visitor.go("about:blank");
    collector.restart();
    assert!(collector.rows().is_empty());
    visitor.go(&shop.url("/ar.html"));
    visitor.wait("localStorage.length === 0");
    assert_eq!(collector.rows().len(), 1);
}

#[test]
fn wrong_snippets_say_what_to_do_and_show_no_button() {
    let collector = Collector::start();
    let page = sada_tests::root().join("tests/pages/plain");
    for (attributes, said) in [
        ("data-site=\"demo\" data-endpoint=\"javascript:alert(1)\"", "it must begin with https://"),
        ("data-site=\"demo\" data-endpoint=\"data:text/plain,x\"", "it must begin with https://"),
        ("data-site=\"demo\" data-endpoint=\"//evil.example/x\"", "it must begin with https://"),
        ("data-site=\"demo\" data-endpoint=\"http://shop.example/x\"", "it must begin with https://"),
        ("", "write the key of your site into the snippet"),
    ] {
        let site =
            Origin::site(&page, &format!("<script src=\"{}/sada.js\" {attributes}></script>", collector.origin()));
        let visitor = Visitor::at(&site.url("/"));
        let log = visitor.log();
        let complaints: Vec<_> = log.console.iter().filter(|message| message.text.contains("sada:")).collect();
        assert_eq!(complaints.len(), 1, "{attributes}: {log:?}");
        assert!(complaints[0].text.contains(said), "{attributes}: {complaints:?}");
        assert_eq!(visitor.see("document.querySelector('sada-feedback')"), serde_json::Value::Null);
    }
}

#[test]
fn broken_survey_is_named_in_the_console_and_the_page_goes_on() {
    let collector = Collector::start();
    let page = sada_tests::root().join("tests/pages/broken-survey");
    let snippet = format!(
        "<script src=\"{}/sada.js\" data-site=\"demo\" data-survey=\"/survey.json\"></script>",
        collector.origin()
    );
    let site = Origin::site(&page, &snippet);
    let visitor = Visitor::at(&site.url("/"));
    visitor.tab_to_button();
    visitor.press(&[Key::Enter]);
    let said = |text: &str| visitor.log().console.iter().any(|message| message.text.contains(text));
    for _ in 0..100 {
        if said("the survey lacks a valid `questions`") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(said("the survey lacks a valid `questions`"), "{:?}", visitor.log().console);
    assert!(visitor.log().exceptions.is_empty(), "{:?}", visitor.log().exceptions);
}

#[test]
fn answer_that_cannot_be_delivered_does_not_hold_up_others() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/ar.html"));
    // Left behind by a snippet that named an endpoint which is no more.
    let dead = "[{id: 'old', endpoint: 'http://127.0.0.1:9/gone', response: {answers: {nps: 1}}}]";
    visitor.see(&format!("localStorage.setItem('sada:outbox', JSON.stringify({dead}))"));
    visitor.open_popup();
    visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.includes('تم حفظ إجابتك')");
    assert_eq!(collector.rows().len(), 1);
    assert_eq!(
        visitor.see("JSON.parse(localStorage['sada:outbox']).map((entry) => entry.id)"),
        serde_json::json!(["old"])
    );
}
