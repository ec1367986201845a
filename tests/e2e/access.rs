//! Nobody is shut out, and nobody is disturbed: where the focus goes, what is announced, which keys do what.

use crate::flows::wait_stored;
use crate::walk::{EVERY_KIND, PAGES, Walker};
use crate::watched::{a_moment, page, told, wait_asked, wait_closed};
use sada_devtools::{Key, Modifiers};
use sada_tests::{Collector, Person, Visitor};
use serde_json::{Value, json};

const ASKED: &str = "How likely are you to recommend us to a friend or colleague?";

/// A page that asks on an event, with the caret in the middle of a word of its field.
fn writing(collector: &Collector, attributes: &str) -> Visitor {
    let attributes = format!("data-when=\"event:paid\" {attributes}");
    let visitor = Visitor::at(&page(collector, &attributes, "<button id=\"mine\">Mine</button>").url("/"));
    visitor.click("#field");
    visitor.write("before");
    visitor.press(&[Key::ArrowLeft; 2]);
    visitor
}

/// The field's text, where its caret is, and what has the focus.
fn field(visitor: &Visitor) -> Value {
    visitor.see("[field.value, field.selectionStart, field.selectionEnd, document.activeElement.id]")
}

fn open_in_front(visitor: &Visitor) {
    visitor.wait_in_popup(".querySelector('dialog')?.matches(':modal')");
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
}

/// What a visitor does.
type Act = fn(&Visitor);

#[test]
fn modal_is_named_by_its_question_and_keeps_the_focus_until_escape() {
    let collector = Collector::start();
    let visitor = writing(&collector, "");
    visitor.open_popup();
    open_in_front(&visitor);
    assert_eq!(visitor.hear("dialog", ASKED).properties["modal"], true);
    let button = visitor.see_in_popup(".querySelector('.open').ariaHasPopup");
    assert_eq!(button, "dialog");
    for turn in [Modifiers::NONE, Modifiers::SHIFT] {
        let mut places = Vec::new();
        for _ in 0..12 {
            visitor.tab().press(Key::Tab.with(turn)).unwrap();
            if visitor.see("document.hasFocus()") == false {
                // Out to the browser's own controls, and in again.
                visitor.tab().bring_to_front().unwrap();
                continue;
            }
            assert_eq!(visitor.see("document.activeElement.localName"), "sada-feedback", "not on the page below");
            places.push(
                visitor.see_in_popup(
                    ".activeElement.name || __POPUP__.activeElement.className"
                        .replace("__POPUP__", "document.querySelector('sada-feedback').shadowRoot")
                        .as_str(),
                ),
            );
        }
        for place in ["nps", "why", "send", "close"] {
            assert!(
                places.iter().filter(|at| *at == place).count() >= 2,
                "{place} is reached in each round: {places:?}"
            );
        }
        assert!(!places.contains(&json!("open")), "the button below is out of reach: {places:?}");
    }
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);
    assert_eq!(visitor.see_in_popup(".activeElement.className"), "open");
}

#[test]
fn focus_and_caret_go_back_to_where_they_were() {
    let collector = Collector::start();
    let visitor = writing(&collector, "data-open=\"#mine\"");
    let ways: [(&str, Act); 3] = [
        ("Escape", |visitor| visitor.press(&[Key::Escape])),
        ("the button", |visitor| {
            visitor.tab_to(".close");
            visitor.press(&[Key::Enter]);
        }),
        ("the page", |visitor| drop(visitor.see("sada.close()"))),
    ];
    for (way, close) in ways {
        visitor.see("sada.open()");
        open_in_front(&visitor);
        close(&visitor);
        wait_closed(&visitor);
        assert_eq!(field(&visitor), json!(["before", 4, 4, "field"]), "closed by {way}");
    }
    visitor.see("mine.focus()");
    visitor.press(&[Key::Space]);
    open_in_front(&visitor);
    visitor.press(&[Key::Space, Key::Tab, Key::Tab, Key::Enter]);
    visitor.wait_said("Thank you");
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);
    assert_eq!(visitor.see("document.activeElement.id"), "mine", "after an answer, too");
    visitor.see("sada.open()");
    open_in_front(&visitor);
    visitor.see("mine.remove()");
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);
    assert_eq!(visitor.see_in_popup(".activeElement.className"), "open", "what is gone gets nothing");
}

/// Writes down when the place for announcements was there, and when it said something.
const LISTEN: &str = "{
    self.said = { born: 0, spoke: 0 };
    const root = document.querySelector('sada-feedback').shadowRoot, watcher = new MutationObserver(() => {
        const status = root.querySelector('[role=status]');
        if (status) said.born ||= performance.now();
        if (status?.textContent) said.spoke ||= performance.now();
    });
    watcher.observe(root, { subtree: true, childList: true, characterData: true });
}";

#[test]
fn prompt_is_announced_politely_and_takes_neither_focus_nor_caret_nor_key() {
    let collector = Collector::start();
    let visitor = writing(&collector, "");
    visitor.see(LISTEN);
    visitor.see("host.keys.length = 0");
    visitor.write("1");
    visitor.see("dispatchEvent(new Event('paid'))");
    wait_asked(&visitor);
    visitor.press(&[Key::Character('2')]);
    visitor.wait_in_popup(".querySelector('[role=status]').textContent");
    visitor.press(&[Key::Character('3')]);
    assert_eq!(field(&visitor), json!(["befo123re", 7, 7, "field"]));
    let announced = format!("{ASKED} Press F8 to answer.");
    assert_eq!(visitor.see_in_popup(".querySelector('[role=status]').textContent"), announced);
    let early = visitor.see("said.spoke - said.born").as_f64().unwrap();
    assert!(early >= 100.0, "the place where it is said must be known before: {early} ms");
    let status = visitor.heard().into_iter().find(|one| one.role == "status").unwrap();
    assert_eq!((&status.properties["live"], &status.properties["atomic"]), (&json!("polite"), &json!(true)));
    assert_ne!(visitor.hear("dialog", ASKED).properties["modal"], true);

    // Every key is still the page's.
    visitor.see("host.keys.length = 0");
    visitor.press(&[
        Key::Escape,
        Key::ArrowLeft,
        Key::ArrowLeft,
        Key::ArrowLeft,
        Key::Enter,
        Key::Space,
        Key::Backspace,
    ]);
    assert_eq!(field(&visitor), json!(["befo123re", 4, 4, "field"]));
    let keys = json!(["Escape", "ArrowLeft", "Enter", " ", "Backspace"]);
    assert_eq!(visitor.see("[...new Set(host.keys)]"), keys);
    visitor.click("#own");
    assert_eq!(visitor.see("host.clicks"), 1, "the page can be used as before");
    assert_eq!(visitor.see_in_popup(".querySelector('.prompt dialog').open"), true);
    visitor.picture("prompt-en");
}

#[test]
fn one_key_leads_into_the_prompt_and_escape_out_of_it_and_nothing_is_lost() {
    let collector = Collector::start();
    let visitor = writing(&collector, "data-quiet=\"0\" data-open=\"#mine\"");
    visitor.see("dispatchEvent(new Event('paid'))");
    wait_asked(&visitor);
    visitor.see("host.keys.length = 0");
    visitor.press(&[Key::Function(8)]);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.press(&[Key::Space, Key::ArrowRight, Key::Tab]);
    visitor.write("half an ans");
    // Out to the page and in again, with the mouse and with the key: it stays.
    visitor.click("#field");
    assert_eq!(visitor.see("document.activeElement.id"), "field");
    visitor.see("field.setSelectionRange(2, 5)");
    visitor.press(&[Key::Function(8)]);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);
    assert_eq!(field(&visitor), json!(["before", 2, 5, "field"]), "the selection is as it was");

    visitor.see("host.keys.length = 0");
    visitor.press(&[Key::Function(8)]);
    a_moment();
    assert_eq!(visitor.see("host.keys.includes('F8')"), true, "without a prompt the key is the page's");
    assert_eq!(visitor.see("document.activeElement.id"), "field");
    visitor.see("sada.ask()");
    wait_asked(&visitor);
    let form =
        "Object.fromEntries(new FormData(document.querySelector('sada-feedback').shadowRoot.querySelector('form')))";
    assert_eq!(visitor.see(form), json!({ "nps": "1", "why": "half an ans" }));
    // The visitor wants it in front after all.
    visitor.see("mine.focus()");
    visitor.press(&[Key::Enter]);
    open_in_front(&visitor);
    assert_eq!(visitor.see(form), json!({ "nps": "1", "why": "half an ans" }));
    visitor.press(&[Key::Escape]);
    wait_closed(&visitor);
    assert_eq!(visitor.see("document.activeElement.id"), "mine");
    let kinds: Vec<_> = told(&visitor).as_array().unwrap().iter().map(|event| event[0].clone()).collect();
    assert_eq!(kinds, ["sada:shown", "sada:closed", "sada:shown", "sada:shown", "sada:closed"]);
    assert!(collector.stored().is_empty());
}

#[test]
fn prompt_can_be_put_off_by_keyboard_and_its_tab_leads_on() {
    let collector = Collector::start();
    let visitor = writing(&collector, "");
    visitor.see("dispatchEvent(new Event('paid'))");
    wait_asked(&visitor);
    visitor.press(&[Key::Function(8)]);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    let mut has_left = false;
    for _ in 0..8 {
        visitor.press(&[Key::Tab]);
        has_left |= visitor.see("!document.hasFocus() || document.activeElement.localName !== 'sada-feedback'") == true;
    }
    assert!(has_left, "the focus is not trapped beside the page");
    visitor.tab().bring_to_front().unwrap();
    visitor.click("#field");
    visitor.press(&[Key::Function(8)]);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.tab_to("[name=later]");
    assert_eq!(visitor.hear("button", "Not now").properties["focused"], true);
    visitor.press(&[Key::Enter]);
    wait_closed(&visitor);
    assert_eq!(visitor.see("document.activeElement.id"), "field");
}

#[test]
fn scales_are_one_tab_stop_each_and_arrows_do_not_send() {
    let collector = Collector::asking(&[EVERY_KIND]);
    let walker = Walker::opens(Visitor::at, &collector, "every-kind", "en");
    let visitor = &walker.visitor;
    walker.is_at("recommend");
    let stops: [&[&str]; 10] = [
        &["recommend", "why"],
        &["overall", "delivery", "help"],
        &["easy"],
        &["reason"],
        &["better", "better", "better", "better"],
        &["city", "story"],
        &["feeling.calm", "feeling.welcome"],
        &["parts.search", "parts.pay", "parts.return"],
        &["write.email", "write.consent"],
        &["rules"],
    ];
    for (number, ((steps, next), stops)) in (1_i64..).zip(PAGES.iter().zip(stops)) {
        if number == 9 {
            visitor.press(&[Key::Tab]);
        }
        let mut met = Vec::new();
        while met.len() < 12 {
            let name = visitor.see_in_popup(".activeElement?.name");
            let is_left = name == "send";
            met.push(name);
            if is_left {
                break;
            }
            visitor.press(&[Key::Tab]);
        }
        assert_eq!(met[..met.len() - 1], *stops, "page {number}");
        (0..met.len() - 1).for_each(|_| visitor.tab().press(Key::Tab.with(Modifiers::SHIFT)).unwrap());
        walker.does(steps);
        // Neither the last arrow nor time leads on.
        a_moment();
        assert_eq!(walker.progress(), format!("Question {number} of 10"));
        assert_eq!(collector.stored().first().map_or(0, |stored| stored.rev), number - 1);
        walker.presses("send");
        wait_stored(&collector, number);
        if *next != "thanks" {
            walker.is_at(next);
        }
    }
    visitor.wait_said("Thank you");
}
