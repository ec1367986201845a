//! What pressing buttons does to the focus.

use crate::server::{HTML, serve};
use crate::{asked, auditor, by_id, failed, page};
use sada_audit::{AfterClosing, AfterOpening, Fate, Observation, Opened, Page};
use std::sync::{Arc, Mutex};

const AROUND: (&str, &str) =
    ("<a href=/1>1</a> <a href=/2>2</a> <a href=/3>3</a>", "<a href=/8>8</a> <a href=/9>9</a>");

fn between(html: &str) -> String {
    format!("{}{html}{}", AROUND.0, AROUND.1)
}

fn lost(page: &Page, id: &str) -> Option<(Fate, bool)> {
    by_id(page, id).observations().iter().find_map(|seen| match seen {
        Observation::LosesFocus { fate, starts_over } => Some((*fate, *starts_over)),
        _ => None,
    })
}

#[test]
fn buttons_that_take_themselves_away_are_asked_about() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        &between(
            "<button id=gone onclick='this.remove()'>Gone</button>
             <div><button id=hidden onclick='this.parentElement.style.display = `none`'>Hidden</button></div>
             <button id=late onclick='setTimeout(() => this.remove(), 200)'>Late</button>
             <button id=off onclick='this.disabled = true'>Off</button>
             <p><button id=moves onclick='next.focus(); this.remove()'>Moves</button> <button id=next>Next</button></p>
             <button id=stays onclick='this.textContent = `Done`'>Stays</button>",
        ),
    );
    assert_eq!(lost(&page, "gone"), Some((Fate::Removed, false)));
    assert_eq!(lost(&page, "hidden"), Some((Fate::Hidden, false)));
    assert_eq!(lost(&page, "late"), Some((Fate::Removed, false)));
    assert_eq!(lost(&page, "off"), Some((Fate::Disabled, false)));
    for id in ["moves", "next", "stays"] {
        assert_eq!(lost(&page, id), None, "{id}");
    }
    assert_eq!(failed(&page, "focus-is-not-lost"), [] as [&str; 0]);
    assert_eq!(asked(&page, "focus-is-not-lost").len(), 4);
}

#[test]
fn a_page_that_is_made_anew_sends_the_keyboard_back_to_its_start() {
    let Some(auditor) = auditor() else { return };
    let list = |keeps: &str| {
        format!(
            "<div id=all>{}<button id=more>More</button>{}</div><script>
             const made = all.innerHTML;
             all.onclick = (event) => {{ if (event.target.id == 'more') {{ all.innerHTML = made; {keeps} }} }}</script>",
            AROUND.0, AROUND.1
        )
    };
    let broken = page(&auditor, &list(""));
    assert_eq!(failed(&broken, "focus-is-not-lost"), ["more"]);
    // Another view begins at its start, as another page does.
    let view = page(&auditor, &list("document.title = 'More'"));
    assert_eq!(failed(&view, "focus-is-not-lost"), [] as [&str; 0]);
    assert_eq!(asked(&view, "focus-is-not-lost"), ["more"]);
    let repaired = page(&auditor, &list("more.focus()"));
    assert_eq!(failed(&repaired, "focus-is-not-lost"), [] as [&str; 0]);
    assert!(asked(&repaired, "focus-is-not-lost").is_empty());
}

#[test]
fn forms_links_and_disabled_buttons_are_not_pressed() {
    let Some(auditor) = auditor() else { return };
    let requests: Arc<Mutex<Vec<String>>> = Arc::default();
    let asked = requests.clone();
    let origin = serve(move |path| {
        asked.lock().unwrap().push(path.to_owned());
        (
            HTML,
            "<!doctype html><title>x</title><main><h1>Orders</h1><form action=/sent><button id=send>Send</button><button type=reset id=r>R</button>
             <button type=button id=safe onclick='said.textContent += `safe `; fetch(`/read`)'>Safe</button></form>
             <a href=/followed id=a role=button>Followed</a>
             <button id=order onclick='fetch(`/ordered`, { method: `POST` }); navigator.sendBeacon(`/beacon`, `x`);
                said.textContent += `order `'>Order</button>
             <button id=away onclick='location = `/away`'>Away</button>
             <button id=script onclick='document.forms[0].submit()'>Script</button>
             <p id=said></p>"
                .to_owned(),
        )
    });
    let page = auditor.page(&format!("{origin}/")).unwrap();
    assert!(page.was_tried(sada_audit::Need::Pressing), "{:?}", page.not_checked());
    let requests = requests.lock().unwrap().clone();
    assert!(requests.iter().any(|path| path == "/read"), "{requests:?}");
    for path in ["/sent", "/followed", "/ordered", "/beacon", "/away"] {
        assert!(!requests.iter().any(|known| known.starts_with(path)), "{path}: {requests:?}");
    }
}

#[test]
fn a_key_orders_nothing_either() {
    let Some(auditor) = auditor() else { return };
    let requests: Arc<Mutex<Vec<String>>> = Arc::default();
    let asked = requests.clone();
    let origin = serve(move |path| {
        asked.lock().unwrap().push(path.to_owned());
        let page = "<!doctype html><title>x</title><main><h1>Orders</h1><button>Usual</button><p id=said></p></main>
             <script>onkeydown = (event) => { fetch(`/safe`); fetch(`/key`, { method: `DELETE` });
               if (event.key === `d`) { said.append(`!`); fetch(`/deleted`, { method: `POST` }) } }</script>";
        (HTML, page.to_owned())
    });
    let page = auditor.page(&format!("{origin}/")).unwrap();
    let root = page.elements().find(|element| element.is("html")).unwrap();
    assert!(root.observations().contains(&Observation::Shortcut('d')), "{:?}", page.not_checked());
    let requests = requests.lock().unwrap().clone();
    assert!(requests.iter().any(|path| path == "/safe"), "{requests:?}");
    assert!(!requests.iter().any(|path| path == "/deleted" || path == "/key"), "{requests:?}");
}

/// Where the focus is once a button has opened something, and once that is closed, with or without Escape.
type Ways = (Option<(Opened, AfterOpening)>, Option<(AfterClosing, bool)>);

fn dialog(page: &Page, id: &str) -> Ways {
    let (mut opens, mut closes) = (None, None);
    for seen in by_id(page, id).observations() {
        match seen {
            Observation::Opens { what, focus } => opens = Some((*what, *focus)),
            Observation::Closes { focus, by_escape, .. } => closes = Some((*focus, *by_escape)),
            _ => {}
        }
    }
    (opens, closes)
}

#[test]
fn native_dialogs_do_it_all() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        &between(
            "<button id=open onclick='d.showModal()'>Open</button><dialog id=d><button id=x>Close</button></dialog>",
        ),
    );
    let closes = (AfterClosing::Opener, true);
    assert_eq!(dialog(&page, "open"), (Some((Opened::ModalDialog, AfterOpening::Inside)), Some(closes)));
    for rule in ["dialog-can-be-reached", "dialog-gives-focus-back", "dialog-moves-focus"] {
        assert_eq!(failed(&page, rule), [] as [&str; 0], "{rule}");
    }
}

#[test]
fn dialogs_of_scripts() {
    let Some(auditor) = auditor() else { return };
    // It comes up at the end of the page, the focus stays on the button, and closing it leaves the focus on nothing.
    let broken = "<button id=open onclick='d.hidden = false'>Open</button><a href=/5>5</a>";
    let end = |closes: &str| {
        format!(
            "<div id=d role=dialog aria-modal=true hidden><input id=i><button id=x onclick='d.hidden = true; {closes}'>×</button></div>"
        )
    };
    let page_of = |open: &str, end: &str| page(&auditor, &format!("{}{end}", between(open)));
    let page = page_of(broken, &end(""));
    let opens = (Opened::ModalDialog, AfterOpening::Elsewhere);
    assert_eq!(dialog(&page, "open"), (Some(opens), Some((AfterClosing::Nowhere, false))));
    assert_eq!(failed(&page, "dialog-can-be-reached"), ["open"]);
    assert_eq!(failed(&page, "dialog-gives-focus-back"), ["open"]);
    assert_eq!(failed(&page, "dialog-moves-focus"), ["open"]);
    // Repaired by script.
    let repaired = "<button id=open onclick='d.hidden = false; i.focus()'>Open</button><a href=/5>5</a><script>
        addEventListener('keydown', (event) => { if (event.key == 'Escape') x.click() })</script>";
    let page = page_of(
        repaired,
        &end("open.focus()")
            .replace("d.hidden", "document.getElementById(`d`).hidden")
            .replace("open.focus", "document.getElementById(`open`).focus"),
    );
    let opens = (Opened::ModalDialog, AfterOpening::Inside);
    assert_eq!(dialog(&page, "open"), (Some(opens), Some((AfterClosing::Opener, true))));
    // Right behind its button it is next, which is enough for WCAG and not for the pattern.
    let page = page_of(
        "<button id=open onclick='d.hidden = false'>Open</button><div id=d role=dialog hidden><button id=x \
         onclick='d.hidden = true'>Close</button></div>",
        "",
    );
    let opens = (Opened::Dialog, AfterOpening::Next);
    assert_eq!(dialog(&page, "open"), (Some(opens), Some((AfterClosing::Beside, false))));
    assert_eq!(failed(&page, "dialog-can-be-reached"), [] as [&str; 0]);
    assert_eq!(failed(&page, "dialog-gives-focus-back"), [] as [&str; 0]);
    assert_eq!(failed(&page, "dialog-moves-focus"), ["open"]);
}

#[test]
fn menus_that_keep_the_focus_on_their_button_are_reached_by_what_is_active() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        &between(
            "<button id=open aria-haspopup=menu aria-expanded=false>Open</button><a href=/5>5</a>
             <ul id=m role=menu hidden><li id=one role=menuitem tabindex=-1>One<li id=two role=menuitem tabindex=-1>Two</ul><script>
             const button = document.getElementById('open');
             const show = (is) => { m.hidden = !is; button.setAttribute('aria-expanded', is);
                is ? button.setAttribute('aria-activedescendant', 'one') : button.removeAttribute('aria-activedescendant') };
             button.onclick = () => show(m.hidden);
             button.onkeydown = (event) => { if (event.key == 'Escape') show(false) }</script>",
        ),
    );
    assert_eq!(dialog(&page, "open"), (Some((Opened::Menu, AfterOpening::Inside)), Some((AfterClosing::Opener, true))));
}

#[test]
fn dialogs_that_come_by_and_by_are_waited_for() {
    let Some(auditor) = auditor() else { return };
    let dialog = |milliseconds: u32, box_attributes: &str, focus: &str| {
        format!(
            "<style>#box {{ visibility: hidden }} #d {{ transform: translateX(-300px); transition: transform {milliseconds}ms }}
               #box.open {{ visibility: visible }} #box.open #d {{ transform: none }}</style>
             <button id=o>Open basket</button> <a href=#o>one</a> <a href=#o>two</a> <a href=#o>three</a>
             <div id=box {box_attributes}><div id=d tabindex=-1 role=dialog aria-label=Basket><button id=c>Close</button>
               <a href=#x>Pay</a></div></div>
             <script>o.onclick = () => {{ box.className = 'open'; d.ontransitionend = () => {focus} }};
               const close = () => {{ box.className = ''; d.ontransitionend = null; o.focus() }};
               c.onclick = close; onkeydown = (event) => {{ if (event.key == 'Escape') close() }}</script>"
        )
    };
    let focus_of = |page: &Page| {
        by_id(page, "o").observations().iter().find_map(|seen| match seen {
            Observation::Opens { focus, .. } => Some(*focus),
            _ => None,
        })
    };
    for (milliseconds, box_attributes, focus) in
        [(150, "", "d.focus()"), (300, "", "d.focus()"), (900, "", "c.focus()"), (300, "tabindex=-1", "box.focus()")]
    {
        let page = page(&auditor, &dialog(milliseconds, box_attributes, focus));
        for rule in ["dialog-moves-focus", "dialog-can-be-reached", "dialog-gives-focus-back"] {
            assert_eq!(failed(&page, rule), [] as [&str; 0], "{milliseconds} ms, {focus}: {rule}");
        }
        assert_eq!(focus_of(&page), Some(AfterOpening::Inside), "{milliseconds} ms, {focus}");
    }
    let never = page(&auditor, &dialog(300, "", "0"));
    assert_eq!(focus_of(&never), Some(AfterOpening::Elsewhere));
}
