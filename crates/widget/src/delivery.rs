//! One try to hand a response to its endpoint.

use crate::browser;
use wasm_bindgen::JsValue;

/// How a try ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// The endpoint says that it has it.
    Stored,
    /// The endpoint will never take it.
    Refused,
    /// Not now, and not before this many seconds.
    Later(u32),
}

/// Any 2xx is "stored". What the endpoint calls wrong or too large stays so; anything else may pass.
pub(crate) async fn post(endpoint: &str, response: &JsValue) -> Delivery {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let said = browser::post(endpoint, response).await.as_f64().unwrap_or_default() as u32;
    let (status, seconds) = (said % 1_000, said / 1_000);
    match status {
        200..=299 => return Delivery::Stored,
        400 | 409 | 413 | 415 | 422 => return Delivery::Refused,
        401..=405 | 410 => {
            let said = ["the endpoint answers ", &status.to_string(), ": check data-site and data-endpoint"].concat();
            browser::complain(&said);
        }
        _ => {}
    }
    Delivery::Later(seconds)
}
