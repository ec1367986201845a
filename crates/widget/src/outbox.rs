//! What has been answered and is not stored yet. It outlives the page, and the tab.

use crate::browser;
use crate::delivery::{Delivery, post};
use crate::property::{get, list, object, set, string, whole};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

/// Also known to the loader, which fetches the popup at once when something waits here.
const KEY: &str = "sada:outbox";

/// Seconds before the first, and the longest wait before any other, try.
const FIRST_WAIT: u32 = 5;
const LONGEST_WAIT: u32 = 300;
/// The longest that an endpoint can ask for.
const DAY: u32 = 86_400;

/// What is done when a try has ended, and, without one, when a round has.
type OnTry = Box<dyn Fn(&Outbox, Option<(&Entry, Delivery)>)>;

/// Responses on their way.
pub(crate) struct Outbox {
    /// Copies of what is on screen: the only ones where the device keeps nothing (private windows, full storage), or where
    /// the page has emptied its storage.
    in_page: RefCell<Vec<Entry>>,
    is_sending: Cell<bool>,
    tries: Cell<u32>,
    waiting: RefCell<Option<Timeout>>,
    on_try: OnTry,
}

/// One response.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) rev: u32,
    pub(crate) endpoint: String,
    /// The response, but for the time of the try.
    pub(crate) response: JsValue,
    /// The endpoint will not take it; it waits here to be shown to its author.
    pub(crate) is_refused: bool,
}

impl Outbox {
    pub(crate) fn new(on_try: OnTry) -> Rc<Self> {
        Rc::new(Self {
            in_page: RefCell::default(),
            is_sending: Cell::default(),
            tries: Cell::default(),
            waiting: RefCell::default(),
            on_try,
        })
    }

    /// Keeps a response: on the device, or in the page where the device keeps nothing. It takes the place of its earlier
    /// revisions.
    pub(crate) fn keep(&self, entry: Entry) {
        self.forget(&entry.id, entry.rev);
        let mut stored = stored();
        stored.push(entry.clone());
        store(&stored);
        self.in_page.borrow_mut().push(entry);
    }

    /// Leaves to the device what it holds: nobody looks at it any more.
    pub(crate) fn put_away(&self) {
        self.in_page.borrow_mut().retain(|entry| !Self::is_on_device(&entry.id));
    }

    /// Whether a response will outlive the page.
    pub(crate) fn is_on_device(id: &str) -> bool {
        stored().iter().any(|entry| entry.id == id)
    }

    /// Whether a response waits here, on the device or in the page.
    pub(crate) fn holds(&self, id: &str) -> bool {
        self.all().iter().any(|entry| entry.id == id)
    }

    /// Lets go of a response, unless a later revision has taken its place.
    pub(crate) fn forget(&self, id: &str, rev: u32) {
        let is_other = |entry: &Entry| entry.id != id || entry.rev > rev;
        self.in_page.borrow_mut().retain(is_other);
        let mut stored = stored();
        stored.retain(is_other);
        store(&stored);
    }

    /// A response the endpoint would not take while its author was away.
    pub(crate) fn refused(&self) -> Option<Entry> {
        self.all().into_iter().find(|entry| entry.is_refused)
    }

    /// Sends everything, one after the other, and tries again later if it must.
    pub(crate) fn send(self: &Rc<Self>) {
        if self.is_sending.replace(true) {
            return;
        }
        let outbox = Rc::clone(self);
        // One sender across all tabs: nothing is sent twice, and a hundred tabs do not knock at once.
        browser::alone(&Closure::once_into_js(move || future_to_promise(outbox.round())));
    }

    async fn round(self: Rc<Self>) -> Result<JsValue, JsValue> {
        let wait = self.send_all().await;
        self.is_sending.set(false);
        let again = Rc::clone(&self);
        // One wait at a time: a new one takes the place of the last.
        *self.waiting.borrow_mut() = wait.map(|seconds| Timeout::new(seconds * 1_000, move || again.send()));
        (self.on_try)(&self, None);
        Ok(JsValue::UNDEFINED)
    }

    /// Tries everything once, what is added meanwhile as well; one that fails does not hold up the others. The seconds
    /// to wait before the next round, if one is due.
    async fn send_all(&self) -> Option<u32> {
        let mut tried: Vec<(String, u32)> = Vec::new();
        let mut asked = None;
        let is_new = |entry: &Entry, tried: &[(String, u32)]| {
            !entry.is_refused && !tried.iter().any(|(id, rev)| *id == entry.id && *rev == entry.rev)
        };
        while let Some(entry) = self.all().into_iter().find(|entry| is_new(entry, &tried)) {
            tried.push((entry.id.clone(), entry.rev));
            let delivery = post(&entry.endpoint, &entry.response).await;
            match delivery {
                Delivery::Stored => {
                    self.forget(&entry.id, entry.rev);
                    self.tries.set(0);
                }
                Delivery::Refused => self.mark_refused(&entry),
                Delivery::Later(seconds) => asked = Some(seconds.max(asked.unwrap_or_default())),
            }
            (self.on_try)(self, Some((&entry, delivery)));
        }
        asked.map(|asked| self.wait(asked))
    }

    /// Doubles with every failure. Spread out, so that a thousand popups do not return in the same second.
    fn wait(&self, asked: u32) -> u32 {
        let tries = self.tries.get();
        self.tries.set(tries + 1);
        let doubled = (FIRST_WAIT << tries.min(6)).min(LONGEST_WAIT);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the longest wait")]
        let spread = (js_sys::Math::random() * f64::from(doubled)) as u32;
        asked.min(DAY).max(doubled / 2) + spread / 2
    }

    /// Unless the visitor has gone on: then the later revision is tried.
    fn mark_refused(&self, refused: &Entry) {
        if self.all().iter().any(|entry| entry.id == refused.id && entry.rev == refused.rev) {
            self.keep(Entry { is_refused: true, ..refused.clone() });
        }
    }

    fn all(&self) -> Vec<Entry> {
        let mut all = stored();
        for entry in self.in_page.borrow().iter() {
            if !all.iter().any(|stored| stored.id == entry.id) {
                all.push(entry.clone());
            }
        }
        all
    }
}

fn stored() -> Vec<Entry> {
    list(&browser::load(KEY)).iter().filter_map(Entry::read).collect()
}

/// Whether the device took it.
fn store(entries: &[Entry]) -> bool {
    let list: Array = entries.iter().map(Entry::written).collect();
    let list = if entries.is_empty() { JsValue::NULL } else { list.into() };
    browser::store(KEY, &list)
}

impl Entry {
    fn read(value: &JsValue) -> Option<Self> {
        Some(Self {
            id: string(value, "id")?,
            rev: whole(value, "rev").unwrap_or(1),
            endpoint: string(value, "endpoint")?,
            response: get(value, "response")?,
            is_refused: get(value, "refused").is_some(),
        })
    }

    fn written(&self) -> JsValue {
        let value = object();
        set(&value, "id", self.id.as_str());
        set(&value, "rev", self.rev);
        set(&value, "endpoint", self.endpoint.as_str());
        set(&value, "response", &self.response);
        if self.is_refused {
            set(&value, "refused", true);
        }
        value
    }
}
