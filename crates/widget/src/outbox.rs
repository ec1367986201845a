//! What has been answered and is not stored yet. It outlives the page, and the tab.

use crate::delivery::{Delivery, post};
use crate::property::{from_json, get, object, set, string, to_json};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Also known to the loader, which fetches the popup at once when something waits here.
const KEY: &str = "sada:outbox";

/// Seconds before the first, and the longest wait before any other, try.
const FIRST_WAIT: u32 = 5;
const LONGEST_WAIT: u32 = 300;

/// What is done when a try has ended.
type OnTry = Box<dyn Fn(&Outbox, &Entry, Delivery)>;

/// Responses on their way.
pub(crate) struct Outbox {
    storage: Option<Storage>,
    /// The only copy where the device keeps nothing (private windows, full storage).
    in_page: RefCell<Vec<Entry>>,
    is_sending: Cell<bool>,
    tries: Cell<u32>,
    waiting: RefCell<Option<Timeout>>,
    /// Told how each try ended.
    on_try: OnTry,
}

/// One response.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) endpoint: String,
    /// The response, but for the time of the try.
    pub(crate) response: JsValue,
    /// The endpoint will not take it; it waits here to be shown to its author.
    pub(crate) is_refused: bool,
}

impl Outbox {
    pub(crate) fn new(on_try: impl Fn(&Outbox, &Entry, Delivery) + 'static) -> Rc<Self> {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok()).flatten();
        Rc::new(Self {
            storage,
            in_page: RefCell::default(),
            is_sending: Cell::new(false),
            tries: Cell::new(0),
            waiting: RefCell::default(),
            on_try: Box::new(on_try),
        })
    }

    /// Keeps a response: on the device, or in the page where the device keeps nothing.
    pub(crate) fn keep(&self, entry: Entry) {
        let mut stored = self.stored();
        stored.push(entry.clone());
        if !self.store(&stored) {
            self.in_page.borrow_mut().push(entry);
        }
    }

    /// Whether a response will outlive the page.
    pub(crate) fn is_on_device(&self, id: &str) -> bool {
        self.stored().iter().any(|entry| entry.id == id)
    }

    /// Lets go of a response.
    pub(crate) fn forget(&self, id: &str) {
        self.in_page.borrow_mut().retain(|entry| entry.id != id);
        let mut stored = self.stored();
        stored.retain(|entry| entry.id != id);
        self.store(&stored);
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
        wasm_bindgen_futures::spawn_local(async move {
            let wait = outbox.send_all().await;
            outbox.is_sending.set(false);
            let again = Rc::clone(&outbox);
            // One wait at a time: a new one takes the place of the last.
            *outbox.waiting.borrow_mut() = wait.map(|seconds| Timeout::new(seconds * 1_000, move || again.send()));
        });
    }

    /// Tries everything once, what is added meanwhile as well; one that fails does not hold up the others. The seconds
    /// to wait before the next round, if one is due.
    async fn send_all(&self) -> Option<u32> {
        let mut tried: Vec<String> = Vec::new();
        let mut asked = None;
        while let Some(entry) = self.all().into_iter().find(|entry| !entry.is_refused && !tried.contains(&entry.id)) {
            tried.push(entry.id.clone());
            set(&entry.response, "sent_at", now());
            let delivery = post(&entry.endpoint, &to_json(&entry.response)).await;
            match delivery {
                Delivery::Stored => {
                    self.forget(&entry.id);
                    self.tries.set(0);
                }
                Delivery::Refused => self.mark_refused(&entry),
                Delivery::Later(seconds) => asked = Some(seconds.max(asked.flatten())),
            }
            (self.on_try)(self, &entry, delivery);
        }
        asked.map(|asked| self.wait(asked))
    }

    /// Doubles with every failure. Spread out, so that a thousand popups do not return in the same second.
    fn wait(&self, asked: Option<u32>) -> u32 {
        let tries = self.tries.get();
        self.tries.set(tries + 1);
        let doubled = (FIRST_WAIT << tries.min(6)).min(LONGEST_WAIT);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the longest wait")]
        let spread = (js_sys::Math::random() * f64::from(doubled)) as u32;
        asked.unwrap_or(0).min(24 * 3_600).max(doubled / 2) + spread / 2
    }

    fn mark_refused(&self, refused: &Entry) {
        self.forget(&refused.id);
        self.keep(Entry { is_refused: true, ..refused.clone() });
    }

    fn all(&self) -> Vec<Entry> {
        let mut all = self.stored();
        all.extend(self.in_page.borrow().iter().cloned());
        all
    }

    fn stored(&self) -> Vec<Entry> {
        let json = self.storage.as_ref().and_then(|storage| storage.get_item(KEY).ok()).flatten();
        let list = json.and_then(|json| from_json(&json)).filter(Array::is_array);
        list.map(|list| Array::from(&list).iter().filter_map(|value| Entry::read(&value)).collect()).unwrap_or_default()
    }

    /// Whether the device took it.
    fn store(&self, entries: &[Entry]) -> bool {
        let Some(storage) = &self.storage else { return false };
        if entries.is_empty() {
            return storage.remove_item(KEY).is_ok();
        }
        let list: Array = entries.iter().map(Entry::written).collect();
        storage.set_item(KEY, &to_json(&list)).is_ok()
    }
}

impl Entry {
    fn read(value: &JsValue) -> Option<Self> {
        Some(Self {
            id: string(value, "id")?,
            endpoint: string(value, "endpoint")?,
            response: get(value, "response")?,
            is_refused: get(value, "refused").is_some(),
        })
    }

    fn written(&self) -> JsValue {
        let value = object();
        set(&value, "id", self.id.as_str());
        set(&value, "endpoint", self.endpoint.as_str());
        set(&value, "response", &self.response);
        if self.is_refused {
            set(&value, "refused", true);
        }
        value
    }
}

/// The device's clock, as RFC 3339.
pub(crate) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}
