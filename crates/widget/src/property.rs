//! JSON and plain objects through the browser's own parser, which costs no bytes.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The property `name`, if there is one. A getter that throws counts as none.
pub(crate) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// The property `name`, if it is a string.
pub(crate) fn string(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// Says what the property `name` is. Plain objects of our own never refuse.
pub(crate) fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// A plain object.
pub(crate) fn object() -> JsValue {
    Object::new().into()
}

/// The properties of an object in order.
pub(crate) fn entries(value: &JsValue) -> Vec<(String, JsValue)> {
    let Some(object) = value.dyn_ref::<Object>() else { return Vec::new() };
    Object::keys(object)
        .iter()
        .filter_map(|key| key.as_string())
        .filter_map(|key| Some((key.clone(), get(value, &key)?)))
        .collect()
}

/// As JSON.
pub(crate) fn to_json(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).map(String::from).unwrap_or_default()
}

/// From JSON.
pub(crate) fn from_json(json: &str) -> Option<JsValue> {
    js_sys::JSON::parse(json).ok()
}
