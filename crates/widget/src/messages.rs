//! The lines around a survey as the loader has fetched them: direction, digit zero, plural, then every line in order.

use js_sys::Array;
use sada_survey::{Direction, Map, Messages};
use wasm_bindgen::JsValue;

pub(crate) fn messages(tag: String, packed: &JsValue) -> Messages {
    let packed = Array::from(packed);
    let word = |index| packed.get(index).as_string().unwrap_or_default();
    Messages {
        tag,
        direction: if word(0) == "rtl" { Direction::Rtl } else { Direction::Ltr },
        zero: word(1).chars().next().unwrap_or('0'),
        // The browser counts: see `browser.js`.
        characters_left: Map::default(),
        lines: (3..packed.length()).map(word).collect(),
    }
}
