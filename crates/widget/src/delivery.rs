//! One try to hand a response to its endpoint.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};

/// How a try ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// The endpoint says that it has it.
    Stored,
    /// The endpoint will never take it.
    Refused,
    /// Not now. If the endpoint has said so, not before this many seconds.
    Later(Option<u32>),
}

/// A page left open on a train must not hold a connection for ever.
const LIMIT_MS: u32 = 15_000;

/// Posts `body`. Whatever goes wrong on the way counts as "later".
pub(crate) async fn post(endpoint: &str, body: &str) -> Delivery {
    match try_post(endpoint, body).await {
        Ok(response) => judge(&response),
        Err(_) => Delivery::Later(None),
    }
}

async fn try_post(endpoint: &str, body: &str) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&body.into());
    init.set_credentials(RequestCredentials::Omit);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(LIMIT_MS)));
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.fetch_with_str_and_init(endpoint, &init)).await?.dyn_into()
}

/// Any 2xx is "stored". What the endpoint calls wrong or too large stays so; anything else may pass.
fn judge(response: &Response) -> Delivery {
    match response.status() {
        200..=299 => Delivery::Stored,
        400 | 409 | 413 | 415 | 422 => Delivery::Refused,
        status => {
            if (401..=405).contains(&status) || status == 410 {
                let said = ["sada: the endpoint answers ", &status.to_string(), ": check data-site and data-endpoint"];
                gloo::console::error!(said.concat());
            }
            let seconds = response.headers().get("retry-after").ok().flatten();
            Delivery::Later(seconds.and_then(|seconds| seconds.parse().ok()))
        }
    }
}
