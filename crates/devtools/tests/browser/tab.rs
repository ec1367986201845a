//! Scripts, keys, focus, frames, pictures.

use crate::loopback::{html, serve};
use crate::{LIMIT, browser, open};
use sada_devtools::{DevtoolsError, Key, Modifiers, Tab};
use serde_json::{Value, json};
use std::time::Duration;

fn focus(tab: &Tab) -> Value {
    tab.evaluate("[document.activeElement.id || document.activeElement.localName, document.hasFocus()]").unwrap()
}

#[test]
fn scripts_give_values_and_errors() {
    let Some(browser) = browser() else { return };
    let tab = open(&browser, "<title>صدا</title>");
    assert!(browser.version().contains('/'), "{}", browser.version());
    assert_eq!(tab.evaluate("document.title").unwrap(), json!("صدا"));
    assert_eq!(tab.evaluate("Promise.resolve({a: [1, 'b']})").unwrap(), json!({"a": [1, "b"]}));
    assert_eq!(tab.evaluate("undefined").unwrap(), Value::Null);
    assert_eq!(tab.evaluate("'a\\ud800'").unwrap(), json!("a\u{fffd}"));
    let thrown = tab.evaluate("null.x").unwrap_err().to_string();
    assert!(thrown.contains("TypeError: Cannot read properties of null"), "{thrown}");
    let rejected = tab.evaluate("Promise.reject(new Error('no luck'))").unwrap_err().to_string();
    assert!(rejected.contains("no luck"), "{rejected}");
    let refused = tab.call("No.such", &json!({})).unwrap_err();
    assert!(matches!(refused, DevtoolsError::Refused { code: -32601, .. }), "{refused}");
    tab.evaluate("setTimeout(() => globalThis.ready = 7, 50)").unwrap();
    assert_eq!(tab.wait_until("globalThis.ready", LIMIT).unwrap(), json!(7));
    let never = tab.wait_until("globalThis.never", Duration::from_millis(60)).unwrap_err();
    assert!(matches!(never, DevtoolsError::TimedOut { .. }), "{never}");
}

#[test]
fn keys_do_what_a_keyboard_does() {
    let Some(browser) = browser() else { return };
    let tab = open(
        &browser,
        "<input type=radio name=r id=r1><input type=radio name=r id=r2><input id=t>\
         <button id=b onclick='done.push(`b`)'>b</button><input type=checkbox id=c>\
         <div id=k tabindex=0 onkeydown='done.push([event.key, event.code, event.keyCode, event.ctrlKey].join())'>k</div>\
         <script>var done = []</script>",
    );
    for key in [Key::Tab, Key::Space, Key::ArrowRight] {
        tab.press(key).unwrap();
    }
    assert_eq!(
        tab.evaluate("[r1.checked, r2.checked, document.activeElement.id]").unwrap(),
        json!([false, true, "r2"])
    );
    tab.press(Key::Tab).unwrap();
    tab.press(Key::Character('h')).unwrap();
    tab.press(Key::Character('i').with(Modifiers::SHIFT)).unwrap();
    tab.insert_text(" مرحبا").unwrap();
    tab.press(Key::Home).unwrap();
    tab.press(Key::Delete).unwrap();
    assert_eq!(tab.evaluate("t.value").unwrap(), json!("I مرحبا"));
    for key in [Key::Tab, Key::Enter, Key::Space, Key::Tab, Key::Space, Key::Tab] {
        tab.press(key).unwrap();
    }
    tab.press(Key::Character('m').with(Modifiers::CONTROL)).unwrap();
    assert_eq!(tab.evaluate("[done, c.checked]").unwrap(), json!([["b", "b", "m,KeyM,77,true"], true]));
    // The browser's own commands do not hear us: these would close the tab or open another window.
    for letter in ['w', 't', 'n'] {
        tab.press(Key::Character(letter).with(Modifiers::CONTROL)).unwrap();
    }
    assert_eq!(tab.evaluate("document.activeElement.id").unwrap(), json!("k"));
}

#[test]
fn focus_leaves_to_the_browser_in_both_directions_every_time() {
    let Some(browser) = browser() else { return };
    // A second tab with the focus, too: they do not take it from each other.
    let other = open(&browser, "<button id=a>a</button>");
    other.press(Key::Tab).unwrap();
    let tab = open(&browser, "<button id=a>a</button><button id=z>z</button>");
    let back = Key::Tab.with(Modifiers::SHIFT);
    for _ in 0..7 {
        for (press, id, has_focus) in [
            (Key::Tab.into(), "a", true),
            (Key::Tab.into(), "z", true),
            (Key::Tab.into(), "body", false),
            (back, "z", true),
            (back, "a", true),
            (back, "body", false),
        ] {
            tab.press(press).unwrap();
            assert_eq!(focus(&tab), json!([id, has_focus]), "{press}");
            if !has_focus {
                tab.bring_to_front().unwrap();
            }
        }
    }
    assert_eq!(focus(&other), json!(["a", true]));
}

#[test]
fn frames_of_other_origins_and_sandboxed_ones_are_in_the_snapshot() {
    let Some(browser) = browser() else { return };
    let (inner, _) = serve(|_| html("<p>inside</p>"));
    let src = inner.clone();
    let (outer, _) = serve(move |_| {
        html(&format!(
            "<iframe src='{src}/a'></iframe><iframe sandbox src='{src}/b'></iframe><iframe src='{src}/c'></iframe>"
        ))
    });
    let tab = browser.new_tab().unwrap();
    tab.navigate(&outer, LIMIT).unwrap();
    let snapshot = tab.call("DOMSnapshot.captureSnapshot", &json!({ "computedStyles": [] })).unwrap();
    assert_eq!(snapshot["documents"].as_array().unwrap().len(), 4);
}

#[test]
fn pictures_have_the_size_of_the_viewport() {
    let Some(browser) = browser() else { return };
    let tab = open(&browser, "<style>@media (prefers-color-scheme: dark) { p { color: red } }</style><p>text");
    tab.set_viewport(320, 200, 2.0).unwrap();
    let png = tab.screenshot_png().unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (640, 400));
    tab.emulate_media("", &[("prefers-color-scheme", "dark")]).unwrap();
    assert_eq!(tab.evaluate("getComputedStyle(document.querySelector('p')).color").unwrap(), json!("rgb(255, 0, 0)"));
    let folder = tempfile::tempdir().unwrap();
    tab.screenshot(&folder.path().join("page.png")).unwrap();
    assert!(folder.path().join("page.png").metadata().unwrap().len() > 100);
    let nowhere = folder.path().join("no/such/folder.png");
    assert!(matches!(tab.screenshot(&nowhere), Err(DevtoolsError::Write { .. })));
}
