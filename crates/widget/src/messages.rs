//! The lines around a survey as the loader has fetched them: direction, digit zero, plural, then every line in order.

use crate::property::entries;
use js_sys::Array;
use sada_survey::{Direction, Messages};
use wasm_bindgen::JsValue;

pub(crate) fn messages(tag: String, packed: &JsValue) -> Messages {
    let packed = Array::from(packed);
    let word = |index| packed.get(index).as_string().unwrap_or_default();
    Messages {
        tag,
        direction: if word(0) == "rtl" { Direction::Rtl } else { Direction::Ltr },
        zero: word(1).chars().next().unwrap_or('0'),
        characters_left: entries(&packed.get(2))
            .into_iter()
            .filter_map(|(form, line)| Some((form, line.as_string()?)))
            .collect(),
        lines: (3..packed.length()).map(word).collect(),
    }
}
