//! What a browser does in a line, and WebAssembly in a kilobyte: `browser.js` says what each does.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    pub(crate) fn show(place: &HtmlElement, is_prompt: bool);
    pub(crate) fn hide(place: &HtmlElement);
    #[wasm_bindgen(js_name = isShown)]
    pub(crate) fn is_shown(place: &HtmlElement) -> bool;
    pub(crate) fn focused(place: &HtmlElement) -> JsValue;
    #[wasm_bindgen(js_name = hasFocus)]
    pub(crate) fn has_focus(place: &HtmlElement) -> bool;
    #[wasm_bindgen(js_name = giveBack)]
    pub(crate) fn give_back(place: &HtmlElement, before: &JsValue);
    #[wasm_bindgen(js_name = focusSoon)]
    pub(crate) fn focus_soon(place: &HtmlElement, selector: &str);
    pub(crate) fn values(place: &HtmlElement, name: &str) -> Vec<String>;
    pub(crate) fn tell(place: &HtmlElement, what: &str, detail: &JsValue);
    pub(crate) fn listen(place: &HtmlElement, act: &JsValue);
    pub(crate) fn load(key: &str) -> JsValue;
    pub(crate) fn store(key: &str, value: &JsValue) -> bool;
    #[wasm_bindgen(js_name = keepQuiet)]
    pub(crate) fn keep_quiet(days: f64);
    pub(crate) fn now() -> String;
    pub(crate) fn uuid() -> String;
    #[wasm_bindgen(js_name = addSurroundings)]
    pub(crate) fn add_surroundings(response: &JsValue, attributes: &JsValue);
    pub(crate) async fn post(endpoint: &str, response: &JsValue) -> JsValue;
    pub(crate) fn complain(what: &str);
    pub(crate) fn alone(run: &JsValue);
    pub(crate) fn count(field: &JsValue, tag: &str, words: &JsValue);
    pub(crate) fn copy(place: &HtmlElement);
}
