//! The popup itself: one dialog, one form, one listener for each thing that can happen to it.

use crate::definition;
use crate::delivery::Delivery;
use crate::outbox::{Entry, Outbox, now};
use crate::property::{entries, get, set, string, to_json};
use crate::response::{Snippet, response};
use crate::screen::{Phase, State, screen};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use sada_survey::{Answer, Answers, Language, Survey};
use sada_survey_view::answer_id;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, Event, FormData, HtmlDialogElement, HtmlElement, HtmlFormElement};

/// A popup on a page. The loader holds it and opens it.
#[wasm_bindgen]
pub struct Popup(Rc<Inner>);

struct Inner {
    place: HtmlElement,
    opener: HtmlElement,
    snippet: Snippet,
    survey: Survey,
    language: &'static Language,
    state: RwSignal<State>,
    outbox: Rc<Outbox>,
    shown_at: RefCell<String>,
    /// The submission whose fate is on screen.
    current: Rc<RefCell<String>>,
}

#[wasm_bindgen]
impl Popup {
    /// Draws the popup, closed, into `place` (an element in a shadow root). `config` holds `site`, `endpoint`, `lang`,
    /// `touchpoint` and `survey`, a survey definition. Focus goes back to `opener`.
    ///
    /// # Errors
    /// The definition is not a survey; says which part.
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement, opener: HtmlElement, config: &JsValue) -> Result<Popup, JsError> {
        let definition = get(config, "survey").unwrap_or(JsValue::NULL);
        let survey = definition::survey(&definition)
            .map_err(|part| JsError::new(&["the survey lacks a valid `", &part, "`"].concat()))?;
        let state = RwSignal::new(State::default());
        let current: Rc<RefCell<String>> = Rc::default();
        let inner = Rc::new(Inner {
            opener,
            snippet: Snippet {
                site: string(config, "site").unwrap_or_default(),
                endpoint: string(config, "endpoint").unwrap_or_default(),
                touchpoint: string(config, "touchpoint"),
            },
            language: Language::best(string(config, "lang").as_deref()),
            outbox: Outbox::new(watch(state, Rc::clone(&current), place.clone())),
            survey,
            state,
            shown_at: RefCell::default(),
            current,
            place,
        });
        adopt_styles(&inner.place);
        inner.draw();
        listen(&inner);
        Ok(Popup(inner))
    }

    /// Shows it, and puts the focus on the first answer.
    pub fn open(&self) {
        self.0.open();
    }

    /// Sends what an earlier visit left behind.
    pub fn flush(&self) {
        self.0.outbox.send();
    }
}

/// Shows how a try ended, if it is the submission on screen that was tried.
fn watch(
    state: RwSignal<State>,
    current: Rc<RefCell<String>>,
    place: HtmlElement,
) -> impl Fn(&Outbox, &Entry, Delivery) {
    move |outbox, entry, delivery| {
        if *current.borrow() == entry.id {
            // The button that had the focus goes. On what is said, a second Enter does no harm.
            focus_soon(&place, "#sada-said");
            state.update(|state| {
                state.phase = match delivery {
                    Delivery::Stored => Phase::Stored,
                    Delivery::Later(_) => Phase::Waiting(outbox.is_on_device(&entry.id)),
                    Delivery::Refused => Phase::Refused(words(entry)),
                }
            });
        }
    }
}

/// What the visitor has written and chosen, one answer a line.
fn words(entry: &Entry) -> String {
    let answers = get(&entry.response, "answers").map(|answers| entries(&answers)).unwrap_or_default();
    let answers = answers.into_iter().map(|(_, answer)| answer.as_string().unwrap_or_else(|| to_json(&answer)));
    answers.collect::<Vec<_>>().join("\n")
}

/// A constructed sheet lives under the strictest `style-src`. Others may have added theirs: nothing is overwritten.
fn adopt_styles(place: &HtmlElement) {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    let _ = sheet.replace_sync(include_str!("popup.css"));
    let root: JsValue = place.get_root_node().into();
    if let Some(sheets) = get(&root, "adoptedStyleSheets") {
        let sheets = js_sys::Array::from(&sheets);
        sheets.push(&sheet);
        set(&root, "adoptedStyleSheets", sheets);
    }
}

/// One listener for each thing that can happen to the form. They live as long as the page.
fn listen(popup: &Rc<Inner>) {
    let on = |event: &'static str, act: fn(&Inner, &Event)| {
        let popup = Rc::clone(popup);
        let options = EventListenerOptions::enable_prevent_default();
        let place = popup.place.clone();
        EventListener::new_with_options(&place, event, options, move |event| act(&popup, event)).forget();
    };
    on("submit", |popup, event| {
        event.prevent_default();
        popup.submit();
    });
    on("click", |popup, event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let close = target.and_then(|target| target.closest("[name=close]").ok().flatten());
        if close.is_some() {
            popup.close();
        }
    });
    // Escape: the browser closes the dialog, and we tidy up. The event does not bubble, so it is caught on its way down.
    let popup_closed = Rc::clone(popup);
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&popup.place, "close", options, move |_| popup_closed.closed()).forget();
    // The page's own shortcuts must not hear what is typed here.
    for key in ["keydown", "keyup", "keypress"] {
        on(key, |_, event| event.stop_propagation());
    }
    if let Some(window) = web_sys::window() {
        let outbox = Rc::clone(&popup.outbox);
        EventListener::new(&window, "online", move |_| outbox.send()).forget();
    }
}

impl Inner {
    fn draw(&self) {
        let (survey, language, state) = (self.survey.clone(), self.language, self.state);
        let view = move || state.with(|state| screen(&survey, language, state));
        leptos::mount::mount_to(self.place.clone(), move || view).forget();
    }

    fn dialog(&self) -> Option<HtmlDialogElement> {
        self.place.query_selector("dialog").ok().flatten()?.dyn_into().ok()
    }

    fn open(&self) {
        let Some(dialog) = self.dialog().filter(|dialog| !dialog.open()) else { return };
        *self.shown_at.borrow_mut() = now();
        let is_unused = self.state.with_untracked(|state| state.phase == Phase::Asking) && self.answers().is_empty();
        if let Some(entry) = self.outbox.refused().filter(|_| is_unused) {
            // Nothing is lost in silence: what was refused while its author was away is handed back.
            self.current.borrow_mut().clone_from(&entry.id);
            self.state.update(|state| state.phase = Phase::Refused(words(&entry)));
        }
        let _ = dialog.show_modal();
        if self.state.with_untracked(|state| state.phase == Phase::Asking) {
            focus(&self.place, "[name]:not(.close)");
        } else {
            focus_soon(&self.place, "#sada-said");
        }
    }

    fn close(&self) {
        if let Some(dialog) = self.dialog() {
            dialog.close();
        }
    }

    /// After closing: what is done is done, and the next time begins anew. What is half written stays.
    fn closed(&self) {
        let _ = self.opener.focus();
        let phase = self.state.with_untracked(|state| state.phase.clone());
        if matches!(phase, Phase::Refused(_)) {
            self.outbox.forget(&self.current.borrow());
        }
        if matches!(phase, Phase::Stored | Phase::Waiting(_) | Phase::Refused(_)) {
            self.current.borrow_mut().clear();
            self.state.set(State::default());
        }
    }

    fn submit(&self) {
        if self.state.with_untracked(|state| state.phase != Phase::Asking) {
            return;
        }
        let answers = self.answers();
        if let Some((question, problem)) = self.survey.first_problem(&answers, true) {
            let field = ["#", &answer_id(&question.id)].concat();
            self.state.update(|state| state.problem = Some((question.id.clone(), problem)));
            focus_soon(&self.place, &field);
            return;
        }
        let (id, response) = response(&self.snippet, &self.survey, &answers, self.language, &self.shown_at.borrow());
        self.current.borrow_mut().clone_from(&id);
        // Kept before the first try: whatever happens now, it is not lost.
        self.outbox.keep(Entry { id, endpoint: self.snippet.endpoint.clone(), response, is_refused: false });
        self.state.set(State { phase: Phase::Sending, problem: None });
        self.outbox.send();
    }

    /// What the form holds.
    fn answers(&self) -> Answers {
        let form = self.place.query_selector("form").ok().flatten();
        let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(data) = form.and_then(|form| FormData::new_with_form(&form).ok()) else { return Answers::default() };
        let given = self.survey.questions.iter().filter_map(|question| {
            let value = data.get(&question.id).as_string().filter(|value| !value.trim().is_empty())?;
            let answer = match question.kind.scale() {
                Some(_) => Answer::Number(value.parse().ok()?),
                None => Answer::Text(value),
            };
            Some((question.id.clone(), answer))
        });
        given.collect()
    }
}

/// Focuses the first element that `selector` finds.
fn focus(place: &HtmlElement, selector: &str) {
    let field = place.query_selector(selector).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// The same, once what has changed is drawn.
fn focus_soon(place: &HtmlElement, selector: &str) {
    let (place, selector) = (place.clone(), selector.to_owned());
    Timeout::new(0, move || focus(&place, &selector)).forget();
}
