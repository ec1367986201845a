//! What happens to the form, and what is done then.

use crate::browser;
use crate::popup::Inner;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

pub(crate) fn listen(popup: &Rc<Inner>) {
    let listening = Rc::clone(popup);
    let act = move |what: String, on: JsValue| listening.act(&what, &on);
    browser::listen(&popup.place, &Closure::<dyn Fn(String, JsValue)>::new(act).into_js_value());
}

impl Inner {
    fn act(&self, what: &str, on: &JsValue) {
        match what {
            "send" => self.submit(),
            "close" => self.hide(),
            "back" => self.back(),
            "later" => self.later(),
            "copy" => browser::copy(&self.place),
            "input" => {
                self.count(on);
                self.keep_draft();
            }
            "closed" => self.closed(),
            "escape" if self.is_prompt() => self.hide(),
            "online" => self.outbox.send(),
            "enter" => self.enter_from_page(),
            _ => {}
        }
    }
}
