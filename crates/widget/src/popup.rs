//! The popup itself: one dialog, one form, one listener for each thing that can happen to it.

use crate::answer::{answers, lines};
use crate::browser;
use crate::config::{Asked, Config};
use crate::delivery::Delivery;
use crate::draft::Draft;
use crate::listen::listen;
use crate::outbox::{Entry, Outbox};
use crate::property::{get, object, set};
use crate::response::{Submission, response};
use crate::screen::{Phase, State, screen};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use sada_survey::{Answers, Problem};
use sada_survey_view::field_id;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Long enough for a screen reader to know the place where it is said, short enough to belong to what is seen.
const ANNOUNCED_AFTER_MS: u32 = 250;

/// What is said of the fate of an answer.
const SAID: &str = "#sada-said";

/// A popup on a page. The loader holds it and opens it.
#[wasm_bindgen]
pub struct Popup(Rc<Inner>);

pub(crate) struct Inner {
    pub(crate) place: HtmlElement,
    config: Config,
    asked: Asked,
    state: ArcRwSignal<State>,
    pub(crate) outbox: Rc<Outbox>,
    /// The submission on screen.
    current: RefCell<Submission>,
    /// What had the focus before it came here.
    returning: RefCell<JsValue>,
    is_open: Cell<bool>,
}

#[wasm_bindgen]
impl Popup {
    /// Draws the popup, closed, into `place`, an element in the shadow root with the button. `config` holds `site`,
    /// `endpoint`, `survey` (a definition), `words` (the packed lines of a language), `lang`, `touchpoint`, `attributes`,
    /// `values`, `partial` and `quiet_days`.
    ///
    /// # Errors
    /// The definition is not a survey; says which part.
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement, config: &JsValue) -> Result<Popup, JsValue> {
        let asked = Asked::read(config).map_err(|part| ["the survey lacks a valid `", &part, "`"].concat())?;
        let state = ArcRwSignal::new(State::default());
        let drawn = (asked.clone(), state.clone());
        let inner = Rc::new_cyclic(|inner: &std::rc::Weak<Inner>| {
            let inner = inner.clone();
            Inner {
                place,
                config: Config::read(config),
                asked,
                state,
                outbox: Outbox::new(Box::new(move |outbox, tried| {
                    if let Some(inner) = inner.upgrade() {
                        inner.tried(outbox, tried);
                    }
                })),
                current: RefCell::default(),
                returning: RefCell::new(JsValue::NULL),
                is_open: Cell::default(),
            }
        });
        let (asked, state) = drawn;
        let view = move || state.with(|state| screen(&asked, state));
        leptos::mount::mount_to_renderer(&inner.place, move || view).forget();
        listen(&inner);
        Ok(Popup(inner))
    }

    /// The visitor has asked for it: shows it before everything else, and puts the focus on the first answer.
    pub fn open(&self) {
        self.0.open(false);
    }

    /// A trigger has fired: shows it beside the page, announces it, and takes neither focus nor key.
    pub fn ask(&self) {
        self.0.open(true);
    }

    /// Closes it. What is half written stays.
    pub fn close(&self) {
        self.0.put_away();
    }

    /// Sends what an earlier visit left behind.
    pub fn flush(&self) {
        self.0.outbox.send();
    }
}

impl Inner {
    fn phase(&self) -> Phase {
        self.state.with_untracked(|state| state.phase.clone())
    }

    pub(crate) fn is_prompt(&self) -> bool {
        self.state.with_untracked(|state| state.is_prompt)
    }

    fn open(&self, is_prompt: bool) {
        // A prompt that the visitor now asks for comes to the front.
        if browser::is_shown(&self.place) && (is_prompt || !self.is_prompt()) {
            return;
        }
        self.begin(is_prompt);
        browser::show(&self.place, is_prompt);
        self.is_open.set(true);
        if is_prompt {
            self.announce();
        } else {
            self.enter();
        }
        self.tell("shown");
    }

    /// Draws what is asked: where one stood, or from the start.
    fn begin(&self, is_prompt: bool) {
        self.returning.replace(browser::focused(&self.place));
        let mut state = self.state.get_untracked();
        state.is_prompt = is_prompt;
        state.is_announced = false;
        if state.phase == Phase::Asking && self.current.borrow().shown_at.is_empty() {
            self.current.borrow_mut().shown_at = browser::now();
            if let Some(entry) = self.outbox.refused() {
                // Nothing is lost in silence: what was refused while its author was away is handed back.
                state.phase = Phase::Refused(self.words(&entry));
                let mut current = self.current.borrow_mut();
                (current.id, current.rev) = (entry.id, entry.rev);
            } else if let Some(draft) = Draft::read(&self.config.site, self.asked.survey()) {
                state.page = draft.page;
                state.answers = draft.answers;
                self.current.replace(draft.submission);
            }
        }
        self.state.set(state);
    }

    /// What is said by an element that has just come is not heard: it must have been there before.
    fn announce(&self) {
        let state = self.state.clone();
        Timeout::new(ANNOUNCED_AFTER_MS, move || state.update(|state| state.is_announced = true)).forget();
    }

    /// Puts the focus on the first answer, on what is only to be read, or on what is said.
    fn enter(&self) {
        let is_asking = self.phase() == Phase::Asking;
        browser::focus_soon(
            &self.place,
            if is_asking { ".questions [name],.questions [tabindex],.send" } else { SAID },
        );
    }

    /// The same from the page beside a prompt, which gets the focus back.
    pub(crate) fn enter_from_page(&self) {
        self.returning.replace(browser::focused(&self.place));
        self.enter();
    }

    /// Puts a prompt off for a day.
    pub(crate) fn later(&self) {
        browser::keep_quiet(1.0);
        self.put_away();
    }

    /// Closes it without taking that for a wish not to be asked again.
    fn put_away(&self) {
        self.state.update(|state| state.is_prompt = false);
        self.hide();
    }

    /// Closes it. The browser tells of that only later: the page may have opened it again by then.
    pub(crate) fn hide(&self) {
        browser::hide(&self.place);
        self.closed();
    }

    /// After closing: what is done is done, and the next time begins anew. What is half written stays.
    pub(crate) fn closed(&self) {
        if browser::is_shown(&self.place) || !self.is_open.replace(false) {
            return;
        }
        browser::give_back(&self.place, &self.returning.replace(JsValue::NULL));
        if self.is_prompt() {
            browser::keep_quiet(self.config.quiet_days);
        }
        match self.phase() {
            Phase::Asking | Phase::Sending => {
                self.keep_draft();
                self.state.update(|state| state.is_prompt = false);
            }
            phase => {
                let current = self.current.take();
                if matches!(phase, Phase::Refused(_)) {
                    self.outbox.forget(&current.id, current.rev);
                }
                self.outbox.put_away();
                self.state.set(State::default());
            }
        }
        self.tell("closed");
    }

    /// Keeps what has been answered, once something has.
    pub(crate) fn keep_draft(&self) {
        let answers = self.answers();
        if self.phase() != Phase::Asking || answers.is_empty() {
            return;
        }
        self.name_submission();
        let page = self.state.with_untracked(|state| state.page);
        let draft = Draft { submission: self.current.borrow().clone(), answers, page };
        draft.keep(&self.config.site, self.asked.survey());
    }

    fn name_submission(&self) {
        let mut current = self.current.borrow_mut();
        if current.id.is_empty() {
            current.id = browser::uuid();
        }
    }

    /// To the page before. Nothing is checked, and nothing lost.
    pub(crate) fn back(&self) {
        let answers = self.answers();
        let path = self.asked.survey().path(&answers);
        let page = self.state.with_untracked(|state| state.page);
        if let Some(before) = path.into_iter().take_while(|first| *first < page).last() {
            self.turn_to(before, answers);
        }
    }

    fn turn_to(&self, page: usize, answers: Answers) {
        self.state.update(|state| {
            state.page = page;
            state.answers = answers;
            state.problem = None;
            state.is_announced = false;
        });
        self.keep_draft();
        self.enter();
    }

    /// On to the next page, or to the endpoint.
    pub(crate) fn submit(&self) {
        if self.phase() != Phase::Asking {
            return;
        }
        let survey = self.asked.survey();
        let answers = self.answers();
        let page = self.state.with_untracked(|state| state.page);
        let questions = survey.questions.get(survey.page(page)).unwrap_or_default();
        let problem = questions.iter().find_map(|question| {
            let answer = answers.get(&question.id);
            let problem = question.problem(answer)?;
            Some((question.id.clone(), problem, question.field_with_problem(problem, answer)))
        });
        if let Some((id, problem, field)) = problem {
            self.show_problem(answers, id, problem, &field);
            return;
        }
        self.name_submission();
        if let Some(next) = survey.next_page(page, &answers) {
            if self.config.is_partial_sent && !answers.is_empty() {
                self.hand_over(&answers, false);
            }
            self.turn_to(next, answers);
        } else {
            self.hand_over(&answers, true);
            browser::keep_quiet(self.config.quiet_days);
            Draft::forget(&self.config.site, survey);
            self.state.update(|state| {
                state.phase = Phase::Sending;
                state.problem = None;
            });
        }
        self.outbox.send();
    }

    fn show_problem(&self, answers: Answers, id: String, problem: Problem, field: &str) {
        self.state.update(|state| {
            state.answers = answers;
            state.problem = Some((id, problem));
        });
        browser::focus_soon(&self.place, &["[id='", &field_id(field), "']"].concat());
    }

    /// Kept before the first try: whatever happens now, it is not lost.
    fn hand_over(&self, answers: &Answers, is_complete: bool) {
        self.current.borrow_mut().rev += 1;
        let submission = self.current.borrow().clone();
        let (survey, messages) = (self.asked.survey(), self.asked.messages());
        let asked = survey.asked(answers);
        let response = response(&self.config, survey, messages, &submission, &asked, is_complete);
        let Submission { id, rev, .. } = submission;
        self.outbox.keep(Entry { id, rev, endpoint: self.config.endpoint.clone(), response, is_refused: false });
    }

    /// Shows how a try ended, if it is the submission on screen that was tried.
    fn tried(&self, outbox: &Outbox, tried: Option<(&Entry, Delivery)>) {
        let before = self.phase();
        if !matches!(before, Phase::Sending | Phase::Waiting(_)) {
            return;
        }
        let (id, rev) = {
            let current = self.current.borrow();
            (current.id.clone(), current.rev)
        };
        let phase = match tried {
            Some((entry, _)) if entry.id != id || entry.rev != rev => return,
            Some((entry, Delivery::Later(_))) => {
                Phase::Waiting((!Outbox::is_on_device(&id)).then(|| self.words(entry)))
            }
            Some((entry, Delivery::Refused)) => Phase::Refused(self.words(entry)),
            None if outbox.holds(&id) => return,
            // This tab has sent it, or another.
            Some((_, Delivery::Stored)) | None => Phase::Stored,
        };
        if phase == before {
            return;
        }
        let is_stored = phase == Phase::Stored;
        let has_focus = browser::has_focus(&self.place);
        self.state.update(|state| state.phase = phase);
        if has_focus {
            // The button that had it goes. On what is said, a second Enter does no harm.
            browser::focus_soon(&self.place, SAID);
        }
        if is_stored {
            self.tell("sent");
        }
    }

    /// What was answered on earlier pages, and what the form holds.
    fn answers(&self) -> Answers {
        let (page, mut answers) = self.state.with_untracked(|state| (state.page, state.answers.clone()));
        let survey = self.asked.survey();
        for question in survey.questions.get(survey.page(page)).unwrap_or_default() {
            answers.remove(&question.id);
            if let Some(answer) = question.read(&|name| browser::values(&self.place, name)) {
                answers.set(&question.id, answer);
            }
        }
        answers
    }

    /// Tells the page what has happened, on our element.
    fn tell(&self, what: &str) {
        let detail = object();
        set(&detail, "survey", self.asked.survey().id.as_str());
        set(&detail, "id", self.current.borrow().id.as_str());
        browser::tell(&self.place, what, &detail);
    }

    /// Says how much room is left in a field for words.
    pub(crate) fn count(&self, field: &JsValue) {
        browser::count(field, &self.asked.messages().tag, &self.config.words);
    }

    /// What the visitor has written and chosen, as it was read, one answer a line.
    fn words(&self, entry: &Entry) -> String {
        get(&entry.response, "answers").map(|given| lines(&self.asked, &answers(&given))).unwrap_or_default()
    }
}
