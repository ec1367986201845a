//! What goes wrong on the way: nothing is lost, and nothing is claimed that is not so.

use sada_devtools::Key;
use sada_tests::{Collector, Fault, Origin, Relay, Visitor};
use serde_json::json;

#[test]
fn answer_given_while_the_collector_is_down_arrives_once() {
    let mut collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/ar.html"));
    visitor.open_popup();
    collector.kill();
    visitor.fill_in("لا شيء يضيع");
    visitor.wait_said("حُفظت إجابتك على هذا الجهاز");
    visitor.picture("popup-saved-on-device-ar");

    collector.restart();
    // The popup tries again by itself.
    visitor.wait_said("شكرًا لك. تم حفظ إجابتك");
    assert_eq!(visitor.kept("outbox"), json!(null));
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
    visitor.fill_in("بعداً");
    visitor.wait_said("پاسخ شما روی این دستگاه ذخیره شد");
    visitor.go("about:blank");
    collector.restart();
    assert!(collector.rows().is_empty());
    visitor.go(&shop.url("/ar.html"));
    visitor.wait("!localStorage['sada:outbox']");
    assert_eq!(collector.rows().len(), 2);
}

#[test]
fn answer_that_was_stored_before_its_reply_was_lost_is_one_row() {
    let collector = Collector::start();
    let relay = Relay::to(collector.origin());
    let shop = Origin::shop(relay.origin());
    let visitor = Visitor::at(&shop.url("/ar.html"));
    relay.suffers(Fault::LostReply);
    visitor.answer("مرة واحدة");
    visitor.wait_said("حُفظت إجابتك على هذا الجهاز");
    let stored = collector.rows();
    assert_eq!(stored.len(), 2, "it is there, and nobody knows: {stored:?}");
    assert_eq!(relay.posts(), 1);
    relay.suffers(Fault::None);
    visitor.wait_said("شكرًا لك. تم حفظ إجابتك");
    assert_eq!(relay.posts(), 2, "it was sent once more");
    assert_eq!(collector.rows(), stored, "and stored once");
    assert_eq!(visitor.kept("outbox"), json!(null));
    assert_eq!(visitor.complaints(), [""; 0]);
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
    visitor.wait_in_popup(".querySelector('.open').textContent === 'Not available now'");
    assert_eq!(visitor.complaints(), ["sada: the survey lacks a valid `questions`"]);
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
    visitor.answer("جديد");
    visitor.wait_said("شكرًا لك. تم حفظ إجابتك");
    assert_eq!(collector.rows().len(), 2);
    assert_eq!(visitor.see("JSON.parse(localStorage['sada:outbox']).map((entry) => entry.id)"), json!(["old"]));
}
