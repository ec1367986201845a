//! Where answers go and what is asked is said by the snippet alone: addresses, calls, other elements and data change nothing.

use crate::hostile_hosts::snippet;
use sada_devtools::Key;
use sada_tests::{Collector, Endpoint, Host, Origin, Reply, Visitor};
use serde_json::json;

/// A snippet with these attributes besides its site.
fn with(collector: &Collector, attributes: &str) -> String {
    snippet(collector).replace("data-lang", &format!("{attributes} data-lang"))
}

#[test]
fn endpoints_that_are_not_safe_are_refused_with_their_cure() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for endpoint in [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JavaScript:alert(1)//https://shop.example/",
        "data:text/plain,x",
        "blob:https://shop.example/0",
        "//evil.example/x",
        "/responses",
        "http://shop.example/x",
        "http://127.0.0.1.evil.example/x",
        "http://localhost@evil.example/x",
        "http://127.0.0.1:80@evil.example/",
        "https:evil.example",
        "ftp://shop.example/x",
    ] {
        visitor.go(&Host::default().serve(&with(&collector, &format!("data-endpoint=\"{endpoint}\""))).url("/"));
        visitor.tab_to_button();
        visitor.press(&[Key::Enter]);
        visitor.wait_in_popup(".querySelector('.open').textContent === 'Not available now'");
        let said = visitor.complaints();
        let expected = format!(
            "sada: data-endpoint is \"{endpoint}\": it must begin with https:// (http:// only on this machine)"
        );
        assert_eq!(said, [expected]);
        assert_eq!(visitor.see_in_popup(".querySelector('dialog')"), json!(null), "{endpoint}");
        visitor.press(&[Key::Enter]);
        assert_eq!(visitor.complaints().len(), 1, "it is said once");
        visitor.assert_unharmed(endpoint);
    }
    assert!(visitor.log().dialogs.is_empty(), "no script of an address has run");
}

#[test]
fn sites_that_cannot_be_are_refused_with_their_cure() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for site in ["", "Demo", "../evil", "demo/../../x", "demo?x", "a b"] {
        let wrong = snippet(&collector).replace("data-site=\"demo\"", &format!("data-site=\"{site}\""));
        visitor.go(&Host::default().serve(&wrong).url("/"));
        visitor.tab_to_button();
        visitor.press(&[Key::Enter]);
        visitor.wait_in_popup(".querySelector('.open').textContent === 'Not available now'");
        let said = visitor.complaints();
        assert_eq!(said, ["sada: write the key of your site into the snippet: data-site=\"…\" (a-z, 0-9, - and _)"]);
        visitor.assert_unharmed(site);
    }
}

#[test]
fn neither_address_nor_calls_nor_other_elements_turn_answers_aside() {
    let collector = Collector::start();
    let evil = Endpoint::replying(Reply::Status(204));
    let there = evil.url("/evil");
    // What somebody can inject who may write HTML, but no script: names that stand in for the browser's own.
    let body = format!(
        "<meta name=\"sada-endpoint\" content=\"{there}\" /><div data-site=\"evil\" data-endpoint=\"{there}\"></div>\
        <a id=\"sada\" href=\"{there}\" data-endpoint=\"{there}\"></a><img name=\"baseURI\" alt=\"\" />\
        <form name=\"dataset\" data-endpoint=\"{there}\"><input name=\"endpoint\" value=\"{there}\" /></form>"
    );
    let site = Host { body: &body, ..Host::default() }.serve(&snippet(&collector));
    let query =
        format!("?endpoint={there}&data-endpoint={there}&site=evil&data-site=evil&survey=evil&lang=fa&sada={there}");
    let visitor = Visitor::at(&format!("{}{query}#data-endpoint={there}", site.url("/")));
    visitor.see(&format!(
        "sada.set({{ endpoint: '{there}', site: 'evil', attributes: {{ plan: 'free', endpoint: '{there}' }} }});
        sada.open({{ endpoint: '{there}', site: 'evil', base: '{there}', words: [], wasm: '{there}' }})"
    ));
    visitor.wait_in_popup(".querySelector('dialog')?.open");
    visitor.fill_in("here");
    visitor.wait_said("Thank you");
    assert_eq!(collector.rows().len(), 2, "at the site of the snippet");
    let asked: Vec<_> = visitor.log().requests.into_iter().filter(|request| request.url.starts_with(&there)).collect();
    assert!(asked.is_empty() && evil.posted().is_empty(), "{asked:?}");
    visitor.press(&[Key::Escape]);
    assert_eq!(visitor.complaints(), [""; 0]);
}

/// An image of that name hides `document.currentScript`, by which the loader knows where its parts are.
#[test]
fn image_that_poses_as_the_script_loads_nothing() {
    let collector = Collector::start();
    let evil = Endpoint::replying(Reply::Status(204));
    let body = format!("<img name=\"currentScript\" src=\"{}\" alt=\"\" data-site=\"evil\" />", evil.url("/image"));
    let visitor = Visitor::at(&Host { body: &body, ..Host::default() }.serve(&snippet(&collector)).url("/"));
    visitor.see("self.sada?.open?.()");
    std::thread::sleep(std::time::Duration::from_millis(300));
    let paths: Vec<_> = evil.posted().into_iter().map(|asked| asked.path).collect();
    assert_eq!(paths, ["/image"], "no part of ours is looked for there");
    assert!(visitor.log().exceptions.is_empty(), "{:?}", visitor.log().exceptions);
}

/// Asks by name, and offers a choice.
const SURVEY: &str = r#"{"id": "greeting", "version": 1, "title": {"en": "x"}, "thanks": {"en": "Thank you, {name|friend}."},
    "questions": [{"id": "like", "kind": "single-choice", "text": {"en": "Hello {name|friend}, are you well {where|here}?"},
    "choices": [{"id": "yes", "text": {"en": "Yes, <b>{name|friend}</b>"}}, {"id": "no", "text": {"en": "No"}}]}]}"#;

#[test]
fn words_from_the_page_are_inert_and_stay_apart() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(204));
    let survey = Origin::page(SURVEY, &[("content-type", "application/json"), ("access-control-allow-origin", "*")]);
    let name = "<img src=x onerror='sada.ran = 1'>\u{202e}{where|x}";
    let attributes = format!(
        "data-survey=\"{}\" data-endpoint=\"{}\" data-value-name=\"{name}\" data-attribute-plan=\"<i>free</i>\"",
        survey.url("/survey.json"),
        endpoint.url("/")
    );
    let visitor = Visitor::at(&Host::default().serve(&with(&collector, &attributes)).url("/"));
    visitor.open_popup();
    visitor.wait_in_popup(".activeElement?.name === 'like'");
    let legend = visitor.read("document.querySelector('sada-feedback').shadowRoot.querySelector('legend').textContent");
    let greeting = format!("Hello \u{2068}{name}\u{2069}, are you well here?");
    assert!(legend.starts_with(&greeting), "{legend:?}");
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').ariaLabelledByElements?.[0]?.tagName"), "LEGEND");
    assert_eq!(visitor.see_in_popup(".querySelectorAll('img, b, i').length"), 0);
    visitor.press(&[Key::Space]);
    visitor.see_in_popup(".querySelector('.send').focus()");
    visitor.press(&[Key::Enter]);
    visitor.wait_said(&format!("Thank you, \u{2068}{name}\u{2069}."));
    assert_eq!(visitor.see_in_popup(".querySelectorAll('img, b, i').length"), 0);
    assert_eq!(visitor.see("sada.ran ?? null"), json!(null));
    let body = endpoint.posted()[0].body.clone();
    assert_eq!(body["attributes"], json!({"plan": "<i>free</i>"}));
    assert!(!body.to_string().contains("onerror"), "values are shown, and never sent: {body}");
    visitor.press(&[Key::Escape]);
    visitor.assert_unharmed("name");
}

#[test]
fn mistakes_in_selectors_and_rules_break_nothing() {
    let collector = Collector::start();
    let visitor = Visitor::at("about:blank");
    for attributes in [
        "data-open=\"a[href=\"",
        "data-open=\"##\" data-when=\"click:##\"",
        "data-when=\"click:;event:;delay:;scroll:\"",
        "data-url=\"http://[\" data-sample=\"many\" data-quiet=\"-1\"",
        "data-url=\"/(*+?[\" data-button=\"maybe\" data-corner=\"<b>\"",
    ] {
        visitor.go(&Host::default().serve(&with(&collector, attributes)).url("/"));
        visitor.click("#own");
        visitor.press(&[Key::Tab, Key::Enter]);
        visitor.see("sada?.open?.()");
        visitor.wait_in_popup(".querySelector('dialog')?.open");
        visitor.leave_popup();
        let said = visitor.wait_for_complaints();
        assert!(!said.is_empty() && said.iter().all(|line| line.starts_with("sada: data-")), "{attributes}: {said:?}");
        visitor.assert_unharmed(attributes);
    }
}
