//! Plain objects, read and written.

use js_sys::{Array, Object, Reflect};
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

/// The property `name`, if it is a number; what is not whole and positive is made so.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
pub(crate) fn whole(object: &JsValue, name: &str) -> Option<u32> {
    Some(get(object, name)?.as_f64()? as u32)
}

/// Says what the property `name` is. Plain objects of our own never refuse.
#[inline(never)]
fn put(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Says what the property `name` is.
pub(crate) fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    put(object, name, &value.into());
}

/// A plain object.
pub(crate) fn object() -> JsValue {
    Object::new().into()
}

/// What is in a list; nothing, if it is none.
pub(crate) fn list(value: &JsValue) -> Vec<JsValue> {
    if Array::is_array(value) { Array::from(value).to_vec() } else { Vec::new() }
}

/// The properties of an object in order.
pub(crate) fn entries(value: &JsValue) -> Vec<(String, JsValue)> {
    let Some(object) = value.dyn_ref::<Object>() else { return Vec::new() };
    let keys = Object::keys(object);
    let keys = keys.iter().filter_map(|key| key.as_string());
    keys.filter_map(|key| get(value, &key).map(|value| (key, value))).collect()
}
