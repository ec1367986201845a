//! One listener for each thing that can happen to the form. They live as long as the page.

use crate::browser;
use crate::popup::Inner;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, KeyboardEvent};

pub(crate) fn listen(popup: &Rc<Inner>) {
    let place: &EventTarget = &popup.place;
    on(popup, place, "submit", |popup, event| {
        event.prevent_default();
        popup.submit();
    });
    on(popup, place, "click", |popup, event| match browser::button(event).as_deref() {
        // Not left to `submit`, which never comes in a sandbox that forbids forms.
        Some("send") => {
            event.prevent_default();
            popup.submit();
        }
        Some("close") => browser::hide(&popup.place),
        Some("back") => popup.back(),
        Some("later") => popup.later(),
        Some("copy") => browser::copy(&popup.place),
        _ => {}
    });
    on(popup, place, "input", |popup, event| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into().ok()) {
            popup.count(&field);
        }
        popup.keep_draft();
    });
    // The browser closes a modal dialog on Escape, and we tidy up. The event does not bubble, so it is caught on its way down.
    on(popup, place, "close", |popup, _| popup.closed());
    on(popup, place, "keydown", |popup, event| {
        if is_key(event, "Escape") && popup.is_prompt() {
            browser::hide(&popup.place);
        }
    });
    // The page's own shortcuts must not hear what is typed here.
    for key in ["keydown", "keyup", "keypress"] {
        let options = EventListenerOptions::default();
        EventListener::new_with_options(place, key, options, Event::stop_propagation).forget();
    }
    if let Some(window) = web_sys::window() {
        on(popup, &window, "online", |popup, _| popup.outbox.send());
        // The one key that leads to a prompt, and is said when it appears.
        on(popup, &window, "keydown", |popup, event| {
            if is_key(event, "F8") && popup.is_prompt() && browser::is_shown(&popup.place) {
                event.prevent_default();
                popup.enter_from_page();
            }
        });
    }
}

/// On its way down, where the page cannot have stopped it.
fn on(popup: &Rc<Inner>, target: &EventTarget, event: &'static str, act: fn(&Inner, &Event)) {
    let popup = Rc::clone(popup);
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(target, event, options, move |event| act(&popup, event)).forget();
}

fn is_key(event: &Event, key: &str) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == key)
}
