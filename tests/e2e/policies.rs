//! Content security policies and sandboxes: what each of them leaves of the popup, and that the console says the cure.

use sada_devtools::Key;
use sada_tests::{Collector, Endpoint, Fault, Origin, Relay, Reply, Visitor};
use serde_json::json;

/// What a visitor meets behind the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// The popup, which sends.
    Popup,
    /// The collector's own page, in a frame.
    Frame,
    /// A link to that page.
    Link,
    /// Word that nothing can be asked now.
    Unavailable,
}
use Shown::{Frame, Link, Popup, Unavailable};

const SHOWN: &str = "(() => {
    const root = document.querySelector('sada-feedback')?.shadowRoot, dialog = root?.querySelector('dialog[open]');
    if (dialog?.querySelector('form')) return 'Popup';
    if (dialog?.querySelector('iframe')) return 'Frame';
    if (dialog?.querySelector('a')) return 'Link';
    return root?.querySelector('.open')?.textContent === 'Not available now' && 'Unavailable';
})()";

const WASM: &str = "sada: the Content-Security-Policy of this page must allow 'wasm-unsafe-eval' in script-src";
const CONNECT: &str = "sada: the Content-Security-Policy of this page must allow CDN in connect-src";
const FRAME: &str = "sada: the Content-Security-Policy of this page must allow CDN in frame-src";

/// Policies, attributes of the snippet, what is shown, what the console says. CDN stands for the collector.
const POLICIES: &[(&str, &str, Shown, &[&str])] = &[
    ("default-src 'none'; script-src CDN 'wasm-unsafe-eval'; connect-src CDN", "", Popup, &[]),
    ("default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; connect-src CDN", "", Popup, &[]),
    ("default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src CDN", "", Popup, &[]),
    ("script-src CDN 'unsafe-eval'; style-src 'none'; img-src 'none'; font-src 'none'", "", Popup, &[]),
    (
        "default-src 'none'; script-src CDN 'wasm-unsafe-eval'; connect-src CDN; require-trusted-types-for 'script'; \
            trusted-types 'none'",
        "",
        Popup,
        &[],
    ),
    ("script-src CDN; frame-src CDN", "", Frame, &[WASM]),
    ("script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'", "", Frame, &[WASM]),
    ("script-src CDN; frame-src 'none'", "", Link, &[WASM, FRAME]),
    ("default-src 'none'; script-src CDN; connect-src CDN", "", Link, &[WASM, FRAME]),
    // The collector's page cannot send to the owner's own endpoint.
    ("script-src CDN", "data-endpoint=\"https://shop.example/feedback\"", Unavailable, &[WASM]),
    ("script-src CDN 'wasm-unsafe-eval'; connect-src 'self'; frame-src CDN", "", Frame, &[CONNECT]),
    ("default-src 'none'; script-src CDN 'wasm-unsafe-eval'", "", Link, &[CONNECT, FRAME]),
    (
        "script-src CDN 'wasm-unsafe-eval'; connect-src 'self'",
        "data-endpoint=\"https://shop.example/\"",
        Unavailable,
        &[CONNECT],
    ),
    ("sandbox allow-scripts", "", Popup, &[]),
    ("sandbox allow-scripts allow-same-origin", "", Popup, &[]),
    ("sandbox allow-scripts allow-forms allow-modals", "", Popup, &[]),
];

#[test]
fn every_policy_leaves_a_way_to_answer_and_says_its_cure_once() {
    let collector = Collector::start();
    let cdn = collector.origin();
    let visitor = Visitor::at("about:blank");
    let mut stored = 0;
    for (policy, attributes, shown, said) in POLICIES {
        let policy = policy.replace("CDN", cdn);
        visitor.go(&page(cdn, attributes, &policy).url("/"));
        visitor.tab_to_button();
        visitor.press(&[Key::Enter]);
        let before = if *shown == Link { "Frame" } else { "" };
        visitor.wait(&format!("[false, {before:?}].includes({SHOWN}) === false"));
        assert_eq!(visitor.read(SHOWN), format!("{shown:?}"), "{policy}: {:?}", visitor.log().console);
        match shown {
            Popup => {
                visitor.fill_in("policy");
                visitor.wait_said("Thank you");
                let rows = collector.rows().len();
                assert_eq!(rows, stored + 2, "{policy}");
                stored = rows;
                let style = ".querySelector('dialog') && getComputedStyle(POPUP.querySelector('.send')).borderRadius";
                let style = style.replace("POPUP", "document.querySelector('sada-feedback').shadowRoot");
                assert_eq!(visitor.see_in_popup(&style), "8px", "{policy}: it has its style");
            }
            Frame | Link => {
                let address = format!("{cdn}/s/demo/nps?lang=en");
                assert_eq!(visitor.see_in_popup(".querySelector('dialog a').href"), json!(address), "{policy}");
                assert_eq!(visitor.see_in_popup(".querySelector('dialog').matches(':modal')"), true);
            }
            Unavailable => assert_eq!(visitor.see_in_popup(".querySelector('dialog')"), json!(null), "{policy}"),
        }
        visitor.press(&[Key::Escape]);
        visitor.wait_in_popup(".querySelector('dialog[open]') === null");
        visitor.wait_in_popup(".activeElement?.className === 'open'");
        // Once more: what has been said is not said again.
        visitor.press(&[Key::Enter]);
        visitor.wait(SHOWN);
        let said: Vec<_> = said.iter().map(|line| line.replace("CDN", cdn)).collect();
        if !said.is_empty() {
            visitor.wait_for_complaints();
        }
        assert_eq!(visitor.complaints(), said, "{policy}");
        assert!(visitor.log().exceptions.is_empty(), "{policy}: {:?}", visitor.log().exceptions);
    }
}

fn page(cdn: &str, attributes: &str, policy: &str) -> Origin {
    Origin::page(&markup(cdn, attributes), &[("content-security-policy", policy)])
}

fn markup(cdn: &str, attributes: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\" /><title>A page</title></head><body><h1>A page</h1>\
        <script nonce=\"abc\" src=\"{cdn}/sada.js\" data-site=\"demo\" data-lang=\"en\" {attributes}></script></body></html>"
    )
}

#[test]
fn form_in_the_frame_can_be_answered_by_keyboard() {
    let collector = Collector::start();
    let policy = format!("script-src {0}; frame-src {0}", collector.origin());
    let visitor = Visitor::at(&page(collector.origin(), "", &policy).url("/"));
    visitor.tab_to_button();
    visitor.press(&[Key::Enter]);
    visitor.wait_in_popup(".querySelector('dialog iframe')");
    // Close, link, frame; then into it.
    visitor.wait("performance.getEntriesByType('resource').some(({ initiatorType }) => initiatorType === 'iframe')");
    visitor.press(&[Key::Tab, Key::Tab]);
    visitor.wait_in_popup(".activeElement?.localName === 'iframe'");
    visitor.picture("popup-in-a-frame");
    for _ in 0..30 {
        visitor.press(&[Key::Space, Key::Enter, Key::Tab]);
        if !collector.rows().is_empty() {
            break;
        }
    }
    let rows = collector.rows();
    assert_eq!((rows.len(), rows[0].channel.as_str(), rows[0].number), (1, "page", Some(0)), "{rows:?}");
}

#[test]
fn endpoint_that_the_policy_forgets_is_named_and_nothing_is_lost() {
    let collector = Collector::start();
    let endpoint = Endpoint::replying(Reply::Status(204));
    let cdn = collector.origin();
    let policy = format!("script-src {cdn} 'wasm-unsafe-eval'; connect-src {cdn}");
    let attributes = format!("data-endpoint=\"{}\"", endpoint.url("/feedback"));
    let visitor = Visitor::at(&page(cdn, &attributes, &policy).url("/"));
    visitor.answer("kept");
    visitor.wait_said("Saved on this device");
    let origin = endpoint.url("");
    let said = format!("sada: the Content-Security-Policy of this page must allow {origin} in connect-src");
    assert_eq!(visitor.wait_for_complaints(), [said]);
    assert!(endpoint.posted().is_empty());
    assert_eq!(visitor.see("JSON.parse(localStorage['sada:outbox']).length"), 1);
}

#[test]
fn frames_in_a_sandbox_ask_and_send() {
    let collector = Collector::start();
    for sandbox in ["allow-scripts", "allow-scripts allow-same-origin", "allow-scripts allow-forms"] {
        let tell = "<script>for (const what of ['shown', 'sent', 'closed']) \
            addEventListener('sada:' + what, () => parent.postMessage(what, '*')); \
            addEventListener('message', () => sada.open())</script>";
        let inner = Origin::page(&markup(collector.origin(), "").replace("<body>", &format!("<body>{tell}")), &[]);
        let outer = format!(
            "<!DOCTYPE html><title>Outer</title><script>said = []; onmessage = ({{ data }}) => said.push(data)</script>\
            <iframe title=\"Inner\" sandbox=\"{sandbox}\" src=\"{}\" width=\"700\" height=\"700\"></iframe>",
            inner.url("/")
        );
        let visitor = Visitor::at(&Origin::page(&outer, &[]).url("/"));
        let before = collector.rows().len();
        visitor.see("document.querySelector('iframe').focus(), frames[0].postMessage('open', '*')");
        visitor.wait("said.includes('shown')");
        std::thread::sleep(std::time::Duration::from_millis(100));
        visitor.press(&[Key::Space, Key::ArrowRight, Key::Tab]);
        visitor.write(sandbox);
        visitor.press(&[Key::Tab, Key::Enter]);
        visitor.wait("said.includes('sent')");
        visitor.picture("popup-in-a-sandbox");
        visitor.press(&[Key::Escape]);
        visitor.wait("said.includes('closed')");
        assert_eq!(collector.rows().len(), before + 2, "{sandbox}");
        let log = visitor.log();
        assert!(log.exceptions.is_empty(), "{sandbox}: {:?}", log.exceptions);
        assert_eq!(visitor.complaints(), [""; 0], "{sandbox}");
    }
}

#[test]
fn popup_that_was_changed_on_its_way_does_not_run() {
    let collector = Collector::start();
    let relay = Relay::to(collector.origin());
    relay.suffers(Fault::FlippedBit(".wasm"));
    let visitor = Visitor::at(&page(relay.origin(), "", "").url("/"));
    visitor.tab_to_button();
    visitor.press(&[Key::Enter]);
    visitor.wait(SHOWN);
    assert_eq!(visitor.read(SHOWN), "Frame", "what is asked can still be answered");
    let said = visitor.complaints();
    assert!(
        said.len() == 1
            && said[0].contains(".wasm is not what was published: it was changed on its way, and is not used"),
        "{said:?}"
    );
    visitor.press(&[Key::Escape, Key::Enter]);
    visitor.wait(SHOWN);
    assert_eq!(visitor.complaints().len(), 1, "it is said once");

    // What was changed is in the browser's cache, where it could stay for a year.
    relay.suffers(Fault::None);
    visitor.go(&page(relay.origin(), "", "").url("/"));
    visitor.tab_to_button();
    visitor.press(&[Key::Enter]);
    let is_decided = "(SHOWN || sada.shadowRoot.querySelector('.open').ariaDisabled)".replace("SHOWN", SHOWN);
    visitor.wait(&is_decided);
    visitor.press(&[Key::Enter]);
    visitor.wait(SHOWN);
    assert_eq!(visitor.read(SHOWN), "Popup", "the second wish finds it as it should be");
}

#[test]
fn loader_that_was_changed_on_its_way_does_not_run() {
    let collector = Collector::start();
    let relay = Relay::to(collector.origin());
    let hash = std::fs::read_to_string(sada_tests::root().join("dist/sada.js.sri")).unwrap();
    let attributes = format!("integrity=\"{}\" crossorigin", hash.trim());
    let visitor = Visitor::at(&page(relay.origin(), &attributes, "").url("/"));
    visitor.answer("with integrity");
    visitor.wait_said("Thank you");

    let changed = Relay::to(collector.origin());
    changed.suffers(Fault::FlippedBit("/sada.js"));
    visitor.go(&page(changed.origin(), &attributes, "").url("/"));
    assert_eq!(visitor.see("'sada' in self || !!document.querySelector('sada-feedback')"), false);
    assert!(visitor.log().exceptions.is_empty(), "{:?}", visitor.log().exceptions);
}
